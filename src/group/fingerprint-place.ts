/** Where a message says it is: names, what stands after "jalan" or "depan", and what the place is called. Pure. */
import type { Token } from '../read/normalize.ts'
import { remember } from '../read/word.ts'
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
const TOWARDS = new Set(['arah', 'menuju', 'jurusan'])
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

/** What is asked of each word, by every message that has it. */
export const seeWord = remember(({ text, root }) => {
  const isCommon = COMMON_WORDS.has(text)
  const isTold = root.length > 1 && !isCommon && !COMMON_WORDS.has(root)
  const spelling = spellingHash(root)
  return {
    isCommon,
    isTold,
    isName: isTold && root.length > 3 && !OFFICES.has(root) && !isKnown(root) && !isKnown(text),
    isStreetMark: STREET_MARKS.has(text),
    isLandmark: LANDMARK_MARKS.has(text),
    isNoName: NO_NAME.has(root),
    isDirection: DIRECTIONS.has(text),
    isTowards: TOWARDS.has(text),
    isArea: isArea(spelling),
    spelling,
    /** Of the root, and of the word as it stands. */
    hash: hashWord(root),
    textHash: hashWord(text),
  }
})

/** A word that is told, and neither a number nor manners. */
export const isContent = (token: Token): boolean =>
  token.kind !== 'number' && seeWord(token.word).isTold

/** A word that no dictionary has, of four letters or more. */
export const isName = (token: Token): boolean => token.kind === 'word' && seeWord(token.word).isName

export const isDirection = (token: Token): boolean => seeWord(token.word).isDirection

/** Finds the words of places among the tokens. `isAddress`: the first words name the street. */
export function findPlaces(tokens: readonly Token[], isAddress: boolean, add: AddWord): void {
  let street = 0
  let spot = 0
  let towards = 0
  for (const [i, token] of tokens.entries()) {
    if (i === 0 && isAddress) street = STREET_WORDS
    else if (token.gap > 0) street = spot = 0
    if (token.kind === 'handle') continue
    const word = seeWord(token.word)
    if (word.isTowards) {
      towards = TOWARDS_WORDS
      street = spot = 0
      continue
    }
    towards = token.gap > 0 ? 0 : towards
    if (towards > 0) {
      towards -= 1
      continue
    }
    if (word.isStreetMark) {
      street = namesStreet(token, tokens[i + 1]) ? STREET_WORDS : 0
      spot = 0
      continue
    }
    if (word.isLandmark) {
      spot = LANDMARK_WORDS
      street = 0
    }
    if (word.isCommon) street = spot = 0
    if (!isContent(token)) continue
    if (word.isDirection) {
      if (street > 0 || isName(tokens[i - 1] ?? token)) add('sides', word.spelling, i)
      continue
    }
    if (isName(token) && !word.isArea) add('names', word.spelling, i)
    if (word.isNoName) street = spot = 0
    // "Jl. Mandonga" is a street, whatever else has that name; in "Jl. Melati Mandonga" it is the area.
    if (street > 0 && (!word.isArea || isMarked(tokens[i - 1]))) add('streets', word.spelling, i)
    else if (spot > 0) add('spots', word.spelling, i)
    street -= 1
    spot -= 1
  }
}

/** "jalan rusak" and "jalan di depan" name no street; "Jl. Melati" does. */
function namesStreet(mark: Token, next: Token | undefined): boolean {
  if (!next || next.gap > 0) return false
  const { isCommon, isNoName, hash } = seeWord(next.word)
  if (isCommon || isNoName) return false
  if (mark.text !== 'jalan' || mark.plain !== 'jalan') return true
  return next.isCapital || !isKnown(next.root) || weightOf(hash) > RARE
}

/** The hash of a word without habits of spelling: one of "Muhammad" and "Muhamad", of "Thoyyibah" and "Toyibah". */
export const spellingHash = (word: string): number =>
  hashWord(
    word
      .replaceAll('oe', 'u')
      .replaceAll('dj', 'j')
      .replaceAll('tj', 'c')
      .replace(/ph|v/g, 'f')
      .replaceAll('y', 'i')
      .replaceAll('h', '')
      .replace(/(.)\1+/g, '$1'),
  )

const isMarked = (before: Token | undefined): boolean =>
  before !== undefined && seeWord(before.word).isStreetMark
