/** The shape of a message: how it is written, and what stands beside what in it. */
import { SEEN, slotOfCue } from './cue-slots.ts'
import type { CueHit, Evidence } from './cues.ts'
import { SPEAKS_AGAINST, type CueName } from './lexicon/cues.ts'
import type { Normalized } from './normalize.ts'
import type { PlaceFound } from './place.ts'
import type { Topics } from './topics.ts'
import { remember } from './word.ts'

const WANT: readonly CueName[] = ['request', 'deed', 'urge', 'when', 'wish']
const UNITS = new Set('menit jam hari minggu bulan tahun kali x meter cm km'.split(' '))
const asUnit = remember(({ text }) => ({ is: UNITS.has(text) }))
const NEAR = 6
const MAX_PAIRS = 400
const SPEAKS_UP: readonly CueName[] = [
  ...WANT.slice(0, 4),
  ...(['unmet', 'cannot', 'neglect', 'duration', 'again', 'burden', 'harm', 'upset'] as const),
  ...(['home', 'relayed', 'reported', 'waiting', 'rude', 'now'] as const),
]
const upSlots = SPEAKS_UP.map(slotOfCue)
const againstSlots = [...SPEAKS_AGAINST].map(slotOfCue)
const CANNOT = slotOfCue('cannot')
const UNMET = slotOfCue('unmet')
const INQUIRY = slotOfCue('inquiry')
const DISLIKE = slotOfCue('dislike')
const APPFAULT = slotOfCue('appfault')

/** Sets what SEEN names of the shape: small counts, shares, and 0 or 1. The cues must be counted. */
export function addShape(
  { values, hits }: Evidence,
  message: Normalized,
  topics: Topics,
  place: PlaceFound,
): void {
  addWriting(values, message)
  addProblems(values, message.tokens.length, topics)
  const isProblem = topics.problems.length > 0
  const isThing = topics.things > 0
  const isFault = topics.faults > 0 || values[CANNOT]! > 0 || values[UNMET]! > 0
  const against = countSet(values, againstSlots)
  const isBare = isThing && !isProblem
  const isInquiry = message.questions > 0 && values[INQUIRY]! > 0
  const isOffice = topics.scores.has('administrasi')
  const isDisliked = isOffice && values[DISLIKE]! > 0 && values[APPFAULT] === 0
  values[SEEN.informal_thing] = isThing ? values[SEEN.informal]! : 0
  values[SEEN.against] = Math.min(6, against)
  values[SEEN.near_request] = isProblem && isNearRequest(hits, topics) ? 1 : 0
  values[SEEN.fault_place] = isFault && place.spans.length > 0 ? 1 : 0
  values[SEEN.clean_thing] = isBare && against === 0 ? 1 : 0
  values[SEEN.bare_thing] = isBare && countSet(values, upSlots) === 0 ? 1 : 0
  values[SEEN.only_inquiry] = isInquiry && !isProblem && !isFault ? 1 : 0
  values[SEEN.app_dislike] = isDisliked ? 1 : 0
}

function countSet(values: Float64Array, slots: readonly number[]): number {
  let count = 0
  for (let i = 0; i < slots.length; i += 1) if (values[slots[i]!]! > 0) count += 1
  return count
}

function addWriting(values: Float64Array, { tokens, emoji }: Normalized): void {
  let handles = 0
  let slang = 0
  let letters = 0
  let span = 0
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, text, plain } = tokens[i]!
    if (kind === 'handle') {
      if (handles === i) handles += 1
      continue
    }
    if (text !== plain) slang += 1
    letters += plain.length
    if (kind === 'number' && i + 1 < tokens.length && asUnit(tokens[i + 1]!.word).is) span = 1
  }
  const count = Math.max(1, tokens.length)
  values[SEEN.starts_handle] = Math.min(3, handles)
  values[SEEN.informal] = slang / count
  values[SEEN.word_length] = letters / count - 5
  values[SEEN.span] = span
  values[SEEN.sad] = emoji.sad + emoji.angry + emoji.mock > 0 ? 1 : 0
  values[SEEN.glad] = emoji.laugh + emoji.heart + emoji.clap > 0 ? 1 : 0
}

function addProblems(values: Float64Array, count: number, { problems, scores }: Topics): void {
  if (problems.length === 0) return
  let covered = 0
  let last = 0
  for (let i = 0; i < problems.length; i += 1) {
    const { from, to } = problems[i]!
    covered += to - from + 1
    last = Math.max(last, to)
  }
  values[SEEN.problem_last] = last / count
  values[SEEN.share] = Math.min(1, covered / count)
  values[SEEN.kinds] = Math.min(4, scores.size)
}

function isNearRequest(hits: readonly CueHit[], { problems }: Topics): boolean {
  let left = MAX_PAIRS
  for (let i = 0; i < hits.length; i += 1) {
    const { cue, from, to } = hits[i]!
    if (!WANT.includes(cue)) continue
    for (let j = 0; j < problems.length; j += 1) {
      const problem = problems[j]!
      if (Math.max(problem.from - to, from - problem.to) <= NEAR) return true
      if ((left -= 1) <= 0) return false
    }
  }
  return false
}
