/** The words that two messages share, or do not, as their texts have them: made only for what people are shown. */
import type { Prepared } from './compare.ts'
import { findMarks, KINDS, kindOf, valueOf, type Kind } from './fingerprint-marks.ts'
import { findPlaces, isContent } from './fingerprint-place.ts'
import { wordsOf, type Fingerprint, type Wording } from './fingerprint.ts'
import { countShared, hashWord } from './hash-set.ts'
import { thingsOf } from './object-words.ts'
import { weightOf } from './word-weights.ts'

type Field = 'names' | 'streets' | 'spots' | 'sides' | 'subjects'
type Word = { field: Field; hash: number; at: number; of: Wording }
type Mark = { mark: number; from: number; to: number; of: Wording }
export type Shown = ReturnType<typeof showWords>

const MOST_WORDS = 4
const MOST_PLACES = 2
const LONGEST_QUOTE = 80
const ADDRESS_WORDS = 6
/** The search for a common run takes the product of both lengths. */
const RUN_TOKENS = 200

/** Finds the words of a message again, with where they stand. */
export function showWords({ told, print }: Prepared) {
  const { told: text, beside } = wordsOf(told.text, told.address ?? '')
  const words: Word[] = []
  const marks: Mark[] = []
  for (const side of [text, beside]) {
    findPlaces(side.tokens, side === beside, (field, hash, at) => {
      words.push({ field, hash, at, of: side })
      const isSubject = field === 'names' && side === text && has(print.subjects, hash)
      if (isSubject) words.push({ field: 'subjects', hash, at, of: side })
    })
    findMarks(side.tokens, side === beside, (mark, from, to) => {
      marks.push({ mark, from, to, of: side })
    })
  }
  const self = {
    print,
    text,
    beside,
    words,
    marks,
    sharedWords: (other: { print: Fingerprint }) => sharedWords(text, print, other.print),
    longestRun: (other: { text: Wording }) => longestRun(text, other.text),
    shared: (other: { print: Fingerprint }, field: Field) =>
      phrasesOf(
        words.filter(
          (one) => one.field === field && isShown(one) && has(other.print[field], one.hash),
        ),
      ),
    sharedPlaces: (other: { print: Fingerprint }) =>
      phrasesOf(
        words.filter(
          ({ field, hash }) =>
            field !== 'subjects' && field !== 'sides' && has(other.print[field], hash),
        ),
      ),
    others: (other: Sides, field: Field) =>
      both(rarest(words, field, other.print), rarest(other.words, field, print)),
    sharedMarks: (other: Sides, kinds: Kind[]) =>
      display(
        marks.find((one) => isOf(one, kinds) && other.marks.some((two) => isSame(one, two, kinds))),
      ),
    otherMarks: (other: Sides, kinds: Kind[]) =>
      both(
        display(marks.find((one) => isOf(one, kinds))),
        display(other.marks.find((one) => isOf(one, kinds))),
      ),
    homeShared: (other: Sides) => homeOf(self, other),
    otherThings: (other: Sides) =>
      both(firstThing(text, print), firstThing(other.text, other.print)),
    otherAddress: (other: Sides) => both(cut(beside.source), cut(other.beside.source)),
  }
  return self
}

type Sides = {
  print: Fingerprint
  text: Wording
  words: Word[]
  marks: Mark[]
  beside: Wording
}

const has = (set: Uint32Array, hash: number): boolean => set.includes(hash)
const both = (a: string, b: string): string => (a === '' || b === '' ? '' : `${a} dan ${b}`)
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function cut(text: string): string {
  const line = oneLine(text.slice(0, LONGEST_QUOTE * 4))
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).toWellFormed()}…`
}

const spanOf = ({ tokens, source }: Wording, from: number, to: number): string =>
  cut(source.slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0))

const isOf = ({ mark }: Mark, kinds: readonly Kind[]): boolean =>
  kinds.includes(KINDS[kindOf(mark)]!)
const isSame = (a: Mark, b: Mark, kinds: readonly Kind[]): boolean =>
  isOf(b, kinds) && valueOf(a.mark) === valueOf(b.mark)

const display = (mark: Mark | undefined): string =>
  mark === undefined ? '' : spanOf(mark.of, mark.from, mark.to)

/** "Kalongan 4/14": from the first shared word of the address to the shared number. */
function homeOf(self: Sides, other: Sides): string {
  const shared = self.marks.filter(
    (one) =>
      isOf(one, ['house', 'any']) && other.marks.some((two) => isSame(one, two, ['house', 'any'])),
  )
  const number = shared.find(({ of }) => of === self.beside) ?? shared[0]
  if (!number) return ''
  let from = number.from
  const { tokens } = number.of
  while (from > 0 && number.to - from < ADDRESS_WORDS && tokens[from]!.gap < 1) from -= 1
  return spanOf(number.of, from, number.to)
}

/** Slang that no list knows looks like a name; a person is shown as a name what is written as one. */
const isShown = ({ field, of, at }: Word): boolean =>
  (field !== 'names' && field !== 'subjects') || of.tokens[at]!.isCapital

/** The rarest word of a field that the other has not. */
function rarest(words: readonly Word[], field: Field, other: Fingerprint): string {
  let best: Word | null = null
  for (const word of words) {
    if (word.field !== field || !isShown(word) || has(other[field], word.hash)) continue
    if (best === null || weightOf(word.hash) > weightOf(best.hash)) best = word
  }
  return best === null ? '' : spanOf(best.of, best.at, best.at)
}

const STREET = /^(?:jalan|gang|lorong|kompleks|perumahan|btn)$/

/** Words that stand side by side become one phrase, "Jl. Saranani"; the same words again are left out. */
function phrasesOf(words: readonly Word[]): string {
  const phrases: { of: Wording; from: number; to: number }[] = []
  for (const { of, at } of words) {
    const last = phrases.at(-1)
    if (last && last.of === of && at - last.to <= 1 && at >= last.from)
      last.to = Math.max(last.to, at)
    else phrases.push({ of, from: at, to: at })
  }
  const said = new Map<string, string>()
  for (const { of, from, to } of phrases) {
    const mark = of.tokens[from - 1]
    const begins = mark && STREET.test(mark.text) ? from - 1 : from
    const text = spanOf(of, begins, to)
    const key = of.tokens
      .slice(from, to + 1)
      .map((token) => token.root)
      .join(' ')
    if (![...said.keys()].some((other) => other.includes(key))) said.set(key, text)
  }
  return [...said.values()].slice(0, MOST_PLACES).join(', ')
}

/** The shared words that say most, in the order of the text: "lampu jalan mati, gelap". */
function sharedWords({ tokens, source }: Wording, own: Fingerprint, other: Fingerprint): string {
  const found: { at: number; weight: number }[] = []
  const seen = new Set<number>()
  for (const [at, token] of tokens.entries()) {
    const hash = isContent(token) ? hashWord(token.root) : 0
    if (hash === 0 || seen.has(hash) || !has(own.what, hash) || !has(other.words, hash)) continue
    seen.add(hash)
    found.push({ at, weight: weightOf(hash) })
  }
  const best = found
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .toSorted((a, b) => a.at - b.at)
  const phrases: [from: number, to: number][] = []
  for (const { at } of best) {
    const last = phrases.at(-1)
    if (last && at - last[1] <= 2 && tokens[at]!.gap < 2) last[1] = at
    else phrases.push([at, at])
  }
  return phrases.map(([from, to]) => spanOf({ tokens, source }, from, to).toLowerCase()).join(', ')
}

/** What it speaks of first: "lampu merah", "sampah". */
function firstThing(text: Wording, { first }: Fingerprint): string {
  const hashes = text.tokens.map(({ root }) => hashWord(root))
  for (let at = 0; at < hashes.length; at += 1) {
    for (const to of [at + 1, at + 2]) {
      const said = thingsOf(hashes.slice(at, to)).first
      if (said.length > 0 && countShared(said, first) === said.length)
        return spanOf(text, at, to - 1)
    }
  }
  return ''
}

/** The longest run of words that both have. */
function longestRun(a: Wording, b: Wording): string {
  const p = a.tokens.slice(0, RUN_TOKENS)
  const q = b.tokens.slice(0, RUN_TOKENS)
  let lengths = new Uint16Array(q.length + 1)
  let best = 0
  let end = 0
  for (const [i, token] of p.entries()) {
    const next = new Uint16Array(q.length + 1)
    for (const [j, other] of q.entries()) {
      if (token.text !== other.text) continue
      next[j + 1] = lengths[j]! + 1
      if (next[j + 1]! > best) {
        best = next[j + 1]!
        end = i
      }
    }
    lengths = next
  }
  return best === 0 ? '' : spanOf(a, end - best + 1, end)
}
