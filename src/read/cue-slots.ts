/** Where the value of each cue stands among those of a message. */
import { CUES, type CueName } from './lexicon/cues.ts'

/** The first slots are those of the cues of words, in the order of their list. */
export const CUE_NAMES = Object.keys(CUES) as CueName[]
const cueSlots = new Map(CUE_NAMES.map((cue, slot) => [cue, slot]))
export const slotOfCue = (cue: CueName): number => cueSlots.get(cue) ?? 0

let taken = CUE_NAMES.length
const next = (): number => taken++

/**
 * What is seen beside the words of cues. Slots go by the order here. It is one literal of fixed fields, so
 * that a slot is a constant to the compiler: these are asked for in every message.
 */
export const SEEN = {
  problem: next(),
  problem_phrase: next(),
  problem_pair: next(),
  strength: next(),
  thing: next(),
  fault: next(),
  denied: next(),
  nothing: next(),
  long: next(),
  short: next(),
  url: next(),
  hashtags: next(),
  question: next(),
  exclamation: next(),
  shouting: next(),
  headline: next(),
  office_handle: next(),
  handle: next(),
  place: next(),
  /** The region, or something in it, is named. */
  here: next(),
  /** Handles before the first word: an answer to somebody. */
  starts_handle: next(),
  /** Share of words that are not written as in the dictionary. */
  informal: next(),
  informal_thing: next(),
  /** Letters a word, above or below five. */
  word_length: next(),
  /** A number with a unit: "2 minggu", "40 menit", "3 meter". */
  span: next(),
  sad: next(),
  glad: next(),
  /** How many different cues speak against a complaint. */
  against: next(),
  /** Where the last problem ends, 0..1, and how much of the message problems are. */
  problem_last: next(),
  share: next(),
  /** How many categories are spoken of: a list of everything is an opinion. */
  kinds: next(),
  /** Something is asked for within a few words of a problem. */
  near_request: next(),
  fault_place: next(),
  /** Things without a word for or against. */
  clean_thing: next(),
  bare_thing: next(),
  only_inquiry: next(),
  app_dislike: next(),
}
type Single = CueName | keyof typeof SEEN

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
const SINGLE = [...CUE_NAMES, ...Object.keys(SEEN)]

/** Every name that may have a weight. */
export const FEATURES: readonly string[] = [
  ...SINGLE,
  ...BESIDE_PROBLEM.map((cue) => `problem+${cue}`),
  ...BESIDE_THING.map((cue) => `thing+${cue}`),
]

const slotOf = (name: Single): number => SINGLE.indexOf(name)
const problemSlots = BESIDE_PROBLEM.map(slotOf)
const thingSlots = BESIDE_THING.map(slotOf)
const FIRST_BESIDE_PROBLEM = SINGLE.length
const FIRST_BESIDE_THING = SINGLE.length + BESIDE_PROBLEM.length

/** Sets the values of what stands together: a cue and a problem, or a cue and a thing. */
export function addTogether(values: Float64Array): void {
  const isProblem = values[SEEN.problem]! > 0
  if (!isProblem && !(values[SEEN.thing]! > 0)) return
  const beside = isProblem ? problemSlots : thingSlots
  const first = isProblem ? FIRST_BESIDE_PROBLEM : FIRST_BESIDE_THING
  for (let i = 0; i < beside.length; i += 1) if (values[beside[i]!]! > 0) values[first + i] = 1
}
