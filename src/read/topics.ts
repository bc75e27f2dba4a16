/** Finds the problems a message names: phrases that say it all, and things that stand near a fault. */
import { CATEGORIES, type Category } from '../region/category.ts'
import type { WatchWord } from '../region/region.ts'
import { FAULTS, TOPICS } from './lexicon/topics.ts'
import { normalize, type Token } from './normalize.ts'
import { findPhrases, makePhrases, refillPhrases, type Hit } from './phrases.ts'
import type { Span } from './place-spans.ts'
import { remember } from './word.ts'

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
type Fault = Span & { categories: (Category | null)[] }

const REACH = 6
/** "Petugas lambat" is poor service, not misconduct: here only the own faults count. */
const OWN_FAULTS_ONLY = new Set<Category>(['aparat'])
const MAX_HITS = 400
const DENIALS = new Set(['tidak', 'bukan', 'tanpa', 'bebas', 'anti', 'jangan'])

/** What says something of its kind when it is told: a watch word without its note. */
export type Watched = Pick<WatchWord, 'word' | 'category'>

export type TopicFinder = (tokens: Token[], places: readonly Span[]) => Topics

export type TopicWatch = {
  find: TopicFinder
  /** Watches for these words from now on, instead of those before. */
  watch: (words: readonly Watched[]) => void
}

/** Builds the finder; a region's watch words are phrases of their category. */
export const makeTopicFinder = (watchWords: readonly Watched[]): TopicFinder =>
  makeTopicWatch(watchWords).find

/** The same where the words may change while it is in use. */
export function makeTopicWatch(watchWords: readonly Watched[]): TopicWatch {
  const phrases = makePhrases(roles(watchWords))
  return {
    find: (tokens, places) => weigh(tokens, withoutPlaces(findPhrases(phrases, tokens), places)),
    watch: (words) => refillPhrases(phrases, roles(words)),
  }
}

/** The first MAX_HITS, without single words of a place's name; both lists are in the order of the text. */
function withoutPlaces(hits: TopicHit[], places: readonly Span[]): TopicHit[] {
  const free: TopicHit[] = []
  let next = 0
  for (let i = 0; i < hits.length && i < MAX_HITS; i += 1) {
    const hit = hits[i]!
    while (next < places.length && places[next]!.to < hit.from) next += 1
    const isInPlace = next < places.length && places[next]!.from <= hit.from
    if (hit.to > hit.from || !isInPlace) free.push(hit)
  }
  return free
}

function* roles(watchWords: readonly Watched[]): Generator<[string, Role]> {
  for (const fault of FAULTS) yield [fault, { category: null, role: 'fault' }]
  for (const [code, topic] of Object.entries(TOPICS)) {
    const category = code as Category
    for (const thing of topic.things) yield [thing, { category, role: 'thing' }]
    for (const fault of topic.faults) yield [fault, { category, role: 'fault' }]
    for (const phrase of topic.phrases) yield [phrase, { category, role: 'phrase' }]
  }
  for (const { word, category } of watchWords) {
    const phrase = phraseOf(word)
    // One word alone says too little: it is watched for, but it is a thing here.
    if (phrase !== '') yield [phrase, { category, role: phrase.includes(' ') ? 'phrase' : 'thing' }]
  }
}

/** A watch word as it is looked for: "jln rusak" and "Jalan rusak!" are one. Empty: it holds no word. */
export const phraseOf = (word: string): string =>
  normalize(word)
    .tokens.map((token) => token.text)
    .join(' ')

function weigh(tokens: Token[], hits: Hit<Role>[]): Topics {
  const topics: Topics = { hits, problems: [], things: 0, faults: 0, denied: 0, scores: new Map() }
  const things: Located[] = []
  const faults: Fault[] = []
  for (let i = 0; i < hits.length; i += 1) {
    const { values, from, to } = hits[i]!
    const isDenied = denies(tokens, from)
    let categories: Fault['categories'] | null = null
    let isProblem = false
    for (let j = 0; j < values.length; j += 1) {
      const { category, role } = values[j]!
      if (role === 'thing') things.push({ from, to, category })
      else if (isDenied) topics.denied += 1
      else if (role === 'fault') (categories ??= []).push(category)
      else if (category) {
        isProblem = true
        topics.problems.push({ category, from, to, weight: 3, kind: 'phrase' })
      }
    }
    if (categories && !isProblem) faults.push({ from, to, categories })
  }
  for (let i = 0; i < faults.length; i += 1) {
    const pair = nearest(tokens, things, faults[i]!)
    if (pair) topics.problems.push(pair)
    else topics.faults += 1
  }
  topics.things = things.length
  topics.scores = scoreCategories(topics.problems, things)
  return topics
}

const asDenial = remember(({ text }) => ({ is: DENIALS.has(text) }))

const denies = (tokens: Token[], from: number): boolean =>
  from > 0 && tokens[from]!.gap < 2 && asDenial(tokens[from - 1]!.word).is

/** The thing that a fault speaks of: one of its own category if there is one, else the nearest. */
function nearest(tokens: Token[], things: Located[], fault: Fault): Problem | null {
  const { categories } = fault
  let best: Problem | null = null
  for (let i = 0; i < things.length; i += 1) {
    const thing = things[i]!
    const before = thing.to < fault.from
    const distance = before ? fault.from - thing.to : thing.from - fault.to
    if (!thing.category || distance <= 0 || distance > REACH) continue
    const isOwn = categories.includes(thing.category)
    if (!isOwn && (!categories.includes(null) || OWN_FAULTS_ONLY.has(thing.category))) continue
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
  for (let i = after + 1; i <= until; i += 1) if (tokens[i]!.gap === 2) return true
  return false
}

const categoryNumbers = new Map(CATEGORIES.map((category, i) => [category, i]))
/** How often the message at hand speaks of each category. */
const times = new Uint32Array(CATEGORIES.length)

function scoreCategories(problems: Problem[], things: Located[]): Map<Category, number> {
  const scores = new Map<Category, number>()
  if (problems.length + things.length === 0) return scores
  times.fill(0)
  for (let i = 0; i < problems.length; i += 1) {
    addScore(scores, problems[i]!.category, problems[i]!.weight)
  }
  for (let i = 0; i < things.length; i += 1) {
    const { category } = things[i]!
    if (category) addScore(scores, category, 0.6)
  }
  return scores
}

function addScore(scores: Map<Category, number>, category: Category, weight: number): void {
  const number = categoryNumbers.get(category)!
  // The same word over and over is one thought.
  const count = (times[number]! += 1)
  if (count <= 6) scores.set(category, (scores.get(category) ?? 0) + weight / Math.sqrt(count))
}
