/** Reads one message: complaint or not, what about, where, for whom, how urgent, and why. */
import { parentCode } from '../region/area-code.ts'
import type { Area, Region } from '../region/region.ts'
import { chooseCategories, sharesByModel, sharesByWords } from './category.ts'
import { isFiled } from './channel.ts'
import { detect } from './detect.ts'
import { laporCategory } from './lapor.ts'
import { lookWith } from './look.ts'
import { shippedModel, type Model } from './model.ts'
import type { PlaceFound } from './place.ts'
import type { Message, Reading } from './reading.ts'
import { giveReasons } from './reasons.ts'
import { makeRouter } from './route.ts'
import { makeTopicWatch, type TopicWatch } from './topics.ts'

/** Danger to life and misconduct are shown to a person on a mere suspicion. */
const GRAVE_THRESHOLD = 0.15

export type WatchingReader = {
  read: (message: Message) => Reading
  watch: TopicWatch['watch']
}

/**
 * Builds the reader of one region with one model. Reading is pure and takes bounded time on any text.
 */
export const makeReader = (region: Region, model?: Model): ((message: Message) => Reading) =>
  makeWatchingReader(region, model).read

/** The same with watch words that may change while it reads: a reader takes a while to build. */
export function makeWatchingReader(region: Region, model: Model = shippedModel()): WatchingReader {
  const topicWatch = makeTopicWatch(region.watchWords)
  return { read: readerWith(region, model, topicWatch), watch: topicWatch.watch }
}

function readerWith(
  region: Region,
  model: Model,
  { find }: TopicWatch,
): (message: Message) => Reading {
  const look = lookWith(region, find)
  const route = makeRouter(region)
  const areas = new Map(region.areas.map((area) => [area.code, area]))
  return (incoming) => {
    const findings = look(incoming)
    const { message, topics, urgency, modus } = findings
    const { tokens } = message
    const place = withKnown(findings.place, areas.get(incoming.known?.kelurahan ?? ''))
    const detection = detect(model, findings, incoming.channel)
    const probability = tokens.length === 0 ? 0 : detection.probability
    const isSuspected = probability >= GRAVE_THRESHOLD
    const isEmergency = urgency.call !== null && isSuspected
    const complaint =
      probability >= model.threshold || isEmergency || (isSuspected && modus.length > 0)
    // What is surely no complaint goes by its words alone: the tables of the model cost time.
    const shares =
      complaint && model.classes
        ? sharesByModel(model.classes, findings)
        : sharesByWords(topics, modus)
    const categories = chooseCategories(shares, incoming.known?.category)
    const category = categories[0]?.code ?? (complaint ? 'lainnya' : null)
    const agencies = category === null ? [] : route({ tokens, categories, place, modus })
    return {
      complaint,
      probability,
      category,
      categories,
      lapor:
        category !== null && isFiled(incoming.channel) ? laporCategory(category, tokens) : null,
      agency: agencies[0]?.code ?? null,
      agencies,
      kecamatan: place.kecamatan,
      kelurahan: place.kelurahan,
      place: place.place,
      point: place.point,
      outside: place.outside,
      urgent: complaint && urgency.urgent.length > 0,
      emergency: isEmergency,
      call: isEmergency ? urgency.call : null,
      modus: complaint ? [...new Set(modus.map((one) => one.modus))] : [],
      reasons: giveReasons({ ...findings, place }, model, { complaint, detection }),
      model: model.name,
    }
  }
}

/** The kelurahan that a citizen chose in the form. */
function withKnown(found: PlaceFound, kelurahan: Area | undefined): PlaceFound {
  if (kelurahan === undefined) return found
  const { code, point } = kelurahan
  const isSame = found.kelurahan === code
  return {
    ...found,
    kelurahan: code,
    kecamatan: parentCode(code),
    point: isSame ? found.point : point,
    isHere: true,
    outside: false,
  }
}
