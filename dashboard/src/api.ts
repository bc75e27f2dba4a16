/**
 * The server's API as the dashboard calls it. The shapes come from the routes themselves: a field
 * that is renamed on the server does not compile here. Only types are imported from there.
 */
import { hc, type InferRequestType, type InferResponseType } from 'hono/client'
import type { Right } from '../../src/people/roles.ts'
import type { Api } from '../../src/web/api/index.ts'
import { read } from './request.ts'

const client = hc<Api>('/api')
const { session, invitations, officers, queue, candidates, cases, sources, trends } = client
const { samples, models, similar, views } = client
const watchWords = client['watch-words']
const idOf = (id: number) => ({ id: String(id) })

/** `after`: the voice that the page before ended with. `of`: only what copies this one. */
type PageOfVoices = { after?: number; of?: number }
const textsOf = (page: PageOfVoices) =>
  Object.fromEntries(Object.entries(page).map(([name, id]) => [name, String(id)]))

export const api = {
  session: () => read(session.$get()),
  signIn: (json: InferRequestType<typeof session.$post>['json']) => read(session.$post({ json })),
  signOut: () => read(session.$delete()),
  setLanguage: (language: Language) => read(session.$patch({ json: { language } })),
  region: () => read(client.region.$get()),
  regionPack: () => read(client.region.pack.$get()),

  watchWords: () => read(watchWords.$get()),
  addWatchWord: (json: InferRequestType<typeof watchWords.$post>['json']) =>
    read(watchWords.$post({ json })),
  changeWatchWord: (json: InferRequestType<typeof watchWords.$patch>['json']) =>
    read(watchWords.$patch({ json })),
  removeWatchWord: (id: number) => read(watchWords[':id'].$delete({ param: idOf(id) })),

  invitation: (token: string) => read(invitations[':token'].$get({ param: { token } })),
  accept: (token: string, json: InferRequestType<AcceptRoute>['json']) =>
    read(invitations[':token'].$post({ param: { token }, json })),
  officers: () => read(officers.$get()),
  roles: () => read(officers.roles.$get()),
  changeRole: (id: number, json: InferRequestType<(typeof officers)[':id']['$patch']>['json']) =>
    read(officers[':id'].$patch({ param: idOf(id), json })),
  invite: (json: InferRequestType<InviteRoute>['json']) =>
    read(officers.invitations.$post({ json })),
  resetOfficer: (id: number) => read(officers[':id'].reset.$post({ param: idOf(id) })),
  disableOfficer: (id: number) => read(officers[':id'].disable.$post({ param: idOf(id) })),
  enableOfficer: (id: number) => read(officers[':id'].enable.$post({ param: idOf(id) })),

  queue: (query: InferRequestType<typeof queue.$get>['query']) => read(queue.$get({ query })),
  candidate: (id: number) => read(candidates[':id'].$get({ param: idOf(id) })),
  candidateVoices: (id: number, page: PageOfVoices) =>
    read(candidates[':id'].voices.$get({ param: idOf(id), query: textsOf(page) })),
  dismiss: (id: number, json: InferRequestType<Decide['dismiss']['$post']>['json']) =>
    read(candidates[':id'].dismiss.$post({ param: idOf(id), json })),
  merge: (id: number, json: InferRequestType<Decide['merge']['$post']>['json']) =>
    read(candidates[':id'].merge.$post({ param: idOf(id), json })),
  open: (id: number, json: InferRequestType<Decide['open']['$post']>['json']) =>
    read(candidates[':id'].open.$post({ param: idOf(id), json })),
  undo: (id: number, version: number) =>
    read(candidates[':id'].undo.$post({ param: idOf(id), json: { version } })),
  change: (id: number, version: number, change: Change) =>
    read(candidates[':id'].$patch({ param: idOf(id), json: { ...change, version } })),
  bulk: (json: BulkInput) => read(candidates.bulk.$post({ json })),
  undoBulk: (items: { id: number; version: number }[]) =>
    read(candidates.bulk.undo.$post({ json: { items } })),

  /** At most 200 of them, in this order; what is not there any more is left out. */
  queueRows: (ids: number[]) => read(queue.rows.$get({ query: { ids: ids.join(',') } })),
  nextRow: (json: InferRequestType<typeof queue.next.$post>['json']) =>
    read(queue.next.$post({ json })),
  hold: (id: number, json: InferRequestType<Decide['hold']['$post']>['json']) =>
    read(candidates[':id'].hold.$post({ param: idOf(id), json })),
  /** Also while the page is being closed. */
  letGo: (id: number) =>
    read(candidates[':id'].hold.$delete({ param: idOf(id) }, { init: { keepalive: true } })),
  labels: () => read(client.labels.$get()),
  colleagues: () => read(client.colleagues.$get()),

  views: () => read(views.$get()),
  addView: (json: InferRequestType<typeof views.$post>['json']) => read(views.$post({ json })),
  changeView: (id: number, json: InferRequestType<(typeof views)[':id']['$patch']>['json']) =>
    read(views[':id'].$patch({ param: idOf(id), json })),
  removeView: (id: number) => read(views[':id'].$delete({ param: idOf(id) })),

  /** The original voices take their copies along. */
  split: (id: number, voiceIds: number[], version: number) =>
    read(
      candidates[':id'].split.$post({
        param: idOf(id),
        json: { voiceIds, version, withCopies: true },
      }),
    ),
  join: (id: number, json: InferRequestType<Decide['join']['$post']>['json']) =>
    read(candidates[':id'].join.$post({ param: idOf(id), json })),
  reject: (id: number, json: RejectInput) =>
    read(candidates[':id'].reject.$post({ param: idOf(id), json })),
  unreject: (id: number, json: RejectInput) =>
    read(candidates[':id'].reject.undo.$post({ param: idOf(id), json })),

  similar: (query: InferRequestType<typeof similar.$get>['query']) => read(similar.$get({ query })),

  cases: (query: InferRequestType<typeof cases.$get>['query']) => read(cases.$get({ query })),
  case: (id: number) => read(cases[':id'].$get({ param: idOf(id) })),
  caseVoices: (id: number, page: PageOfVoices) =>
    read(cases[':id'].voices.$get({ param: idOf(id), query: textsOf(page) })),
  /** Each act takes the words that its dialog asked for. */
  act(id: number, act: CaseAct, { version, ...words }: ActInput): Promise<CaseRow> {
    const { agencyCode = '', reason = '', text = '', note } = words
    const param = idOf(id)
    const withNote = note ? { note, version } : { version }
    const routes: Record<CaseAct, () => Promise<CaseRow>> = {
      dispose: () => read(cases[':id'].dispose.$post({ param, json: { agencyCode, ...withNote } })),
      start: () => read(cases[':id'].start.$post({ param, json: { version } })),
      answer: () => read(cases[':id'].answer.$post({ param, json: { text, version } })),
      close: () => read(cases[':id'].close.$post({ param, json: withNote })),
      decline: () => read(cases[':id'].decline.$post({ param, json: { reason, version } })),
      reopen: () => read(cases[':id'].reopen.$post({ param, json: { reason, version } })),
      return: () => read(cases[':id'].return.$post({ param, json: { reason, version } })),
    }
    return routes[act]()
  },

  sources: () => read(sources.$get()),
  addSource: (json: InferRequestType<typeof sources.$post>['json']) =>
    read(sources.$post({ json })),
  changeSource: (
    id: number,
    json: { enabled?: boolean; intervalMinutes?: number; name?: string },
  ) => read(sources[':id'].$patch({ param: idOf(id), json })),
  sourceKey: (id: number) => read(sources[':id'].key.$post({ param: idOf(id) })),
  checkSource: (id: number) => read(sources[':id'].check.$post({ param: idOf(id) })),

  volume: (days: number) => read(trends.volume.$get({ query: { days: String(days) } })),
  areas: (days: number) => read(trends.areas.$get({ query: { days: String(days) } })),
  balance: () => read(trends.balance.$get()),
  accuracy: (days: number) => read(trends.accuracy.$get({ query: { days: String(days) } })),

  home: () => read(client.home.$get()),
  ledger: () => read(client.ledger.$get()),
  practice: (seen: string) =>
    read(client.practice.$get({ query: { limit: '10', ...(seen && { seen }) } })),
  answerPractice: (id: number, json: PracticeChoice) =>
    read(client.practice[':id'].$post({ param: idOf(id), json })),

  nextSample: () => read(samples.next.$get()),
  decideSample: (id: number, verdict: SampleVerdict) =>
    read(samples[':id'].decide.$post({ param: idOf(id), json: { verdict } })),
  undoSample: (id: number) => read(samples[':id'].undo.$post({ param: idOf(id) })),

  models: () => read(models.$get()),
  /** `reads`: the model that reads as the screen shows it; another one meanwhile is a refusal. */
  acceptModel: (id: number, reads: string) =>
    read(models[':id'].accept.$post({ param: idOf(id), json: { reads } })),
  declineModel: (id: number, note: string) =>
    read(models[':id'].decline.$post({ param: idOf(id), json: note ? { note } : {} })),
  chooseModel: (id: number | null, reads: string) =>
    read(models.choice.$post({ json: { id, reads } })),
  trainModel: () => read(models.training.$post()),
}

type AcceptRoute = (typeof invitations)[':token']['$post']
type InviteRoute = typeof officers.invitations.$post
type Decide = (typeof candidates)[':id']
/** Exactly one of the two. */
export type RejectInput = InferRequestType<Decide['reject']['$post']>['json']
export type ActInput = {
  version: number
  agencyCode?: string
  note?: string
  text?: string
  reason?: string
}

type Item<T extends { items: unknown[] }> = T['items'][number]
export type Language = 'id' | 'en'
export type { Right }
export type Session = InferResponseType<typeof session.$get, 200>
export type RegionData = InferResponseType<typeof client.region.$get, 200>
export type Invitation = InferResponseType<(typeof invitations)[':token']['$get'], 200>
export type ListedOfficer = Item<InferResponseType<typeof officers.$get, 200>>
export type Role = ListedOfficer['role']

export type QueueQuery = InferRequestType<typeof queue.$get>['query']
export type QueueAnswer = InferResponseType<typeof queue.$get, 200>
export type CandidateRow = Item<QueueAnswer>
export type CandidateStatus = CandidateRow['status']
export type Candidate = InferResponseType<Decide['$get'], 200>
export type Voice = Candidate['voices'][number]
export type VoicesPage = InferResponseType<Decide['voices']['$get'], 200>
export type Suggestion = Candidate['suggestions'][number]
export type HistoryEvent = Candidate['events'][number]
export type Reason = NonNullable<Voice['reading']>['reasons'][number]
export type Scored = NonNullable<Voice['reading']>['categories'][number]
export type DismissReason = NonNullable<CandidateRow['dismissReason']>
export type OpenInput = Omit<InferRequestType<Decide['open']['$post']>['json'], 'version'>
export type Category = OpenInput['category']
/** What an officer sets of a candidate that still waits; what is not named stays. */
export type Change = Omit<InferRequestType<Decide['$patch']>['json'], 'version'>
type BulkInput = InferRequestType<typeof candidates.bulk.$post>['json']
export type Colleague = Item<InferResponseType<typeof client.colleagues.$get, 200>>
export type SavedView = Item<InferResponseType<typeof views.$get, 200>>

export type Similar = Item<InferResponseType<typeof similar.$get, 200>>

export type CasesAnswer = InferResponseType<typeof cases.$get, 200>
export type CaseRow = Item<CasesAnswer>
export type CaseStatus = CaseRow['status']
export type Case = InferResponseType<(typeof cases)[':id']['$get'], 200>
export type CaseAct = Case['acts'][number]
export type Clock = Case['clocks'][number]

export type Source = Item<InferResponseType<typeof sources.$get, 200>>
export type WatchWords = InferResponseType<typeof watchWords.$get, 200>
export type WatchWord = Item<WatchWords>
export type RegionPack = InferResponseType<typeof client.region.pack.$get, 200>
export type Volume = InferResponseType<typeof trends.volume.$get, 200>
export type Areas = InferResponseType<typeof trends.areas.$get, 200>
export type Balance = InferResponseType<typeof trends.balance.$get, 200>
export type Accuracy = InferResponseType<typeof trends.accuracy.$get, 200>
export type SampleDesk = InferResponseType<typeof samples.next.$get, 200>
export type Models = InferResponseType<typeof models.$get, 200>
export type Model = Models['models'][number]
export type ModelCard = Model['card']
export type Training = Models['trainings'][number]
export type Home = InferResponseType<typeof client.home.$get, 200>
export type CaseDue = NonNullable<Home['escalated']>['items'][number]
export type Practice = InferResponseType<typeof client.practice.$get, 200>
export type PracticeItem = Practice['items'][number]
export type PracticeChoice = InferRequestType<(typeof client.practice)[':id']['$post']>['json']
export type PracticeAnswer = InferResponseType<(typeof client.practice)[':id']['$post'], 200>
export type SampleVerdict = NonNullable<SampleDesk['last']>['verdict']

/** In the order of the keys 1 to 7. */
export const DISMISS_REASONS: DismissReason[] = [
  'not_complaint',
  'unclear',
  'elsewhere',
  'private',
  'spam',
  'duplicate_source',
  'solved',
]
export const CASE_STATUSES: CaseStatus[] = [
  'opened',
  'disposed',
  'in_progress',
  'answered',
  'closed',
  'declined',
]
