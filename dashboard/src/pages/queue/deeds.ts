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
export type Partly = { what: string; refused: { id: number; title: string; error: string }[] }
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
  toast(what, { label: t.acts.undo, run: () => void undo(desk) })
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
  async function takeBack() {
    const rows = before.filter(({ id }) => !refused.has(id))
    if (outbox.drop(uid)) {
      rollBack(rows)
      toast(t.acts.undone(what))
      return true
    }
    return sendBack(desk, deed.inverse(rows), rows, what)
  }
}

/** Shows what the server has made of an act. */
function settle({ client, t }: Desk, { before, what, onDone }: Deed, outcome: Outcome) {
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
      partly.set({ what, refused })
    }
  }
  forgetDetails(client, before)
}

/** Rows as told; of the others at least the version is known. */
function show({ rows, done }: Outcome) {
  const told = new Set(rows.map(({ id }) => id))
  const versions = new Map(done.map(({ id, version }) => [id, version]))
  const others = [...versions].flatMap(([id, version]) => {
    const row = known.get().get(id)
    return row && !told.has(id) ? [{ ...row, version }] : []
  })
  touch([...rows, ...others])
}

async function sendBack(desk: Desk, act: Act, rows: CandidateRow[], what: string) {
  const { client, t } = desk
  const shown = rows.map((row) => known.get().get(row.id) ?? row)
  for (const [index, row] of rows.entries()) {
    put(client, { ...row, version: (shown[index]?.version ?? row.version) + 1 })
  }
  const { settled } = outbox.add(act)
  if (outbox.isStuck.get()) {
    void settled.then((end) => settleBack(desk, { end, rows, shown, what }))
    toast(t.acts.undone(what))
    return true
  }
  return settleBack(desk, { end: await settled, rows, shown, what })
}

type Back = { end: Settled<Outcome>; rows: CandidateRow[]; shown: CandidateRow[]; what: string }

/** Shows what the server has made of an undo; true when it took something back. */
function settleBack({ client, t }: Desk, { end, rows, shown, what }: Back): boolean {
  const failed = failuresOf(end, rows)
  if (end.kind === 'done') show(end.result)
  if (failed.size > 0) {
    rollBack(shown.filter(({ id }) => failed.has(id)))
    const [why = ''] = failed.values()
    toastError(t.acts.refused(why || t.app.failed))
  } else if (end.kind === 'done') toast(t.acts.undone(what))
  // Those that the act never reached are whatever the server says.
  const unsure = rows.filter(({ id, version }) => failed.has(id) || ownVersion(id) <= version)
  if (unsure.length > 0) void reload(unsure.map(byId))
  forgetDetails(client, rows)
  return end.kind === 'done' && failed.size < rows.length
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

/** Takes back a step, else the last one, and returns its candidate's id. */
export async function undo(desk: Desk, chosen?: Step): Promise<number | null> {
  const step = chosen ?? steps.get().at(-1)
  if (!step) {
    toast(desk.t.acts.nothingToUndo)
    return null
  }
  dropStep(step)
  return (await step.undo()) ? step.id : null
}

/** Puts a decided candidate back into the queue, or one that was split off to where it came from. */
export async function restore(
  { client, t }: Desk,
  row: CandidateRow,
  done: string,
): Promise<boolean> {
  try {
    put(client, await api.undo(row.id, row.version))
    toast(done)
    return true
  } catch (error) {
    toastError(t.acts.refused(sentenceOf(error, t)))
    return false
  } finally {
    refresh(client, row)
  }
}
