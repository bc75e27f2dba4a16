/** Figures for people: tables whose columns line up. */
import type { Estimate } from '../learn/interval.ts'

export type Cell = string | number

/** Rows under the names of their keys; the first column to the left, the others to the right. */
export function tableOf(rows: readonly Record<string, Cell>[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((name) => String(row[name] ?? '')))]
  const widths = columns.map((_, n) => Math.max(...lines.map((line) => line[n]!.length)))
  const pad = (cell: string, n: number) =>
    n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!)
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}

/** 0.712 with three digits; "-" where there is none. */
export const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(3))

/** 0.712 (0.690-0.733): the figure and its 95 % interval. */
export const withInterval = (estimate: Estimate | null): string =>
  estimate === null
    ? '-'
    : `${figure(estimate.value)} (${figure(estimate.low)}-${figure(estimate.high)})`
