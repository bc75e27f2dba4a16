/** A file of messages as rows of named cells, whatever its format; the format is seen from its content. */
import { open, stat } from 'node:fs/promises'
import { readCsvRecords } from './file-csv.ts'
import { readJsonKeys, readJsonLines } from './file-jsonl.ts'
import { FileError, type TableRecord, type TableRow } from './file-record.ts'
import { detectEncoding, type Progress } from './file-text.ts'
import { readXlsxRecords } from './file-xlsx.ts'
import { checkArchive } from './file-zip.ts'

export type Table = {
  /** For people: "CSV, separated by ;, windows-1252". */
  format: string
  columns: string[]
  bytes: number
  rows: (progress?: Progress) => AsyncGenerator<TableRow>
}

/**
 * @param sheet of an XLSX workbook, counted from 1
 * @throws FileError when it is no JSONL, CSV or XLSX, is empty, or would unpack to too much
 */
export async function openTable(path: string, sheet = 1): Promise<Table> {
  const facts = await stat(path).catch(() => null)
  if (!facts) throw new FileError('there is no such file')
  if (facts.isDirectory()) throw new FileError('this is a folder, not a file')
  // It is read more than once, which a pipe does not allow.
  if (!facts.isFile()) throw new FileError('this is no plain file; save what it gives in one first')
  const start = await readStart(path)
  const bytes = facts.size
  if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    await checkArchive(path)
    const records = (progress?: Progress) => readXlsxRecords(path, sheet, progress)
    return { format: `XLSX, sheet ${sheet}`, bytes, ...(await withHeader(records)) }
  }
  refuseOther(start)
  const encoding = await detectEncoding(path)
  const text = new TextDecoder(encoding).decode(start).trimStart()
  if (text === '') throw new FileError('the file is empty')
  if (text.startsWith('{')) {
    const columns = await readJsonKeys(path, encoding)
    const rows = (progress?: Progress) => readJsonLines(path, encoding, progress)
    return { format: `JSONL, ${encoding}`, bytes, columns, rows }
  }
  refuseText(text)
  const { delimiter, records } = readCsvRecords(path, encoding, text)
  const shown = delimiter === '\t' ? 'TAB' : delimiter
  const format = `CSV, separated by ${shown}, ${encoding}`
  return { format, bytes, ...(await withHeader(records)) }
}

const START_BYTES = 256 * 1024

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function refuseOther(start: Buffer): void {
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new FileError('this is an old or locked Excel file; save it as .xlsx without a password')
  }
  const isUtf16 = start[0] === 0xff || start[0] === 0xfe
  if (!isUtf16 && start.includes(0)) {
    throw new FileError('this is neither JSONL nor CSV nor XLSX; export it as one of these')
  }
}

function refuseText(text: string): void {
  if (text.startsWith('[')) {
    throw new FileError('this is one JSON list; write one object on each line (JSONL) instead')
  }
  if (/^<(?:!doctype|html|\?xml|table|rss|feed)/i.test(text)) {
    throw new FileError('this is a web page or XML, not a table; export it as CSV or XLSX')
  }
}

type Records = (progress?: Progress) => AsyncGenerator<TableRecord>

/** Names the cells of each record by the first record that is not blank. */
async function withHeader(records: Records): Promise<Pick<Table, 'columns' | 'rows'>> {
  const columns: string[] = []
  for await (const record of records()) {
    if ('problem' in record) throw new FileError(`line ${record.line}: ${record.problem}`)
    if (record.values.every((value) => value.trim() === '')) continue
    columns.push(...uniqueNames(record.values))
    break
  }
  if (columns.length === 0) throw new FileError('the file has no header row')
  const rows = async function* (progress?: Progress): AsyncGenerator<TableRow> {
    let isHeader = true
    for await (const record of records(progress)) {
      if ('problem' in record) {
        yield record
        continue
      }
      if (record.values.every((value) => value.trim() === '')) continue
      if (isHeader) isHeader = false
      else yield nameCells(columns, record)
    }
  }
  return { columns, rows }
}

function nameCells(
  columns: string[],
  { line, values }: { line: number; values: string[] },
): TableRow {
  if (values.slice(columns.length).some((value) => value.trim() !== '')) {
    const problem = `the row has ${values.length} cells, the header has ${columns.length}`
    return { line, problem }
  }
  const cells = new Map<string, string>()
  for (const [index, column] of columns.entries()) {
    const value = values[index]?.trim()
    if (value) cells.set(column, value)
  }
  return { line, cells }
}

/** "nama", "nama (2)", and "column 3" for one without a name. */
function uniqueNames(header: string[]): string[] {
  const seen = new Map<string, number>()
  return header.map((value, index) => {
    const name = value.replace(/[\s\p{Cc}]+/gu, ' ').trim() || `column ${index + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
