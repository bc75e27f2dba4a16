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

/** @param count how many tokens the message has */
export function signsOf(
  count: number,
  cues: readonly CueHit[],
  topics: readonly TopicHit[],
): Signs {
  const ofToken: (number[] | undefined)[] = Array.from({ length: count })
  const present: number[] = []
  const mark = (sign: number, from: number, to: number): void => {
    if (seen[sign] === 0) {
      seen[sign] = 1
      present.push(sign)
    }
    for (let i = from; i <= to; i += 1) {
      const own = ofToken[i]
      if (!own) ofToken[i] = [sign]
      else if (!own.includes(sign)) own.push(sign)
    }
  }
  for (const { cue, from, to } of cues) mark(cueNumbers.get(cue) ?? 0, from, to)
  for (const { values, from, to } of topics) {
    for (const { role, category } of values) {
      if (role === 'fault' || category === null) mark(FAULT, from, to)
      else mark((role === 'thing' ? thingNumbers : phraseNumbers).get(category) ?? 0, from, to)
    }
  }
  for (const sign of present) seen[sign] = 0
  return { ofToken, present: present.sort((a, b) => a - b) }
}
