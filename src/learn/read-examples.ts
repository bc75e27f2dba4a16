/** Reads files and folders of labelled texts. What they hold is real people's words: it is never logged. */
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readCsv } from '../region/read-csv.ts'
import type { Example } from './example.ts'
import { FORMS, tellLayout, TEST_ONLY, toExample, type Form, type Layout } from './label-forms.ts'
import { textKey } from './text-key.ts'

export type LabelFile = {
  file: string
  form: Form
  examples: Example[]
  /** Rows that were skipped; of the first of them `problems` says why, by file and line. */
  bad: number
  /** Examples that were left out because their text stands in this file or another one already. */
  repeats: number
  problems: string[]
}

const MAX_BYTES = 200_000_000
const MAX_ROWS = 500_000
const PROBLEMS_SHOWN = 20
const ENDINGS = new Set(['.jsonl', '.ndjson', '.csv', '.tsv'])
const KNOWN_FORMS =
  'Known are: JSON lines with "text" and "complaint"; CSV with text and complaint, with text and topik, ' +
  'with url, title and lead, or with the text alone (filed complaints); tab-separated corpus, label, text.'

/**
 * Reads each file, and of each folder the files that end in .jsonl, .ndjson, .csv or .tsv. A text that
 * comes twice counts once; labelled posts win over other forms. Bad rows are skipped and counted.
 * @throws a sentence when a file is missing, too large or not understood, or a folder holds no such file
 */
export async function readExamples(paths: readonly string[]): Promise<LabelFile[]> {
  const files: LabelFile[] = []
  for (const one of paths) files.push(...(await readOne(one)))
  dropRepeats(files)
  return files
}

/** All examples of these forms. */
export function examplesOf(files: readonly LabelFile[], ...forms: Form[]): Example[] {
  return files.filter(({ form }) => forms.includes(form)).flatMap(({ examples }) => examples)
}

/** All examples that a model may be trained on. */
export function trainable(files: readonly LabelFile[]): Example[] {
  return examplesOf(files, ...FORMS.filter((form) => !TEST_ONLY.has(form)))
}

async function readOne(name: string): Promise<LabelFile[]> {
  const found = await stat(name).catch(() => null)
  if (found === null) throw new Error(`labels: there is no file or folder "${name}"`)
  if (!found.isDirectory()) return [await readFileOf(name, found.size)]
  const names = (await readdir(name)).filter((each) => ENDINGS.has(path.extname(each))).sort()
  if (names.length === 0) {
    throw new Error(`labels: the folder "${name}" holds no file that ends in .jsonl, .csv or .tsv`)
  }
  const files: LabelFile[] = []
  for (const each of names) {
    const file = path.join(name, each)
    files.push(await readFileOf(file, (await stat(file)).size))
  }
  return files
}

async function readFileOf(file: string, bytes: number): Promise<LabelFile> {
  if (bytes > MAX_BYTES) {
    throw new Error(`labels: ${file} is larger than ${MAX_BYTES / 1e6} MB; split it`)
  }
  const content = (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  const first = /^\s*([^\r\n]{0,2000})/.exec(content)?.[1] ?? ''
  if (first === '') throw new Error(`labels: ${file} is empty`)
  const layout = tellLayout(first)
  if (layout === null) {
    throw new Error(`labels: ${file} is in no form that is known by its first line. ${KNOWN_FORMS}`)
  }
  const read: LabelFile = {
    file,
    form: layout.form,
    examples: [],
    bad: 0,
    repeats: 0,
    problems: [],
  }
  if (layout.kind === 'csv') addTable(read, content, layout)
  else addLines(read, content, layout)
  return read
}

function addTable(read: LabelFile, content: string, { delimiter }: Layout): void {
  const table = readCsv(content, { file: read.file, delimiter, maxRows: MAX_ROWS })
  if (table.rows.length === 0 && table.problems.length > 0) {
    throw new Error(`labels: ${table.problems[0]}`)
  }
  for (const problem of table.problems) addProblem(read, problem)
  for (const { line, cells } of table.rows) {
    const row = Object.entries(cells).map(([name, cell]) => [name.toLowerCase(), cell])
    addRow(read, line, () => Object.fromEntries(row) as Record<string, unknown>)
  }
}

/** JSON lines, or tab-separated ones, in which a quote is a sign like any other. */
function addLines(read: LabelFile, content: string, { kind, delimiter }: Layout): void {
  const lines = content.split('\n', MAX_ROWS + 2)
  if (lines.length > MAX_ROWS + 1) {
    throw new Error(`labels: ${read.file} has more than ${MAX_ROWS} lines; split it`)
  }
  const header = kind === 'tsv' ? lines.findIndex((line) => line.trim() !== '') : -1
  const columns = (lines[header] ?? '').split(delimiter).map((name) => name.trim().toLowerCase())
  for (const [n, line] of lines.entries()) {
    if (n === header || line.trim() === '') continue
    addRow(read, n + 1, () => (kind === 'tsv' ? splitCells(line, columns) : parseObject(line)))
  }
}

function splitCells(line: string, columns: string[]): Record<string, unknown> {
  const cells = line.split('\t')
  if (cells.length !== columns.length) {
    throw new Error(`the line has ${cells.length} fields, the header has ${columns.length}`)
  }
  return Object.fromEntries(columns.map((name, n) => [name, cells[n]?.trim() ?? '']))
}

function parseObject(line: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Error('the line is not JSON')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>
  }
  throw new Error('the line is not a JSON object')
}

function addRow(read: LabelFile, line: number, rowOf: () => Record<string, unknown>): void {
  try {
    const id = `${path.basename(read.file)}:${line}`
    read.examples.push(toExample(read.form, rowOf(), id))
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    addProblem(read, `${read.file}:${line}: ${sentence}`)
  }
}

function addProblem(read: LabelFile, problem: string): void {
  read.bad += 1
  if (read.problems.length < PROBLEMS_SHOWN) read.problems.push(problem)
}

function dropRepeats(files: LabelFile[]): void {
  const seen = new Set<string>()
  for (const form of FORMS) {
    for (const file of files.filter((each) => each.form === form)) {
      const kept = file.examples.filter(({ text, title }) => {
        const key = textKey(title === undefined ? text : `${title}\n${text}`)
        return seen.size !== seen.add(key).size
      })
      file.repeats = file.examples.length - kept.length
      file.examples = kept
    }
  }
}
