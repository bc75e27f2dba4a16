/** The trained weights of the comparison, as `dengar train match` writes them. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { PARTS, type Part, type Parts } from './compare-parts.ts'

export const MODEL_FILE = fileURLToPath(new URL('./model/compare.json', import.meta.url))

/** What may pin two messages to one problem, the surest first. */
export const PINS = ['exact', 'place'] as const
export type Pin = (typeof PINS)[number]

/** Both messages have an address beside the text, as letters do; or not both, as with posts. */
export const GENRES = ['addressed', 'bare'] as const
export type Genre = (typeof GENRES)[number]

export type Weights = {
  bias: number
  /** Log-odds of each part; a part that is missing says nothing. */
  weights: Partial<Record<Part, number>>
}
export type Thresholds = {
  /** At and above this score it is shown to a person. */
  suggested: number
  /** At and above these scores, and pinned so, the machine may join it. */
  confirmed: Record<Pin, number>
}
export type CompareModel = {
  name: string
  /** ISO date. */
  madeAt: string
} & Record<Genre, Weights & Thresholds>

export const shippedModel: CompareModel = JSON.parse(readFileSync(MODEL_FILE, 'utf8'))

/** 0..1: how likely the two tell of one problem. */
export function scoreOf(parts: Parts, { bias, weights }: Weights): number {
  let sum = bias
  for (const part of PARTS) {
    const weight = weights[part]
    if (weight !== undefined) sum += weight * parts[part]
  }
  return 1 / (1 + Math.exp(-sum))
}
