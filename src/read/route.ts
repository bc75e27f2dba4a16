/** Which agency should have it: the region's routes, the agency that is named, the office of the area. */
import { list } from './lexicon/list.ts'
import type { Category } from '../region/category.ts'
import type { Agency, Region, Route } from '../region/region.ts'
import { normalize, type Token } from './normalize.ts'
import { findPhrases, makePhrases } from './phrases.ts'
import type { PlaceFound } from './place.ts'
import type { Scored } from './reading.ts'
import type { ModusFound } from './modus.ts'
import { remember } from './word.ts'

export type RouteQuestion = {
  tokens: Token[]
  categories: Scored<Category>[]
  place: PlaceFound
  modus: ModusFound[]
}

type Found =
  | { kind: 'row'; row: Route }
  | { kind: 'named'; agency: Agency }
  | { kind: 'owned'; agency: Agency }

/**
 * Misconduct of a person. The rest is slow or poor service: the inspectorate asks this government's own
 * offices about it, but has no say over a utility or a national office, which then answer themselves.
 */
const HARD_MODUS = new Set<string>([
  'pungli',
  'suap',
  'percaloan',
  'diskriminasi',
  'penyalahgunaan_wewenang',
  'nepotisme',
])
const LURAH_WORDS = new Set(['kelurahan', 'lurah', 'rt', 'rw'])
const CAMAT_WORDS = new Set(['kecamatan', 'camat'])
const OFFICE_WORDS = new Set(
  list(`
    kantor, pegawai, petugas, pelayanan, layanan, surat, urus, staf, lurah, camat, domisili,
    pengantar, oknum, loket, antre, ketua
  `),
)

const asOffice = remember(({ text, root }) => ({
  isOffice: OFFICE_WORDS.has(text) || OFFICE_WORDS.has(root),
  isLurah: LURAH_WORDS.has(text),
  isCamat: CAMAT_WORDS.has(text),
}))

/** Builds the router of one region. The answer is the best three agency codes with shares of 1. */
export function makeRouter(region: Region): (question: RouteQuestion) => Scored<string>[] {
  const phrases = makePhrases(names(region))
  const defaults = new Map(
    region.routes
      .filter((row) => row.words.length === 0)
      .map((row) => [row.category, row.agencyCode]),
  )
  const agencies = new Map(region.agencies.map((agency) => [agency.code, agency]))
  const ombudsman = region.agencies.find((one) => one.kind === 'oversight' && one.isOutside)?.code
  const offices = new Map(
    region.agencies
      .filter(
        (agency) => agency.areaCode && (agency.kind === 'kelurahan' || agency.kind === 'kecamatan'),
      )
      .map((agency) => [agency.areaCode ?? '', agency.code]),
  )
  return (question) => {
    const found = findPhrases(phrases, question.tokens).flatMap((hit) => hit.values)
    const scores = new Map<string, number>()
    const add = (code: string | undefined, score: number): void => {
      if (code !== undefined) scores.set(code, (scores.get(code) ?? 0) + score)
    }
    const categories: Scored<Category>[] =
      question.categories.length > 0 ? question.categories : [{ code: 'lainnya', score: 1 }]
    for (const { code, score } of categories)
      addRows(found, { code, score, fallback: defaults.get(code) }, add)
    addNamed(found, categories, add)
    const first = (): Agency | undefined => agencies.get(best(scores)[0]?.code ?? '')
    if (isMisconduct(question, first)) {
      scores.clear()
      addOversight(found, { fallback: defaults.get('aparat'), ombudsman }, add)
      return best(scores)
    }
    if (!question.place.outside) {
      addAreaOffice(question, offices, add)
      return best(scores)
    }
    // Another city's roads are not ours to mend: its complaint is passed on by the desk for all else.
    const desk = defaults.get('lainnya')
    add(desk, 0.1)
    return best(scores, (code) => code !== desk && agencies.get(code)?.isOutside === false)
  }
}

function isMisconduct(
  { categories, modus }: RouteQuestion,
  first: () => Agency | undefined,
): boolean {
  if (categories[0]?.code === 'aparat') return true
  if (modus.some((one) => HARD_MODUS.has(one.modus))) return true
  return modus.length > 0 && first()?.isOutside !== true
}

type Add = (code: string | undefined, score: number) => void

function* names(region: Region): Generator<[string, Found]> {
  const rows = region.routes.map((row) => ({ row, words: row.words.map(plain).filter(isLong) }))
  for (const { row, words } of rows) {
    for (const word of words) yield [word, { kind: 'row', row }]
  }
  for (const agency of region.agencies) {
    for (const name of [agency.name, agency.short, ...agency.aliases].map(plain)) {
      if (isLong(name)) yield [name, { kind: 'named', agency }]
    }
    const own = rows.filter(({ row }) => row.agencyCode === agency.code)
    for (const phrase of agency.owns.map(plain).filter(isLong)) {
      yield [phrase, { kind: 'owned', agency }]
      // The longest phrase is found: "guru sma" must not hide the row of "sma".
      for (const { row, words } of own) {
        if (words.some((word) => ` ${phrase} `.includes(` ${word} `)))
          yield [phrase, { kind: 'row', row }]
      }
    }
  }
}

const isLong = (name: string): boolean => name.length >= 3

const plain = (name: string): string =>
  normalize(name)
    .tokens.map((token) => token.text)
    .join(' ')

type Share = { code: Category; score: number; fallback: string | undefined }

/** Rows with words come before the default of their category. */
function addRows(found: Found[], { code, score, fallback }: Share, add: Add): void {
  const specific: string[] = []
  for (let i = 0; i < found.length; i += 1) {
    const one = found[i]!
    if (one.kind !== 'row' || one.row.category !== code) continue
    if (!specific.includes(one.row.agencyCode)) specific.push(one.row.agencyCode)
  }
  for (let i = 0; i < specific.length; i += 1) add(specific[i], 2 * score)
  add(fallback, (specific.length > 0 ? 0.6 : 1.5) * score)
}

type Overseers = { fallback: string | undefined; ombudsman: string | undefined }

/** Misconduct is looked at by those who oversee, never by the office that is accused. */
function addOversight(found: Found[], { fallback, ombudsman }: Overseers, add: Add): void {
  addRows(found, { code: 'aparat', score: 1, fallback }, add)
  add(fallback, 2)
  // The inspectorate of a city has no say over the state railway.
  if (found.some((one) => one.kind === 'named' && one.agency.isOutside)) add(ombudsman, 1)
}

function addNamed(found: Found[], categories: Scored<Category>[], add: Add): void {
  const named: Agency[] = []
  const owned: Agency[] = []
  for (let i = 0; i < found.length; i += 1) {
    const one = found[i]!
    if (one.kind === 'row') continue
    const list = one.kind === 'named' ? named : owned
    if (!list.includes(one.agency)) list.push(one.agency)
  }
  if (named.length + owned.length === 0) return
  const health = categories.find((one) => one.code === 'kesehatan')?.score ?? 0
  for (const agency of named) {
    // A hospital that is named answers for itself, before the health office.
    if (agency.kind === 'hospital') add(agency.code, 0.5 + 2 * health)
    else if (!isAreaOffice(agency))
      add(agency.code, agency.kind === 'opd' || agency.kind === 'utility' ? 0.5 : 0.4)
  }
  for (const agency of owned) if (!isAreaOffice(agency)) add(agency.code, 0.3)
}

/** What is asked of the office of a kelurahan or kecamatan goes to that of the place. */
function addAreaOffice(question: RouteQuestion, offices: Map<string, string>, add: Add): void {
  const { tokens, place, categories } = question
  const top = categories[0]?.code
  if (top !== 'administrasi' && top !== 'lainnya' && top !== undefined) return
  if (!tokens.some(({ word }) => asOffice(word).isOffice)) return
  const isSlow = question.modus.length > 0
  const ofKelurahan = tokens.some(({ word }) => asOffice(word).isLurah)
  const ofKecamatan = tokens.some(({ word }) => asOffice(word).isCamat)
  // Poor service of a kelurahan's office is looked at one step above it.
  if (ofKelurahan && place.kelurahan && !isSlow) add(offices.get(place.kelurahan), 2.5)
  else if (
    (ofKecamatan || ofKelurahan) &&
    place.kecamatan &&
    !(ofKecamatan && !ofKelurahan && isSlow)
  ) {
    add(offices.get(place.kecamatan), 2.5)
  }
}

const isAreaOffice = (agency: Agency | undefined): boolean =>
  agency?.kind === 'kelurahan' || agency?.kind === 'kecamatan'

const never = (): boolean => false

/** The three of the highest score, as shares of all that are not barred. */
function best(
  scores: Map<string, number>,
  isBarred: (code: string) => boolean = never,
): Scored<string>[] {
  const allowed: Scored<string>[] = []
  let total = 0
  for (const [code, score] of scores) {
    if (score <= 0 || isBarred(code)) continue
    allowed.push({ code, score })
    total += score
  }
  allowed.sort((a, b) => b.score - a.score)
  if (allowed.length > 3) allowed.length = 3
  for (const one of allowed) one.score = Math.round((one.score / total) * 1000) / 1000
  return allowed
}
