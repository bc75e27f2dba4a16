/** Reads the files of a region pack: bytes, text, rows. What joins the files is in check-*.ts. */
import type { z } from 'zod'
import { findJsonLines } from './json-lines.ts'
import { readCsv, type CsvRow } from './read-csv.ts'
import { lineAt, readText } from './read-text.ts'
import type {
  Agency,
  Area,
  Holiday,
  Place,
  RegionSettings,
  Route,
  SourceRow,
  WatchWord,
} from './region.ts'
import { ROW_SCHEMAS } from './row-schemas.ts'
import { settingsSchema } from './settings-schema.ts'
import { readTheme, type Theme } from './theme.ts'

/** A row that fits its schema, with the line where it stands. */
export type Located<T> = { line: number; row: T }

export type Pack = {
  /** Null when region.json cannot be used. */
  settings: RegionSettings | null
  /** The line of a value of region.json, by its path. */
  settingsLine: (path: string) => number
  areas: Located<Area>[]
  places: Located<Place>[]
  agencies: Located<Agency>[]
  routes: Located<Route>[]
  sources: Located<SourceRow>[]
  watchWords: Located<WatchWord>[]
  holidays: Located<Holiday>[]
  theme: Theme
  /** Also codes of rows that have another fault, so that one fault is not reported many times. */
  areaCodes: Set<string>
  agencyCodes: Set<string>
}

type FileName = keyof typeof ROW_SCHEMAS

const MAX_JSON_BYTES = 256 * 1024
const MAX_CSV_BYTES = 5 * 1024 * 1024

/** Reads every file of the pack; adds to `problems` what is wrong inside a single file. */
export async function readPack(folder: string, problems: string[]): Promise<Pack> {
  const { settings, settingsLine } = await readSettings(folder, problems)
  const areas = await readTable<Area>(folder, 'areas.csv', problems)
  const places = await readTable<Place>(folder, 'places.csv', problems)
  const agencies = await readTable<Agency>(folder, 'agencies.csv', problems)
  const routes = await readTable<Route>(folder, 'routes.csv', problems)
  const sources = await readTable<SourceRow>(folder, 'sources.csv', problems)
  const watchWords = await readTable<WatchWord>(folder, 'watch-words.csv', problems)
  const holidays = await readTable<Holiday>(folder, 'holidays.csv', problems)

  return {
    settings,
    settingsLine,
    areas: areas.good,
    places: places.good,
    agencies: agencies.good,
    routes: routes.good,
    sources: sources.good,
    watchWords: watchWords.good,
    holidays: holidays.good,
    theme: await readTheme(folder, problems),
    areaCodes: codesOf(areas.all),
    agencyCodes: codesOf(agencies.all),
  }
}

async function readSettings(folder: string, problems: string[]) {
  const file = 'region.json'
  const nothing = { settings: null, settingsLine: () => 1 }
  const text = await readText(folder, file, { maxBytes: MAX_JSON_BYTES, problems })
  if (text === null) return nothing

  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(said)?.[1] ?? (/end of/.test(said) ? text.length : 0)
    const line = /line (\d+)/.exec(said)?.[1] ?? lineAt(text.trimEnd(), Number(position))
    problems.push(`${file}:${line}: is not JSON: ${said}`)
    return nothing
  }

  const { lineOf, repeated } = findJsonLines(text)
  const settingsLine = (path: string): number => lineOf.get(path) ?? 1
  for (const { path, line } of repeated) problems.push(`${file}:${line}: ${path} stands twice`)

  const parsed = settingsSchema.safeParse(value)
  if (parsed.success) return { settings: parsed.data, settingsLine }
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.')
    const line = lineOf.get(path) ?? lineOf.get(issue.path.slice(0, -1).join('.')) ?? 1
    const said = lineOf.has(path) ? issue.message : 'is missing'
    problems.push(`${file}:${line}: ${path === '' ? 'the file' : path} ${said}`)
  }
  return { settings: null, settingsLine }
}

async function readTable<T>(folder: string, file: FileName, problems: string[]) {
  const nothing = { good: [] as Located<T>[], all: [] as CsvRow[] }
  const text = await readText(folder, file, { maxBytes: MAX_CSV_BYTES, problems })
  if (text === null) return nothing

  const table = readCsv(text, { file })
  for (const problem of table.problems) problems.push(problem)
  const missing = ROW_SCHEMAS[file].columns.filter((name) => !table.columns.includes(name))
  if (table.columns.length > 0 && missing.length > 0) {
    problems.push(`${file}:1: ${explainMissing(missing, table.columns)}`)
    return nothing
  }

  // Each file's schema makes the type that its caller names; the table cannot say so row by row.
  const schema = ROW_SCHEMAS[file].schema as unknown as z.ZodType<T>
  const good: Located<T>[] = []
  for (const { line, cells } of table.rows) {
    const parsed = schema.safeParse(cells)
    if (parsed.success) good.push({ line, row: parsed.data })
    else problems.push(...explainRow(parsed.error.issues, cells, `${file}:${line}:`))
  }
  return { good, all: table.rows }
}

function explainMissing(missing: string[], columns: string[]): string {
  const [only] = columns
  if (columns.length === 1 && only?.includes(';')) {
    return 'the columns are separated by ";": save the file with commas'
  }
  return `the header has no column ${missing.join(', ')}`
}

function explainRow(issues: z.core.$ZodIssue[], cells: Record<string, string>, at: string) {
  return issues.map((issue) => {
    const column = String(issue.path[0] ?? '')
    const cell = cells[column] ?? ''
    const shown = cell.length > 60 ? `${cell.slice(0, 60)}...` : cell
    return `${at} ${column}${shown === '' ? '' : ` "${shown}"`} ${issue.message}`
  })
}

function codesOf(rows: CsvRow[]): Set<string> {
  return new Set(rows.map(({ cells }) => cells['code'] ?? ''))
}
