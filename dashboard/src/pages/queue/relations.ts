/** Which messages tell of the same problem, as this officer corrects it; each act can be undone. */
import { api, type Candidate, type CandidateRow, type Suggestion } from '../../api.ts'
import { sentenceOf } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useUi } from '../../ui.tsx'
import { itemOf } from './act.ts'
import { decide, short } from './decisions.ts'
import { offerUndo, restore, useDesk, type Desk } from './deeds.ts'
import { put, refresh } from './lists.ts'
import { addStep } from './steps.ts'

/** Says no more than what the server has done: a split makes a row that nobody knows before. */
async function split(desk: Desk, row: CandidateRow, voiceIds: number[], count: string) {
  const { client, t } = desk
  try {
    const { candidate, left } = await api.split(row.id, voiceIds, row.version)
    put(client, left)
    put(client, candidate)
    refresh(client, candidate)
    const what = t.acts.split(count)
    const takeBack = () => void restore(desk, candidate, t.acts.undone(what))
    offerUndo(desk, addStep({ id: row.id, what, undo: takeBack }))
  } catch (error) {
    toastError(t.acts.refused(sentenceOf(error, t)))
    void client.invalidateQueries({ queryKey: ['candidate', row.id] })
  }
}

function join(desk: Desk, row: CandidateRow, other: { id: number; title: string }) {
  const what = desk.t.acts.joined(short(row.title), short(other.title))
  decide(desk, {
    rows: [row],
    status: 'joined',
    act: { kind: 'join', items: [itemOf(row)], otherId: other.id },
    what,
    onDone: (saved) => refresh(desk.client, saved),
  })
}

const targetOf = ({ caseId, candidateId }: Suggestion) =>
  caseId === null ? { candidateId: candidateId ?? 0 } : { caseId }

/** Shows the suggestions of a candidate as the server has just told them. */
function show({ client }: Desk, id: number, suggestions: Suggestion[]) {
  client.setQueriesData<Candidate>(
    { queryKey: ['candidate', id] },
    (known) => known && { ...known, suggestions },
  )
  void client.invalidateQueries({ queryKey: ['candidate', id] })
}

async function reject(desk: Desk, id: number, suggestion: Suggestion) {
  const { t } = desk
  try {
    const { items } = await api.reject(id, targetOf(suggestion))
    show(desk, id, items)
    const what = t.acts.rejected(short(suggestion.caseNumber ?? suggestion.title))
    const takeBack = () => void unreject(desk, id, suggestion, what)
    offerUndo(desk, addStep({ id, what, undo: takeBack }))
  } catch (error) {
    toastError(t.acts.refused(sentenceOf(error, t)))
  }
}

async function unreject(desk: Desk, id: number, suggestion: Suggestion, what: string) {
  const { t } = desk
  try {
    const { items } = await api.unreject(id, targetOf(suggestion))
    show(desk, id, items)
    toast(t.acts.undone(what))
  } catch (error) {
    toastError(t.acts.refused(sentenceOf(error, t)))
  }
}

export function useRelations() {
  const desk = useDesk()
  const { times, t } = useUi()
  return {
    /** `count` of them are shown to have been chosen; what copies them goes along. */
    split: (row: CandidateRow, voiceIds: number[]) =>
      void split(desk, row, voiceIds, times.whole(voiceIds.length)),
    join: (row: CandidateRow, other: { id: number; title: string }) => join(desk, row, other),
    reject: (id: number, suggestion: Suggestion) => void reject(desk, id, suggestion),
    unreject: (id: number, suggestion: Suggestion) =>
      void unreject(desk, id, suggestion, t.acts.rejected(short(suggestion.title))),
  }
}

export type Relations = ReturnType<typeof useRelations>
