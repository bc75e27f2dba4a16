/**
 * Takes persons out of a note that one officer wrote and others learn from. Pure. When in doubt a word goes: a
 * note that lost the name of a shop still teaches, one that names a neighbour must not be shown. A name in
 * small letters that nobody here bears, without a title before it, cannot be told from a word.
 */
import { CATEGORY_NAMES } from '../region/category.ts'
import type { Region } from '../region/region.ts'

const NAME = '[nama]'
const NUMBER = '[nomor]'
const ADDRESS = '[alamat daring]'

const ONLINE = /https?:\/\/\S+|\bwww\.\S+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+|@[\w.]+/gi
/** Telephone, identity and account numbers; a case number has letters before its digits. */
const LONG_NUMBER = /(?<![\p{L}\d-])\+?\d(?:[\s.-]?\d){6,}/gu
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu
const TITLES = new Set(
  (
    'pak bu bapak ibu bpk ibunda sdr sdri saudara saudari tuan nyonya ny tn mas mbak kak abang bang adik ' +
    'haji hajah h hj dr drs dra ir ustaz ustadz pendeta nama bernama'
  ).split(' '),
)
/** Words that notes begin with a capital in the middle of a sentence, and that name nobody. */
const COMMON = new Set(
  (
    'senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september ' +
    'oktober november desember jalan jl gang lorong kota kabupaten provinsi kecamatan kelurahan desa dinas badan ' +
    'kantor rumah sakit puskesmas sekolah pasar jembatan dan atau yang untuk dengan dari pada karena aduan ' +
    'laporan unggahan kasus warga pelapor petugas pemerintah indonesia facebook instagram tiktok whatsapp ' +
    'twitter youtube google lapor'
  ).split(' '),
)
/** A part of a known name that is shorter could be any word. */
const LEAST_PART = 3

/** The words of the region's own names: areas, places, agencies, kinds of complaint. Lower case. */
export function publicWords(
  region: Pick<Region, 'areas' | 'places' | 'agencies' | 'names' | 'elsewhere' | 'office'>,
): ReadonlySet<string> {
  const names = [
    ...[...region.areas, ...region.places].flatMap(({ name, aliases }) => [name, ...aliases]),
    ...region.agencies.flatMap(({ name, short, aliases }) => [name, short, ...aliases]),
    ...region.names,
    ...region.elsewhere,
    ...Object.values(region.office),
    ...Object.values(CATEGORY_NAMES).map(({ id }) => id),
  ]
  return new Set([...COMMON, ...wordsOf(names.join(' '))])
}

/** Whom a note may mean. An account is often called after the city, a person is not. */
export type Known = { persons: readonly string[]; accounts: readonly string[] }

/** The note without persons; `open` are the words that name nobody, unless a known person bears one. */
export function withoutNames(note: string, known: Known, open: ReadonlySet<string>): string {
  const plain = note.replace(ONLINE, ADDRESS).replace(LONG_NUMBER, NUMBER)
  const parts = new Set([
    ...partsOf(known.persons).filter((part) => !COMMON.has(part)),
    ...partsOf(known.accounts).filter((part) => !open.has(part)),
  ])
  const hidden = [...plain.matchAll(WORD)].filter((match, index, all) => {
    const before = all[index - 1]
    return isPerson(match[0], {
      isKnown: parts.has(match[0].toLowerCase()),
      isOpen: open.has(match[0].toLowerCase()),
      isFirst: /(^|[.!?:;\n[])\s*["'(]*$/.test(
        plain.slice(Math.max(0, match.index - 4), match.index),
      ),
      isTitled: before !== undefined && TITLES.has(before[0].toLowerCase()),
    })
  })
  return withoutSpans(plain, hidden)
}

type Where = { isKnown: boolean; isOpen: boolean; isFirst: boolean; isTitled: boolean }

function isPerson(word: string, { isKnown, isOpen, isFirst, isTitled }: Where): boolean {
  if (isKnown) return true
  if (isOpen || TITLES.has(word.toLowerCase())) return false
  const isCapital = /^\p{Lu}/u.test(word)
  if (isTitled) return isCapital
  // What is written in capitals throughout is an office or an abbreviation.
  return isCapital && !isFirst && word !== word.toUpperCase()
}

/** Neighbours become one mark: how many words a name has is nobody's business either. */
function withoutSpans(text: string, spans: RegExpExecArray[]): string {
  let kept = ''
  let end = 0
  for (const span of spans) {
    const between = text.slice(end, span.index)
    const isNeighbour = kept.endsWith(NAME) && /^[\s.]*$/.test(between)
    kept += isNeighbour ? '' : `${between}${NAME}`
    end = span.index + span[0].length
  }
  return kept + text.slice(end)
}

const wordsOf = (text: string): string[] =>
  [...text.matchAll(WORD)].map(([word]) => word.toLowerCase())

const partsOf = (names: readonly string[]): string[] =>
  wordsOf(names.join(' ')).filter((part) => part.length >= LEAST_PART)
