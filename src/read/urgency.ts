/** Whether people are in danger now, and whether that calls for the emergency number. */
import { list } from './lexicon/list.ts'
import { EMERGENCY_WORDS, URGENT_WORDS } from './lexicon/urgent-words.ts'
import type { Token } from './normalize.ts'
import { findPhrases, makePhrases } from './phrases.ts'
import type { Span } from './place-spans.ts'

export type Urgency = { urgent: Span[]; emergency: Span[] }

const phrases = makePhrases([
  ...URGENT_WORDS.map((word) => [word, 'urgent'] as const),
  ...EMERGENCY_WORDS.map((word) => [word, 'emergency'] as const),
])
/** Before or just after a danger word: it is over, feared, denied or prevented. */
const NOT_NOW = new Set(
  list(`
    tidak, bukan, tanpa, dulu, pernah, lalu, semoga, takut, cegah, mencegah, pencegahan,
    antisipasi, simulasi, hindari, kalau, jika, bila, andai, sebelum, pasca, usai, setelah,
    rawan, potensi
  `),
)

/** Finds words of danger that are not denied, feared or past. */
export function findUrgency(tokens: Token[]): Urgency {
  const urgent: Span[] = []
  const emergency: Span[] = []
  for (const { values, from, to } of findPhrases(phrases, tokens).slice(0, 200)) {
    const span = { from, to }
    if (values.includes('emergency') && !isNotNow(tokens, span)) emergency.push(span)
    if (values.includes('urgent') || !isNotNow(tokens, span)) urgent.push(span)
  }
  return { urgent, emergency }
}

function isNotNow(tokens: Token[], { from, to }: Span): boolean {
  const around = [tokens[from - 2], tokens[from - 1], tokens[to + 1]]
  return around.some((token) => token !== undefined && NOT_NOW.has(token.text))
}
