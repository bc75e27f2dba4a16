/** Small sets of hashed words: sorted numbers take a tenth of the memory of strings, and are compared by one walk. */

/** FNV-1a over UTF-16 units with a last mix, 32 bits without sign. */
export function hashWord(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** One number from two, in their order (the finalizer of MurmurHash3). */
export function mixHashes(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Most sets of a message are empty: one for all of them keeps tens of thousands of objects out of memory. */
const NOTHING = new Uint32Array(0)

/** The distinct values in ascending order. */
export function sortedSet(values: readonly number[]): Uint32Array {
  if (values.length === 0) return NOTHING
  const sorted = new Uint32Array(values).sort()
  let kept = 0
  for (let i = 0; i < sorted.length; i += 1) {
    if (i > 0 && sorted[i] === sorted[i - 1]) continue
    sorted[kept] = sorted[i]!
    kept += 1
  }
  return kept === sorted.length ? sorted : sorted.slice(0, kept)
}

/** How many values two sorted sets share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) count += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return count
}

/** Sums of a weight over two sorted sets: of what they share, and of each alone. */
export type Overlap = { shared: number; onlyA: number; onlyB: number }

/** Walks two sorted sets once. */
export function weighOverlap(
  a: Uint32Array,
  b: Uint32Array,
  weigh: (hash: number) => number,
): Overlap {
  const sums = { shared: 0, onlyA: 0, onlyB: 0 }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const x = i < a.length ? a[i]! : Infinity
    const y = j < b.length ? b[j]! : Infinity
    if (x === y) {
      sums.shared += weigh(x)
      i += 1
      j += 1
    } else if (x < y) {
      sums.onlyA += weigh(x)
      i += 1
    } else {
      sums.onlyB += weigh(y)
      j += 1
    }
  }
  return sums
}
