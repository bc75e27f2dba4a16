/**
 * Word vectors as one file: the eight bytes of MAGIC, the length of the head (uint32, little-endian), the
 * head (JSON in UTF-8), the common part of all texts (256 float32), then the keys (uint32), the scales
 * (float32) and the numbers (256 signed bytes) of each word. Keys are hashes: no word can be read in it.
 */
import { DIMENSIONS } from './embed-words.ts'

const MAGIC = 'DENGARV1'
const MOST_BYTES = 8_000_000
const AGAIN = 'train it again with "dengar train vectors"'

export type WordVectors = {
  name: string
  /** ISO date. */
  madeAt: string
  /** By the key of a word: where its numbers begin in `values`, and what a step of them is worth. */
  rows: ReadonlyMap<number, { at: number; scale: number }>
  values: Int8Array
  /** What all texts have in common; it is taken away from each. */
  common: Float32Array
  /** Length of the vector of a word that stands in no row. */
  unknown: number
}

type Head = { name: string; madeAt: string; words: number; dimensions: number; unknown: number }

/** The bytes of the file. @throws a sentence when it would be larger than a file of word vectors may be */
export function encodeVectors(vectors: WordVectors): Uint8Array {
  const { name, madeAt, rows, values, common, unknown } = vectors
  const head: Head = { name, madeAt, words: rows.size, dimensions: DIMENSIONS, unknown }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const start = 12 + text.length
  const bytes = Buffer.alloc(start + DIMENSIONS * 4 + rows.size * (8 + DIMENSIONS))
  if (bytes.length > MOST_BYTES) {
    throw new Error(`word vectors: ${rows.size} words make more than ${MOST_BYTES / 1e6} MB`)
  }
  bytes.write(MAGIC, 'latin1')
  bytes.writeUInt32LE(text.length, 8)
  bytes.set(text, 12)
  common.forEach((value, i) => bytes.writeFloatLE(value, start + i * 4))
  const keys = start + DIMENSIONS * 4
  const numbers = keys + rows.size * 8
  let n = 0
  for (const [key, { at, scale }] of [...rows].toSorted(([a], [b]) => a - b)) {
    bytes.writeUInt32LE(key, keys + n * 4)
    bytes.writeFloatLE(scale, keys + rows.size * 4 + n * 4)
    bytes.set(
      new Uint8Array(values.buffer, values.byteOffset + at, DIMENSIONS),
      numbers + n * DIMENSIONS,
    )
    n += 1
  }
  return bytes
}

/** Reads the file; throws a sentence when it is damaged or made for another version. */
export function decodeVectors(bytes: Uint8Array): WordVectors {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.length < 12 || file.toString('latin1', 0, 8) !== MAGIC) {
    throw new Error(`word vectors: the file holds no word vectors of Dengar; ${AGAIN}`)
  }
  const start = 12 + file.readUInt32LE(8)
  const { name, madeAt, words, unknown } = parseHead(file, start)
  const keys = start + DIMENSIONS * 4
  const numbers = keys + words * 8
  if (file.length !== numbers + words * DIMENSIONS) {
    throw new Error(`word vectors ${name}: the file is cut or too long; ${AGAIN}`)
  }
  const common = Float32Array.from({ length: DIMENSIONS }, (_, i) =>
    file.readFloatLE(start + i * 4),
  )
  const rows = new Map<number, { at: number; scale: number }>()
  let isSound = common.every(Number.isFinite)
  for (let n = 0; n < words; n += 1) {
    const scale = file.readFloatLE(keys + (words + n) * 4)
    isSound &&= Number.isFinite(scale)
    rows.set(file.readUInt32LE(keys + n * 4), { at: n * DIMENSIONS, scale })
  }
  if (!isSound || rows.size !== words) {
    throw new Error(`word vectors ${name}: numbers of the file are damaged; ${AGAIN}`)
  }
  const values = new Int8Array(file.buffer, file.byteOffset + numbers, words * DIMENSIONS)
  return { name, madeAt, rows, values, common, unknown }
}

function parseHead(file: Buffer, end: number): Head {
  let head: Partial<Head> | null
  try {
    head = JSON.parse(file.toString('utf8', 12, end)) as Partial<Head> | null
  } catch {
    throw new Error(`word vectors: the head of the file is damaged; ${AGAIN}`)
  }
  const { name, madeAt, words, dimensions, unknown } = head ?? {}
  if (
    typeof name !== 'string' ||
    typeof madeAt !== 'string' ||
    !Number.isSafeInteger(words) ||
    words! < 0 ||
    typeof unknown !== 'number' ||
    dimensions !== DIMENSIONS
  ) {
    throw new Error(`word vectors: the file is of another version; ${AGAIN}`)
  }
  return { name, madeAt, words: words!, dimensions, unknown }
}
