/** The shape of a message: how it is written, and what stands beside what in it. */
import type { CueHit } from './cues.ts'
import { SPEAKS_AGAINST, type CueName } from './lexicon/cues.ts'
import type { Normalized } from './normalize.ts'
import type { PlaceFound } from './place.ts'
import type { Topics } from './topics.ts'

export type Shape = {
  /** Handles before the first word: an answer to somebody. */
  starts_handle: number
  /** Share of words that are not written as in the dictionary. */
  informal: number
  informal_thing: number
  /** Letters a word, above or below five. */
  word_length: number
  /** A number with a unit: "2 minggu", "40 menit", "3 meter". */
  span: number
  sad: number
  glad: number
  /** How many different cues speak against a complaint. */
  against: number
  /** Where the last problem ends, 0..1, and how much of the message problems are. */
  problem_last: number
  share: number
  /** How many categories are spoken of: a list of everything is an opinion. */
  kinds: number
  /** Something is asked for within a few words of a problem. */
  near_request: number
  fault_place: number
  /** Things without a word for or against. */
  clean_thing: number
  bare_thing: number
  only_inquiry: number
  app_dislike: number
}

const WANT: readonly CueName[] = ['request', 'deed', 'urge', 'when', 'wish']
const UNITS = new Set('menit jam hari minggu bulan tahun kali x meter cm km'.split(' '))
const NEAR = 6
const MAX_PAIRS = 400
const SPEAKS_UP: readonly CueName[] = [
  ...WANT.slice(0, 4),
  ...(['unmet', 'cannot', 'neglect', 'duration', 'again', 'burden', 'harm', 'upset'] as const),
  ...(['home', 'relayed', 'reported', 'waiting', 'rude', 'now'] as const),
]

/** Values are small counts, shares, and 0 or 1. */
export function shapeOf(
  message: Normalized,
  topics: Topics,
  place: PlaceFound,
  hits: readonly CueHit[],
): Shape {
  const cues = new Set<CueName>()
  for (const { cue } of hits) cues.add(cue)
  const writing = ofWriting(message)
  const isProblem = topics.problems.length > 0
  const isThing = topics.things > 0
  const isFault = topics.faults > 0 || cues.has('cannot') || cues.has('unmet')
  let against = 0
  for (const cue of cues) if (SPEAKS_AGAINST.has(cue)) against += 1
  const isOffice = topics.scores.has('administrasi')
  return {
    ...writing,
    informal_thing: isThing ? writing.informal : 0,
    against: Math.min(6, against),
    ...ofProblems(message.tokens.length, topics),
    near_request: isNearRequest(hits, topics) ? 1 : 0,
    fault_place: isFault && place.spans.length > 0 ? 1 : 0,
    clean_thing: isThing && !isProblem && against === 0 ? 1 : 0,
    bare_thing: isThing && !isProblem && !SPEAKS_UP.some((cue) => cues.has(cue)) ? 1 : 0,
    only_inquiry: message.questions > 0 && cues.has('inquiry') && !isProblem && !isFault ? 1 : 0,
    app_dislike: isOffice && cues.has('dislike') && !cues.has('appfault') ? 1 : 0,
  }
}

function ofWriting({ tokens, emoji }: Normalized) {
  let handles = 0
  let slang = 0
  let letters = 0
  let span = 0
  for (const [i, { kind, text, plain }] of tokens.entries()) {
    if (kind === 'handle') {
      if (handles === i) handles += 1
      continue
    }
    if (text !== plain) slang += 1
    letters += plain.length
    if (kind === 'number' && UNITS.has(tokens[i + 1]?.text ?? '')) span = 1
  }
  const count = Math.max(1, tokens.length)
  return {
    starts_handle: Math.min(3, handles),
    informal: slang / count,
    word_length: letters / count - 5,
    span,
    sad: emoji.sad + emoji.angry + emoji.mock > 0 ? 1 : 0,
    glad: emoji.laugh + emoji.heart + emoji.clap > 0 ? 1 : 0,
  }
}

function ofProblems(count: number, { problems, scores }: Topics) {
  let covered = 0
  let last = 0
  for (const { from, to } of problems) {
    covered += to - from + 1
    last = Math.max(last, to)
  }
  return {
    problem_last: problems.length > 0 ? last / count : 0,
    share: problems.length > 0 ? Math.min(1, covered / count) : 0,
    kinds: problems.length > 0 ? Math.min(4, scores.size) : 0,
  }
}

function isNearRequest(hits: readonly CueHit[], { problems }: Topics): boolean {
  let left = MAX_PAIRS
  for (const { cue, from, to } of hits) {
    if (!WANT.includes(cue)) continue
    for (const problem of problems) {
      if (Math.max(problem.from - to, from - problem.to) <= NEAR) return true
      if ((left -= 1) <= 0) return false
    }
  }
  return false
}
