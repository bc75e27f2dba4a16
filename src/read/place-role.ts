/** What a name is said for: where the trouble is, where the writer lives, where all is well. */
import {
  BUT_WORDS,
  GOOD_WORDS,
  HOME_WORDS,
  LINK_WORDS,
  NOT_THERE,
  NOT_WORDS,
  ROUTE_WORDS,
  STREET_WORDS,
  WAY_WORDS,
} from './lexicon/place-words.ts'
import type { Normalized, Token } from './normalize.ts'
import type { Found } from './place-listed.ts'
import { remember } from './word.ts'

/** How much a mention counts against the others; null where it is told apart ("bukan di Kadia"). */
export type Weight = number | null

const AREA = 5
const LANDMARK = 4
const WEAK = 3
const STRONG = 3
const MAX_AHEAD = 6

/** Words between a cue and its name: "rumah kami di kelurahan ...", "bukan yang di jalan ...". */
const links = new Set([...STREET_WORDS, ...LINK_WORDS])

const asLink = remember(({ plain, text }) => ({ is: links.has(plain) || links.has(text) }))

type Cue = { word: string; root: string; at: number; hasDi: boolean }

/** Weighs the hits of one message, each by the words around it. */
export function weigh(message: Normalized, hits: Found[]): Weight[] {
  const { tokens } = message
  return hits.map((hit, i) => {
    const cue = cueBefore(tokens, hit.from)
    if (isToldApart(tokens, cue)) return null
    let weight = isOfArea(hit) ? AREA : LANDMARK
    if (hit.isWeak) weight -= 1
    const next = hits[i + 1]
    const isRoute = isWay(message, hit, next) || isWay(message, hits[i - 1], hit)
    if (!isRoute && isAside(tokens, cue, hit)) weight -= WEAK
    const isGood = isWellAfter(tokens, hit, next)
    if (isGood) weight -= WEAK
    const isMeant = cue !== null && (isEntered(tokens, cue) || isOnlyLeft(cue))
    if (!isGood && !isRoute && (isMeant || (i > 0 && isAfterBut(tokens, hits[i - 1], hit)))) {
      weight += STRONG
    }
    return weight
  })
}

function isOfArea({ named }: Found): boolean {
  for (let i = 0; i < named.length; i += 1) if (isAreaLike(named[i]!)) return true
  return false
}

const isAreaLike = (named: Found['named'][number]): boolean =>
  named.kind === 'area' || (named.kind === 'place' && named.place.kind === 'area')

/** The first word before the name that is no link, in the same breath. */
function cueBefore(tokens: Token[], from: number): Cue | null {
  let hasDi = false
  for (let at = from - 1; at >= 0 && at >= from - 5; at -= 1) {
    if (tokens[at + 1]!.gap > 0) return null
    const token = tokens[at]!
    if (asLink(token.word).is) hasDi ||= token.plain === 'di'
    else return { word: token.text, root: token.root, at, hasDi }
  }
  return null
}

/** "bukan di Kadia", "beda dengan Mandonga", "jangan hanya Abeli". */
function isToldApart(tokens: Token[], cue: Cue | null): boolean {
  if (!cue) return false
  if (NOT_THERE.has(cue.word)) return true
  const before = tokens[cue.at - 1]
  if (!before || (tokens[cue.at]?.gap ?? 2) > 0) return false
  if (cue.word === 'dengan') return before.root === 'beda' || before.root === 'banding'
  return cue.word === 'hanya' && NOT_WORDS.has(before.text)
}

/** "tinggal Baruga yang gelap": only Baruga is left. */
const isOnlyLeft = (cue: Cue): boolean => cue.word === 'tinggal' && !cue.hasDi

/** "sudah masuk Kambu", but not "jalan masuk Pasar Baru". */
const isEntered = (tokens: Token[], cue: Cue): boolean =>
  cue.word === 'masuk' && !['jalan', 'pintu', 'jalur'].includes(tokens[cue.at - 1]?.text ?? '')

function isAside(tokens: Token[], cue: Cue | null, hit: Found): boolean {
  if (!cue || isOnlyLeft(cue)) return false
  if (!isOfArea(hit)) return cue.word === 'arah' || cue.word === 'ke'
  if (HOME_WORDS.has(cue.word) || WAY_WORDS.has(cue.word) || cue.word === 'dari') return true
  // "rumahku", "kantornya"
  if (HOME_WORDS.has(cue.root)) return true
  return cue.word === 'dengan' && tokens.slice(Math.max(0, cue.at - 3), cue.at).some(isBorder)
}

const isBorder = (token: Token): boolean => token.root === 'batas'

/** "dari Mandonga ke Wua-Wua", "Baruga - Kota Lama": both ends of one way. */
function isWay(message: Normalized, from: Found | undefined, to: Found | undefined): boolean {
  if (!from || !to) return false
  const { tokens } = message
  if (to.from === from.to + 1) return hasDash(message, from.to)
  if (to.from - from.to > 3 || !ROUTE_WORDS.has(tokens[from.to + 1]?.text ?? '')) return false
  return isOneBreath(tokens, from.to, to.from)
}

/** A dash between a word and the next: no mark of the language tells a way from an address. */
export function hasDash({ tokens, source, title }: Normalized, at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next || token.inTitle !== next.inTitle) return false
  return /[-–—]/.test((token.inTitle ? title : source).slice(token.end, next.start))
}

function isOneBreath(tokens: Token[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at += 1) if ((tokens[at]?.gap ?? 2) > 1) return false
  return true
}

const asAfter = remember(({ text }) => ({
  isTurn: NOT_WORDS.has(text) || BUT_WORDS.has(text),
  isGood: GOOD_WORDS.has(text),
}))

/** "di Kadia aman", "Mandonga sudah mulus": not where the trouble is. */
function isWellAfter(tokens: Token[], hit: Found, next: Found | undefined): boolean {
  // "di Kadia kena pungli, yang di Mandonga tidak"
  const after = tokens[hit.to + 1]
  if (after?.gap === 0 && after.text === 'tidak' && (tokens[hit.to + 2]?.gap ?? 2) > 0) return true
  const end = Math.min(hit.to + MAX_AHEAD, next ? next.from - 1 : tokens.length - 1)
  for (let at = hit.to + 1; at <= end; at += 1) {
    const token = tokens[at]
    if (!token || token.gap > 0) return false
    const { isTurn, isGood } = asAfter(token.word)
    if (isTurn) return false
    if (isGood) return true
  }
  return false
}

/** "sa tinggal di Kambu, tapi yang rusak di Anduonohu". */
function isAfterBut(tokens: Token[], before: Found | undefined, hit: Found): boolean {
  if (!before) return false
  let isAfter = false
  for (let at = before.to + 1; at < hit.from; at += 1) {
    const word = tokens[at]?.text ?? ''
    if (BUT_WORDS.has(word)) isAfter = true
    else if (word === 'juga') return false
  }
  const next = tokens[hit.to + 1]
  return isAfter && next?.text !== 'juga'
}
