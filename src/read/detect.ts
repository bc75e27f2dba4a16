/**
 * Complaint or not: a logistic sum over the named cues of cues.ts. Each weight has a name that a person
 * can read, so each decision can be explained.
 */
import { FEATURES, type Evidence } from './cues.ts'
import { BIAS, WEIGHTS } from './lexicon/weights.ts'

/**
 * At and above this a message is a complaint: a false alarm costs a person seconds, a missed complaint is
 * never answered.
 */
export const THRESHOLD = 0.25

/**
 * What the channel alone says, as log-odds: who fills in the form means it, and an editor relays. Moves
 * the threshold, never the meaning.
 */
const CHANNEL: Record<string, number> = {
  filed: 4,
  form: 4,
  sms: 3,
  whatsapp: 3,
  email: 3,
  open311: 4,
  news: -1,
  article: -1,
}

const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name] ?? 0)

/** The probability (0..1) that a public body could act on this. */
export function detect(evidence: Evidence, channel: string | undefined): number {
  let sum = BIAS + (CHANNEL[channel ?? ''] ?? 0)
  for (const [i, value] of evidence.values.entries()) sum += (weights[i] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}
