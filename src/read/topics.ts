/** Finds the problems a message names: phrases that say it all, and things that stand near a fault. */
import type { Category } from '../region/category.ts'
import type { WatchWord } from '../region/region.ts'
import { FAULTS, TOPICS } from './lexicon/topics.ts'
import { normalize, type Token } from './normalize.ts'
import { findPhrases, makePhrases, type Hit } from './phrases.ts'
import type { Span } from './place-spans.ts'

export type Problem = Span & { category: Category; weight: number; kind: 'phrase' | 'pair' }

/** Words of a topic, wherever they stand. */
export type TopicHit = Hit<Role>

export type Topics = {
  hits: TopicHit[]
  problems: Problem[]
  /** Things without a fault, faults without a thing, problems that are denied. */
  things: number
  faults: number
  denied: number
  scores: Map<Category, number>
}

type Role = { category: Category | null; role: 'thing' | 'fault' | 'phrase' }
type Located = Span & { category: Category | null }

const REACH = 6
/** "Petugas lambat" is poor service, not misconduct: here only the own faults count. */
const OWN_FAULTS_ONLY = new Set<Category>(['aparat'])
const MAX_HITS = 400
const DENIALS = new Set(['tidak', 'bukan', 'tanpa', 'bebas', 'anti', 'jangan'])

/** Builds the finder; a region's watch words are phrases of their category. */
export function makeTopicFinder(
  watchWords: readonly WatchWord[],
): (tokens: Token[], places: readonly Span[]) => Topics {
  const phrases = makePhrases(roles(watchWords))
  return (tokens, places) => {
    const inPlace = new Uint8Array(tokens.length)
    for (const span of places) inPlace.fill(1, span.from, span.to + 1)
    const hits = findPhrases(phrases, tokens).slice(0, MAX_HITS)
    const free = hits.filter((hit) => hit.to > hit.from || !inPlace[hit.from])
    return weigh(tokens, free)
  }
}

function* roles(watchWords: readonly WatchWord[]): Generator<[string, Role]> {
  for (const fault of FAULTS) yield [fault, { category: null, role: 'fault' }]
  for (const [code, topic] of Object.entries(TOPICS)) {
    const category = code as Category
    for (const thing of topic.things) yield [thing, { category, role: 'thing' }]
    for (const fault of topic.faults) yield [fault, { category, role: 'fault' }]
    for (const phrase of topic.phrases) yield [phrase, { category, role: 'phrase' }]
  }
  for (const { word, category } of watchWords) {
    const phrase = normalize(word)
      .tokens.map((token) => token.text)
      .join(' ')
    // One word alone says too little: it is watched for, but it is a thing here.
    if (phrase !== '') yield [phrase, { category, role: phrase.includes(' ') ? 'phrase' : 'thing' }]
  }
}

function weigh(tokens: Token[], hits: Hit<Role>[]): Topics {
  const topics: Topics = { hits, problems: [], things: 0, faults: 0, denied: 0, scores: new Map() }
  const things: Located[] = []
  const faults: { span: Span; categories: Set<Category | null> }[] = []
  for (const { values, from, to } of hits) {
    const isDenied = denies(tokens, from)
    const faultOf = new Set<Category | null>()
    let isProblem = false
    for (const { category, role } of values) {
      if (role === 'thing') things.push({ from, to, category })
      else if (isDenied) topics.denied += 1
      else if (role === 'fault') faultOf.add(category)
      else if (category) {
        isProblem = true
        topics.problems.push({ category, from, to, weight: 3, kind: 'phrase' })
      }
    }
    if (faultOf.size > 0 && !isProblem) faults.push({ span: { from, to }, categories: faultOf })
  }
  for (const { span, categories } of faults) {
    const pair = nearest(tokens, things, span, categories)
    if (pair) topics.problems.push(pair)
    else topics.faults += 1
  }
  topics.things = things.length
  topics.scores = scoreCategories(topics.problems, things)
  return topics
}

const denies = (tokens: Token[], from: number): boolean =>
  DENIALS.has(tokens[from - 1]?.text ?? '') && (tokens[from]?.gap ?? 2) < 2

/** The thing that a fault speaks of: one of its own category if there is one, else the nearest. */
function nearest(
  tokens: Token[],
  things: Located[],
  fault: Span,
  categories: Set<Category | null>,
): Problem | null {
  let best: Problem | null = null
  for (const thing of things) {
    if (!thing.category) continue
    const before = thing.to < fault.from
    const distance = before ? fault.from - thing.to : thing.from - fault.to
    if (distance <= 0 || distance > REACH) continue
    const isOwn = categories.has(thing.category)
    if (!isOwn && (!categories.has(null) || OWN_FAULTS_ONLY.has(thing.category))) continue
    if (isCut(tokens, before ? thing.to : fault.to, before ? fault.from : thing.from)) continue
    const weight = (isOwn ? 2.6 : 1.8) - 0.15 * (distance - 1) + (before ? 0.1 : 0)
    if (!best || weight > best.weight) {
      best = {
        category: thing.category,
        from: Math.min(thing.from, fault.from),
        to: Math.max(thing.to, fault.to),
        weight,
        kind: 'pair',
      }
    }
  }
  return best
}

function isCut(tokens: Token[], after: number, until: number): boolean {
  for (let i = after + 1; i <= until; i += 1) if (tokens[i]?.gap === 2) return true
  return false
}

function scoreCategories(problems: Problem[], things: Located[]): Map<Category, number> {
  const scores = new Map<Category, number>()
  const seen = new Map<Category, number>()
  const add = (category: Category, weight: number): void => {
    // The same word over and over is one thought.
    const times = (seen.get(category) ?? 0) + 1
    seen.set(category, times)
    if (times <= 6) scores.set(category, (scores.get(category) ?? 0) + weight / Math.sqrt(times))
  }
  for (const problem of problems) add(problem.category, problem.weight)
  for (const thing of things) if (thing.category) add(thing.category, 0.6)
  return scores
}
