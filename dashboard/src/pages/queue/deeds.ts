/** Every act is shown at once and sent behind; what the server refuses comes back, and says why. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { api, type CandidateRow } from '../../api.ts'
import type { Settled } from '../../outbox.ts'
import { sentenceOf } from '../../states.tsx'
import { createStore } from '../../store.ts'
import { toast, toastError } from '../../toast.tsx'
import { useUi } from '../../ui.tsx'
import type { Words } from '../../words.ts'
import type { Act, Outcome } from './act.ts'
import { outbox } from './desk-outbox.ts'
import { put, refresh } from './lists.ts'
import {
  known,
  ownVersion,
  remember,
  rememberOwn,
  rollBack,
  setMissing,
  setRefusals,
  touch,
} from './rows-store.ts'
import { rowsOf } from './send.ts'
import { addStep, dropStep, steps, type Step } from './steps.ts'

/** What every act needs of the page it stands on. */
export type Desk = { client: QueryClient; t: Words; go: (path: string) => void }

export function useDesk(): Desk {
  const client = useQueryClient()
  const { t } = useUi()
  const [, go] = useLocation()
  return useMemo(() => ({ client, t, go }), [client, t, go])
}

/** An act on many of which the server has refused some, shown until the officer has read it. */
export type Partly = {
  what: string
  /** Nothing of it was done. */
  isAll: boolean
  refused: { id: number; title: string; error: string }[]
}
export const partly = createStore<Partly | null>(null)

export type Deed = {
  act: Act
  /** The candidates before and after it, in the same order. */
  before: CandidateRow[]
  after: CandidateRow[]
  what: string
  /** The act that takes it back from these candidates. */
  inverse: (rows: CandidateRow[]) => Act
  onDone?: (row: CandidateRow) => void
}

/** Does it on screen, sends it, and makes it a step that can be taken back. */
export function perform(desk: Desk, deed: Deed) {
  const { act, before, after, what } = deed
  const { t } = desk
  setRefusals(
    before.map(({ id }) => id),
    null,
  )
  touch(after)
  let refused = new Set<number>()
  const { uid, settled } = outbox.add(act)
  const step = addStep({ id: before[0]?.id ?? 0, what, undo: takeBack })
  offerUndo(desk, step)
  void finish()

  async function finish() {
    const end = await settled
    if (end.kind === 'dropped') return
    const all = end.kind === 'refused' ? before.map(({ id }) => ({ id, error: end.sentence })) : []
    const outcome = end.kind === 'done' ? end.result : { done: [], rows: [], refused: all }
    refused = new Set(outcome.refused.map(({ id }) => id))
    if (refused.size === before.length) dropStep(step)
    settle(desk, deed, outcome)
  }
  function takeBack() {
    const rows = before.filter(({ id }) => !refused.has(id))
    if (!outbox.drop(uid)) return sendBack(desk, deed.inverse(rows), rows, what)
    rollBack(rows)
    toast(t.acts.undone(what))
  }
}

/** Says what was done; the button takes back this, whatever was done or refused since. */
export function offerUndo(desk: Desk, step: Step) {
  toast(step.what, { label: desk.t.acts.undo, run: () => void undo(desk, step) })
}

/** Shows what the server has made of an act. */
function settle({ client, t }: Desk, { act, before, what, onDone }: Deed, outcome: Outcome) {
  show(outcome)
  const [first] = outcome.rows
  if (first) onDone?.(first)
  if (outcome.refused.length > 0) {
    const why = new Map(outcome.refused.map(({ id, error }) => [id, error || t.app.failed]))
    const back = before.filter(({ id }) => why.has(id))
    rollBack(back)
    for (const [id, error] of why) setRefusals([id], t.acts.refused(error))
    void reload([...why.keys()])
    if (before.length === 1) toastError(t.acts.refused([...why.values()][0] ?? ''))
    else {
      const refused = back.map(({ id, title }) => ({ id, title, error: why.get(id) ?? '' }))
      partly.set({ what, isAll: refused.length === before.length, refused })
    }
  }
  // These stay on screen, and the server may have made more of them than was asked.
  if (act.kind === 'change' && outcome.rows.length === 0) void reload(outcome.done.map(byId))
  forgetDetails(client, before)
}

/** Rows as told, but those with which this officer has already done something else: that is still on its way. */
function show({ rows, done }: Outcome) {
  const coming = new Set(outbox.waiting.get().flatMap(({ act }) => act.items.map(byId)))
  const isLast = ({ id }: { id: number }) => !coming.has(id)
  rememberOwn(rows.filter(isLast), done.filter(isLast))
}

function sendBack(desk: Desk, act: Act, rows: CandidateRow[], what: string) {
  const { client, t } = desk
  const shown = rows.map((row) => known.get().get(row.id) ?? row)
  for (const [index, row] of rows.entries()) {
    put(client, { ...row, version: (shown[index]?.version ?? row.version) + 1 })
  }
  const { settled } = outbox.add(act)
  void settled.then((end) => settleBack(desk, { end, rows, shown, what }))
  if (outbox.isStuck.get()) toast(t.acts.undone(what))
}

type Back = { end: Settled<Outcome>; rows: CandidateRow[]; shown: CandidateRow[]; what: string }

/** Shows what the server has made of an undo. */
function settleBack({ client, t }: Desk, { end, rows, shown, what }: Back) {
  const failed = failuresOf(end, rows)
  if (end.kind === 'done') show(end.result)
  if (failed.size > 0) {
    rollBack(shown.filter(({ id }) => failed.has(id)))
    const [why = ''] = failed.values()
    toastError(t.acts.refused(why || t.app.failed))
  } else if (end.kind === 'done') toast(t.acts.undone(what))
  // Those that the act never reached are whatever the server says.
  const unsure = rows.filter(
    ({ id, version }) => failed.has(id) || (ownVersion(id) ?? 0) <= version,
  )
  if (unsure.length > 0) void reload(unsure.map(byId))
  forgetDetails(client, rows)
}

/** Candidate -> why it was refused. */
function failuresOf(end: Settled<Outcome>, rows: CandidateRow[]): Map<number, string> {
  if (end.kind === 'refused') return new Map(rows.map(({ id }) => [id, end.sentence]))
  const refused = end.kind === 'done' ? end.result.refused : []
  return new Map(refused.map(({ id, error }) => [id, error]))
}

const byId = ({ id }: { id: number }) => id

/** Asks what has become of these. */
export async function reload(ids: number[]) {
  try {
    const rows = await rowsOf(ids)
    remember(rows)
    const told = new Set(rows.map(byId))
    setMissing(ids.filter((id) => !told.has(id)))
  } catch {
    // The next look at the list tells.
  }
}

const MANY = 20
function forgetDetails(client: QueryClient, rows: CandidateRow[]) {
  if (rows.length > MANY) void client.invalidateQueries({ queryKey: ['candidate'] })
  else for (const { id } of rows) void client.invalidateQueries({ queryKey: ['candidate', id] })
}

/** Takes back a step, else the last one, and says at once whose it was; null when there is none (any more). */
export function undo(desk: Desk, chosen?: Step): number | null {
  const step = chosen ?? steps.get().at(-1)
  if (!step || !steps.get().includes(step)) {
    toast(desk.t.acts.nothingToUndo)
    return null
  }
  dropStep(step)
  step.undo()
  return step.id
}

/** Puts a decided candidate back into the queue, or one that was split off to where it came from. */
export async function restore({ client, t }: Desk, row: CandidateRow, done: string) {
  try {
    put(client, await api.undo(row.id, row.version))
    toast(done)
  } catch (error) {
    toastError(t.acts.refused(sentenceOf(error, t)))
  } finally {
    refresh(client, row)
  }
}
