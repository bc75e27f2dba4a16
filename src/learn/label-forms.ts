/** The forms in which labelled texts come as files, told by their first line, and one row of each. */
import { isCategory } from '../region/category.ts'
import type { Example } from './example.ts'
import { categoryOfTopic } from './topic-category.ts'

/**
 * posts: labelled one by one · letters: filed complaints with the topic that an operator chose ·
 * filed: filed complaints, the text alone · news: articles · reviews: opinions, no complaints.
 */
export const FORMS = ['posts', 'letters', 'filed', 'news', 'reviews'] as const
export type Form = (typeof FORMS)[number]

/**
 * Never trained on: letters without a topic and news are the check from other genres that the figures for
 * recall and false alarms come from.
 */
export const TEST_ONLY: ReadonlySet<Form> = new Set(['filed', 'news'])

export type Layout = { form: Form; kind: 'jsonl' | 'csv' | 'tsv'; delimiter: string }
export type Row = { [column: string]: unknown }

/** What a label counts in training when who made it hesitated. */
const UNSURE_WEIGHT = 0.4
const ROW_NUMBER = /\bid$|^(?:no|nomor|nr)\.?$/

/** Tells form and layout by the first line of a file that says something; null when it is not understood. */
export function tellLayout(firstLine: string): Layout | null {
  const line = firstLine.trim()
  if (line.startsWith('{')) return { form: 'posts', kind: 'jsonl', delimiter: '' }
  if (line.includes('\t')) {
    const columns = columnsOf(line, '\t')
    const isReviews = ['corpus', 'label', 'text'].every((name) => columns.includes(name))
    return isReviews ? { form: 'reviews', kind: 'tsv', delimiter: '\t' } : null
  }
  const delimiter = line.includes(';') && !line.includes(',') ? ';' : ','
  const form = formOfTable(columnsOf(line, delimiter))
  return form === null ? null : { form, kind: 'csv', delimiter }
}

const columnsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase())

function formOfTable(columns: string[]): Form | null {
  const has = (...names: string[]) => names.every((name) => columns.includes(name))
  if (has('text', 'complaint')) return 'posts'
  if (has('text', 'topik')) return 'letters'
  if (has('url', 'title', 'lead')) return 'news'
  // Any column more could be one that says what is a complaint and what is not.
  const others = columns.filter((name) => name !== 'text')
  return has('text') && others.every((name) => ROW_NUMBER.test(name)) ? 'filed' : null
}

/**
 * One row as an example; columns in lower case. `id` is what it is called when it has no id of its own.
 * @throws a sentence when the row says too little or what is not understood
 */
export function toExample(form: Form, row: Row, id: string): Example {
  if (form === 'posts') return labelledPost(row, id)
  if (form === 'news') {
    const title = optionalText(row, 'title')
    const lead = optionalText(row, 'lead')
    if (title === undefined && lead === undefined) throw new Error('"title" and "lead" are empty')
    // Where one is missing the other is the text.
    const words = title === undefined || lead === undefined ? {} : { title }
    return { ...words, id, text: lead ?? title ?? '', channel: 'news', ...NO_COMPLAINT }
  }
  const text = textOf(row, 'text')
  if (form === 'reviews') return { id, text, channel: 'review', ...NO_COMPLAINT }
  const category = form === 'letters' ? categoryOfTopic(optionalText(row, 'topik') ?? '') : null
  const own = idOf(row) ?? id
  return { id: own, text, channel: 'filed', ...NO_COMPLAINT, complaint: true, category }
}

const NO_COMPLAINT = { complaint: false, category: null, urgent: false, sure: true, weight: 1 }

function labelledPost(row: Row, id: string): Example {
  const complaint = flagOf(row, 'complaint')
  if (complaint === undefined) throw new Error('"complaint" is missing; write 0 or 1')
  const sure = flagOf(row, 'sure') ?? true
  const named = optionalText(row, 'category')
  if (named !== undefined && !isCategory(named)) {
    throw new Error(`"category" is "${named.slice(0, 40)}", which is none of the 18 codes`)
  }
  return {
    id: idOf(row) ?? id,
    text: textOf(row, 'text'),
    title: optionalText(row, 'title'),
    channel: optionalText(row, 'channel'),
    complaint,
    category: complaint ? (named ?? null) : null,
    urgent: complaint && (flagOf(row, 'urgent') ?? false),
    sure,
    weight: sure ? 1 : UNSURE_WEIGHT,
  }
}

function idOf(row: Row): string | undefined {
  const id = row['id']
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined
}

function textOf(row: Row, field: string): string {
  const text = optionalText(row, field)
  if (text === undefined) throw new Error(`"${field}" is missing or empty`)
  return text
}

function optionalText(row: Row, field: string): string | undefined {
  const value = row[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new Error(`"${field}" is not a text`)
  return value.trim() === '' ? undefined : value
}

function flagOf(row: Row, field: string): boolean | undefined {
  const value = row[field]
  if (value === undefined || value === null || value === '') return undefined
  if (value === true || value === 1 || value === '1' || value === 'true') return true
  if (value === false || value === 0 || value === '0' || value === 'false') return false
  throw new Error(`"${field}" is neither 0 nor 1`)
}
