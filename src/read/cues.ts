/** Counts the named cues of one message: what speaks for a complaint, and what against. */
import { addTogether, CUE_NAMES, FEATURES, SEEN, slotOfCue } from './cue-slots.ts'
import { CUES, type CueName } from './lexicon/cues.ts'
import type { Normalized, Token } from './normalize.ts'
import { findPhrases, makePhrases } from './phrases.ts'
import type { PlaceFound } from './place.ts'
import type { Span } from './place-spans.ts'
import { addShape } from './shape.ts'
import type { Topics } from './topics.ts'
import { remember } from './word.ts'

export { FEATURES }
export type CueHit = Span & { cue: CueName }
/** The value of each of FEATURES, in their order, and where the words of the cues stand. */
export type Evidence = { values: Float64Array; hits: CueHit[] }

const phrases = makePhrases(
  CUE_NAMES.flatMap((cue) => {
    const found = { cue, slot: slotOfCue(cue) }
    return CUES[cue].map((word) => [word, found] as const)
  }),
)
const OFFICE_HANDLE = new RegExp(
  `pln pdam perumda pemkot pemkab pemprov pemda dinas disk kominfo dishub dinkes dinsos dlh
    pupr kemen polr polis polda lapor jaki bpjs kai121 commuter transjakarta transj telkom
    indihome bupati walikota gubernur dki bpbd satpol damkar humas`
    .split(/\s+/)
    .join('|'),
)
const ofOffice = remember(({ plain }) => ({ is: OFFICE_HANDLE.test(plain) }))
const MAX_COUNT = 3
const MAX_HITS = 600

/** Rows of one table: a table of its own for each message takes ten times as long to make. */
const ROWS = 64
let table = new ArrayBuffer(0)
let used = 0

/** Zeros for the features of one message. */
function nextRow(): Float64Array {
  const bytes = FEATURES.length * Float64Array.BYTES_PER_ELEMENT
  if (used + bytes > table.byteLength) {
    table = new ArrayBuffer(ROWS * bytes)
    used = 0
  }
  const row = new Float64Array(table, used, FEATURES.length)
  used += bytes
  return row
}

/** Gathers every cue. Values are small counts or shares, so that one weight each is enough. */
export function gatherEvidence(message: Normalized, topics: Topics, place: PlaceFound): Evidence {
  const hits: CueHit[] = []
  const values = nextRow()
  const found = findPhrases(phrases, message.tokens)
  for (let i = 0; i < found.length && hits.length < MAX_HITS; i += 1) {
    const { values: cues, from, to } = found[i]!
    for (let j = 0; j < cues.length; j += 1) {
      const { cue, slot } = cues[j]!
      hits.push({ cue, from, to })
      if (values[slot]! < MAX_COUNT) values[slot]! += 1
    }
  }
  addTopics(values, topics)
  addForm(values, message)
  values[SEEN.place] = Math.min(2, place.spans.length)
  values[SEEN.here] = place.isHere ? 1 : 0
  addShape({ values, hits }, message, topics, place)
  addTogether(values)
  return { values, hits }
}

function addTopics(values: Float64Array, { problems, things, faults, denied }: Topics): void {
  const count = problems.length
  let ofPhrase = 0
  let weight = 0
  for (let i = 0; i < count; i += 1) {
    const problem = problems[i]!
    if (problem.kind === 'phrase') ofPhrase += 1
    weight += problem.weight
  }
  values[SEEN.problem] = count > 0 ? 1 : 0
  values[SEEN.problem_phrase] = Math.min(2, ofPhrase)
  values[SEEN.problem_pair] = Math.min(2, count - ofPhrase)
  values[SEEN.strength] = Math.min(3, Math.log2(1 + weight))
  values[SEEN.thing] = Math.min(2, things)
  values[SEEN.fault] = Math.min(2, faults)
  values[SEEN.denied] = Math.min(2, denied)
  values[SEEN.nothing] = things + faults + count === 0 ? 1 : 0
}

function addForm(values: Float64Array, message: Normalized): void {
  const { tokens, capitals } = message
  const count = tokens.length
  let handles = 0
  let isOffice = false
  for (let i = 0; i < count; i += 1) {
    const { kind, word } = tokens[i]!
    if (kind !== 'handle') continue
    handles += 1
    isOffice ||= ofOffice(word).is
  }
  values[SEEN.long] = Math.min(1.5, Math.max(0, Math.log2((count + 1) / 32)))
  values[SEEN.short] = Math.max(0, Math.log2(8 / (count + 1)))
  values[SEEN.url] = Math.min(2, message.urls)
  values[SEEN.hashtags] = Math.min(4, message.hashtags)
  values[SEEN.question] = Math.min(2, message.questions)
  values[SEEN.exclamation] = Math.min(2, message.exclamations)
  values[SEEN.shouting] = capitals > 0.6 && count > 2 ? 1 : 0
  values[SEEN.headline] = isHeadline(tokens) ? 1 : 0
  values[SEEN.office_handle] = isOffice ? 1 : 0
  values[SEEN.handle] = Math.min(2, handles)
}

/** Most Words Begin With A Capital, as in a title. */
function isHeadline(tokens: readonly Token[]): boolean {
  let words = 0
  let capitals = 0
  for (let i = 0; i < tokens.length && i < 16 && words < 12; i += 1) {
    const { kind, isCapital } = tokens[i]!
    if (kind !== 'word') continue
    words += 1
    if (isCapital) capitals += 1
  }
  return words >= 5 && capitals / words > 0.7
}
