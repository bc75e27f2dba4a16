/**
 * What each decision of a person says of the texts that it was about. Labels are derived from rows at every
 * training and kept nowhere: a decision that is undone takes its label with it.
 */
import { createHash } from 'node:crypto'
import type { Sql } from '../db/connect.ts'
import { isCategory } from '../region/category.ts'
import { NO_COMPLAINT_REASONS } from '../triage/reasons.ts'
import type { Example } from './example.ts'
import { countDecisions, labelRows, type LabelRow } from './queries.ts'
import { textKey } from './text-key.ts'

export const LABEL_KINDS = ['opened', 'merged', 'dismissed', 'sampled', 'corrected'] as const
/**
 * By which decision a text was labelled; `sampled`: the blind look at what the machine set aside, `corrected`: a
 * person said what a complaint is about, or that it is urgent, and nobody has said more of it yet.
 */
export type LabelKind = (typeof LABEL_KINDS)[number]

/** Fewer decisions than these teach nothing that would hold next week. */
export const NEEDED = { decisions: 60, ofEachKind: 10 } as const
/** Share of the decisions that no model is ever trained on. */
const HELD_OUT = 0.2
/** The newest texts that one training looks at; more would not fit the time that it has. */
const MOST_TEXTS = 20_000

export type Labels = {
  trained: Example[]
  /** One text of each decision, so that a problem that many tell of counts once. */
  heldOut: Example[]
}

/** Decisions of the region by kind, and how many of them say "complaint". */
export type LabelCounts = Record<LabelKind, number> & {
  decisions: number
  complaints: number
  others: number
}

/** Every decision that stands, as texts to train on and texts to measure on. */
export async function readLabels(sql: Sql, regionId: string): Promise<Labels> {
  return splitLabels(await labelRows(sql, { regionId, reasons: NO_COMPLAINT_REASONS }, MOST_TEXTS))
}

/** How many decisions there are to learn from. */
export async function countLabels(sql: Sql, regionId: string): Promise<LabelCounts> {
  const rows = await countDecisions(sql, { regionId, reasons: NO_COMPLAINT_REASONS })
  const sum = (which: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((all, { decisions }) => all + decisions, 0)
  const byKind = LABEL_KINDS.map((kind) => [kind, sum((row) => row.kind === kind)])
  return {
    ...(Object.fromEntries(byKind) as Record<LabelKind, number>),
    decisions: sum(() => true),
    complaints: sum(({ complaint }) => complaint),
    others: sum(({ complaint }) => !complaint),
  }
}

/**
 * What is still missing before a first training makes sense, as an Indonesian sentence; null when there is
 * enough.
 */
export function missingLabels({ decisions, complaints, others }: LabelCounts): string | null {
  const more = (have: number, need: number, what: string) =>
    have < need ? [`${need - have} ${what} lagi`] : []
  const missing = [
    ...more(decisions, NEEDED.decisions, 'keputusan'),
    ...more(complaints, NEEDED.ofEachKind, 'keputusan "aduan"'),
    ...more(others, NEEDED.ofEachKind, 'keputusan "bukan aduan"'),
  ]
  return missing.length === 0 ? null : `Belum cukup untuk melatih: perlu ${missing.join(', ')}.`
}

/**
 * Held out is decided by a hash of the candidate: the same decisions each week, so that no model is ever
 * measured on what an earlier one was trained on. The texts of one problem share a weight of 1, else one
 * large problem would speak for all. A text that is held out is not trained on under another candidate
 * either.
 */
function splitLabels(rows: LabelRow[]): Labels {
  const heldOut = new Map<string, LabelRow>()
  for (const row of rows) {
    if (isHeldOut(row.decision) && !heldOut.has(row.decision)) heldOut.set(row.decision, row)
  }
  const kept = new Set([...heldOut.values()].map(({ text }) => textKey(text)))
  const trained = rows.filter(
    ({ decision, text }) => !isHeldOut(decision) && !kept.has(textKey(text)),
  )
  const voicesOf = new Map<string, number>()
  for (const { problem } of trained) voicesOf.set(problem, (voicesOf.get(problem) ?? 0) + 1)
  return {
    trained: trained.map((row) => exampleOf(row, 1 / (voicesOf.get(row.problem) ?? 1))),
    heldOut: [...heldOut.values()].map((row) => exampleOf(row, 1)),
  }
}

/** True for one decision in five; the same ones for ever. */
export function isHeldOut(decision: string): boolean {
  const hash = createHash('sha256').update(decision).digest()
  return hash.readUInt32BE(0) / 2 ** 32 < HELD_OUT
}

function exampleOf(row: LabelRow, weight: number): Example {
  const { id, text, title, channel, complaint, urgent } = row
  const category = row.category !== null && isCategory(row.category) ? row.category : null
  return {
    id,
    text,
    title: title ?? undefined,
    channel,
    complaint,
    category,
    urgent,
    sure: true,
    weight,
  }
}
