/** JSON lines in, JSON lines out, one answer for each line, at the pace of whoever reads the answers. */
import { once } from 'node:events'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../config.ts'
import { loadRegion, type Region } from '../region/region.ts'
import { printable } from './printable.ts'

export type Line = { [field: string]: unknown }
export type Streams = {
  input: AsyncIterable<Buffer | string>
  output: NodeJS.WritableStream
}

const STANDARD: Streams = { input: process.stdin, output: process.stdout }
/** A longer line is not one message; without a limit it would fill the memory. */
const MAX_LINE_CHARS = 10_000_000

/**
 * Answers each line. A line that cannot be answered is named on stderr with its number, has `{id, error}`
 * as its answer, and makes the exit code 1 at the end.
 */
export async function answerLines(
  name: string,
  answer: (line: Line) => Line,
  { input, output }: Streams = STANDARD,
): Promise<number> {
  let number = 0
  let failed = 0
  for await (const text of splitLines(input)) {
    number += 1
    if (text.trim() === '') continue
    let id: string | number | null = null
    let made: string
    try {
      const line = parseLine(text)
      id = plainId(line['id'])
      made = toJson(answer(line))
    } catch (error) {
      failed += 1
      const sentence = error instanceof Error ? error.message : String(error)
      console.error(printable(`${name}: line ${number}: ${sentence}`))
      made = toJson({ id, error: sentence })
    }
    if (!output.write(`${made}\n`)) await once(output, 'drain')
  }
  return failed > 0 ? 1 : 0
}

const plainId = (id: unknown) => (typeof id === 'string' || typeof id === 'number' ? id : null)

/** An id is handed back as it came, and may be nested deeper than can be written. */
function toJson(made: Line): string {
  try {
    return JSON.stringify(made)
  } catch (error) {
    throw new Error('"id" is nested too deeply; use a text or a number', { cause: error })
  }
}

/** Lines without their end; a line that is too long comes cut, and is no JSON any more. */
export async function* splitLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let held = ''
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const parts = text.split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield held + part
      held = ''
    }
    // Only appended: to look at all of a long line again for each piece would take for ever.
    if (held.length < MAX_LINE_CHARS) held += last
  }
  held += decoder.decode()
  if (held !== '') yield held
}

/** @throws a sentence when the text is no JSON object */
export function parseLine(text: string): Line {
  if (text.length >= MAX_LINE_CHARS)
    throw new Error(`the line has more than ${MAX_LINE_CHARS} characters`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(
      'the line is not JSON; write one object on each line, such as {"id":1,"text":"..."}',
    )
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('the line is not a JSON object such as {"id":1,"text":"..."}')
  }
  return value as Line
}

/** @throws a sentence when the field is missing or no text */
export function textOf(line: Line, field: string): string {
  const value = line[field]
  if (typeof value === 'string') return value
  throw new Error(`"${field}" is ${value === undefined ? 'missing' : 'not a text'}`)
}

/** A text, or undefined when there is none. */
export function optionalText(line: Line, field: string): string | undefined {
  const value = line[field]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw new Error(`"${field}" is not a text`)
}

/** A moment, or undefined when there is none; a date without a zone is read as UTC. */
export function optionalDate(line: Line, field: string): Date | undefined {
  const value = optionalText(line, field)
  if (value === undefined) return undefined
  const iso = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value)
    ? `${value.replace(' ', 'T')}Z`
    : value
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) {
    throw new Error(`"${field}" is no date; write it as 2026-03-31 or 2026-03-31T08:00:00+08:00`)
  }
  return date
}

export type Wishes = { region: Region; cases: string | undefined }

/** Reads `--region` (a folder of regions/) and `--cases`; anything else is refused with a sentence. */
export async function readWishes(args: string[]): Promise<Wishes> {
  const { values } = parseArgs({
    args,
    options: { region: { type: 'string', default: 'kendari' }, cases: { type: 'string' } },
  })
  return { region: await regionNamed(values.region), cases: values.cases }
}

/** The pack of a folder of regions/. @throws a sentence when there is none of that name */
export async function regionNamed(name: string): Promise<Region> {
  if (!/^[a-z0-9-]+$/.test(name)) {
    throw new Error(`--region: "${name}" is not the name of a folder of regions/`)
  }
  return loadRegion(path.join(ROOT, 'regions', name))
}
