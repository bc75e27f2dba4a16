/** Counts how common words are, for the table of word weights. Pure. */
import { spellingHash } from '../group/fingerprint-place.ts'
import { fingerprint } from '../group/fingerprint.ts'
import { makeWordTable } from '../group/word-weights.ts'

const SHORTEST_AREA = 3
/** "Kendari Barat": the side is no name. */
const SIDE = /^(?:barat|timur|utara|selatan|tengah|kota|dalam|baru|lama)$/

/** The table of `word-weights.ts` from texts; names of areas are marked as such. */
export function countWords(
  texts: readonly string[],
  areas: readonly { name: string; aliases: readonly string[] }[],
): Uint8Array {
  return makeWordTable(wordsOf(texts), areaHashes(areas))
}

function* wordsOf(texts: readonly string[]): Generator<Iterable<number>> {
  for (const text of texts) {
    const { words, names, streets, spots } = fingerprint(text)
    yield new Set([...words, ...names, ...streets, ...spots])
  }
}

function areaHashes(areas: readonly { name: string; aliases: readonly string[] }[]): Set<number> {
  const words = areas
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
  return new Set(
    words.filter((word) => word.length >= SHORTEST_AREA && !SIDE.test(word)).map(spellingHash),
  )
}
