import { CsvError, parse } from 'csv-parse/sync'

/** One data row: the cells by column name, and the line of the file where the row begins. */
export type CsvRow = { line: number; cells: Record<string, string> }

/** A table as it was read. A row that does not fit the header is a problem, not a row. */
export type CsvTable = { columns: string[]; rows: CsvRow[]; problems: string[] }

type ParsedRecord = { record: string[]; info: { lines: number } }

const MAX_ROW_BYTES = 1_000_000
const MAX_ROWS = 50_000

/**
 * Reads comma-separated text with a header line. Cells are trimmed, blank lines are skipped, a
 * byte order mark and any line end are accepted. Never throws on bad text: what is wrong is in
 * `problems`, one sentence each, beginning with `<file>:<line>:`.
 * `delimiter` is one character, a comma unless told. At most `maxRows` rows are read (50,000
 * unless told), because each costs some hundred bytes of memory; a longer table is a problem.
 */
export function readCsv(
  text: string,
  options: { file: string; delimiter?: string; maxRows?: number },
): CsvTable {
  const { file, delimiter = ',', maxRows = MAX_ROWS } = options
  const parsed = parseRecords(text, delimiter, maxRows)
  if (!Array.isArray(parsed)) {
    return { columns: [], rows: [], problems: [`${file}:${parsed.line}: ${parsed.message}`] }
  }

  const records = withFirstLines(parsed)
  const header = records.shift()
  if (!header) {
    return { columns: [], rows: [], problems: [`${file}:1: the file is empty`] }
  }
  const columns = header.cells
  const repeated = firstRepeated(columns)
  if (repeated !== undefined) {
    const problem = `${file}:${header.line}: the header names the column "${repeated}" twice`
    return { columns, rows: [], problems: [problem] }
  }

  const table: CsvTable = { columns, rows: [], problems: [] }
  if (parsed.length > maxRows + 1) {
    const line = parsed[maxRows + 1]?.info.lines ?? 1
    table.problems.push(`${file}:${line}: the file has more than ${maxRows} rows`)
    return table
  }
  for (const { line, cells } of records) {
    if (cells.length === columns.length) {
      table.rows.push({ line, cells: byColumn(columns, cells) })
    } else {
      table.problems.push(
        `${file}:${line}: the row has ${cells.length} cells, the header has ${columns.length}`,
      )
    }
  }
  return table
}

function parseRecords(text: string, delimiter: string, maxRows: number) {
  try {
    // With `info` the parser returns objects, which its types do not say.
    return parse(text, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: MAX_ROW_BYTES,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // The header and one row too many, by which an overlong table is recognised.
      to: maxRows + 2,
    }) as unknown as ParsedRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { line: Number(error['lines'] ?? 1), message: explain(error.code) }
  }
}

function explain(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote (") opened here or above is never closed'
  if (code === 'CSV_MAX_RECORD_SIZE') return 'the row is longer than a million characters'
  return 'a quote (") stands inside a cell; put the cell in quotes and double the quote'
}

/** The parser counts the line where a record ends; people look for the line where it begins. */
function withFirstLines(parsed: ParsedRecord[]): { line: number; cells: string[] }[] {
  let next = 1
  const records = parsed.map(({ record, info }) => {
    const line = next
    next = info.lines + 1
    return { line, cells: record.map((cell) => cell.trim()) }
  })
  return records.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function firstRepeated(names: string[]): string | undefined {
  const seen = new Set<string>()
  return names.find((name) => seen.size === seen.add(name).size)
}

function byColumn(columns: string[], cells: string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']))
}
