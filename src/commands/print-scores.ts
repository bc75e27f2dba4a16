/** Score tables for people, on standard output. */
import type { Form } from '../learn/label-forms.ts'
import type { Prediction } from '../learn/prediction.ts'
import type { ClassScores } from '../learn/score-classes.ts'
import type { Detection } from '../learn/score-detection.ts'
import type { GenreScores } from '../learn/score-genre.ts'
import type { Scores } from '../learn/score.ts'
import { printable } from './printable.ts'
import { figure, tableOf, withInterval, type Cell } from './table.ts'

/** Texts that are all complaints, or none. */
export type Genre = Exclude<Form, 'posts'>
export const GENRES: readonly (readonly [form: Genre, title: string, what: string])[] = [
  ['letters', 'Filed letters with a topic', 'recall'],
  ['filed', 'Filed letters', 'recall'],
  ['news', 'News', 'false alarms'],
  ['reviews', 'Reviews and everyday posts', 'found as complaints'],
]

const PAIRS_SHOWN = 10
const TEXT_SHOWN_CHARS = 160

/** All tables of labelled posts. Figures are followed by their 95 % interval. */
export function printScores(scores: Scores): void {
  printTable('Complaint or not, at the verdict of the reader (95 % intervals)', [
    ...detectionRows(scores),
  ])
  printTable('Calibration', calibrationRows(scores.all))
  printTable('By channel', channelRows(scores))
  const { labelled, found, precision, recall } = scores.urgent
  printTable('Urgent', [
    {
      labelled,
      found,
      precision: withInterval(precision),
      recall: withInterval(recall),
    },
  ])
  printClasses('Category of the complaints found', scores.categories)
}

function detectionRows({ all, sure }: Scores): Record<string, Cell>[] {
  const row = (what: string, cell: (detection: Detection) => Cell) => ({
    what,
    'all posts': cell(all),
    'sure labels only': cell(sure),
  })
  return [
    row('posts', (each) => each.posts),
    row('complaints by label', (each) => each.complaints),
    row('found', (each) => each.found),
    row('precision', (each) => withInterval(each.precision)),
    row('recall', (each) => withInterval(each.recall)),
    row('F1', (each) => withInterval(each.f1)),
    row('average precision', (each) => withInterval(each.averagePrecision)),
    row('calibration error, 10 bins', (each) => withInterval(each.calibrationError)),
    row('best F1 of any threshold, chosen afterwards', ({ bestF1 }) =>
      bestF1 === null ? '-' : `${figure(bestF1.f1)} at ${figure(bestF1.threshold)}`,
    ),
  ]
}

function calibrationRows({ bins }: Detection): Record<string, Cell>[] {
  return bins.map(({ from, to, posts, meanProbability, complaintShare }) => ({
    probability: `${from.toFixed(1)}-${to.toFixed(1)}`,
    posts,
    'mean probability': figure(meanProbability),
    'share of complaints': figure(complaintShare),
  }))
}

function channelRows({ channels }: Scores): Record<string, Cell>[] {
  return channels.map((each) => ({
    channel: each.channel,
    posts: each.posts,
    complaints: each.complaints,
    found: each.found,
    precision: figure(each.precision),
    recall: figure(each.recall),
    F1: figure(each.f1),
    'average precision': figure(each.averagePrecision),
  }))
}

/** Accuracy, the classes, and what is taken for what. */
export function printClasses(title: string, scores: ClassScores): void {
  if (scores.texts === 0) return
  const { texts, accuracy, topThree, macroF1 } = scores
  printTable(title, [
    {
      texts,
      accuracy: withInterval(accuracy),
      'top three': withInterval(topThree),
      'macro-F1': withInterval(macroF1),
    },
  ])
  const largest = scores.classes.toSorted((a, b) => b.labelled - a.labelled)
  printTable(
    '',
    largest.map(({ label, labelled, read, right, f1 }) => ({
      class: label,
      labelled,
      read,
      right,
      F1: figure(f1),
    })),
  )
  printTable(
    'Taken for another most often',
    scores.confusions.slice(0, PAIRS_SHOWN).map(({ label, read, texts }) => ({
      label,
      read,
      texts,
    })),
  )
}

/** One line for a kind of text that is all complaints, or none. */
export function printGenre(name: string, what: string, scores: GenreScores): void {
  printTable(name, [{ texts: scores.texts, [what]: withInterval(scores.found) }])
  printClasses(`${name}: category of those found`, scores.categories)
}

/** Ids and figures; the words of the posts only when they are asked for: they are real people's. */
export function printErrors(errors: readonly Prediction[], withTexts: boolean): void {
  printTable(
    'The surest wrong verdicts',
    errors.map(({ example, probability, categories }) => ({
      id: example.id,
      channel: example.channel ?? '-',
      probability: figure(probability),
      label: example.complaint ? (example.category ?? 'complaint') : 'no complaint',
      sure: example.sure ? 'yes' : 'no',
      read: categories[0] ?? '-',
      ...(withTexts ? { text: example.text.replace(/\s+/g, ' ').slice(0, TEXT_SHOWN_CHARS) } : {}),
    })),
  )
}

function printTable(title: string, rows: Record<string, Cell>[]): void {
  if (rows.length === 0) return
  const heading = title === '' ? '' : `\n${title}\n`
  console.log(printable(`${heading}\n${tableOf(rows)}`))
}
