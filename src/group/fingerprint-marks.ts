/** Numbers that say where: of houses, lanes, RT, RW and blocks, and long ones that name a paper. Pure. */
import type { Token } from '../read/normalize.ts'
import { COMMON_WORDS } from './common-words.ts'
import { isContent, isDirection, isName, spellingHash } from './fingerprint-place.ts'
import { hashWord } from './hash-set.ts'

/** What a number belongs to; `any`: it follows a name, and may be of the lane or of the house. */
export const KINDS = ['house', 'lane', 'any', 'rt', 'rw', 'block', 'id'] as const
export type Kind = (typeof KINDS)[number]
/** Gets a mark, and its first and last token. */
export type AddMark = (mark: number, from: number, to: number) => void

const KIND_SHIFT = 28
const VALUE = 2 ** KIND_SHIFT - 1

export const kindOf = (mark: number): number => mark >>> KIND_SHIFT
/** Of a house, or of the lane or the house. */
export const isHouse = (mark: number): boolean => ['house', 'any'].includes(KINDS[kindOf(mark)]!)
export const valueOf = (mark: number): number => mark & VALUE
const markOf = (kind: Kind, hash: number): number =>
  ((KINDS.indexOf(kind) << KIND_SHIFT) | (hash & VALUE)) >>> 0

const MARKS: ReadonlyMap<string, Kind> = new Map([
  ['nomor', 'house'],
  ['no', 'house'],
  ['blok', 'block'],
  ['titik', 'block'],
  ['gang', 'lane'],
  ['lorong', 'lane'],
  ['km', 'lane'],
  ['rt', 'rt'],
  ['rw', 'rw'],
])
/** A number after one of these counts days, hours or things, not houses. */
const COUNTED = new Set(
  'jam pukul tanggal tgl sudah selama sekitar kurang lebih ada total hari bulan tahun ke kelas'.split(
    ' ',
  ),
)
/** A number before one of these counts them. */
const UNITS = new Set(
  `hari jam menit detik minggu bulan tahun malam kali ribu rb juta jt meter cm km liter kilo ekor orang lapis
   tiang lubang unit lampu anak kk bis bus truk mobil motor kelas ruang`.split(/\s+/),
)
/** "nomor" after one of these is not of a house. */
const PAPERS = new Set(
  'nik kk ktp hp telepon telpon wa pengaduan laporan aduan tiket pelanggan'.split(' '),
)
const ROMAN = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)
/** Longer numbers are of telephones, papers and orders. */
const HOUSE_DIGITS = 4

/** Finds them; in an address a number after any word counts, in a text one that follows a name. */
export function findMarks(tokens: readonly Token[], isAddress: boolean, add: AddMark): void {
  let announced: { kind: Kind; at: number } | null = null
  let after = -2
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    if (token.kind === 'number' && token.plain.length > HOUSE_DIGITS) {
      add(markOf('id', hashWord(token.plain)), i, i)
      announced = null
      continue
    }
    const mark = MARKS.get(token.text)
    if (mark !== undefined) {
      announced = PAPERS.has(before?.text ?? '') ? null : { kind: mark, at: i }
      continue
    }
    const named = announced && token.gap < 2 ? nameOf(announced.kind, token) : null
    if (announced && named !== null) {
      add(markOf(announced.kind, named), announced.at, i)
      announced = announced.kind === 'block' ? { kind: 'house', at: i } : null
      after = i
      continue
    }
    const number = numberOf(token, before)
    if (number === null) {
      announced = null
      continue
    }
    const kind = announced?.kind ?? kindAt(tokens, i, { isAddress, isNext: after === i - 1 })
    if (kind === null) continue
    add(markOf(kind, hashWord(String(number))), announced?.at ?? i, i)
    if (kind === 'lane') announced = { kind: 'house', at: i + 1 }
    else announced = null
    after = i
  }
}

/** "blok KF", "titik C", "gang Manggis": no number, and yet what tells it from its neighbours. */
function nameOf(kind: Kind, token: Token): number | null {
  if (kind === 'block' && /^[a-z]{1,2}\d{0,3}[a-z]?$/.test(token.plain))
    return hashWord(token.plain)
  const isLane =
    kind === 'lane' && token.plain.length > 1 && token.gap === 0 && token.kind === 'word'
  if (!isLane || COMMON_WORDS.has(token.text) || ROMAN.has(token.plain)) return null
  return /\d/.test(token.plain) ? null : spellingHash(token.root)
}

/** "Melati 4/55": the second number is of the house, and the first of the lane. */
function kindAt(
  tokens: readonly Token[],
  at: number,
  { isAddress, isNext }: { isAddress: boolean; isNext: boolean },
): Kind | null {
  const token = tokens[at]!
  const before = tokens[at - 1]
  if (before === undefined || token.gap === 2) return null
  if (isNext) return 'house'
  if (COUNTED.has(before.text) || UNITS.has(tokens[at + 1]?.text ?? '')) return null
  const follows = isAddress ? isContent(before) : isName(before) || isDirection(before)
  if (!follows) return null
  return isHouseNext(tokens[at + 1]) ? 'lane' : 'any'
}

const isHouseNext = (next: Token | undefined): boolean =>
  next !== undefined && next.gap < 2 && (next.text === 'nomor' || numberOf(next) !== null)

function numberOf(token: Token, before?: Token): number | null {
  const digits = /^(\d{1,4})[a-z]?$/.exec(token.plain)?.[1]
  if (digits !== undefined) return Number(digits)
  const roman = ROMAN.get(token.plain)
  if (roman === undefined || token.gap === 2) return null
  return token.plain.length > 1 || before !== undefined ? roman : null
}
