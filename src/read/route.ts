/** Which agency should have it: the region's routes, the agency that is named, the office of the area. */
import { list } from './lexicon/list.ts'
import type { Category } from '../region/category.ts'
import type { Agency, Region, Route } from '../region/region.ts'
import { normalize, type Token } from './normalize.ts'
import { findPhrases, makePhrases } from './phrases.ts'
import type { PlaceFound } from './place.ts'
import type { Scored } from './reading.ts'
import type { ModusFound } from './modus.ts'

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

/** Misconduct of a person; the rest is slow or poor service, which the service itself can mend. */
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

/** Builds the router of one region. The answer is the best three agency codes with shares of 1. */
export function makeRouter(region: Region): (question: RouteQuestion) => Scored<string>[] {
  const phrases = makePhrases(names(region))
  const defaults = new Map(
    region.routes
      .filter((row) => row.words.length === 0)
      .map((row) => [row.category, row.agencyCode]),
  )
  const agencies = new Map(region.agencies.map((agency) => [agency.code, agency]))
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
    const isMisconduct =
      categories[0]?.code === 'aparat' || question.modus.some((one) => HARD_MODUS.has(one.modus))
    if (isMisconduct) add(defaults.get('aparat'), 2)
    else addAreaOffice(question, offices, add)
    return best(scores, (code) => isMisconduct && isAreaOffice(agencies.get(code)))
  }
}

type Add = (code: string | undefined, score: number) => void

function* names(region: Region): Generator<[string, Found]> {
  const plain = (name: string): string =>
    normalize(name)
      .tokens.map((token) => token.text)
      .join(' ')
  const valid = (name: string): boolean => plain(name).length >= 3
  for (const row of region.routes) {
    for (const word of row.words) if (valid(word)) yield [plain(word), { kind: 'row', row }]
  }
  for (const agency of region.agencies) {
    for (const name of [agency.name, agency.short, ...agency.aliases]) {
      if (valid(name)) yield [plain(name), { kind: 'named', agency }]
    }
    for (const word of agency.owns) if (valid(word)) yield [plain(word), { kind: 'owned', agency }]
  }
}

type Share = { code: Category; score: number; fallback: string | undefined }

/** Rows with words come before the default of their category. */
function addRows(found: Found[], { code, score, fallback }: Share, add: Add): void {
  const specific = new Set(
    found.flatMap((one) =>
      one.kind === 'row' && one.row.category === code ? [one.row.agencyCode] : [],
    ),
  )
  for (const agencyCode of specific) add(agencyCode, 2 * score)
  add(fallback, (specific.size > 0 ? 0.6 : 1.5) * score)
}

function addNamed(found: Found[], categories: Scored<Category>[], add: Add): void {
  const named = new Set(found.flatMap((one) => (one.kind === 'named' ? [one.agency] : [])))
  const owned = new Set(found.flatMap((one) => (one.kind === 'owned' ? [one.agency] : [])))
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
  const isOffice = tokens.some(
    (token) => OFFICE_WORDS.has(token.text) || OFFICE_WORDS.has(token.root),
  )
  if (!isOffice) return
  const isSlow = question.modus.length > 0
  const ofKelurahan = tokens.some((token) => LURAH_WORDS.has(token.text))
  const ofKecamatan = tokens.some((token) => CAMAT_WORDS.has(token.text))
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

function best(scores: Map<string, number>, isBarred: (code: string) => boolean): Scored<string>[] {
  const allowed = [...scores].filter(([code, score]) => score > 0 && !isBarred(code))
  const total = allowed.reduce((sum, [, score]) => sum + score, 0)
  return allowed
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([code, score]) => ({ code, score: Math.round((score / total) * 1000) / 1000 }))
}
