/** XLSX, row by row. The archive was checked before (`file-zip.ts`). */
import { createReadStream } from 'node:fs'
import ExcelJS from 'exceljs'
import { FileError, type TableRecord } from './file-record.ts'
import type { Progress } from './file-text.ts'

const MAX_ROWS = 1_000_000
/** Wider than any table of messages; a cell in column XFD must not make every row 16,384 cells long. */
const MAX_COLUMNS = 200

/** What the library's reader also has, but its types do not say. */
type Reader = AsyncIterable<
  ExcelJS.stream.xlsx.WorksheetReader & { id: number | string; name?: string }
> & {
  model?: { sheets?: { name: string }[] }
}

/** @param sheet counted from 1, in the order of the tabs */
export async function* readXlsxRecords(
  path: string,
  sheet: number,
  progress?: Progress,
): AsyncGenerator<TableRecord> {
  const input = createReadStream(path)
  let bytes = 0
  input.on('data', (chunk) => progress?.((bytes += chunk.length)))
  const options = {
    sharedStrings: 'cache',
    styles: 'cache',
    worksheets: 'emit',
    hyperlinks: 'ignore',
  }
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(
    input,
    options as Partial<ExcelJS.stream.xlsx.WorkbookStreamReaderOptions>,
  ) as unknown as Reader
  try {
    for await (const worksheet of reader) {
      const wanted = reader.model?.sheets?.[sheet - 1]?.name
      const isWanted =
        wanted === undefined ? Number(worksheet.id) === sheet : worksheet.name === wanted
      if (!isWanted) continue
      yield* readRows(worksheet)
      return
    }
  } catch (error) {
    if (error instanceof FileError) throw error
    throw new FileError(`the workbook cannot be read (${String(error)}); save it again, or as CSV`)
  } finally {
    input.destroy()
  }
  throw new FileError(`the workbook has no sheet number ${sheet}`)
}

async function* readRows(worksheet: AsyncIterable<ExcelJS.Row>): AsyncGenerator<TableRecord> {
  let rows = 0
  for await (const row of worksheet) {
    if (++rows > MAX_ROWS) throw new FileError(`the sheet has more than ${MAX_ROWS} rows`)
    const values: string[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > MAX_COLUMNS) return
      while (values.length < column - 1) values.push('')
      values[column - 1] = cellText(cell.value)
    })
    yield { line: row.number, values }
  }
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  // A date of a sheet has no zone: it stays a time on the wall until the region's zone is known.
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 19).replace('T', ' ')
  }
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return cellText(value.text)
  if ('result' in value) return cellText(value.result ?? null)
  return ''
}
