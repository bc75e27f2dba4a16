/** JSONL: one object on each line. */
import type { TableRow } from './file-record.ts'
import { readText, type Progress } from './file-text.ts'

const MAX_LINE_LENGTH = 5_000_000
const SAMPLE_ROWS = 200
const MAX_DEPTH = 3

/** One row a line; what is no JSON object becomes a problem of its line. */
export async function* readJsonLines(
  path: string,
  encoding: string,
  progress?: Progress,
): AsyncGenerator<TableRow> {
  for await (const { line, text } of splitLines(readText(path, encoding, progress))) {
    if (text === null) yield { line, problem: 'the line is longer than 5 million characters' }
    else if (text.trim() !== '') yield readLine(line, text)
  }
}

/** The names in the first rows, in the order in which they appear. */
export async function readJsonKeys(path: string, encoding: string): Promise<string[]> {
  const keys = new Set<string>()
  let rows = 0
  for await (const row of readJsonLines(path, encoding)) {
    if ('cells' in row) for (const key of row.cells.keys()) keys.add(key)
    if (++rows === SAMPLE_ROWS) break
  }
  return [...keys]
}

function readLine(line: number, text: string): TableRow {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { line, problem: 'the line is not valid JSON' }
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { line, problem: 'the line is JSON, but not an object {...}' }
  }
  const cells = new Map<string, string>()
  flatten(cells, value, '')
  return { line, cells }
}

/** {"author": {"name": "Wa Ode"}} becomes the cell "author.name". */
function flatten(cells: Map<string, string>, value: object, prefix: string): void {
  for (const [key, each] of Object.entries(value) as [string, unknown][]) {
    const name = prefix + key
    if (typeof each === 'string') {
      if (each.trim() !== '') cells.set(name, each.trim())
    } else if (typeof each === 'number' || typeof each === 'boolean') {
      cells.set(name, String(each))
    } else if (each !== null && typeof each === 'object' && !Array.isArray(each)) {
      if (name.split('.').length < MAX_DEPTH) flatten(cells, each, `${name}.`)
    }
  }
}

type Line = { line: number; text: string | null }

/** A line that is too long is dropped while it is read: its text is null. */
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let line = 1
  let held = ''
  let tooLong = false
  for await (const piece of pieces) {
    const parts = piece.split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield { line: line++, text: tooLong ? null : held + part }
      held = ''
      tooLong = false
    }
    held += last
    if (held.length > MAX_LINE_LENGTH) {
      tooLong = true
      held = ''
    }
  }
  if (tooLong || held !== '') yield { line, text: tooLong ? null : held }
}
