/** Writes where the messages of a batch went: each table once. */
import type { Sql } from '../db/connect.ts'
import type { NewEvent } from '../ledger/append.ts'
import type { Region } from '../region/region.ts'
import type { Assigned } from './assign.ts'
import { growthBy, together, type Growth } from './grow.ts'
import type { Message } from './message.ts'
import {
  growCandidate,
  insertCandidates,
  insertFingerprints,
  insertSuggestions,
  insertVoices,
  markFilings,
  markPosts,
  type NewFingerprint,
  type NewSuggestion,
} from './queries.ts'
import { makeTitle } from '../voices/title.ts'

export type Writing = { tx: Sql; region: Region; dueAt: Date }

/** By a message: its vectors as the database reads them, by the embedder. None: it has no words. */
export type Vectors = (message: Message) => { embedderId: number; embedding: string }[]

/**
 * Writes candidates, voices, fingerprints, suggestions and marks; `aside` are the messages that found no
 * place. Nothing is awaited: the database works through them in this order while the caller goes on.
 * @returns when all is written, and what happened, for the ledger, which is locked last
 */
export function write(
  { tx, region, dueAt }: Writing,
  assigned: readonly Assigned[],
  aside: readonly Message[],
  vectorsOf: Vectors,
): { written: Promise<unknown>; events: NewEvent[] } {
  const grown = new Map<number, Growth>()
  for (const { candidateId, message, copyOf } of assigned) {
    const growth = growthBy(message.of, copyOf !== null)
    const before = grown.get(candidateId)
    grown.set(candidateId, before ? together(before, growth) : growth)
  }
  const made = assigned
    .filter((one) => one.isNew)
    .map(({ candidateId: id, message: { of } }) => {
      const growth = grown.get(id)!
      grown.delete(id)
      const { category } = of
      return { ...growth, id, regionId: region.id, title: makeTitle(region, of), category, dueAt }
    })
  const prints = assigned.flatMap((one) => toFingerprints(region.id, one, vectorsOf))
  const written = Promise.all([
    unlessEmpty(made, (rows) => insertCandidates(tx, rows)),
    ...[...grown].map(([id, growth]) => growCandidate(tx, id, growth)),
    unlessEmpty(assigned.map(toVoice), (rows) => insertVoices(tx, rows)),
    unlessEmpty(prints, (rows) => insertFingerprints(tx, rows)),
    unlessEmpty(assigned.flatMap(toSuggestions), (rows) => insertSuggestions(tx, rows)),
    ...mark(tx, assigned, aside),
  ])
  return { written, events: assigned.flatMap((one) => toEvents(region.id, one)) }
}

const unlessEmpty = <T>(rows: T[], insert: (rows: T[]) => Promise<void>): Promise<void> =>
  rows.length > 0 ? insert(rows) : Promise.resolve()

const toVoice = ({ message: { of }, voiceId, candidateId, ...voice }: Assigned) => ({
  id: voiceId,
  candidateId,
  postId: of.kind === 'post' ? of.id : null,
  filingId: of.kind === 'filing' ? of.id : null,
  rung: voice.rung,
  score: voice.score,
  reasons: voice.reasons,
  officerId: of.foundBy,
  copyOf: voice.copyOf,
})

/** A copy has none: a thousand identical posts would crowd out everybody else in the search. */
function toFingerprints(
  regionId: string,
  { message, voiceId, candidateId, copyOf }: Assigned,
  vectorsOf: Vectors,
): NewFingerprint[] {
  if (copyOf !== null) return []
  const textHash = message.made.print.hash.toString('hex')
  const { at, kelurahanCode } = message.of
  return vectorsOf(message).map((vector) => {
    return { regionId, candidateId, voiceId, textHash, at, kelurahanCode, ...vector }
  })
}

/** A candidate that stands in a case is suggested as that case. */
const toSuggestions = ({ candidateId, suggested }: Assigned): NewSuggestion[] =>
  suggested.map(({ candidateId: other, caseId, score, reasons }) => {
    return { candidateId, otherId: caseId === null ? other : null, caseId, score, reasons }
  })

function mark(tx: Sql, assigned: readonly Assigned[], aside: readonly Message[]) {
  const idsOf = (messages: readonly Message[], kind: 'post' | 'filing') =>
    messages.filter(({ of }) => of.kind === kind).map(({ of }) => of.id)
  const placed = assigned.map(({ message }) => message)
  return [
    unlessEmpty(idsOf(placed, 'post'), (ids) => markPosts(tx, ids, 'candidate')),
    unlessEmpty(idsOf(aside, 'post'), (ids) => markPosts(tx, ids, 'set_aside')),
    unlessEmpty(idsOf(placed, 'filing'), (ids) => markFilings(tx, ids)),
  ]
}

function toEvents(regionId: string, one: Assigned): NewEvent[] {
  const { message, voiceId, candidateId, caseId, rung, score, isNew } = one
  const { of } = message
  const filingId = of.kind === 'filing' ? of.id : null
  const added = { regionId, kind: 'candidate.voice_added', candidateId, caseId, filingId }
  const found = { regionId, kind: 'candidate.found', candidateId, officerId: of.foundBy }
  return [
    ...(isNew ? [] : [{ ...added, data: { voiceId, rung, score } }]),
    ...(of.foundBy === null ? [] : [{ ...found, data: { voiceId } }]),
  ]
}
