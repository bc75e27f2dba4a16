/** Finds many words and phrases in one pass over the tokens. */
import { SLANG } from './lexicon/slang.ts'
import type { Token } from './normalize.ts'
import { remember, type Word } from './word.ts'

export type Hit<T> = { values: T[]; from: number; to: number }

type Node<T> = { next: Map<string, Node<T>> | null; any: Node<T> | null; values: T[] | null }

export type Phrases<T> = {
  root: Node<T>
  /** Where the phrases lead that begin with this word. */
  startsOf: (word: Word) => readonly Node<T>[]
}

const makeNode = <T>(): Node<T> => ({ next: null, any: null, values: null })

/**
 * Builds the tree. A phrase's word matches a token's text, its root, or how it is written ("iso" beside
 * "bisa"); `_` stands for any one word.
 */
export function makePhrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const root = makeNode<T>()
  for (const [phrase, value] of entries) {
    put(root, phrase, value)
    const split = splitWords(phrase)
    if (split !== phrase) put(root, split, value)
  }
  return { root, startsOf: remember((word) => childrenOf(root, word)) }
}

function childrenOf<T>({ next, any }: Node<T>, { text, root, plain }: Word): readonly Node<T>[] {
  const children: Node<T>[] = []
  for (const form of new Set([text, root, plain])) {
    const child = next?.get(form)
    if (child) children.push(child)
  }
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
  node.next ??= new Map()
  let child = node.next.get(word)
  if (!child) node.next.set(word, (child = makeNode<T>()))
  return child
}

/** The longest match from each place, left to right, without overlaps and not across sentences. */
export function findPhrases<T>(phrases: Phrases<T>, tokens: Token[]): Hit<T>[] {
  const hits: Hit<T>[] = []
  for (let from = 0; from < tokens.length;) {
    let to: Reach<T> = NOTHING
    const starts = phrases.startsOf(tokens[from]!.word)
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
    const byText = next.get(token.text)
    if (byText) best = follow(byText, tokens, at)
    if (token.root !== token.text) {
      const byRoot = next.get(token.root)
      if (byRoot) best = further(best, follow(byRoot, tokens, at))
    }
    if (token.plain !== token.text && token.plain !== token.root) {
      const byPlain = next.get(token.plain)
      if (byPlain) best = further(best, follow(byPlain, tokens, at))
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
