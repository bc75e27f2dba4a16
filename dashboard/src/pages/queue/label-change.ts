/** Labels of many rows at once. Pure. */
import type { CandidateRow } from '../../api.ts'
import { keyOf } from './find-option.ts'

type Labelled = Pick<CandidateRow, 'labels'>

/** How many of the rows bear the label: all, some or none. */
export function bears(rows: Labelled[], label: string): 'all' | 'some' | 'none' {
  const count = rows.filter(({ labels }) => labels.includes(label)).length
  if (count === 0) return 'none'
  return count === rows.length ? 'all' : 'some'
}

/** The labels of one row with this one put on, or taken off; null when it is so already. */
export function labelsWith(row: Labelled, label: string, isOn: boolean): string[] | null {
  if (row.labels.includes(label) === isOn) return null
  return isOn ? [...row.labels, label] : row.labels.filter((each) => each !== label)
}

/** A label as the server keeps it: one line in small letters; the known one where it only looks different. */
export function cleanLabel(typed: string, known: string[]): string | null {
  const label = typed.replace(/\s+/g, ' ').trim().toLowerCase().slice(0, MOST_LABEL).trim()
  if (label === '') return null
  return known.find((each) => keyOf(each) === keyOf(label)) ?? label
}

const MOST_LABEL = 40
