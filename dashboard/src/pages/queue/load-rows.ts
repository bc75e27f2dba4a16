/** Loads the rows that are about to be seen: whole pages, the last wish first, nothing twice. */
import { known, missing, remember, setMissing } from './rows-store.ts'
import { rowsOf } from './send.ts'

/** A list that is dragged past its pages asks for the one that it stops at. */
const REST_MS = 40
const RETRY_MS = 3_000

const asking = new Set<number>()
let wanted: number[] = []
let timer: ReturnType<typeof setTimeout> | undefined

const isUnknown = (id: number) => !known.get().has(id) && !asking.has(id) && !missing.get().has(id)

/** Asks for the rows among these that nobody knows yet. */
export function want(ids: number[]) {
  wanted = ids.filter(isUnknown)
  clearTimeout(timer)
  if (wanted.length > 0) timer = setTimeout(() => void load(), REST_MS)
}

async function load() {
  const ids = wanted.filter(isUnknown)
  if (ids.length === 0) return
  for (const id of ids) asking.add(id)
  try {
    take(ids, await rowsOf(ids))
  } catch {
    timer = setTimeout(() => void load(), RETRY_MS)
  }
  for (const id of ids) asking.delete(id)
}

function take(ids: number[], rows: Awaited<ReturnType<typeof rowsOf>>) {
  remember(rows)
  const told = new Set(rows.map(({ id }) => id))
  setMissing(ids.filter((id) => !told.has(id)))
}

/** The rows of these, as far as they are known. */
export const knownRows = (ids: number[]) => ids.flatMap((id) => known.get().get(id) ?? [])

/** The rows of all these, loaded first where they are not known; throws what the server answers. */
export async function rowsFor(ids: number[]) {
  const unknown = ids.filter((id) => !known.get().has(id))
  if (unknown.length > 0) take(unknown, await rowsOf(unknown))
  return knownRows(ids)
}
