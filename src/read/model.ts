/**
 * A trained model: weights of hashed features and of named cues, as one file. Layout: the eight bytes of
 * MAGIC, the length of the head (uint32, little-endian), the head (JSON in UTF-8), then one signed byte a
 * feature, view after view, and the tables of the categories.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CLASS_CUES } from './category.ts'
import type { ClassModel } from './classes.ts'
import { FEATURES } from './cues.ts'
import { BITS, VIEWS } from './views.ts'

const MAGIC = 'DENGAR02'
export const SHIPPED = fileURLToPath(new URL('./model/bawaan.bin', import.meta.url))

/** One linear scorer: score = bias + scale * sum(weights of the row's features) / sqrt(their count). */
export type ViewModel = { weights: Int8Array; scale: number; bias: number }

/** The second stage: a logistic sum over the views' scores, the named cues, and the channel. */
export type Stack = {
  bias: number
  /** In the order of VIEWS. */
  views: Float64Array
  /** In the order of FEATURES. */
  cues: Float64Array
  /** By the keys of channel.ts. */
  channels: ReadonlyMap<string, number>
}

export type Model = {
  /** Stands in every reading that it made. */
  name: string
  /** ISO date. */
  madeAt: string
  views: readonly ViewModel[]
  stack: Stack
  /** At and above this probability a message is a complaint. */
  threshold: number
  /** Tells the category; null: only the words of topics.ts do. */
  classes: ClassModel | null
}

type Head = {
  name: string
  madeAt: string
  bits: number
  views: { name: string; scale: number; bias: number }[]
  bias: number
  stackViews: number[]
  cues: Record<string, number>
  channels: Record<string, number>
  threshold: number
  classes: ClassHead | null
}

/** A class model but for its table of weights. */
type ClassHead = Omit<ClassModel, 'weights' | Floats> & Record<Floats, number[]>
type Floats = 'scales' | 'bias' | 'mix' | 'offset'

/** The model as the bytes of its file. */
export function encodeModel(model: Model): Uint8Array {
  const { stack } = model
  const head: Head = {
    name: model.name,
    madeAt: model.madeAt,
    bits: BITS,
    views: model.views.map(({ scale, bias }, i) => ({ name: VIEWS[i]!, scale, bias })),
    bias: stack.bias,
    stackViews: [...stack.views],
    cues: Object.fromEntries(FEATURES.map((name, i) => [name, stack.cues[i] ?? 0])),
    channels: Object.fromEntries(stack.channels),
    threshold: model.threshold,
    classes: model.classes && classHead(model.classes),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const tables = [...model.views, ...(model.classes ? [model.classes] : [])].map(
    ({ weights }) => new Uint8Array(weights.buffer, weights.byteOffset, weights.length),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  return new Uint8Array(Buffer.concat([Buffer.from(MAGIC), length, text, ...tables]))
}

/** Reads a model's file; throws a sentence when it is damaged or made for another version of the reader. */
export function decodeModel(bytes: Uint8Array): Model {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length < 12 || file.toString('latin1', 0, 8) !== MAGIC) {
    throw new Error('model: the file is not a model of Dengar; train it again with "dengar train"')
  }
  const textEnd = 12 + file.readUInt32LE(8)
  const head = parseHead(file, textEnd)
  const size = 2 ** BITS
  const classesStart = textEnd + VIEWS.length * size
  if (file.length !== classesStart + classBytes(head.classes)) {
    throw new Error(
      `model ${head.name}: the file is cut or too long; train it again with "dengar train"`,
    )
  }
  return {
    name: head.name,
    madeAt: head.madeAt,
    views: head.views.map(({ scale, bias }, i) => ({
      weights: new Int8Array(file.buffer, file.byteOffset + textEnd + i * size, size),
      scale,
      bias,
    })),
    stack: {
      bias: head.bias,
      views: Float64Array.from(head.stackViews),
      cues: Float64Array.from(FEATURES, (name) => head.cues[name] ?? 0),
      channels: new Map(Object.entries(head.channels)),
    },
    threshold: head.threshold,
    classes: head.classes && classModel(head.classes, file.subarray(classesStart)),
  }
}

function classHead({ labels, bits, temperature, cues, ...floats }: ClassModel): ClassHead {
  const { scales, bias, mix, offset } = floats
  return {
    ...{ labels, bits, temperature, cues },
    ...{ scales: [...scales], bias: [...bias], mix: [...mix], offset: [...offset] },
  }
}

function classModel(head: ClassHead, table: Uint8Array): ClassModel {
  return {
    ...head,
    weights: new Int8Array(table.buffer, table.byteOffset, table.length),
    scales: Float32Array.from(head.scales),
    bias: Float32Array.from(head.bias),
    mix: Float32Array.from(head.mix),
    offset: Float32Array.from(head.offset),
  }
}

/** Weights of each class and the rarity, a byte each, for each bucket. */
const classBytes = (head: ClassHead | null): number =>
  head === null ? 0 : 2 ** head.bits * (head.labels.length + 1)

function parseHead(file: Buffer, end: number): Head {
  let head: Head
  try {
    head = JSON.parse(file.toString('utf8', 12, end)) as Head
  } catch {
    throw new Error('model: the head of the file is damaged; train it again with "dengar train"')
  }
  const isSame =
    head.bits === BITS &&
    head.views?.length === VIEWS.length &&
    head.views.every((view, i) => view.name === VIEWS[i]) &&
    FEATURES.every((name) => typeof head.cues?.[name] === 'number') &&
    (head.classes === null || head.classes.cues === CLASS_CUES)
  if (!isSame) {
    throw new Error(
      `model ${head.name}: it was made for another version of the reader; train it again with "dengar train"`,
    )
  }
  return head
}

let shipped: Model | undefined

/** The model that comes with this version, read once. */
export function shippedModel(): Model {
  return (shipped ??= decodeModel(readFileSync(SHIPPED)))
}
