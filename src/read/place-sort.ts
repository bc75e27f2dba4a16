/** What a word can be in the words of a place, whatever stands around it. */
import {
  BUILDING_WORDS,
  NEAR_WORDS,
  NOT_A_NAME,
  SIDE_WORDS,
  STREET_WORDS,
} from './lexicon/place-words.ts'
import { remember } from './word.ts'
import { isKnown } from './words.ts'

const streetWords = new Set(STREET_WORDS)
const buildingWords = new Set(BUILDING_WORDS)
const nearWords = new Set(NEAR_WORDS)
const leadWords = new Set([...STREET_WORDS, ...BUILDING_WORDS, 'lurah', 'camat'])
const sideWords = new Set(SIDE_WORDS)
const numberedWords = new Set([
  'rt',
  'rw',
  'no',
  'nomor',
  'nmr',
  'blok',
  'km',
  'lorong',
  'lrg',
  'gang',
  'gg',
])

/** The lists that a word is on. */
export const sortOf = remember(({ text, plain, root }) => {
  const isBuilding = buildingWords.has(plain)
  return {
    /** "RT", "blok": a number follows. */
    isNumbered: numberedWords.has(plain),
    isBuilding,
    /** Begins a name: a street or a building. */
    isHead: isBuilding || streetWords.has(plain),
    /** "depan", "di" */
    isNear: nearWords.has(plain),
    isNoName: NOT_A_NAME.has(text) || NOT_A_NAME.has(root),
    /** No word of the language, so that it may be a name. */
    isStrange: text === plain && !isKnown(text) && !isKnown(root),
    isLead: leadWords.has(plain),
    isSide: sideWords.has(plain),
  }
})
