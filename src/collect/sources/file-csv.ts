/** CSV as Indonesian offices export it: separated by commas, semicolons or TABs. */
import { Readable } from 'node:stream'
import { parse, type CsvError, type Options } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import type { TableRecord } from './file-record.ts'
import { readText, type Progress } from './file-text.ts'

const DELIMITERS = [',', ';', '\t', '|']
const MAX_ROW_LENGTH = 1_000_000
const SAMPLE_ROWS = 30

const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  record_delimiter: ['\r\n', '\n', '\r'],
}

/** Some spreadsheets write a first line that names the delimiter: "sep=;". */
const NAMED_DELIMITER = /^"?sep=([,;\t|])"?[\r\n]/i

/** @param sample the beginning of the file, from which the delimiter is seen */
export function readCsvRecords(path: string, encoding: string, sample: string) {
  const delimiter = NAMED_DELIMITER.exec(sample)?.[1] ?? detectDelimiter(sample)
  const records = (progress?: Progress) => read(path, { encoding, delimiter, progress })
  return { delimiter, records }
}

type ReadOptions = { encoding: string; delimiter: string; progress: Progress | undefined }

async function* read(path: string, options: ReadOptions): AsyncGenerator<TableRecord> {
  const { encoding, delimiter, progress } = options
  const source = Readable.from(readText(path, encoding, progress))
  const parser = parse({ ...OPTIONS, delimiter, max_record_size: MAX_ROW_LENGTH })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  // The line where a record begins; the parser itself counts CR LF inside quotes twice.
  let line = 1
  try {
    for await (const values of parser as AsyncIterable<string[]>) {
      if (line > 1 || !/^"?sep=/i.test(values[0] ?? '')) yield { line, values }
      line += 1 + values.reduce((sum, value) => sum + lineEnds(value), 0)
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    yield { line, problem: explain((error as CsvError).code), isLast: true }
  } finally {
    source.destroy()
  }
}

const lineEnds = (value: string) => value.match(/\r\n|\n|\r/g)?.length ?? 0

function explain(code: string): string {
  const rest = 'nothing after it could be read'
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `a quote (") opened here is never closed; ${rest}`
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return `the row is longer than a million characters, probably for a quote (") that is not closed; ${rest}`
  }
  return `the row is not valid CSV (${code}); ${rest}`
}

/** The delimiter that cuts most rows into as many cells as the header has, and into more than one. */
function detectDelimiter(sample: string): string {
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: score(sample, delimiter) }))
  return scores.toSorted((one, other) => other.score - one.score)[0]?.delimiter ?? ','
}

function score(sample: string, delimiter: string): number {
  try {
    const rows = parseAtOnce(sample, { ...OPTIONS, delimiter, to: SAMPLE_ROWS })
    // The last row of the sample may be cut off.
    const whole = rows.length > 2 ? rows.slice(0, -1) : rows
    const width = whole[0]?.length ?? 0
    if (width < 2) return 0
    return whole.filter((row) => row.length === width).length / whole.length + width / 1000
  } catch {
    return 0
  }
}
