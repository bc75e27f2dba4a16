/** What a cell of each CSV file of a region pack may say; a row that fits becomes our type. */
import { z } from 'zod'
import { CATEGORIES } from './category.ts'
import { AGENCY_KINDS, AREA_LEVELS, HOLIDAY_KINDS, PLACE_KINDS } from './kinds.ts'
import type { Agency, Area, Holiday, Place, Route, SourceRow, WatchWord } from './region.ts'

const MAX_TEXT = 300

/** Indonesia from Sabang to Merauke and from Miangas to Rote, with a little sea around it. */
const INDONESIA = { south: -11.2, north: 6.3, west: 94.7, east: 141.2 }

const text = z.string().min(1, 'is empty').max(MAX_TEXT, `is longer than ${MAX_TEXT} characters`)
const maybeText = z.string().max(MAX_TEXT, `is longer than ${MAX_TEXT} characters`)
const maybeCode = maybeText.transform((cell) => (cell === '' ? null : cell))

const list = z
  .string()
  .max(4000, 'is longer than 4000 characters')
  .refine((cell) => cell === '' || split(cell).every(Boolean), 'has an empty item between two |')
  .transform((cell) => (cell === '' ? [] : split(cell)))

const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `is not one of ${words.join(', ')}` })

const yesOrNo = oneOf(['0', '1']).transform((cell) => cell === '1')

const degrees = (from: number, to: number) =>
  z
    .string()
    .refine((cell) => cell === '' || /^-?\d{1,3}(\.\d{1,8})?$/.test(cell), 'is not a number')
    .transform((cell) => (cell === '' ? null : Number(cell)))
    .refine((value) => value === null || (value >= from && value <= to), 'is outside Indonesia')

const latitude = degrees(INDONESIA.south, INDONESIA.north)
const longitude = degrees(INDONESIA.west, INDONESIA.east)

const tileCell = z
  .string()
  .refine((cell) => /^\d{0,2}$/.test(cell), 'is not a whole number from 0 to 99')
  .transform((cell) => (cell === '' ? null : Number(cell)))

const minutes = z
  .string()
  .refine((cell) => /^\d{1,5}$/.test(cell), 'is not a whole number')
  .transform(Number)
  .refine((value) => value >= 10 && value <= 10_080, 'is not from 10 minutes to a week (10080)')

const date = z.string().refine(isCalendarDay, 'is not a day of the calendar as YYYY-MM-DD')

const address = z.string().refine((cell) => cell === '' || isWebAddress(cell), {
  error: 'is not a web address that begins with https:// or http:// and holds no password',
})

const slug = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'is not a short lower-case word')

const area: z.ZodType<Area, Record<string, string>> = z
  .object({
    code: z.string().regex(/^\d{2}(\.\d{2}){2}(\.\d{4})?$/, 'is not a code such as 11.22.33.4444'),
    level: oneOf(AREA_LEVELS),
    name: text,
    aliases: list,
    needs: list,
    lat: latitude,
    lng: longitude,
    tile_x: tileCell,
    tile_y: tileCell,
  })
  .refine(hasWholePoint, { error: 'is there without lng, or lng without lat', path: ['lat'] })
  .refine((row) => (row.tile_x === null) === (row.tile_y === null), {
    error: 'is there without tile_y, or tile_y without tile_x',
    path: ['tile_x'],
  })
  .transform((row) => ({
    code: row.code,
    level: row.level,
    name: row.name,
    aliases: row.aliases,
    needs: row.needs,
    point: toPoint(row),
    tile: row.tile_x === null || row.tile_y === null ? null : { x: row.tile_x, y: row.tile_y },
  }))

const place: z.ZodType<Place, Record<string, string>> = z
  .object({
    name: text,
    kind: oneOf(PLACE_KINDS),
    aliases: list,
    kecamatan_code: maybeCode,
    kelurahan_code: maybeCode,
    lat: latitude,
    lng: longitude,
  })
  .refine(hasWholePoint, { error: 'is there without lng, or lng without lat', path: ['lat'] })
  .transform((row) => ({
    name: row.name,
    kind: row.kind,
    aliases: row.aliases,
    kecamatanCode: row.kecamatan_code,
    kelurahanCode: row.kelurahan_code,
    point: toPoint(row),
  }))

const agency: z.ZodType<Agency, Record<string, string>> = z
  .object({
    code: z.string().regex(/^[A-Z][A-Z0-9.-]{1,39}$/, 'is not a short upper-case code'),
    name: text,
    short: text,
    kind: oneOf(AGENCY_KINDS),
    outside: yesOrNo,
    area_code: maybeCode,
    owns: list,
    aliases: list,
  })
  .transform(({ outside: isOutside, area_code: areaCode, ...row }) => ({
    ...row,
    isOutside,
    areaCode,
  }))

const route: z.ZodType<Route, Record<string, string>> = z
  .object({ category: oneOf(CATEGORIES), agency_code: text, words: list })
  .transform(({ category, agency_code: agencyCode, words }) => ({ category, agencyCode, words }))

const source: z.ZodType<SourceRow, Record<string, string>> = z
  .object({
    kind: slug,
    name: text,
    url: address,
    tier: maybeText,
    interval_minutes: minutes,
    enabled: yesOrNo,
  })
  .refine((row) => row.kind !== 'feed' || row.url !== '', { error: 'is empty', path: ['url'] })
  .transform(({ interval_minutes: intervalMinutes, enabled: isEnabled, ...row }) => ({
    ...row,
    intervalMinutes,
    isEnabled,
  }))

const watchWord: z.ZodType<WatchWord, Record<string, string>> = z.object({
  word: text,
  category: oneOf(CATEGORIES),
  note: maybeText,
})

const holiday: z.ZodType<Holiday, Record<string, string>> = z.object({
  date,
  name: text,
  kind: oneOf(HOLIDAY_KINDS),
  source: text,
})

/** Each CSV file of a pack: the columns it must have, in order, and the check of one row. */
export const ROW_SCHEMAS = {
  'areas.csv': {
    columns: ['code', 'level', 'name', 'aliases', 'needs', 'lat', 'lng', 'tile_x', 'tile_y'],
    schema: area,
  },
  'places.csv': {
    columns: ['name', 'kind', 'aliases', 'kecamatan_code', 'kelurahan_code', 'lat', 'lng'],
    schema: place,
  },
  'agencies.csv': {
    columns: ['code', 'name', 'short', 'kind', 'outside', 'area_code', 'owns', 'aliases'],
    schema: agency,
  },
  'routes.csv': { columns: ['category', 'agency_code', 'words'], schema: route },
  'sources.csv': {
    columns: ['kind', 'name', 'url', 'tier', 'interval_minutes', 'enabled'],
    schema: source,
  },
  'watch-words.csv': { columns: ['word', 'category', 'note'], schema: watchWord },
  'holidays.csv': { columns: ['date', 'name', 'kind', 'source'], schema: holiday },
}

type Coordinates = { lat: number | null; lng: number | null }

function hasWholePoint({ lat, lng }: Coordinates): boolean {
  return (lat === null) === (lng === null)
}

function toPoint({ lat, lng }: Coordinates) {
  return lat === null || lng === null ? null : { lat, lng }
}

function split(cell: string): string[] {
  return cell.split('|').map((item) => item.trim())
}

function isCalendarDay(cell: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(cell)) return false
  const day = new Date(`${cell}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell)
}

function isWebAddress(cell: string): boolean {
  if (!/^https?:\/\//.test(cell) || !URL.canParse(cell)) return false
  const url = new URL(cell)
  return url.username === '' && url.password === '' && cell.length <= 2000
}
