/** The kind of misconduct that is complained of. A person checks each; the words only raise a hand. */
import { MODUS_WORDS } from './lexicon/modus-words.ts'
import type { Token } from './normalize.ts'
import { findPhrases, makePhrases } from './phrases.ts'
import type { Span } from './place-spans.ts'
import { MODUS, type Modus } from './reading.ts'

export type ModusFound = Span & { modus: Modus }

const phrases = makePhrases(
  MODUS.flatMap((modus) => MODUS_WORDS[modus].map((word) => [word, modus] as const)),
)
const DENIALS = new Set([
  'tidak',
  'bukan',
  'tanpa',
  'anti',
  'bebas',
  'cegah',
  'berantas',
  'stop',
  'lawan',
])

/** Finds misconduct that is named and not denied ("tanpa pungli" names none). */
export function findModus(tokens: Token[]): ModusFound[] {
  return findPhrases(phrases, tokens)
    .filter((hit) => !DENIALS.has(tokens[hit.from - 1]?.text ?? ''))
    .flatMap(({ values, from, to }) => values.map((modus) => ({ modus, from, to })))
    .slice(0, 50)
}
