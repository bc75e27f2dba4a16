/** Sends an act: which route it takes, and what its answer means. */
import { api, type CandidateRow } from '../../api.ts'
import type { Verdict } from '../../outbox.ts'
import { ApiError } from '../../request.ts'
import { isDoneBefore, onlyOwn, takesBack, type Act, type Item, type Outcome } from './act.ts'
import { ownVersion, remember, setOwnVersion, setRefused } from './rows-store.ts'

/** A server that answers nothing for so long is not reached; a late answer is recognised later. */
const PATIENCE_MS = 15_000
/** Nobody knows whether these were done; 401 and 503 were certainly not. */
const LOST = new Set([0, 502, 504])
const UNSENT = new Set([...LOST, 401, 503])
/** The API tells of no more rows at once. */
const MOST_ROWS = 200

/** @param who the officer whose act it is, for what was done before by the same person */
export async function send(act: Act, who: number): Promise<Verdict<Outcome>> {
  try {
    const own = takesBack(act) ? await ownPart(act, who) : act
    const outcome = await inTime(route(own))
    const result = outcome.refused.length > 0 ? await recognise(act, outcome, who) : outcome
    return settle(result)
  } catch (error) {
    const { status, message } = error instanceof ApiError ? error : { status: 0, message: '' }
    if (UNSENT.has(status)) return { kind: 'unsent', mayBeDone: LOST.has(status) }
    if (status === 409) return afterConflict(act, message, who)
    for (const { id } of act.items) setRefused(id)
    return { kind: 'refused', sentence: message }
  }
}

async function afterConflict(act: Act, error: string, who: number): Promise<Verdict<Outcome>> {
  const refused = act.items.map(({ id }) => ({ id, error }))
  try {
    return settle(await recognise(act, { done: [], rows: [], refused }, who))
  } catch {
    return { kind: 'unsent', mayBeDone: true }
  }
}

function settle(result: Outcome): Verdict<Outcome> {
  const [first] = result.refused
  for (const { id } of result.refused) setRefused(id)
  if (first && result.done.length === 0 && result.refused.length === 1) {
    return { kind: 'refused', sentence: first.error }
  }
  for (const { id, version } of result.done) setOwnVersion(id, version)
  return { kind: 'done', result }
}

async function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiError(0, {})), PATIENCE_MS)
  })
  try {
    return await Promise.race([asked, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

async function route(act: Act): Promise<Outcome> {
  const [only, another] = act.items
  if (!only) return { done: [], rows: [], refused: [] }
  return another ? routeMany(act) : routeOne(act, only)
}

/** What an earlier page had done is known by its version, and a decision also by the name at it. */
async function ownPart(act: Act, who: number): Promise<Act> {
  const before = act.items.map(({ id }) => id).filter((id) => ownVersion(id) === undefined)
  const rows = act.kind === 'undo' && before.length > 0 ? await inTime(rowsOf(before)) : []
  const isOthers = ({ status, decidedBy }: CandidateRow) =>
    status !== 'waiting' && decidedBy?.id !== who
  const others = new Set(rows.filter(isOthers).map(({ id }) => id))
  return onlyOwn(act, (id) => (others.has(id) ? 0 : ownVersion(id)))
}

async function routeOne(act: Act, { id, version }: Item): Promise<Outcome> {
  const row = await askOne(act, id, version)
  return { done: [{ id, version: row.version }], rows: [row], refused: [] }
}

function askOne(act: Act, id: number, version: number): Promise<CandidateRow> {
  switch (act.kind) {
    case 'dismiss': {
      const { reason, note } = act
      return api.dismiss(id, { reason, version, ...(note && { note }) })
    }
    case 'merge':
      return api.merge(id, { caseId: act.caseId, version })
    case 'open':
      return api.open(id, { ...act.input, version })
    case 'join':
      return api.join(id, { otherId: act.otherId, version })
    case 'change':
      return api.change(id, version, act.items[0]?.change ?? {})
    case 'undo':
      return api.undo(id, version)
  }
}

async function routeMany(act: Act): Promise<Outcome> {
  const answer = await askMany(act)
  return { ...answer, rows: [] }
}

function askMany(act: Act) {
  switch (act.kind) {
    case 'dismiss': {
      const { items, reason, note } = act
      return api.bulk({ act: 'dismiss', items, reason, ...(note && { note }) })
    }
    case 'merge':
      return api.bulk({ act: 'merge', items: act.items, caseId: act.caseId })
    case 'change':
      return api.bulk({ act: 'change', items: act.items })
    case 'undo':
      return api.undoBulk(act.items)
    case 'open':
    case 'join':
      throw new Error(`queue: ${act.kind} is an act on one candidate`)
  }
}

/** Of what was refused, takes for done what this officer had done before: only its answer was lost. */
async function recognise(act: Act, outcome: Outcome, who: number): Promise<Outcome> {
  const ids = outcome.refused.map(({ id }) => id)
  const rows = await rowsOf(ids)
  remember(rows)
  const before = rows.filter((row) => isDoneBefore(act, row, who))
  const isBefore = new Set(before.map(({ id }) => id))
  return {
    done: [...outcome.done, ...before.map(({ id, version }) => ({ id, version }))],
    rows: [...outcome.rows, ...before],
    refused: outcome.refused.filter(({ id }) => !isBefore.has(id)),
  }
}

/** The rows as the server has them now, however many. */
export async function rowsOf(ids: number[]): Promise<CandidateRow[]> {
  const rows: CandidateRow[] = []
  for (let from = 0; from < ids.length; from += MOST_ROWS) {
    const { items } = await api.queueRows(ids.slice(from, from + MOST_ROWS))
    rows.push(...items)
  }
  return rows
}
