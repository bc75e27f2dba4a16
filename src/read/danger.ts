/** Finds the words of danger in a message, which of them are present, and what stands around them. */
import { DANGERS, EMERGENCIES, SIGNS, UNMADE } from './lexicon/urgent-words.ts'
import type { Token } from './normalize.ts'
import { findPhrases, makePhrases, type Hit } from './phrases.ts'
import type { Span } from './place-spans.ts'

/** 112 anything, 110 police, 119 medical, 113 fire. */
export type EmergencyCall = keyof typeof EMERGENCIES
type DangerName = keyof typeof DANGERS
type SignName = keyof typeof SIGNS
type UnmadeName = keyof typeof UNMADE
type Count = DangerName | SignName | (typeof OF_MESSAGE)[number] | 'feared' | 'unmade'

type Cue =
  | { kind: 'danger'; name: DangerName }
  | { kind: 'sign'; name: SignName }
  | { kind: 'unmade'; name: UnmadeName }
  | { kind: 'call'; name: EmergencyCall; isSure: boolean }

/** A word for which one number is called; `weight` says how much it says by itself. */
export type Call = Span & { number: EmergencyCall; isSure: boolean }

export type Danger = {
  /** Words of danger that are present or feared. */
  spans: Span[]
  calls: Call[]
  /** Hits by name; dangers only where they are present. `unmade` are those that are not. */
  counts: Map<string, number>
}

/** How many tokens away a word still unmakes a danger: before it, and after it. */
const REACH: Record<UnmadeName, readonly [before: number, after: number]> = {
  denied: [2, 0],
  feared: [6, 0],
  if: [6, 0],
  past: [6, 4],
  after: [1, 0],
  over: [12, 12],
  drill: [6, 6],
  told: [0, 0],
  figure: [5, 5],
}
/** What unmakes a danger and tells of the whole message besides. */
const OF_MESSAGE = ['over', 'drill', 'told', 'figure'] as const
const FARTHEST = 12
const MAX_HITS = 300
const keys = <K extends string>(lists: Record<K, unknown>): K[] => Object.keys(lists) as K[]
const phrases = makePhrases(cues())
/** Most messages have none of these, and need no second look. */
const dangers = makePhrases(dangerWords())

function* dangerWords(): Generator<[string, Cue]> {
  for (const name of keys(DANGERS)) {
    for (const word of DANGERS[name]) yield [word, { kind: 'danger', name }]
  }
  for (const name of keys(EMERGENCIES)) {
    const { sure, maybe } = EMERGENCIES[name]
    for (const word of sure) yield [word, { kind: 'call', name, isSure: true }]
    for (const word of maybe) yield [word, { kind: 'call', name, isSure: false }]
  }
}

function* cues(): Generator<[string, Cue]> {
  yield* dangerWords()
  for (const name of keys(SIGNS)) {
    for (const word of SIGNS[name]) yield [word, { kind: 'sign', name }]
  }
  for (const name of keys(UNMADE)) {
    for (const word of UNMADE[name]) yield [word, { kind: 'unmade', name }]
  }
}

/** Null when the message has no word of danger, as most have none. */
export function findDanger(tokens: Token[]): Danger | null {
  if (findPhrases(dangers, tokens).length === 0) return null
  const hits = findPhrases(phrases, tokens)
  if (hits.length > MAX_HITS) hits.length = MAX_HITS
  const danger: Danger = { spans: [], calls: [], counts: new Map() }
  const add = (name: Count): void => {
    danger.counts.set(name, (danger.counts.get(name) ?? 0) + 1)
  }
  for (const [at, hit] of hits.entries()) {
    const state = isOfDanger(hit) ? stateOf(tokens, hits, at) : 'present'
    for (const cue of hit.values) {
      if (cue.kind === 'sign') add(cue.name)
      else if (cue.kind === 'unmade') {
        const name = OF_MESSAGE.find((one) => one === cue.name)
        if (name) add(name)
      } else if (state === 'unmade') add('unmade')
      else if (cue.kind === 'danger') {
        danger.spans.push({ from: hit.from, to: hit.to })
        add(state === 'present' ? cue.name : 'feared')
      } else if (state === 'present') {
        danger.calls.push({ from: hit.from, to: hit.to, number: cue.name, isSure: cue.isSure })
      }
    }
  }
  return danger
}

const isOfDanger = (hit: Hit<Cue>): boolean =>
  hit.values.some((cue) => cue.kind === 'danger' || cue.kind === 'call')

type State = 'present' | 'feared' | 'unmade'

/** What the words around a danger make of it, within its sentence. */
function stateOf(tokens: Token[], hits: Hit<Cue>[], at: number): State {
  const { from, to } = hits[at]!
  let state: State = 'present'
  const look = (hit: Hit<Cue>, distance: number, side: 0 | 1): void => {
    for (const cue of hit.values) {
      if (cue.kind !== 'unmade' || distance > REACH[cue.name][side]) continue
      if (cue.name !== 'feared') state = 'unmade'
      else if (state === 'present') state = 'feared'
    }
  }
  for (let i = at - 1, begin = from; i >= 0; i -= 1) {
    const hit = hits[i]!
    if (from - hit.to > FARTHEST || !isOneSentence(tokens, hit.to, begin)) break
    look(hit, from - hit.to, 0)
    begin = hit.from
  }
  for (let i = at + 1, end = to; i < hits.length; i += 1) {
    const hit = hits[i]!
    if (hit.from - to > FARTHEST || !isOneSentence(tokens, end, hit.from)) break
    look(hit, hit.from - to, 1)
    end = hit.to
  }
  return state
}

function isOneSentence(tokens: Token[], after: number, until: number): boolean {
  for (let at = after + 1; at <= until; at += 1) if (tokens[at]!.gap === 2) return false
  return true
}
