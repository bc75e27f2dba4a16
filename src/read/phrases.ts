/** Finds many words and phrases in one pass over the tokens. */
import { SLANG } from './lexicon/slang.ts'
import type { Token } from './normalize.ts'
import { forgetWords } from './spelling.ts'
import { remember, type Word } from './word.ts'

export type Hit<T> = { values: T[]; from: number; to: number }

type Node<T> = { next: Map<number, Node<T>> | null; any: Node<T> | null; values: T[] | null }

export type Phrases<T> = {
  root: Node<T>
  /** Where the phrases lead that begin with this word. */
  startsOf: (word: Word) => readonly Node<T>[]
  /** Its bit in Word.begins; 0 when all are taken. */
  bit: number
}

const BITS = 31
let lists = 0

const makeNode = <T>(): Node<T> => ({ next: null, any: null, values: null })

/**
 * Builds the tree. A phrase's word matches a token's text, its root, or how it is written ("iso" beside
 * "bisa"); `_` stands for any one word.
 */
export function makePhrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const bit = lists < BITS ? 1 << lists : 0
  lists += 1
  const startsOf = remember((word): readonly Node<T>[] => {
    const children = childrenOf(phrases.root, word)
    if (children.length === 0) word.begins &= ~bit
    return children
  })
  const phrases: Phrases<T> = { root: treeOf(entries), startsOf, bit }
  return phrases
}

/**
 * Puts other phrases in the place of those of a list that is in use. A new list would take one more bit and
 * one more place in the memory of every word, and never give them back.
 */
export function refillPhrases<T>(
  phrases: Phrases<T>,
  entries: Iterable<readonly [string, T]>,
): void {
  phrases.root = treeOf(entries)
  // They remember where the phrases led that are gone.
  forgetWords()
}

function treeOf<T>(entries: Iterable<readonly [string, T]>): Node<T> {
  const root = makeNode<T>()
  for (const [phrase, value] of entries) {
    put(root, phrase, value)
    const split = splitWords(phrase)
    if (split !== phrase) put(root, split, value)
  }
  return root
}

function childrenOf<T>({ next, any }: Node<T>, word: Word): readonly Node<T>[] {
  const children = formsOf(word).flatMap((form) => next?.get(form) ?? [])
  if (any) children.push(any)
  return children
}

function put<T>(root: Node<T>, phrase: string, value: T): void {
  let node = root
  for (const word of phrase.split(' ')) node = step(node, word)
  node.values ??= []
  if (!node.values.includes(value)) node.values.push(value)
}

/** "kemana lagi" is read as "ke mana lagi": the phrase must know both. */
function splitWords(phrase: string): string {
  const words = phrase.split(' ').map((word) => {
    const meant = SLANG.get(word)
    return meant?.includes(' ') ? meant : word
  })
  return words.join(' ')
}

function step<T>(node: Node<T>, word: string): Node<T> {
  if (word === '_') return (node.any ??= makeNode<T>())
  let number = numbers.get(word)
  if (number === undefined) numbers.set(word, (number = numbers.size))
  node.next ??= new Map()
  let child = node.next.get(number)
  if (!child) node.next.set(number, (child = makeNode<T>()))
  return child
}

/** Every word of every list has a number: numbers are found faster than text. */
const numbers = new Map<string, number>()
const formNumbers = remember((): { known: number; forms: number[] } => ({ known: -1, forms: [] }))

/** The numbers of what a word may be looked up by; they are found again after a list has come. */
function formsOf(word: Word): readonly number[] {
  const found = formNumbers(word)
  if (found.known !== numbers.size) {
    const forms = [...new Set([word.text, word.root, word.plain])].map((form) => numbers.get(form))
    found.forms = forms.filter((number) => number !== undefined)
    found.known = numbers.size
  }
  return found.forms
}

/** The longest match from each place, left to right, without overlaps and not across sentences. */
export function findPhrases<T>(phrases: Phrases<T>, tokens: Token[]): Hit<T>[] {
  const { bit, startsOf } = phrases
  const hits: Hit<T>[] = []
  for (let from = 0; from < tokens.length;) {
    const { word } = tokens[from]!
    // Most words begin no phrase, and one look at a number is faster than any table.
    if (bit !== 0 && (word.begins & bit) === 0) {
      from += 1
      continue
    }
    let to: Reach<T> = NOTHING
    const starts = startsOf(word)
    for (let i = 0; i < starts.length; i += 1) to = further(to, follow(starts[i]!, tokens, from))
    if (to.values) {
      hits.push({ values: to.values, from, to: to.at })
      from = to.at + 1
    } else from += 1
  }
  return hits
}

type Reach<T> = { at: number; values: T[] | null }

const NOTHING: Reach<never> = { at: -1, values: null }

/** The deepest node with values on any way through the tree from the token at `at`. */
function longest<T>(node: Node<T>, tokens: Token[], at: number): Reach<T> {
  const token = tokens[at]
  if (!token) return NOTHING
  const { next } = node
  let best: Reach<T> = NOTHING
  if (next) {
    const forms = formsOf(token.word)
    for (let i = 0; i < forms.length; i += 1) {
      const child = next.get(forms[i]!)
      if (child) best = further(best, follow(child, tokens, at))
    }
  }
  return node.any ? further(best, follow(node.any, tokens, at)) : best
}

function follow<T>(child: Node<T>, tokens: Token[], at: number): Reach<T> {
  const here: Reach<T> = child.values ? { at, values: child.values } : NOTHING
  const isEnd = (!child.next && !child.any) || (tokens[at + 1]?.gap ?? 2) === 2
  return isEnd ? here : further(here, longest(child, tokens, at + 1))
}

const further = <T>(a: Reach<T>, b: Reach<T>): Reach<T> => (b.at > a.at ? b : a)
