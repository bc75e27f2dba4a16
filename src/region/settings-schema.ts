/** What `region.json` may say. The file is written in snake_case; our type is camelCase. */
import { z } from 'zod'
import { CLOCK_UNITS, REGION_LEVELS } from './kinds.ts'
import type { RegionSettings } from './region.ts'

const text = z.string('is not a text').trim().min(1, 'is empty').max(2000, 'is too long')
const texts = z.array(text, 'is not a list of texts').max(1000, 'has more than 1000 entries')
const slug = text.regex(/^[a-z][a-z0-9_-]{0,39}$/, 'is not a short lower-case word')
const clockTime = text.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day such as 07:30')

/** Two minutes of work a day. In a month they show misses that are 0.5 % of what is set aside (0.995^600 = 5 %). */
const SAMPLES_PER_DAY = 20

const weekday = z.int('is not a day number').min(1, 'is before 1 (Monday)').max(7, 'is after 7')

const oneOf = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `is not one of ${words.join(', ')}` })

const clock = z.strictObject(
  {
    stage: slug,
    rung: slug,
    amount: z.int('is not a whole number').min(1, 'is less than 1').max(1000, 'is over 1000'),
    unit: oneOf(CLOCK_UNITS),
    what: text,
    source: text,
  },
  { error: explainObject },
)

const office = z.strictObject(
  { desk: text, reviewer: text, agency: text, agency_long: text, head: text },
  { error: explainObject },
)

const workingHours = z
  .strictObject(
    {
      days: z.array(weekday, 'is not a list of day numbers').min(1, 'is empty'),
      start: clockTime,
      end: clockTime,
    },
    { error: explainObject },
  )
  .refine((hours) => hours.start < hours.end, { error: 'is not after start', path: ['end'] })
  .refine((hours) => new Set(hours.days).size === hours.days.length, {
    error: 'names a day twice',
    path: ['days'],
  })

/** Checks the parsed `region.json` and renames its keys. */
export const settingsSchema: z.ZodType<RegionSettings> = z
  .strictObject(
    {
      id: slug,
      name: text,
      level: oneOf(REGION_LEVELS),
      code: text.regex(/^\d{2}(\.\d{2})?$/, 'is not an official code such as 11 or 11.22'),
      province: text,
      timezone: text.refine(isTimeZone, 'is not a time zone such as Asia/Makassar'),
      locale: text.refine(isLocale, 'is not a locale such as id-ID'),
      case_prefix: text.regex(/^[A-Z]{2,6}$/, 'is not two to six capital letters'),
      office,
      names: texts.min(1, 'is empty'),
      elsewhere: texts,
      emergency: z
        .array(
          z.strictObject(
            { number: text.regex(/^\d{2,15}$/, 'is not a phone number in digits'), name: text },
            { error: explainObject },
          ),
          'is not a list',
        )
        .min(1, 'is empty'),
      clocks: z.array(clock, 'is not a list').min(1, 'is empty').max(50, 'has more than 50 clocks'),
      working_hours: workingHours,
      samples_per_day: z
        .int('is not a whole number')
        .min(1, 'is less than 1')
        .max(500, 'is over 500')
        .default(SAMPLES_PER_DAY),
      legal: texts,
      texts: z
        .object({ portalTitle: text, portalIntro: text }, { error: explainObject })
        .catchall(text),
      provenance: texts.min(1, 'is empty'),
    },
    { error: explainObject },
  )
  .refine((row) => (row.level === 'province') === (row.code.length === 2), {
    error: 'does not fit its level: a province has 11, a city or regency 11.22',
    path: ['code'],
  })
  .transform(({ case_prefix: casePrefix, working_hours, office: words, ...given }) => {
    const { agency_long: agencyLong, ...rest } = words
    const { samples_per_day: samplesPerDay, ...row } = given
    const office = { ...rest, agencyLong }
    return { ...row, casePrefix, workingHours: working_hours, samplesPerDay, office }
  })

function explainObject(issue: { code?: string; keys?: unknown }): string {
  if (issue.code !== 'unrecognized_keys') return 'is not an object in braces'
  const keys = Array.isArray(issue.keys) ? issue.keys : []
  return `has a key that nothing reads: ${keys.join(', ')}`
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isLocale(name: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name).length === 1
  } catch {
    return false
  }
}
