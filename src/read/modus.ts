/** The kind of misconduct that is complained of. A person checks each; the words only raise a hand. */
import { MODUS_NOISE, MODUS_SIGNS, MODUS_WORDS, OFFICIALS } from './lexicon/modus-words.ts'
import type { Token } from './normalize.ts'
import { findPhrases, makePhrases, type Hit } from './phrases.ts'
import type { Span } from './place-spans.ts'
import { MODUS, type Modus } from './reading.ts'

export type ModusFound = Span & { modus: Modus }

type Sign = keyof typeof MODUS_SIGNS | keyof typeof MODUS_NOISE | 'favoured' | 'priced'
type Cue = { modus: Modus; isNamed: boolean } | { sign: Sign }

/** What makes an instance of each kind, in points, once per message. */
const INSTANCE: Record<Modus, Partial<Record<Sign, number>>> = {
  pungli: { office: 1, priced: 1, self: 0.5 },
  suap: { office: 1.5, priced: 1, self: 0.5 },
  percaloan: { office: 1, priced: 1, self: 0.25 },
  diskriminasi: { office: 1, contrast: 0.25, self: 0.5 },
  penundaan_berlarut: { service: 1, long: 1, self: 0.25 },
  penyalahgunaan_wewenang: { office: 1.5, self: 0.5 },
  tidak_kompeten: { office: 1.5, self: 0.5 },
  nepotisme: { favoured: 1.5, benefit: 1, office: 0.5 },
}
/** Without these, words that only hint at the kind say nothing. */
const NEEDS: Partial<Record<Modus, Sign[]>> = {
  penundaan_berlarut: ['service', 'long'],
  nepotisme: ['benefit'],
  tidak_kompeten: ['office'],
  diskriminasi: ['contrast'],
}
/** What speaks of misconduct and reports none, in points for each of the first two. */
const NOISE: Partial<Record<Sign, number>> = {
  court: -1,
  politics: -1,
  promotion: -1,
  past: -1,
  joke: -1.5,
  bill: -0.5,
}
const NAMED = 2
const MOST_HINTS = 2
const NEEDED = 3
const MAX_HITS = 300
/** A sum this many tokens after a demand is what is demanded. */
const PRICE_REACH = 6
const SUM = /^\d+(?:rb|ribu|jt|juta|k)$/
const UNITS = new Set(['ribu', 'rb', 'juta', 'jt', 'rupiah', 'persen', '000', 'ratus', 'k'])

const officials = new Set(OFFICIALS)
const TITLES = new Set(['pak', 'bu', 'bapak', 'ibu', 'si'])
const phrases = makePhrases(cues())

function* cues(): Generator<[string, Cue]> {
  for (const modus of MODUS) {
    for (const word of MODUS_WORDS[modus].named) yield [word, { modus, isNamed: true }]
    for (const word of MODUS_WORDS[modus].hinted) yield [word, { modus, isNamed: false }]
  }
  for (const [sign, words] of Object.entries({ ...MODUS_SIGNS, ...MODUS_NOISE })) {
    for (const word of words) yield [word, { sign: sign as Sign }]
  }
}

/** Finds misconduct that is reported: not denied, promised against, tried in court or made fun of. */
export function findModus(tokens: Token[]): ModusFound[] {
  const hits = findPhrases(phrases, tokens)
  if (hits.length === 0) return []
  if (hits.length > MAX_HITS) hits.length = MAX_HITS
  const signs = new Map<Sign, number>()
  const words = new Map<Modus, { named: Span[]; hinted: Span[] }>()
  const add = (modus: Modus, kind: 'named' | 'hinted', { from, to }: Span): void => {
    const found = words.get(modus) ?? { named: [], hinted: [] }
    found[kind].push({ from, to })
    words.set(modus, found)
  }
  for (const [at, hit] of hits.entries()) {
    for (const cue of hit.values) {
      if ('sign' in cue) {
        signs.set(cue.sign, (signs.get(cue.sign) ?? 0) + 1)
        const official = cue.sign === 'kin' ? officialAfter(tokens, hit.to) : -1
        if (official > 0) {
          signs.set('favoured', 1)
          add('nepotisme', 'hinted', { from: hit.from, to: official })
        }
        if ((cue.sign === 'demand' || cue.sign === 'ask') && hasPrice(tokens, hit)) {
          signs.set('priced', 1)
          if (cue.sign === 'ask') add('pungli', 'hinted', hit)
        }
      } else if (!isDenied(tokens, hits, at)) {
        add(cue.modus, cue.isNamed ? 'named' : 'hinted', hit)
        if (cue.modus === 'pungli' && hasPrice(tokens, hit)) signs.set('priced', 1)
      }
    }
  }
  return [...words].flatMap(([modus, { named, hinted }]) =>
    scoreModus(modus, named.length, hinted.length, signs) >= NEEDED
      ? [...named, ...hinted].slice(0, 5).map((span) => ({ modus, ...span }))
      : [],
  )
}

function scoreModus(modus: Modus, named: number, hinted: number, signs: Map<Sign, number>): number {
  const needs = NEEDS[modus]
  if (named === 0 && needs && !needs.every((sign) => signs.has(sign))) return 0
  let score = (named > 0 ? NAMED : 0) + Math.min(MOST_HINTS, hinted)
  for (const [sign, points] of Object.entries(INSTANCE[modus])) {
    if (signs.has(sign as Sign)) score += points
  }
  for (const [sign, points] of Object.entries(NOISE)) {
    score += points * Math.min(2, signs.get(sign as Sign) ?? 0)
  }
  return score
}

/** "Tanpa pungli" and "stop dan berantas pungli" name none. */
function isDenied(tokens: Token[], hits: Hit<Cue>[], at: number): boolean {
  const { from } = hits[at]!
  for (let i = at - 1; i >= 0 && from - hits[i]!.to <= 3; i -= 1) {
    const { values, to } = hits[i]!
    const isDenial = values.some((cue) => 'sign' in cue && cue.sign === 'denied')
    if (isDenial && tokens.slice(to + 1, from + 1).every((token) => token.gap < 2)) return true
  }
  return false
}

/** Where the official stands in "ponakan pak lurah"; -1 when none does. */
function officialAfter(tokens: Token[], at: number): number {
  const next = TITLES.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1
  const token = tokens[next]
  return token && token.gap === 0 && officials.has(token.text) ? next : -1
}

function hasPrice(tokens: Token[], { from, to }: Span): boolean {
  for (let at = from; at <= to + PRICE_REACH && at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (at > to && token.gap === 2) return false
    if (SUM.test(token.plain) || token.plain.startsWith('rp')) return true
    const next = tokens[at + 1]
    if (token.kind === 'number' && next && (UNITS.has(next.text) || next.kind === 'number'))
      return true
  }
  return false
}
