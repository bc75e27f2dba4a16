/** Cuts labelled texts into folds for cross-validation. */
import { hashText, mix } from '../read/views.ts'
import type { Example } from './example.ts'
import { textKey } from './text-key.ts'

const SEED = 74_71

/**
 * The fold of each example, 0 to `folds` - 1. Complaints and others of each channel are dealt evenly
 * (stratified). Who falls where depends on the texts and the seed, not on the order of the examples.
 */
export function dealFolds(examples: readonly Example[], folds: number, seed = SEED): number[] {
  const cards = examples.map(({ text, channel, complaint }, index) => {
    const key = textKey(text)
    return {
      index,
      key,
      hash: mix(hashText(key), seed),
      suit: `${Number(complaint)} ${channel ?? ''}`,
    }
  })
  cards.sort((a, b) => order(a.suit, b.suit) || a.hash - b.hash || order(a.key, b.key))
  const foldOf: number[] = Array.from({ length: examples.length }, () => 0)
  for (const [n, { index }] of cards.entries()) foldOf[index] = n % folds
  return foldOf
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
