/** Decisions are shown at once and saved behind; a refusal brings back this one row, and says why. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import {
  api,
  type CandidateRow,
  type DismissReason,
  type OpenInput,
  type QueueAnswer,
} from '../../api.ts'
import { sentenceOf } from '../../states.tsx'
import { createStore } from '../../store.ts'
import { toast, toastError } from '../../toast.tsx'
import { useUi } from '../../ui.tsx'
import type { Words } from '../../words.ts'
import { drafts } from './drafts.ts'
import { addStep, dropStep, steps, type Step } from './steps.ts'

/** Candidate -> why the server refused the last decision; shown on the row. */
export const refusals = createStore<ReadonlyMap<number, string>>(new Map())
/** Candidate -> when this browser last changed it (ms). */
export const touched = createStore<ReadonlyMap<number, number>>(new Map())

const LISTS = ['queue', 'list']

/** Writes one row into every loaded list, in its place; a row that no list knows goes on top. */
export function put(client: QueryClient, row: CandidateRow) {
  touched.set(new Map(touched.get()).set(row.id, Date.now()))
  for (const query of client.getQueryCache().findAll({ queryKey: LISTS })) {
    const list = query.state.data as QueueAnswer | undefined
    if (!list) continue
    const isKnown = list.items.some(({ id }) => id === row.id)
    const belongs = query.queryKey[3] === row.status
    if (!isKnown && !belongs) continue
    const items = isKnown
      ? list.items.map((each) => (each.id === row.id ? row : each))
      : [row, ...list.items]
    // The moment of loading stays, or the next poll would look older than the list.
    client.setQueryData(
      query.queryKey,
      { ...list, items },
      { updatedAt: query.state.dataUpdatedAt },
    )
  }
}

function setRefusal(id: number, sentence: string | null) {
  const next = new Map(refusals.get())
  if (sentence === null) next.delete(id)
  else next.set(id, sentence)
  refusals.set(next)
}

type Decision = {
  row: CandidateRow
  status: CandidateRow['status']
  what: string
  save: () => Promise<CandidateRow>
  onSaved?: (row: CandidateRow) => void
}
/** The case that a candidate is merged into. */
export type Target = { caseId: number; number: string }
/** What a decision needs of the page around it. */
export type Desk = { client: QueryClient; t: Words; go: (path: string) => void }

export function decide(desk: Desk, { row, status, what, save, onSaved }: Decision) {
  const { client, t } = desk
  setRefusal(row.id, null)
  put(client, { ...row, status, version: row.version + 1 })
  const saved = settle()
  const step: Step = { id: row.id, what, undo: takeBack }
  addStep(step)
  toast(what, { label: t.acts.undo, run: () => void undo(desk) })

  async function takeBack() {
    const decided = await saved
    if (!decided) return false
    put(client, { ...row, version: decided.version + 1 })
    const isUndone = await restore(desk, decided, t.acts.undone(what))
    if (!isUndone) put(client, decided)
    return isUndone
  }
  async function settle() {
    try {
      const saved = await save()
      put(client, saved)
      onSaved?.(saved)
      return saved
    } catch (error) {
      const sentence = t.acts.refused(sentenceOf(error, t))
      put(client, row)
      setRefusal(row.id, sentence)
      dropStep(step)
      toastError(sentence)
      return null
    } finally {
      void client.invalidateQueries({ queryKey: ['candidate', row.id] })
    }
  }
}

/** Takes back the last act of this officer and returns its candidate's id. */
export async function undo(desk: Desk): Promise<number | null> {
  const step = steps.get().at(-1)
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

/** What has voices moved, or taken back, is one of two that changed: both are asked for again. */
export function refresh(client: QueryClient, { id, joinedId, splitFrom }: CandidateRow) {
  void client.invalidateQueries({ queryKey: ['candidate', id] })
  if (joinedId === null && splitFrom === null) return
  void client.invalidateQueries({ queryKey: ['candidate'] })
  void client.invalidateQueries({ queryKey: ['queue', 'poll'] })
}

const MOST_TITLE = 60
/** Marks that turn the direction of writing would turn our own sentence round the title, too. */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g

export function short(title: string): string {
  const text = title.replace(TURNING_MARKS, '')
  return text.length > MOST_TITLE ? `${text.slice(0, MOST_TITLE - 1).trimEnd()}…` : text
}

/** What every act needs of the page it stands on. */
export function useDesk(): Desk {
  const client = useQueryClient()
  const { t } = useUi()
  const [, go] = useLocation()
  return { client, t, go }
}

export function useDecisions() {
  const desk = useDesk()
  const { t, go } = desk

  function dismiss(row: CandidateRow, reason: DismissReason, note: string) {
    const input = { reason, version: row.version, ...(note && { note }) }
    const what = t.acts.dismissed(short(row.title), t.reasons[reason])
    decide(desk, { row, status: 'dismissed', what, save: () => api.dismiss(row.id, input) })
  }
  function merge(row: CandidateRow, into: Target) {
    const input = { caseId: into.caseId, version: row.version }
    const what = t.acts.merged(short(row.title), into.number)
    decide(desk, { row, status: 'merged', what, save: () => api.merge(row.id, input) })
  }
  function open(row: CandidateRow, input: OpenInput) {
    drafts.set(row.id, input)
    const save = () => api.open(row.id, { ...input, version: row.version })
    const onSaved = ({ caseId, caseNumber }: CandidateRow) => {
      drafts.delete(row.id)
      if (caseId === null) return
      const see = { label: t.acts.see, run: () => go(`/aduan/${caseId}`) }
      toast(t.acts.openedAs(caseNumber ?? ''), see)
    }
    decide(desk, { row, status: 'opened', what: t.acts.opened(short(row.title)), save, onSaved })
  }
  return {
    dismiss,
    merge,
    open,
    undo: () => undo(desk),
    restore: (row: CandidateRow, done: string) => restore(desk, row, done),
  }
}

export type Decisions = ReturnType<typeof useDecisions>
