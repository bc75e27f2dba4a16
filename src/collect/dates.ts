/**
 * One parser for the dates that feeds, news pages and tables of Indonesian offices carry. It reads a
 * date, a time and a zone wherever they stand in the text, so that "Diperbarui ..." does not matter.
 */
import { momentOf } from '../region/time-zone.ts'

const MONTHS = [
  ['januari', 'january'],
  ['februari', 'pebruari', 'february'],
  ['maret', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'august'],
  ['september', 'sept'],
  ['oktober', 'october'],
  ['november', 'nopember'],
  ['desember', 'december'],
]

/** Hours east of UTC. The American names are those that RFC 822 allows in feeds. */
const ZONES: Record<string, number> = {
  wib: 7,
  wita: 8,
  wit: 9,
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}

const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, index) =>
    names.flatMap((name) => [[name, index + 1] as const, [name.slice(0, 3), index + 1] as const]),
  ),
)
const WORD = '([a-z]{3,9})'
const SHAPES: [RegExp, (part: string[]) => Day | null][] = [
  // 2026-08-05, 2026/08/05, 2026-08, and without dashes 20260805
  [/\b(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, (p) => day(p[1], p[3], p[4])],
  [/^(\d{4})(\d{2})(\d{2})(?=t\d|$)/, (p) => day(p[1], p[2], p[3])],
  // 05/08/2026: the day comes first, as everywhere in Indonesia
  [/(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])/, (p) => day(p[4], p[3], p[1])],
  // 5 Agustus 2026, 05-Agu-26
  [
    new RegExp(`(?<!\\d)(\\d{1,2})[ -]?${WORD}\\.?,?[ -]?(\\d{4}|\\d{2})(?!\\d)`),
    (p) => day(p[3], monthNumber(p[2]), p[1]),
  ],
  // August 5, 2026
  [
    new RegExp(`\\b${WORD}\\.? (\\d{1,2}),? (\\d{4})\\b`),
    (p) => day(p[3], monthNumber(p[1]), p[2]),
  ],
  // Wed Aug 5 10:00:00 2026 and Wed Aug 5 10:00:00 WIB 2026
  [
    new RegExp(`\\b${WORD} (\\d{1,2}) (\\d{1,2}:\\d{2}(?::\\d{2})?(?: [a-z]{3,4})?) (\\d{4})\\b`),
    (p) => day(p[4], monthNumber(p[1]), p[2], p[3]),
  ],
  [/^(\d{4})-(\d{1,2})$/, (p) => day(p[1], p[2], '1')],
]

type Day = { year: number; month: number; day: number; rest: string }
type Time = { hour: number; minute: number; second: number; milli: number; offset: number | null }

/**
 * Reads RFC 822, RFC 3339, ISO 8601, asctime, Unix seconds or milliseconds, and Indonesian dates with
 * day and month names, WIB/WITA/WIT and a dot as colon.
 * @param timezone IANA name in which a time without a zone is read
 * @returns null when the text holds no valid date; a date without a time is midnight in `timezone`
 */
export function parseDate(text: string, timezone: string): Date | null {
  const clean = text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[’'`]/g, '')
    .trim()
  if (/^\d{10}(\d{3})?$/.test(clean)) return new Date(Number(clean.padEnd(13, '0')))
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(clean)
    if (!match) continue
    const found = read(match)
    if (!found) continue
    const before = clean.slice(0, match.index)
    const after = clean.slice(match.index + match[0].length)
    const time = readTime(`${before} ${found.rest} ${after}`)
    if (time) return toDate(found, time, timezone)
  }
  return null
}

const monthNumber = (word = '') =>
  String(MONTH_NUMBERS.get(word) ?? MONTH_NUMBERS.get(word.slice(0, 3)) ?? 0)

function day(year = '', month = '', date = '', rest = ''): Day | null {
  const short = Number(year)
  const full = year.length > 2 ? short : short < 70 ? 2000 + short : 1900 + short
  const found = { year: full, month: Number(month), day: Number(date), rest }
  const inMonth = new Date(Date.UTC(found.year, found.month, 0)).getUTCDate()
  const valid =
    full >= 1900 && found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= inMonth
  return valid ? found : null
}

const TIME =
  /(?<![\d.:])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])(?: ?(am|pm)\b)?/
const COMPACT_TIME = /^ *t(\d{2})(\d{2})(\d{2})?/
const ISO_HOUR = /^ *t(\d{2})(?=[z+-])/
const OFFSET = /^ ?(?:gmt|utc)? ?([+-])(\d{1,2}):?(\d{2})?(?!\d)/
const ZONE = new RegExp(`(?<![a-z])(${Object.keys(ZONES).join('|')})(?![a-z])`)

/** @returns null when there is a time that cannot be */
function readTime(text: string): Time | null {
  const match = TIME.exec(text) ?? COMPACT_TIME.exec(text) ?? ISO_HOUR.exec(text)
  if (!match) return { hour: 0, minute: 0, second: 0, milli: 0, offset: readOffset(text.trim()) }
  const [whole, hours = '0', minutes = '0', seconds = '0', fraction = '0', half] = match
  const noon = half === 'pm' ? 12 : 0
  const hour = half ? (Number(hours) % 12) + noon : Number(hours)
  const after = text.slice(match.index + whole.length)
  const time = {
    hour,
    minute: Number(minutes),
    // A leap second is the last second of its minute here.
    second: Math.min(Number(seconds), 59),
    milli: Math.floor(Number(`0.${fraction}`) * 1000),
    offset: readOffset(after),
  }
  const valid = hour <= 24 && time.minute < 60 && Number(seconds) <= 60
  return valid ? time : null
}

/** Minutes east of UTC, or null when the text names no zone. */
function readOffset(text: string): number | null {
  const offset = OFFSET.exec(text)
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    return minutes > 14 * 60 ? null : offset[1] === '-' ? -minutes : minutes
  }
  const zone = ZONE.exec(text)
  return zone ? (ZONES[zone[1] ?? ''] ?? 0) * 60 : null
}

function toDate(found: Day, time: Time, timezone: string): Date {
  const { hour, minute, second, milli } = time
  const wall = Date.UTC(found.year, found.month - 1, found.day, hour, minute, second, milli)
  return time.offset === null ? momentOf(wall, timezone) : new Date(wall - time.offset * 60_000)
}
