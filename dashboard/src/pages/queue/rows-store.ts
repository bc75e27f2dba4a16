/** The rows that this browser knows, apart from the lists that show them: one change draws one row. */
import type { CandidateRow } from '../../api.ts'
import { createStore } from '../../store.ts'
import { merged, stillOwn } from './rows.ts'

type Rows = ReadonlyMap<number, CandidateRow>

/** Every row that was loaded, in its newest version. */
export const known = createStore<Rows>(new Map())
/** Those that this officer has changed here: they leave the list at once when they do not belong to it. */
export const touched = createStore<Rows>(new Map())
/** Candidate -> why the server refused the last act; shown on the row. */
export const refusals = createStore<ReadonlyMap<number, string>>(new Map())
/** Rows that the server no longer tells of: joined, or not for this officer any more. */
export const missing = createStore<ReadonlySet<number>>(new Set())

/** Candidate -> its version after this officer's last act: what an undo may take back. */
const mine = new Map<number, number>()
/** 0: all that this page did with it was refused; undefined: this page did nothing with it. */
export const ownVersion = (id: number) => mine.get(id)
export const setOwnVersion = (id: number, version: number) => void mine.set(id, version)
/** What was done before the refusal can still be taken back. */
export const setRefused = (id: number) => void mine.set(id, mine.get(id) ?? 0)

/** Takes rows as the server told them. */
export function remember(rows: CandidateRow[]) {
  if (rows.length === 0) return
  known.set(merged(known.get(), rows))
  const own = rows.filter(({ id }) => touched.get().has(id))
  if (own.length > 0) touched.set(stillOwn(touched.get(), own))
}

/** What this officer did, as the server answered: of many it may have told no more than the versions. */
export function rememberOwn(rows: CandidateRow[], done: { id: number; version: number }[]) {
  const told = new Set(rows.map(({ id }) => id))
  const others = done.flatMap(({ id, version }) => {
    const row = known.get().get(id)
    return row && !told.has(id) ? [{ ...row, version }] : []
  })
  touch([...rows, ...others])
}

/** Shows rows as this officer has just changed them. */
export function touch(rows: CandidateRow[]) {
  known.set(withRows(known.get(), rows))
  touched.set(withRows(touched.get(), rows))
}

/** Shows rows as they were before an act that was refused; they are whatever the server says. */
export function rollBack(rows: CandidateRow[]) {
  known.set(withRows(known.get(), rows))
  const next = new Map(touched.get())
  for (const { id } of rows) next.delete(id)
  touched.set(next)
}

function withRows(rows: Rows, more: CandidateRow[]): Rows {
  const next = new Map(rows)
  for (const row of more) next.set(row.id, row)
  return next
}

/** Tells on these rows why they were refused, or takes the sentence away. */
export function setRefusals(ids: number[], sentence: string | null) {
  const next = new Map(refusals.get())
  for (const id of ids) {
    if (sentence === null) next.delete(id)
    else next.set(id, sentence)
  }
  refusals.set(next)
}

export function setMissing(ids: number[]) {
  if (ids.length > 0) missing.set(new Set([...missing.get(), ...ids]))
}

/** Another person's rows must not stay in this browser. */
export function forgetRows() {
  known.set(new Map())
  touched.set(new Map())
  refusals.set(new Map())
  missing.set(new Set())
  mine.clear()
}
