/** Figures for people: a table whose columns line up, and the percentiles that go into it. */

/** Prints rows under the names of their keys. */
export function printTable(rows: Record<string, string | number>[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const texts = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
  const widths = columns.map((_, n) => Math.max(...texts.map((line) => line[n]!.length)))
  for (const line of texts)
    console.log(
      line
        .map((cell, n) => cell.padEnd(widths[n]!))
        .join('  ')
        .trimEnd(),
    )
}

/** The value below which `share` (0..1) of the measurements lie. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (values: number[]) => percentile(values, 0.5)
export const rounded = (value: number, digits = 0) => Number(value.toFixed(digits))
