/** "#jalanrusak" -> jalan, rusak: a hashtag is cut where its writer left out the spaces. */
import { SHORT_WORDS, TAG_NAMES } from './lexicon/hashtag-words.ts'
import { FAULTS, TOPICS } from './lexicon/topics.ts'
import { isKnown, rootOf } from './words.ts'

/** Longer ones are noise; the cut looks at pairs of places in the tag. */
const LONGEST = 40
const SHORTEST_WORD = 4
const LONGEST_WORD = 16
/** A rest that is no word, as in "#banjirpunggolaka": the name of a place. Beside "air" it is chance. */
const SHORTEST_NAME = 4
const LONGEST_NAME = 12
const NAME_COST = 2.5
/** Any word costs 1; of two ways to cut, the one with words of a complaint. */
const TOPIC_COST = 0.9
const TELLING_LENGTH = 5

/** Only a hashtag that holds a word of a complaint is cut: "#mantapjiwa" stays whole. */
const topicWords = new Set(
  [FAULTS, ...Object.values(TOPICS).flatMap((topic) => [topic.things, topic.phrases])]
    .flat()
    .flatMap((phrase) => phrase.split(' '))
    .filter((word) => word.length >= 3 && word !== '_'),
)

type Cut = { cost: number; from: number; topic: number; hasName: boolean }

/**
 * The words of a lower-case hashtag in order, or the hashtag itself when it is one word or cannot be cut.
 * Fewest words win; at most LONGEST x LONGEST_WORD pieces are looked up.
 */
export function cutHashtag(tag: string): string[] {
  if (tag.length < 7 || tag.length > LONGEST || isWord(tag) || TAG_NAMES.has(tag)) return [tag]
  const best: (Cut | null)[] = [{ cost: 0, from: 0, topic: 0, hasName: false }]
  for (let to = 1; to <= tag.length; to += 1) best.push(cheapest(tag, to, best))
  const whole = best[tag.length]
  if (!whole || whole.topic < (whole.hasName ? TELLING_LENGTH : 1)) return [tag]
  const words: string[] = []
  for (let to = tag.length; to > 0;) {
    const from = best[to]?.from ?? 0
    words.unshift(tag.slice(from, to))
    to = from
  }
  return words
}

function cheapest(tag: string, to: number, best: readonly (Cut | null)[]): Cut | null {
  let found: Cut | null = null
  for (let from = Math.max(0, to - LONGEST_WORD); from < to; from += 1) {
    const before = best[from]
    if (!before) continue
    const piece = tag.slice(from, to)
    const isTopic = topicWords.has(piece)
    const isName = !isTopic && !isPiece(piece)
    if (isName && (piece === tag || !isNameLong(piece.length))) continue
    const cost = before.cost + (isTopic ? TOPIC_COST : isName ? NAME_COST : 1)
    if (cost < (found?.cost ?? Infinity)) {
      const topic = Math.max(before.topic, isTopic ? piece.length : 0)
      found = { cost, from, topic, hasName: before.hasName || isName }
    }
  }
  return found
}

const isNameLong = (length: number): boolean => length >= SHORTEST_NAME && length <= LONGEST_NAME

const isPiece = (piece: string): boolean =>
  SHORT_WORDS.has(piece) || TAG_NAMES.has(piece) || (piece.length >= SHORTEST_WORD && isWord(piece))

const isWord = (word: string): boolean => isKnown(word) || rootOf(word) !== word
