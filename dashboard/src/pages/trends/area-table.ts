/** Cells of category × kecamatan as a table with sums, largest first. Pure. */
import type { Areas } from '../../api.ts'

export type AreaTable = {
  /** Codes; null is "unknown". */
  categories: (string | null)[]
  kecamatan: (string | null)[]
  count: (category: string | null, kecamatan: string | null) => number
  ofCategory: (category: string | null) => number
  ofKecamatan: (kecamatan: string | null) => number
  total: number
}

/** Rows and columns without any candidate are left out. */
export function tableOf(cells: Areas['cells']): AreaTable {
  const counts = new Map<string, number>()
  const categories = new Map<string | null, number>()
  const kecamatan = new Map<string | null, number>()
  let total = 0
  for (const cell of cells) {
    if (cell.candidates === 0) continue
    total += cell.candidates
    add(counts, keyOf(cell.category, cell.kecamatan), cell.candidates)
    add(categories, cell.category, cell.candidates)
    add(kecamatan, cell.kecamatan, cell.candidates)
  }
  return {
    categories: largestFirst(categories),
    kecamatan: largestFirst(kecamatan),
    count: (row, column) => counts.get(keyOf(row, column)) ?? 0,
    ofCategory: (row) => categories.get(row) ?? 0,
    ofKecamatan: (column) => kecamatan.get(column) ?? 0,
    total,
  }
}

const keyOf = (category: string | null, kecamatan: string | null) => `${category}|${kecamatan}`

function add<Key>(map: Map<Key, number>, key: Key, n: number) {
  map.set(key, (map.get(key) ?? 0) + n)
}

/** What is unknown stands last, however much it is. */
const largestFirst = (map: Map<string | null, number>) =>
  [...map]
    .sort(([a, countA], [b, countB]) => Number(a === null) - Number(b === null) || countB - countA)
    .map(([key]) => key)
