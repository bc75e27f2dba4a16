/** What a change of a waiting candidate comes to. Pure. */
import { conflict, invalid } from '../errors.ts'
import { type Category, isCategory } from '../region/category.ts'
import { checkAreaPair } from '../region/check-area-pair.ts'
import type { Region } from '../region/region.ts'
import type { LockedCandidate } from './queries.ts'

/** What an officer wants otherwise; what is absent stays. */
export type Change = {
  title?: string | undefined
  category?: Category | null | undefined
  agencyCode?: string | null | undefined
  kecamatanCode?: string | null | undefined
  kelurahanCode?: string | null | undefined
  place?: string | null | undefined
  urgent?: boolean | undefined
  labels?: string[] | undefined
  /** Id of an officer who may decide. */
  assignedTo?: number | null | undefined
  snoozedUntil?: Date | null | undefined
}

const CHANGEABLE = [
  'title',
  'category',
  'agencyCode',
  'kecamatanCode',
  'kelurahanCode',
  'place',
  'urgent',
  'labels',
  'assignedTo',
  'snoozedUntil',
] as const
type Field = (typeof CHANGEABLE)[number]

/** The fields as they stand in a row. */
export type Fields = Pick<LockedCandidate, Exclude<Field, 'category'>> & {
  category: Category | null
}

export type Rules = {
  region: Region
  /** Who may decide, by id. */
  deciding: ReadonlySet<number>
  now: Date
}

const MOST = { title: 200, place: 300, labels: 20, label: 40, snoozeDays: 7 }
const DAY_MS = 86_400_000

/**
 * Only the fields that differ from what stands there, checked and tidied. A kelurahan brings its kecamatan along,
 * and another kecamatan takes a kelurahan away that is not in it. Confidentiality is no field of it: what a
 * citizen was promised is not taken back here.
 * @throws 422 with a sentence for each field that is wrong; 409 for a snooze that comes too late
 */
export function checkChange(rules: Rules, found: LockedCandidate, change: Change): Partial<Fields> {
  const problems: Record<string, string> = {}
  const wanted: Partial<Fields> = {
    ...wantedTexts(change, problems),
    ...wantedCodes(rules, change, problems),
    ...wantedAreas(rules.region, found, change, problems),
    ...wantedSnooze(rules, found, change, problems),
  }
  if (change.urgent !== undefined) wanted.urgent = change.urgent
  const [first] = Object.values(problems)
  if (first !== undefined) throw invalid(first, problems)
  const before = fieldsOf(found, rules.now)
  const differing = CHANGEABLE.filter(
    (field) => wanted[field] !== undefined && !isSame(wanted[field], before[field]),
  )
  return pick(wanted, differing)
}

/** The fields as an officer sees them: a snooze that is over is none. */
export function fieldsOf(found: LockedCandidate, now: Date): Fields {
  const { snoozedUntil } = found
  const isSnoozed = snoozedUntil !== null && snoozedUntil > now
  // Only known categories are ever stored.
  const fields = pick(found as Fields, CHANGEABLE) as Fields
  return { ...fields, snoozedUntil: isSnoozed ? snoozedUntil : null }
}

/** These fields of it, and no others. */
export const pick = (of: Partial<Fields>, fields: readonly Field[]): Partial<Fields> =>
  Object.fromEntries(fields.map((field) => [field, of[field]]))

type Problems = Record<string, string>

function wantedTexts({ title, place, labels }: Change, problems: Problems): Partial<Fields> {
  const wanted: Partial<Fields> = {}
  if (title !== undefined) {
    wanted.title = oneLine(title)
    if (wanted.title.length < 3 || wanted.title.length > MOST.title) {
      problems['title'] = `Judul harus 3 sampai ${MOST.title} huruf.`
    }
  }
  if (place !== undefined) {
    wanted.place = place === null ? null : plain(place) || null
    if ((wanted.place?.length ?? 0) > MOST.place) {
      problems['place'] = `Lokasi paling panjang ${MOST.place} huruf.`
    }
  }
  if (labels !== undefined) {
    wanted.labels = [...new Set(labels.map((label) => oneLine(label).toLowerCase()))]
      .filter((label) => label !== '')
      .sort()
    if (wanted.labels.length > MOST.labels) {
      problems['labels'] = `Paling banyak ${MOST.labels} label.`
    } else if (wanted.labels.some((label) => label.length > MOST.label)) {
      problems['labels'] = `Label paling panjang ${MOST.label} huruf.`
    }
  }
  return wanted
}

function wantedCodes(
  { region, deciding }: Rules,
  { category, agencyCode, assignedTo }: Change,
  problems: Problems,
): Partial<Fields> {
  const wanted: Partial<Fields> = {}
  if (category !== undefined) {
    wanted.category = category
    if (category !== null && !isCategory(category)) {
      problems['category'] = `Kategori "${String(category)}" tidak dikenal.`
    }
  }
  if (agencyCode !== undefined) {
    wanted.agencyCode = agencyCode
    if (agencyCode !== null && !region.agencies.some(({ code }) => code === agencyCode)) {
      problems['agencyCode'] = `${region.office.agency} ${agencyCode} tidak dikenal.`
    }
  }
  if (assignedTo !== undefined) {
    wanted.assignedTo = assignedTo
    if (assignedTo !== null && !deciding.has(assignedTo)) {
      problems['assignedTo'] = 'Petugas ini tidak ada, atau tidak berhak memutuskan kandidat.'
    }
  }
  return wanted
}

function wantedAreas(
  region: Region,
  found: LockedCandidate,
  { kecamatanCode, kelurahanCode }: Change,
  problems: Problems,
): Partial<Fields> {
  if (kecamatanCode === undefined && kelurahanCode === undefined) return {}
  // Who names only the one means it: the other one follows.
  const kecamatan = kecamatanCode === undefined ? null : kecamatanCode
  const kept = isWithin(found.kelurahanCode, kecamatan) ? found.kelurahanCode : null
  const kelurahan = kelurahanCode === undefined ? kept : kelurahanCode
  const areas = checkAreaPair(region, kecamatan, kelurahan)
  if (areas.problem) problems[areas.problem.field] = areas.problem.sentence
  const known = kecamatanCode === undefined ? found.kecamatanCode : null
  return { kecamatanCode: areas.kecamatanCode ?? known, kelurahanCode: kelurahan }
}

const isWithin = (kelurahan: string | null, kecamatan: string | null): boolean =>
  kelurahan !== null && kecamatan !== null && kelurahan.startsWith(`${kecamatan}.`)

function wantedSnooze(
  { now }: Rules,
  { dueAt }: LockedCandidate,
  { snoozedUntil }: Change,
  problems: Problems,
): Partial<Fields> {
  if (snoozedUntil === undefined) return {}
  if (snoozedUntil === null) return { snoozedUntil }
  if (dueAt <= now) {
    throw conflict(
      'Batas waktu kandidat ini sudah lewat, jadi tidak dapat ditunda; putuskan sekarang.',
    )
  }
  if (!(snoozedUntil > now)) problems['snoozedUntil'] = 'Pilih waktu tunda yang belum lewat.'
  else if (snoozedUntil.getTime() - now.getTime() > MOST.snoozeDays * DAY_MS) {
    problems['snoozedUntil'] = `Kandidat dapat ditunda paling lama ${MOST.snoozeDays} hari.`
  }
  // It is back at its time limit at the latest.
  return { snoozedUntil: snoozedUntil < dueAt ? snoozedUntil : dueAt }
}

const oneLine = (text: string): string => plain(text).normalize('NFC').replace(/\s+/g, ' ')

/** The database refuses half a surrogate pair, with which pasted text can end. */
const plain = (text: string): string => text.toWellFormed().trim()

function isSame(a: Fields[Field] | undefined, b: Fields[Field]): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime()
  if (Array.isArray(a) && Array.isArray(b)) return a.join('\n') === b.join('\n')
  return a === b
}
