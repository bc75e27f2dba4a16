/** Reads one message: complaint or not, what about, where, for whom, how urgent, and why. */
import { parentCode } from '../region/area-code.ts'
import type { Region } from '../region/region.ts'
import { chooseCategories } from './category.ts'
import { gatherEvidence } from './cues.ts'
import { detect, THRESHOLD } from './detect.ts'
import { findModus } from './modus.ts'
import { normalize } from './normalize.ts'
import { makePlaceFinder, type PlaceFound } from './place.ts'
import type { Message, Reading } from './reading.ts'
import { giveReasons } from './reasons.ts'
import { makeRouter } from './route.ts'
import { makeTopicFinder } from './topics.ts'
import { findUrgency } from './urgency.ts'

/** The version that stands in each reading; it changes when the same text may be read differently. */
export const MODEL = 'cues-1'

/** Builds the reader of one region. Reading is pure and takes bounded time on any text. */
export function makeReader(region: Region): (message: Message) => Reading {
  const findPlace = makePlaceFinder(region)
  const findTopics = makeTopicFinder(region.watchWords)
  const route = makeRouter(region)
  return (incoming) => {
    const message = normalize(incoming.text, incoming.title ?? '')
    const { tokens } = message
    const place = withKnown(findPlace(message), incoming.known?.kelurahan)
    const topics = findTopics(tokens, place.spans)
    const evidence = gatherEvidence(message, topics, place)
    const probability = tokens.length === 0 ? 0 : detect(evidence, incoming.channel)
    const complaint = probability >= THRESHOLD
    const modus = findModus(tokens)
    const urgency = findUrgency(tokens)
    const categories = chooseCategories(topics, modus, incoming.known?.category)
    const category = categories[0]?.code ?? (complaint ? 'lainnya' : null)
    const agencies = category === null ? [] : route({ tokens, categories, place, modus })
    const emergency = complaint && urgency.emergency.length > 0
    return {
      complaint,
      probability,
      category,
      categories,
      agency: agencies[0]?.code ?? null,
      agencies,
      kecamatan: place.kecamatan,
      kelurahan: place.kelurahan,
      place: place.place,
      outside: place.outside,
      urgent: emergency || (complaint && urgency.urgent.length > 0),
      emergency,
      modus: complaint ? [...new Set(modus.map((one) => one.modus))] : [],
      reasons: giveReasons({ message, topics, evidence, place, urgency, modus }),
      model: MODEL,
    }
  }
}

/** The kelurahan that a citizen chose in the form. */
function withKnown(found: PlaceFound, kelurahan: string | undefined): PlaceFound {
  if (kelurahan === undefined) return found
  return { ...found, kelurahan, kecamatan: parentCode(kelurahan), isHere: true, outside: false }
}
