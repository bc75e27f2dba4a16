/** What each word of a message stands for: a cue, a thing of a category, a fault, a named problem. */
import { CATEGORIES } from '../region/category.ts'
import type { CueHit } from './cues.ts'
import { CUES, type CueName } from './lexicon/cues.ts'
import type { TopicHit } from './topics.ts'

export type Signs = {
  /** The signs of each token that has any. */
  ofToken: readonly (readonly number[] | undefined)[]
  /** Every sign of the message once, ascending. */
  present: readonly number[]
}

/** A long letter has many; the first in number are enough. */
export const SIGN_PAIR_LIMIT = 40

const FAULT = 1
const cueNumbers = new Map((Object.keys(CUES) as CueName[]).map((cue, i) => [cue, i + 100]))
const thingNumbers = new Map(CATEGORIES.map((category, i) => [category, i + 20]))
const phraseNumbers = new Map(CATEGORIES.map((category, i) => [category, i + 50]))

/** Signs are numbers below this. */
const MOST_SIGNS = 256
const seen = new Uint8Array(MOST_SIGNS)
/** Most tokens have one sign: these lists stand for all of them, and are never added to. */
const ALONE = Array.from({ length: MOST_SIGNS }, (_, sign): number[] => [sign])

/** @param count how many tokens the message has */
export function signsOf(
  count: number,
  cues: readonly CueHit[],
  topics: readonly TopicHit[],
): Signs {
  const ofToken: (number[] | undefined)[] = []
  for (let i = 0; i < count; i += 1) ofToken.push(undefined)
  const present: number[] = []
  for (let i = 0; i < cues.length; i += 1) {
    const { cue, from, to } = cues[i]!
    const sign = cueNumbers.get(cue) ?? 0
    note(present, sign)
    for (let at = from; at <= to; at += 1) mark(ofToken, at, sign)
  }
  for (let i = 0; i < topics.length; i += 1) {
    const { values, from, to } = topics[i]!
    for (let j = 0; j < values.length; j += 1) {
      const sign = signOf(values[j]!)
      note(present, sign)
      for (let at = from; at <= to; at += 1) mark(ofToken, at, sign)
    }
  }
  for (let i = 0; i < present.length; i += 1) seen[present[i]!] = 0
  return { ofToken, present }
}

function signOf({ role, category }: TopicHit['values'][number]): number {
  if (role === 'fault' || category === null) return FAULT
  return (role === 'thing' ? thingNumbers : phraseNumbers).get(category) ?? 0
}

/** Puts a sign into its place among those that are present: they are few, so that no sort is faster. */
function note(present: number[], sign: number): void {
  if (seen[sign] !== 0) return
  seen[sign] = 1
  let at = present.push(sign) - 1
  for (; at > 0 && present[at - 1]! > sign; at -= 1) present[at] = present[at - 1]!
  present[at] = sign
}

function mark(ofToken: (number[] | undefined)[], at: number, sign: number): void {
  const own = ofToken[at]
  if (own === undefined) ofToken[at] = ALONE[sign]
  else if (own.includes(sign)) return
  else if (own.length === 1) ofToken[at] = [own[0]!, sign]
  else own.push(sign)
}
