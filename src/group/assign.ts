/** Gives each message of a batch its problem, one after the other, so that a later one finds an earlier. Pure. */
import { choose, TOGETHER, type Choice, type Problem } from './choose.ts'
import { comparePrepared, isCopy, type Prepared } from './compare.ts'
import { findFresh, type Fresh } from './fresh.ts'
import { linkOf, type Link } from './link.ts'
import type { LookedUp } from './look-up.ts'
import { isHeard, type Message, type Rung } from './message.ts'
import type { Known } from './queries-known.ts'
import { COPY_HOURS, HOUR_MS } from './reach.ts'

/** Another problem that a person is shown beside this one. */
export type Beside = {
  candidateId: number
  caseId: number | null
  score: number
  reasons: string[]
}

/** Where a message goes: into a known candidate, or into a new one. */
export type Assigned = {
  message: Message
  voiceId: number
  candidateId: number
  caseId: number | null
  isNew: boolean
  rung: Rung
  score: number
  reasons: string[]
  copyOf: number | null
  suggested: Beside[]
}

/** What found its place in this transaction: the batches after it were looked up before it was written. */
export type SoFar = {
  fresh: readonly Fresh[]
  /** By the candidate: between when it is told of by now. */
  spans: ReadonlyMap<number, { firstAt: Date; lastAt: Date }>
}

/** `ids` are reserved for those who open a candidate, and for all who speak. */
export type Batch = LookedUp & {
  messages: readonly Message[]
  preparedOf: (known: Known) => Prepared
  ids: { candidates: readonly number[]; voices: readonly number[] }
  soFar: SoFar
}

type State = Batch & { fresh: Fresh[]; spans: Map<number, { firstAt: Date; lastAt: Date }> }

/** @returns where each one goes (null: it is set aside), and what the next batch must know */
export function assign(batch: Batch): { assigned: (Assigned | null)[]; soFar: SoFar } {
  const state = begin(batch)
  const assigned = batch.messages.map((message, asker) => {
    const link = linkOf({ message, asker, ...state })
    if (!isHeard(message.of)) {
      // A reply that is no complaint by itself, but says where: it speaks for the one it answers.
      const speaks = link?.rung === 'reply' && !link.known.isClosed
      if (!speaks || message.of.place === null || link.known.place !== null) return null
      return keep(state, asker, joined(state, asker, link))
    }
    return keep(state, asker, place(state, asker, link))
  })
  return { assigned, soFar: { fresh: state.fresh, spans: state.spans } }
}

/** Nothing of the batch is changed: it may have to be thought over. */
function begin(batch: Batch): State {
  const fresh = [...batch.soFar.fresh]
  const made = new Map(fresh.map(({ known, message }) => [known.voiceId, message.made]))
  return {
    ...batch,
    fresh,
    spans: new Map(batch.soFar.spans),
    known: new Map([...batch.known, ...fresh.map(({ known }) => [known.voiceId, known] as const)]),
    preparedOf: (known) => made.get(known.voiceId) ?? batch.preparedOf(known),
  }
}

function place(state: State, asker: number, link: Link | null): Assigned {
  if (link && !link.known.isClosed) return joined(state, asker, link)
  const { of, made } = state.messages[asker]!
  const alike = voicesAlike(state, asker)
  const same = sameWords(state, asker, alike)
  if (same) return joined(state, asker, same)
  const { joins, suggested } = choose(
    made,
    problemsOf(state, alike),
    state.preparedOf,
    of.kind === 'filing',
  )
  const beside = suggested.map(toBeside)
  if (joins) {
    // What is likely, too, may be one with it; that is for a person to say.
    const likely = suggested.filter((one) => one.score >= TOGETHER).map(toBeside)
    const rung = isCopy(made, state.preparedOf(joins.nearest)) ? 'copy' : 'same'
    return joined(state, asker, { ...joins, known: joins.nearest, rung }, likely)
  }
  const closed = link ? [toBeside({ ...link, nearest: link.known })] : []
  return opened(state, asker, [...closed, ...beside])
}

/** The voices that were found in the database, and those of this batch that came before. */
function voicesAlike({ ways, known, ...state }: State, asker: number): Known[] {
  const found = (ways.alike.get(asker) ?? []).flatMap((id) => known.get(id) ?? [])
  const fresh = findFresh(state.fresh, state.messages[asker]!)
  return [...new Map([...found, ...fresh].map((one) => [one.voiceId, one])).values()]
}

/** The very same words, unless place, name or time speak against it. */
function sameWords({ messages, preparedOf }: State, asker: number, alike: Known[]): Link | null {
  const { made } = messages[asker]!
  if (!made.print.isDistinct) return null
  const known = alike.find((one) => {
    const other = preparedOf(one)
    if (one.isClosed || !other.print.hash.equals(made.print.hash)) return false
    return comparePrepared(made, other).verdict === 'confirmed'
  })
  return known ? { known, rung: 'identical', score: 1, reasons: ['teks sama persis'] } : null
}

function problemsOf({ known, spans }: State, alike: readonly Known[]): Problem<Known>[] {
  return [...Map.groupBy(alike, ({ candidateId }) => candidateId)].map(([candidateId, voices]) => {
    const [any] = voices as [Known]
    const first = known.get(any.firstVoiceId) ?? any
    const members = [...new Map([first, ...voices].map((one) => [one.voiceId, one])).values()]
    const standing = any.isClosed ? 'closed' : any.caseId === null ? 'waiting' : 'open'
    return { standing, first, members, ...(spans.get(candidateId) ?? spanOf(any)) }
  })
}

const spanOf = ({ firstAt, lastAt }: Known) => ({ firstAt, lastAt })

const toBeside = ({
  nearest: { candidateId, caseId },
  score,
  reasons,
}: Omit<Choice<Known>, 'problem'>): Beside => ({ candidateId, caseId, score, reasons })

function joined(state: State, asker: number, link: Link, suggested: Beside[] = []): Assigned {
  const message = state.messages[asker]!
  const { known, rung, score, reasons } = link
  return {
    message,
    voiceId: state.ids.voices[asker]!,
    candidateId: known.candidateId,
    caseId: known.caseId,
    isNew: false,
    rung,
    score,
    reasons,
    copyOf: isRepeated(message, link) ? (known.copyOf ?? known.voiceId) : null,
    suggested: suggested.filter((one) => one.candidateId !== known.candidateId),
  }
}

/** Soon after and in the same words, it adds no voice, from however many accounts it comes. A filing always does. */
function isRepeated({ of }: Message, { known, rung }: Link): boolean {
  const isSame = rung === 'identical' || rung === 'copy' || of.postKind === 'repost'
  if (of.kind === 'filing' || !isSame) return false
  return Math.abs(of.at.getTime() - known.at.getTime()) <= COPY_HOURS * HOUR_MS
}

/** A problem that nobody has told of before. */
const opened = (state: State, asker: number, suggested: Beside[]): Assigned => ({
  message: state.messages[asker]!,
  voiceId: state.ids.voices[asker]!,
  candidateId: state.ids.candidates[asker]!,
  caseId: null,
  isNew: true,
  rung: 'first',
  score: 1,
  reasons: [],
  copyOf: null,
  suggested,
})

/** From now on the others of the batch find it. */
function keep(state: State, asker: number, assigned: Assigned): Assigned {
  const message = state.messages[asker]!
  const { voiceId, candidateId, caseId, copyOf } = assigned
  const { at } = message.of
  const before = state.spans.get(candidateId) ?? knownSpan(state, candidateId)
  const firstAt = before && before.firstAt < at ? before.firstAt : at
  const lastAt = before && before.lastAt > at ? before.lastAt : at
  state.spans.set(candidateId, { firstAt, lastAt })
  const firstVoiceId = assigned.isNew ? voiceId : firstOf(state, candidateId, voiceId)
  const place = { voiceId, candidateId, caseId, copyOf, isClosed: false, firstVoiceId }
  const known: Known = { ...message.of, ...place, firstAt, lastAt }
  state.known.set(voiceId, known)
  state.fresh.push({ known, message })
  return assigned
}

const knownOf = ({ known }: State, candidateId: number): Known | undefined =>
  known.values().find((one) => one.candidateId === candidateId)

function knownSpan(state: State, candidateId: number) {
  const one = knownOf(state, candidateId)
  return one && spanOf(one)
}

const firstOf = (state: State, candidateId: number, voiceId: number): number =>
  knownOf(state, candidateId)?.firstVoiceId ?? voiceId
