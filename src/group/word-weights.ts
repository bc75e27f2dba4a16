/**
 * How much a word says, from how many messages have it: "mohon" nothing, a name that nobody else writes
 * everything. A table of hashed words, so that no word can be read out of it.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const WORD_BITS = 16
export const WORDS_FILE = fileURLToPath(new URL('./model/words.bin', import.meta.url))
/** In the table: the word is the name of a kelurahan, a kecamatan or a city; it says where, but not which. */
const AREA = 255
/** A word of this many messages, or fewer, says all that a word can say. */
const RARE = 3
const STEPS = 200

const table: Uint8Array = readFileSync(WORDS_FILE)

export const slotOf = (hash: number): number => hash >>> (32 - WORD_BITS)

/** 0 (in every message) to 1 (a name, or a rare word); for a word's hash. */
export function weightOf(hash: number): number {
  const cell = table[slotOf(hash)]!
  return cell === AREA ? 0.15 : 1 - cell / STEPS
}

export const isArea = (hash: number): boolean => table[slotOf(hash)] === AREA

/** Counts in how many texts each hashed word stands, and writes the table that `weightOf` reads. */
export function makeWordTable(
  texts: Iterable<Iterable<number>>,
  areas: Iterable<number>,
): Uint8Array {
  const counts = new Uint32Array(1 << WORD_BITS)
  let size = 0
  for (const words of texts) {
    size += 1
    for (const hash of words) counts[slotOf(hash)]! += 1
  }
  const most = Math.log(Math.max(2, size / RARE))
  const made = Uint8Array.from(counts, (count) =>
    count <= RARE ? 0 : Math.min(STEPS, Math.round((STEPS * Math.log(count / RARE)) / most)),
  )
  for (const hash of areas) made[slotOf(hash)] = AREA
  return made
}
