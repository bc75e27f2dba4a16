/** Why the machine says so, as short phrases that quote the words of the message. */
import { FEATURES, type CueHit } from './cues.ts'
import type { Detection } from './detect.ts'
import { makeWeigh } from './explain.ts'
import { CUE_LABELS } from './lexicon/cue-labels.ts'
import { SPEAKS_AGAINST, SPEAKS_FOR } from './lexicon/cues.ts'
import type { Findings } from './look.ts'
import type { Model } from './model.ts'
import { quote, type Normalized } from './normalize.ts'
import type { Span } from './place-spans.ts'
import type { Modus, Reason } from './reading.ts'

const MODUS_LABELS: Record<Modus, string> = {
  pungli: 'pungutan liar',
  suap: 'suap',
  percaloan: 'percaloan',
  diskriminasi: 'diskriminasi',
  penundaan_berlarut: 'penundaan berlarut',
  penyalahgunaan_wewenang: 'penyalahgunaan wewenang',
  tidak_kompeten: 'tidak kompeten',
  nepotisme: 'nepotisme',
}
const MAX_QUOTE = 80

/** Log-odds below which a word moved nothing that a person would want to see. */
const LEAST = 0.05
const LEAST_WORD = 0.3
const MOST_WEIGHED = 300

export type Decision = { complaint: boolean; detection: Detection }

/** At most a dozen reasons, the weightiest of each kind first. */
export function giveReasons(findings: Findings, model: Model, decision: Decision): Reason[] {
  const { message, topics, place, urgency, modus } = findings
  const make = (kind: Reason['kind'], label: string, span: Span): Reason =>
    reason(message, kind, label, span)
  const problems = topics.problems.toSorted((a, b) => b.weight - a.weight).slice(0, 2)
  const moved = whatMoved(findings, model, decision)
  return [
    ...problems.map((problem) => make('category', 'masalah', problem)),
    ...moved.slice(0, 6).map(({ kind, label, span }) => make(kind, label, span)),
    ...place.spans.slice(0, 2).map((span) => make('place', 'tempat', span)),
    ...(urgency.call === null
      ? urgency.urgent.slice(0, 1).map((span) => make('urgent', 'membahayakan', span))
      : urgency.emergency
          .slice(0, 1)
          .map((span) => make('urgent', `keadaan darurat, hubungi ${urgency.call}`, span))),
    ...modus.slice(0, 2).map((one) => make('modus', MODUS_LABELS[one.modus], one)),
  ]
}

type Moved = { kind: 'complaint' | 'not_complaint'; label: string; span: Span; weight: number }

/**
 * The cues whose words moved the decision the way that a person would expect, three each way; where no cue
 * did towards the decision, the one word that moved it most.
 */
function whatMoved(
  { message, evidence }: Findings,
  model: Model,
  { complaint, detection }: Decision,
): Moved[] {
  const { tokens } = message
  const weigh = makeWeigh(model, detection)
  const weights: number[] = []
  const best = new Map<string, Moved>()
  for (const hit of evidence.hits) {
    const speaksFor = SPEAKS_FOR.has(hit.cue)
    if (!speaksFor && !SPEAKS_AGAINST.has(hit.cue)) continue
    let weight = cueWeight(model, hit)
    for (let i = hit.from; i <= hit.to; i += 1) weight += weights[i] ??= weigh(tokens[i]!)
    if (speaksFor ? weight < LEAST : weight > -LEAST) continue
    if (Math.abs(weight) <= Math.abs(best.get(hit.cue)?.weight ?? 0)) continue
    const kind = speaksFor ? 'complaint' : 'not_complaint'
    best.set(hit.cue, { kind, label: CUE_LABELS[hit.cue], span: hit, weight })
  }
  const sorted = [...best.values()].toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const speak = sorted.filter(({ kind }) => kind === 'complaint').slice(0, 3)
  const deny = sorted.filter(({ kind }) => kind === 'not_complaint').slice(0, 3)
  if ((complaint ? speak : deny).length > 0) return [...speak, ...deny]
  const all = Float64Array.from(tokens.slice(0, MOST_WEIGHED), weigh)
  return [...speak, ...deny, ...oneWord(all, complaint ? 'complaint' : 'not_complaint')]
}

function oneWord(weights: Float64Array, kind: Moved['kind']): Moved[] {
  const sign = kind === 'complaint' ? 1 : -1
  let at = 0
  for (let i = 1; i < weights.length; i += 1) if (sign * weights[i]! > sign * weights[at]!) at = i
  const weight = sign * (weights[at] ?? 0)
  if (weight < LEAST_WORD) return []
  const label = kind === 'complaint' ? 'lazim dalam aduan' : 'jarang dalam aduan'
  return [{ kind, label, span: { from: at, to: at }, weight }]
}

const cueSlots = new Map(FEATURES.map((name, i) => [name, i]))
const cueWeight = ({ stack }: Model, { cue }: CueHit): number =>
  stack.cues[cueSlots.get(cue) ?? -1] ?? 0

function reason(message: Normalized, kind: Reason['kind'], label: string, span: Span): Reason {
  const words = quote(message, span.from, span.to)
  const short = words.length > MAX_QUOTE ? `${words.slice(0, MAX_QUOTE)}…` : words
  const text = `${label}: '${short.replace(/\s+/g, ' ').toWellFormed()}'`
  const first = message.tokens[span.from]
  const last = message.tokens[span.to]
  if (!first || !last || first.inTitle || last.inTitle) return { kind, text }
  return { kind, text, start: first.start, end: last.end }
}
