/** Whether people are in danger now, and which emergency number that calls for. */
import { findDanger, type Danger, type EmergencyCall } from './danger.ts'
import { DANGERS } from './lexicon/urgent-words.ts'
import { URGENT_BIAS, URGENT_THRESHOLD, URGENT_WEIGHTS } from './lexicon/urgent-weights.ts'
import type { Token } from './normalize.ts'
import type { Span } from './place-spans.ts'

export type Urgency = {
  /** Words of danger to life or health; empty when the message is not urgent. */
  urgent: Span[]
  /** Words of life in danger now; empty when nobody has to come at once. */
  emergency: Span[]
  /** The number to call, when there is an emergency. */
  call: EmergencyCall | null
}

const NONE: Urgency = { urgent: [], emergency: [], call: null }
/** "flood*now" counts once when both are there. */
const WEIGHTS = Object.entries(URGENT_WEIGHTS).map(([names, weight]) => {
  const [first = '', second] = names.split('*')
  return { first, second, weight }
})
const KINDS = new Set<string>(Object.keys(DANGERS))
const MOST_KINDS = 3
const MOST_COUNTED = 2

/** Finds words of danger that is present: not denied, over, feared, drilled, told of or figurative. */
export function findUrgency(tokens: Token[]): Urgency {
  const danger = findDanger(tokens)
  if (!danger) return NONE
  const emergency = findEmergency(danger)
  if (emergency.call)
    return { urgent: emergency.spans, emergency: emergency.spans, call: emergency.call }
  const isUrgent = danger.spans.length > 0 && scoreUrgency(danger) >= URGENT_THRESHOLD
  return isUrgent ? { urgent: danger.spans, emergency: [], call: null } : NONE
}

/** The chance that a complaint with these words is labelled urgent, 0..1. */
function scoreUrgency({ counts, calls }: Danger): number {
  const count = (name: string): number => {
    if (name === 'kinds')
      return Math.min(MOST_KINDS, [...counts.keys()].filter((one) => KINDS.has(one)).length)
    if (name === 'calls')
      return Math.min(MOST_COUNTED, sum(calls.map((one) => (one.isSure ? 1 : 0.5))))
    return Math.min(MOST_COUNTED, counts.get(name) ?? 0)
  }
  let logit = URGENT_BIAS
  for (const { first, second, weight } of WEIGHTS) {
    const value = count(first)
    if (value > 0 && second === undefined) logit += weight * value
    else if (value > 0 && second !== undefined && count(second) > 0) logit += weight
  }
  return 1 / (1 + Math.exp(-logit))
}

/** What else stands in the message of an emergency, in points. */
const POINTS: readonly [name: string, points: number][] = [
  ['now', 1],
  ['today', 0.5],
  ['still', 0.5],
  ['help', 1],
  ['alone', 1.5],
  ['weak', 0.5],
  ['over', -3],
  ['told', -2],
  ['drill', -3],
  ['figure', -3],
  ['unmade', -1],
  ['feared', -1],
  ['upkeep', -1],
  ['seasonal', -2],
  ['lasting', -1],
  ['many', -1.5],
  ['harmless', -0.5],
]
const NEEDED = 3.5

/** Strict: a number on the screen sends people out. */
function findEmergency({ calls, counts }: Danger): { call: EmergencyCall | null; spans: Span[] } {
  const none = { call: null, spans: [] }
  if (calls.length === 0) return none
  if (!calls.some((one) => one.isSure) && calls.length < 2) return none
  const words = new Map<EmergencyCall, number>()
  for (const { number, isSure } of calls) {
    words.set(number, (words.get(number) ?? 0) + (isSure ? 2 : 1))
  }
  let points = Math.min(4, sum([...words.values()]))
  for (const [name, each] of POINTS) points += each * Math.min(MOST_COUNTED, counts.get(name) ?? 0)
  if (points < NEEDED) return none
  const call = [...words].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '112'
  return { call, spans: calls.filter((one) => one.number === call) }
}

const sum = (values: number[]): number => values.reduce((all, one) => all + one, 0)
