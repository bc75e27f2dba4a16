/** Counts the named cues of one message: what speaks for a complaint, and what against. */
import { CUES, type CueName } from './lexicon/cues.ts'
import type { Normalized, Token } from './normalize.ts'
import { findPhrases, makePhrases } from './phrases.ts'
import type { PlaceFound } from './place.ts'
import type { Span } from './place-spans.ts'
import { shapeOf } from './shape.ts'
import type { Topics } from './topics.ts'

export type CueHit = Span & { cue: CueName }
/** The value of each of FEATURES, in their order, and where the words of the cues stand. */
export type Evidence = { values: Float64Array; hits: CueHit[] }

const NAMES = Object.keys(CUES) as CueName[]
/** What is seen beside the words of cues.ts. */
const SEEN = [
  'problem',
  'problem_phrase',
  'problem_pair',
  'strength',
  'thing',
  'fault',
  'denied',
  'nothing',
  'long',
  'short',
  'url',
  'hashtags',
  'question',
  'exclamation',
  'shouting',
  'headline',
  'office_handle',
  'handle',
  'place',
  'here',
  'starts_handle',
  'informal',
  'informal_thing',
  'word_length',
  'span',
  'sad',
  'glad',
  'against',
  'problem_last',
  'share',
  'kinds',
  'near_request',
  'fault_place',
  'clean_thing',
  'bare_thing',
  'only_inquiry',
  'app_dislike',
] as const
type Seen = (typeof SEEN)[number]
type Single = CueName | Seen

/** What means something else beside a problem, or beside a thing of which no fault is told. */
const BESIDE_PROBLEM: readonly Single[] = [
  'address',
  'general',
  'staff',
  'when',
  'waiting',
  'private',
  'incident',
  'request',
  'unmet',
  'place',
  'here',
  'short',
]
const BESIDE_THING: readonly Single[] = [
  'ask',
  'request',
  'waiting',
  'past',
  'contrast',
  'love',
  'handle',
]
const SINGLE: Single[] = [...NAMES, ...SEEN]

/** Every name that may have a weight. */
export const FEATURES: readonly string[] = [
  ...SINGLE,
  ...BESIDE_PROBLEM.map((cue) => `problem+${cue}`),
  ...BESIDE_THING.map((cue) => `thing+${cue}`),
]

const slots = new Map<Single, number>(SINGLE.map((name, slot) => [name, slot]))
const slotOf = (name: Single): number => slots.get(name) ?? 0
const problemSlots = BESIDE_PROBLEM.map(slotOf)
const thingSlots = BESIDE_THING.map(slotOf)
const seenSlots = SEEN.map((name) => [name, slotOf(name)] as const)
const PROBLEM = slotOf('problem')
const THING = slotOf('thing')

const phrases = makePhrases(NAMES.flatMap((cue) => CUES[cue].map((word) => [word, cue] as const)))
const OFFICE_HANDLE = new RegExp(
  `pln pdam perumda pemkot pemkab pemprov pemda dinas disk kominfo dishub dinkes dinsos dlh
    pupr kemen polr polis polda lapor jaki bpjs kai121 commuter transjakarta transj telkom
    indihome bupati walikota gubernur dki bpbd satpol damkar humas`
    .split(/\s+/)
    .join('|'),
)
const MAX_COUNT = 3
const MAX_HITS = 600

/** Gathers every cue. Values are small counts or shares, so that one weight each is enough. */
export function gatherEvidence(message: Normalized, topics: Topics, place: PlaceFound): Evidence {
  const hits: CueHit[] = []
  const values = new Float64Array(FEATURES.length)
  for (const { values: cues, from, to } of findPhrases(phrases, message.tokens)) {
    if (hits.length >= MAX_HITS) break
    for (const cue of cues) {
      hits.push({ cue, from, to })
      const slot = slotOf(cue)
      values[slot] = Math.min(MAX_COUNT, (values[slot] ?? 0) + 1)
    }
  }
  const seen: Record<Seen, number> = {
    ...ofTopics(topics),
    ...ofForm(message),
    ...ofPlace(place),
    ...shapeOf(message, topics, place, hits),
  }
  for (const [name, slot] of seenSlots) values[slot] = seen[name]
  addTogether(values)
  return { values, hits }
}

function ofTopics(topics: Topics) {
  const phraseCount = topics.problems.filter((problem) => problem.kind === 'phrase').length
  const weight = topics.problems.reduce((sum, one) => sum + one.weight, 0)
  return {
    problem: topics.problems.length > 0 ? 1 : 0,
    problem_phrase: Math.min(2, phraseCount),
    problem_pair: Math.min(2, topics.problems.length - phraseCount),
    strength: Math.min(3, Math.log2(1 + weight)),
    thing: Math.min(2, topics.things),
    fault: Math.min(2, topics.faults),
    denied: Math.min(2, topics.denied),
    nothing: topics.things + topics.faults + topics.problems.length === 0 ? 1 : 0,
  }
}

function ofForm({ tokens, urls, hashtags, questions, exclamations, capitals }: Normalized) {
  const count = tokens.length
  const handles = tokens.filter((token) => token.kind === 'handle')
  return {
    long: Math.min(1.5, Math.max(0, Math.log2((count + 1) / 32))),
    short: Math.max(0, Math.log2(8 / (count + 1))),
    url: Math.min(2, urls),
    hashtags: Math.min(4, hashtags),
    question: Math.min(2, questions),
    exclamation: Math.min(2, exclamations),
    shouting: capitals > 0.6 && count > 2 ? 1 : 0,
    headline: isHeadline(tokens) ? 1 : 0,
    office_handle: handles.some((token) => OFFICE_HANDLE.test(token.plain)) ? 1 : 0,
    handle: Math.min(2, handles.length),
  }
}

const ofPlace = (place: PlaceFound) => ({
  place: Math.min(2, place.spans.length),
  here: place.isHere ? 1 : 0,
})

/** Most Words Begin With A Capital, as in a title. */
function isHeadline(tokens: Token[]): boolean {
  const words = tokens
    .slice(0, 16)
    .filter((token) => token.kind === 'word')
    .slice(0, 12)
  if (words.length < 5) return false
  return words.filter((token) => token.isCapital).length / words.length > 0.7
}

function addTogether(values: Float64Array): void {
  const isProblem = (values[PROBLEM] ?? 0) > 0
  const isThing = !isProblem && (values[THING] ?? 0) > 0
  if (!isProblem && !isThing) return
  const first = SINGLE.length + (isProblem ? 0 : BESIDE_PROBLEM.length)
  for (const [i, slot] of (isProblem ? problemSlots : thingSlots).entries()) {
    if ((values[slot] ?? 0) > 0) values[first + i] = 1
  }
}
