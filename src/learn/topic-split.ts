/** Filed letters with their topics, split by date: what came before trains, what came after tests. */
import { readCsv } from '../region/read-csv.ts'
import { textKey } from './text-key.ts'

export type Topic = { text: string; label: string }
export type TopicSplit = {
  before: Topic[]
  after: Topic[]
  classes: number
  /** Letters that are left out: repeats of a text, without a topic, of a rare topic, or not understood. */
  repeats: number
  rare: number
  bad: number
}

/** A topic with fewer letters than this, repeats included, can neither be learned nor measured. */
const FEWEST = 30
const MAX_ROWS = 500_000
const DATE = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?$/

/**
 * Splits a table with the columns text, topik and date (2023-01-31 08:00:00) at the start of the day
 * `until`. Of a text that was filed more than once only the first counts.
 * @throws a sentence when the table has not these columns or one side of the split is empty
 */
export function splitTopics(content: string, file: string, until: string): TopicSplit {
  const table = readCsv(content, { file, maxRows: MAX_ROWS })
  for (const column of ['text', 'topik', 'date']) {
    if (table.columns.includes(column)) continue
    throw new Error(
      `topics: ${table.problems[0] ?? `${file}:1: the header has no column "${column}"`}`,
    )
  }
  const rows = table.rows.map(({ cells }) => ({
    text: cells['text'] ?? '',
    label: cells['topik'] ?? '',
    date: cells['date'] ?? '',
  }))
  const good = rows
    .filter(({ text, label, date }) => text !== '' && label !== '' && DATE.test(date))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
  const sizes = new Map<string, number>()
  for (const { label } of good) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const seen = new Set<string>()
  const distinct = good.filter(({ text }) => seen.size !== seen.add(textKey(text)).size)
  const common = distinct.filter(({ label }) => sizes.get(label)! >= FEWEST)
  const [before, after] = [true, false].map((isBefore) =>
    common
      .filter(({ date }) => date < until === isBefore)
      .map(({ text, label }) => ({ text, label })),
  ) as [Topic[], Topic[]]
  if (before.length === 0 || after.length === 0) {
    const side = before.length === 0 ? 'before' : 'from'
    throw new Error(
      `topics: ${file} has no letter ${side} ${until} of a topic with ${FEWEST} letters or more`,
    )
  }
  return {
    before,
    after,
    classes: new Set(common.map(({ label }) => label)).size,
    repeats: good.length - distinct.length,
    rare: distinct.length - common.length,
    bad: rows.length - good.length + table.problems.length,
  }
}
