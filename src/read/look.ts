/** Everything that is found in a message before anything is decided. */
import type { Region } from '../region/region.ts'
import { gatherEvidence, type Evidence } from './cues.ts'
import { findModus, type ModusFound } from './modus.ts'
import { normalize, type Normalized } from './normalize.ts'
import { makePlaceFinder, type PlaceFound } from './place.ts'
import type { Message } from './reading.ts'
import { signsOf, type Signs } from './signs.ts'
import { makeTopicFinder, type TopicFinder, type Topics } from './topics.ts'
import { findUrgency, type Urgency } from './urgency.ts'

export type Findings = {
  message: Normalized
  topics: Topics
  evidence: Evidence
  place: PlaceFound
  urgency: Urgency
  modus: ModusFound[]
  signs: Signs
}

type Look = (message: Pick<Message, 'text' | 'title'>) => Findings

/** Builds what looks at the messages of one region. */
export const makeLook = (region: Region): Look =>
  lookWith(region, makeTopicFinder(region.watchWords))

/** The same with a finder of its own. */
export function lookWith(region: Region, findTopics: TopicFinder): Look {
  const findPlace = makePlaceFinder(region)
  const numbers = new Set(region.emergency.map(({ number }) => number))
  /** Where the region has no number of its own for it, the general one takes the call. */
  const withNumber = (urgency: Urgency): Urgency =>
    urgency.call === null || numbers.has(urgency.call) ? urgency : { ...urgency, call: '112' }
  return ({ text, title }) => {
    const message = normalize(text, title ?? '')
    const { tokens } = message
    const place = findPlace(message)
    const topics = findTopics(tokens, place.spans)
    const evidence = gatherEvidence(message, topics, place)
    return {
      message,
      topics,
      evidence,
      place,
      urgency: withNumber(findUrgency(tokens)),
      modus: findModus(tokens),
      signs: signsOf(tokens.length, evidence.hits, topics.hits),
    }
  }
}
