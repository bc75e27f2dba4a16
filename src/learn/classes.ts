/** Trains a model that tells classes of texts: categories, or the topics of a city's letters. */
import { bagOf, type Bag } from '../read/class-features.ts'
import {
  RARITY_STEPS,
  classShares,
  decide,
  firstLook,
  logShares,
  valuesOf,
  type ClassModel,
} from '../read/classes.ts'
import { normalize, type Token } from '../read/normalize.ts'
import { decision, trainMany, type Row } from './one-against-rest.ts'
import { hashText } from '../read/views.ts'
import { trainLook, type Look } from './second-look.ts'
import { textKey } from './text-key.ts'

/** A text to learn from. */
export type ClassRow = {
  tokens: readonly Token[]
  /** Rows of one key are one text: never on both sides of a fold, and counted once. */
  key: string
  label: string
  importance: number
  /** Values from outside the linear model; as many in each row. */
  cues: ArrayLike<number>
}

export type ClassOptions = {
  labels: readonly string[]
  bits?: number
  cost?: number
  balance?: number
  /** How strongly the second look is held to the first. */
  pull?: number
  /** What the second look first holds of the cues: start[cue * classes + class]. */
  cueStart?: ArrayLike<number>
}

const FOLDS = 5
/** A bucket must be touched by as many texts, or nothing of it is kept. */
const FEWEST_TEXTS = 2
const LARGEST = 127
/** How frequent classes are is taken from the labels more freely than what is taken for what. */
const OFFSET_SHARE = 0.1

type Prepared = {
  rows: Row[]
  labels: Uint16Array
  importance: Float64Array
  keys: Uint32Array
  classes: number
  size: number
  cost: number
  balance: number
}

/** Pure; takes seconds for ten thousand texts. */
export function trainClassModel(examples: readonly ClassRow[], options: ClassOptions): ClassModel {
  const { labels, bits = 17, cost = 0.5, balance = 0.5, pull = 0.01 } = options
  const size = 1 << bits
  const classes = labels.length
  const bags = examples.map(({ tokens }) => bagOf(tokens, bits))
  const keys = Uint32Array.from(examples, ({ key }) => hashText(key))
  const rarity = rarities(bags, keys, size)
  const numbers = new Map(labels.map((label, n) => [label, n]))
  const prepared: Prepared = {
    rows: bags.map((bag) => known(bag, rarity)),
    labels: Uint16Array.from(examples, ({ label }) => numbers.get(label) ?? 0),
    importance: Float64Array.from(examples, (row) => (numbers.has(row.label) ? row.importance : 0)),
    keys,
    classes,
    size,
    cost,
    balance,
  }
  const unseen = decideUnseen(prepared)
  const temperature = fitTemperature(unseen, prepared)
  const cues = examples[0]?.cues.length ?? 0
  const looked = unseen.map((decisions, i) => {
    const row = new Float64Array(classes + cues)
    row.set(firstLook(decisions, temperature))
    row.set(Array.from(examples[i]!.cues), classes)
    return row
  })
  const start = startOf(classes, cues, options.cueStart)
  const { mix, offset } = trainLook(looked, prepared.labels, prepared.importance, {
    start,
    pull,
    pullOffset: OFFSET_SHARE * pull,
  })
  const weights = trainMany(prepared.rows, prepared.labels, prepared.importance, prepared)
  return { labels, bits, ...quantize(weights, rarity, classes), temperature, cues, mix, offset }
}

/** The first look as it is, and of the cues what is given. */
function startOf(classes: number, cues: number, given: ArrayLike<number> = []): Look {
  const mix = new Float32Array((classes + cues) * classes)
  for (let c = 0; c < classes; c += 1) mix[c * classes + c] = 1
  mix.set(Array.from(given), classes * classes)
  return { mix, offset: new Float32Array(classes) }
}

/**
 * Corrects a model by newer labels: its linear part stays, the second look is fitted again and held to
 * what it was. Labels that the model does not know are left out.
 * @param pull how strongly it is held: as many labels as its own knowledge is worth, for each new one
 */
export function adaptClassModel(
  model: ClassModel,
  examples: readonly ClassRow[],
  pull: number,
): ClassModel {
  const numbers = new Map(model.labels.map((label, n) => [label, n]))
  const known = examples.filter(({ label, importance }) => numbers.has(label) && importance > 0)
  if (known.length === 0) return model
  const rows = known.map(({ tokens, cues }) =>
    Float64Array.from([
      ...firstLook(decide(model, tokens), model.temperature),
      ...Array.from(cues),
    ]),
  )
  const labels = known.map(({ label }) => numbers.get(label)!)
  const importance = known.map((row) => row.importance)
  // Log shares are long rows: a small step of each weight would move a class far.
  const square = rows.reduce((sum, row) => sum + row.reduce((own, x) => own + x * x, 0), 0)
  const held = { pull: (pull * square) / rows.length, pullOffset: pull }
  return { ...model, ...trainLook(rows, labels, importance, { start: model, ...held }) }
}

/**
 * How rare each bucket is among distinct texts, in the steps of a model (inverse document frequency);
 * 0 where too few texts touch it, so that nothing of a single text is kept.
 */
function rarities(bags: readonly Bag[], keys: Uint32Array, size: number): Int8Array {
  const texts = new Uint32Array(size)
  const counted = new Set<number>()
  for (const [i, { buckets }] of bags.entries()) {
    if (counted.has(keys[i]!)) continue
    counted.add(keys[i]!)
    for (const bucket of new Set(buckets)) texts[bucket]! += 1
  }
  const rarity = new Int8Array(size)
  for (let bucket = 0; bucket < size; bucket += 1) {
    if (texts[bucket]! < FEWEST_TEXTS) continue
    const value = Math.log((1 + counted.size) / (1 + texts[bucket]!)) + 1
    rarity[bucket] = Math.min(LARGEST, Math.round(value * RARITY_STEPS))
  }
  return rarity
}

/** The features of a bag that a model keeps. */
function known(bag: Bag, rarity: Int8Array): Row {
  const values = valuesOf(bag, (bucket) => rarity[bucket]!)
  const kept = [...values.keys()].filter((k) => values[k]! > 0)
  return {
    buckets: Uint32Array.from(kept, (k) => bag.buckets[k]!),
    values: Float32Array.from(kept, (k) => values[k]!),
  }
}

/** Decision values of each row by a model that has not seen it. */
function decideUnseen(prepared: Prepared): Float64Array[] {
  const { rows, labels, keys, importance, classes, size } = prepared
  const decisions: Float64Array[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const shown = importance.map((weight, i) => (keys[i]! % FOLDS === fold ? 0 : weight))
    const weights = trainMany(rows, labels, shown, prepared)
    for (const [i, row] of rows.entries()) {
      if (keys[i]! % FOLDS === fold) decisions[i] = decideAll(weights, row, classes, size)
    }
  }
  return decisions
}

function decideAll(weights: Float32Array, row: Row, classes: number, size: number): Float64Array {
  return Float64Array.from({ length: classes }, (_, c) =>
    decision(weights, row, { c, classes, size }),
  )
}

/** The divisor under which unseen texts are told best (Guo et al., On Calibration, ICML 2017). */
function fitTemperature(decisions: readonly Float64Array[], prepared: Prepared): number {
  let best = 1
  let least = Infinity
  for (let step = 0; step <= 30; step += 1) {
    const temperature = 0.05 * 40 ** (step / 30)
    let loss = 0
    for (const [i, values] of decisions.entries()) {
      const share = logShares(values, temperature)[prepared.labels[i]!]!
      loss -= share * prepared.importance[i]!
    }
    if (loss < least) [best, least] = [temperature, loss]
  }
  return best
}

/** Weights of a class as steps of its largest. */
function quantize(weights: Float32Array, rarity: Int8Array, classes: number) {
  const size = rarity.length
  const largest = new Float64Array(classes)
  for (let k = 0; k < size * classes; k += 1) {
    largest[k % classes] = Math.max(largest[k % classes]!, Math.abs(weights[k]!))
  }
  const scales = Float32Array.from(largest, (most) => (most > 0 ? most / LARGEST : 1))
  const table = new Int8Array(size * (classes + 1))
  for (let bucket = 0; bucket < size; bucket += 1) {
    const at = bucket * (classes + 1)
    for (let c = 0; c < classes; c += 1) {
      table[at + c] = Math.round(weights[bucket * classes + c]! / scales[c]!)
    }
    table[at + classes] = rarity[bucket]!
  }
  return { weights: table, scales, bias: weights.slice(size * classes) }
}

export type LabelledText = { text: string; label: string }

/** For measuring on labelled letters: a model of texts alone, and its classes best first. */
export function trainClasses(
  examples: readonly LabelledText[],
  options: Partial<ClassOptions> = {},
): { predict: (text: string) => { label: string; score: number }[] } {
  const labels = [...new Set(examples.map(({ label }) => label))].toSorted()
  const rows = examples.map(({ text, label }) => ({
    tokens: normalize(text).tokens,
    key: textKey(text),
    label,
    importance: 1,
    cues: [],
  }))
  const model = trainClassModel(rows, { bits: 18, ...options, labels })
  return {
    predict: (text) => {
      const shares = classShares(model, normalize(text).tokens, [])
      return labels
        .map((label, n) => ({ label, score: shares[n]! }))
        .toSorted((a, b) => b.score - a.score)
    },
  }
}
