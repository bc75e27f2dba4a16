/** Officers who decide through real HTTP, all at once and without a pause: for the tests and the bench. */
import { setTimeout as wait } from 'node:timers/promises'
import { caseFields } from './makers.ts'

export type Act = {
  /** Index of the officer. */
  by: number
  what: 'next' | 'hold' | 'dismiss' | 'open' | 'merge'
  candidateId: number | null
  status: number
  error: string | null
  ms: number
}

type Desk = {
  address: string
  cookies: string[]
  /** What is merged goes to these in turn. */
  caseIds: number[]
  /** How long an officer looks before deciding; 0 unless told. */
  pauseMs?: number
  /** After so many decisions all go home. */
  most?: number
}

/** Each officer asks for the next one, holds it, and decides, until nothing is left. */
export async function decideAll(desk: Desk): Promise<Act[]> {
  const acts: Act[] = []
  await Promise.all(desk.cookies.map((_, by) => work(desk, by, acts)))
  return acts
}

async function work(desk: Desk, by: number, acts: Act[]): Promise<void> {
  const { pauseMs = 0, most = Infinity, cookies } = desk
  // They did not all sit down in the same second.
  await wait(Math.random() * pauseMs)
  for (let turn = by; turn < by + most / cookies.length; turn += 1) {
    const asked = await post(desk, { by, what: 'next', path: 'queue/next', body: {} })
    const { row } = asked.json as { row: { id: number; version: number } | null }
    acts.push({ ...asked.act, candidateId: row?.id ?? null })
    if (!row) return
    const body = { doing: 'deciding' }
    acts.push((await post(desk, { by, what: 'hold', path: `candidates/${row.id}/hold`, body })).act)
    await wait(pauseMs * (0.5 + Math.random()))
    acts.push((await post(desk, { by, ...decisionOn(desk, row, turn) })).act)
  }
}

/** Of ten candidates seven are dismissed, two join a case, one becomes one. */
function decisionOn(
  desk: Pick<Desk, 'caseIds'>,
  row: { id: number; version: number },
  turn: number,
) {
  const path = (verb: string) => `candidates/${row.id}/${verb}`
  const { version } = row
  if (turn % 10 === 0) {
    return { what: 'open', path: path('open'), body: { ...caseFields(), version } } as const
  }
  if (turn % 10 < 3) {
    const body = { caseId: desk.caseIds[row.id % desk.caseIds.length], version }
    return { what: 'merge', path: path('merge'), body } as const
  }
  return { what: 'dismiss', path: path('dismiss'), body: { reason: 'spam', version } } as const
}

/** All of them decide on the same candidate at the same moment. */
export const decideOn = (desk: Desk, row: { id: number; version: number }): Promise<Act[]> =>
  Promise.all(
    desk.cookies.map(async (_, by) => {
      const { act } = await post(desk, { by, ...decisionOn(desk, row, by) })
      return act
    }),
  )

type Post = { by: number; what: Act['what']; path: string; body: object }

async function post(desk: Desk, { by, what, path, body }: Post) {
  const start = performance.now()
  const answer = await fetch(`${desk.address}/api/${path}`, {
    method: 'POST',
    headers: { cookie: desk.cookies[by]!, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const json = (await answer.json()) as { error?: string }
  const ms = performance.now() - start
  const candidateId = Number(/\d+/.exec(path)?.[0] ?? 0) || null
  const { status } = answer
  return { json, act: { by, what, candidateId, status, error: json.error ?? null, ms } }
}
