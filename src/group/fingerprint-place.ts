/** Where a message says it is: names, what stands after "jalan" or "depan", and what the place is called. Pure. */
import type { Token } from '../read/normalize.ts'
import { isKnown } from '../read/words.ts'
import { COMMON_WORDS } from './common-words.ts'
import { hashWord } from './hash-set.ts'
import { isArea, weightOf } from './word-weights.ts'

/** What a word of a place is: an unknown word, of a street or an estate, what stands there, "barat" or "lor". */
export type PlaceField = 'names' | 'streets' | 'spots' | 'sides'
/** Gets the hash of a word and which token it is. */
export type AddWord = (field: PlaceField, hash: number, at: number) => void

const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ''))

const STREET_MARKS = words(
  'jalan gang lorong kompleks perumahan perum btn griya wisma desa dusun kampung poros rusun rusunawa',
)
const LANDMARK_MARKS = words(
  `simpang perempatan pertigaan bundaran jembatan pasar masjid gereja sekolah sd sdn smp smpn sma sman
   smk smkn kampus universitas rs rsud rsu puskesmas kantor balai hotel mall toko apotek spbu tugu
   taman lapangan makam terminal pelabuhan stasiun halte warung warkop indomaret alfamart bengkel titik
   depan dekat samping belakang seberang sebelah`,
)
/** What is said of a road or a house, and is not its name. */
const NO_NAME = words(
  `rusak lubang gelap macet banjir padam mati rumah besar kecil utama umum masuk keluar aspal paving
   lingkungan kampung warga sekolah tersebut sini situ`,
)
const DIRECTIONS = words('barat timur utara selatan tengah lor kidul wetan kulon dalam luar')
/** What lies in that direction is not where it is. */
export const TOWARDS = new Set(['arah', 'menuju', 'jurusan'])
const TOWARDS_WORDS = 3
const STREET_WORDS = 4
const LANDMARK_WORDS = 2
/** A dictionary word after "jalan" is a name only when few messages have it: "melati", but not "raya". */
const RARE = 0.6

/** Offices, firms and other words that no dictionary has, and that yet name neither a place nor a person. */
const OFFICES = words(
  `dukcapil disdukcapil capil dishub dlhk dlh pdam perumda pln dinsos dinkes pupr bpjs satpol polantas
   satlantas polres polsek bpbd damkar samsat bpn kominfo diskominfo disdik dikbud telkom indihome indomaret
   alfamart spbu rsud puskesmas warkop prokes urgent bansos pju ktp jukir
   alfamidi mbr`,
)

/** A word that is told, and neither a number nor manners. */
export const isContent = (token: Token): boolean =>
  token.kind !== 'number' &&
  token.root.length > 1 &&
  !COMMON_WORDS.has(token.text) &&
  !COMMON_WORDS.has(token.root)

/** A word that no dictionary has, of four letters or more. */
export const isName = (token: Token): boolean =>
  token.kind === 'word' &&
  token.root.length > 3 &&
  isContent(token) &&
  !OFFICES.has(token.root) &&
  !isKnown(token.root) &&
  !isKnown(token.text)

export const isDirection = (token: Token): boolean => DIRECTIONS.has(token.text)

/** Finds the words of places among the tokens. `isAddress`: the first words name the street. */
export function findPlaces(tokens: readonly Token[], isAddress: boolean, add: AddWord): void {
  let street = 0
  let spot = 0
  let towards = 0
  for (const [i, token] of tokens.entries()) {
    if (i === 0 && isAddress) street = STREET_WORDS
    else if (token.gap > 0) street = spot = 0
    if (token.kind === 'handle') continue
    if (TOWARDS.has(token.text)) {
      towards = TOWARDS_WORDS
      street = spot = 0
      continue
    }
    towards = token.gap > 0 ? 0 : towards
    if (towards > 0) {
      towards -= 1
      continue
    }
    if (STREET_MARKS.has(token.text)) {
      street = namesStreet(token, tokens[i + 1]) ? STREET_WORDS : 0
      spot = 0
      continue
    }
    if (LANDMARK_MARKS.has(token.text)) {
      spot = LANDMARK_WORDS
      street = 0
    }
    if (COMMON_WORDS.has(token.text)) street = spot = 0
    if (!isContent(token)) continue
    const hash = spellingHash(token.root)
    if (isDirection(token)) {
      if (street > 0 || isName(tokens[i - 1] ?? token)) add('sides', hash, i)
      continue
    }
    if (isName(token) && !isArea(hash)) add('names', hash, i)
    if (NO_NAME.has(token.root)) street = spot = 0
    // "Jl. Mandonga" is a street, whatever else has that name; in "Jl. Melati Mandonga" it is the area.
    if (street > 0 && (!isArea(hash) || isMarked(tokens[i - 1]))) add('streets', hash, i)
    else if (spot > 0) add('spots', hash, i)
    street -= 1
    spot -= 1
  }
}

/** "jalan rusak" and "jalan di depan" name no street; "Jl. Melati" does. */
function namesStreet(mark: Token, next: Token | undefined): boolean {
  if (!next || next.gap > 0 || COMMON_WORDS.has(next.text) || NO_NAME.has(next.root)) return false
  if (mark.text !== 'jalan' || mark.plain !== 'jalan') return true
  return next.isCapital || !isKnown(next.root) || weightOf(hashWord(next.root)) > RARE
}

const MOST_SPELLINGS = 50_000
const spellings = new Map<string, number>()

/** The hash of a word without habits of spelling: one of "Muhammad" and "Muhamad", of "Thoyyibah" and "Toyibah". */
export function spellingHash(word: string): number {
  const known = spellings.get(word)
  if (known !== undefined) return known
  if (spellings.size >= MOST_SPELLINGS) spellings.clear()
  const plain = word
    .replaceAll('oe', 'u')
    .replaceAll('dj', 'j')
    .replaceAll('tj', 'c')
    .replace(/ph|v/g, 'f')
    .replaceAll('y', 'i')
    .replaceAll('h', '')
    .replace(/(.)\1+/g, '$1')
  const hash = hashWord(plain)
  spellings.set(word, hash)
  return hash
}

const isMarked = (before: Token | undefined): boolean =>
  before !== undefined && STREET_MARKS.has(before.text)
