/** `dengar evaluate`: holds readings against labels. Needs no database; writes nothing. */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Form } from '../learn/label-forms.ts'
import { predict, type Prediction } from '../learn/prediction.ts'
import { examplesOf, trainable, type LabelFile } from '../learn/read-examples.ts'
import { scoreGenre, type GenreScores } from '../learn/score-genre.ts'
import { scoreRows, type Scores } from '../learn/score.ts'
import { worstErrors } from '../learn/worst-errors.ts'
import { decodeModel, shippedModel, type Model } from '../read/model.ts'
import { makeReader } from '../read/read.ts'
import type { Command } from './command.ts'
import { predictInFolds } from './fold-predictions.ts'
import { regionNamed } from './json-lines.ts'
import { CORPUS, readLabels } from './label-files.ts'
import { GENRES, printErrors, printGenre, printScores, type Genre } from './print-scores.ts'

const OPTIONS = {
  region: { type: 'string', default: 'kendari' },
  model: { type: 'string' },
  folds: { type: 'string', default: '0' },
  with: { type: 'string', multiple: true, default: [] as string[] },
  errors: { type: 'string', default: '20' },
  texts: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  topics: { type: 'string' },
  until: { type: 'string' },
} as const

type Wishes = {
  paths: string[]
  region: string
  model: string | undefined
  /** 0: one model reads all. */
  folds: number
  with: string[]
  errors: number
  texts: boolean
  json: boolean
}

/** Posts have the whole table; of other kinds it is known whether they are complaints, and little more. */
type Report = { posts: Scores | null } & Record<Genre, GenreScores | null>

export const command: Command = {
  async run(args) {
    if (args[0] === 'match') {
      const { evaluateMatch } = await import('./evaluate-match.ts')
      return evaluateMatch(args.slice(1))
    }
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
    const { topics, until, json } = values
    if (topics !== undefined) {
      if (positionals.length > 0 || until === undefined || !/^\d{4}-\d\d-\d\d$/.test(until)) {
        throw new Error(
          'evaluate: --topics takes one file and a date, as in: --topics letters.csv --until 2023-01-01',
        )
      }
      const { evaluateTopics } = await import('./evaluate-topics.ts')
      await evaluateTopics(topics, { until, json })
      return 0
    }
    await evaluate(toWishes(values, positionals))
    return 0
  },
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

function toWishes(values: Values, paths: string[]): Wishes {
  if (paths.length === 0) {
    throw new Error('evaluate: name a file of labelled texts, as in: dengar evaluate labels.jsonl')
  }
  const { region, model, texts, json } = values
  const folds = numberOf(values.folds, 'folds', 20)
  if (folds === 1 || (folds > 0 && model !== undefined)) {
    throw new Error('evaluate: --folds trains models of its own: 2 to 20 of them, without --model')
  }
  if (folds === 0 && values.with.length > 0) {
    throw new Error(
      'evaluate: --with names what is trained on beside the folds; give --folds 5, too',
    )
  }
  const errors = numberOf(values.errors, 'errors', 10_000)
  return { paths, region, model, folds, with: values.with, errors, texts, json }
}

function numberOf(value: string, option: string, most: number): number {
  const number = Number(value)
  if (value.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= most)
    return number
  throw new Error(`evaluate: --${option} is a whole number from 0 to ${most}`)
}

async function evaluate(wishes: Wishes): Promise<void> {
  const region = await regionNamed(wishes.region)
  const files = await readLabels(wishes.paths)
  if (files.every(({ examples }) => examples.length === 0)) {
    throw new Error('evaluate: the files hold no labelled text')
  }
  const model = wishes.folds === 0 ? await readModel(wishes.model) : null
  const predictions = model
    ? predictAll(files, makeReader(region, model))
    : predictInFolds(files, {
        region,
        folds: wishes.folds,
        extra: trainable(await readLabels([...wishes.with, CORPUS])),
      })
  const report = reportOf(predictions)
  const errors = worstErrors([...predictions.values()].flat(), wishes.errors)
  if (wishes.json) {
    const made = { model: model?.name ?? null, folds: wishes.folds, files, report, errors }
    console.log(JSON.stringify(toJson(made, wishes.texts)))
  } else print(report, errors, wishes.texts)
}

async function readModel(file: string | undefined): Promise<Model> {
  if (file === undefined) return shippedModel()
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Error(`evaluate: the model "${file}" cannot be read`, { cause: error })
  })
  return decodeModel(bytes)
}

function predictAll(
  files: readonly LabelFile[],
  read: ReturnType<typeof makeReader>,
): Map<Form, Prediction[]> {
  const forms = new Set(files.map(({ form }) => form))
  return new Map([...forms].map((form) => [form, predict(read, examplesOf(files, form))]))
}

function reportOf(predictions: Map<Form, Prediction[]>): Report {
  const genre = (form: Form) => {
    const rows = predictions.get(form) ?? []
    return rows.length === 0 ? null : scoreGenre(rows)
  }
  const posts = predictions.get('posts') ?? []
  return {
    posts: posts.length === 0 ? null : scoreRows(posts),
    letters: genre('letters'),
    filed: genre('filed'),
    news: genre('news'),
    reviews: genre('reviews'),
  }
}

function print(report: Report, errors: Prediction[], withTexts: boolean): void {
  if (report.posts) printScores(report.posts)
  for (const [form, title, what] of GENRES) {
    const scores = report[form]
    if (scores) printGenre(title, what, scores)
  }
  printErrors(errors, withTexts)
}

type Made = {
  model: string | null
  folds: number
  files: readonly LabelFile[]
  report: Report
  errors: Prediction[]
}

function toJson({ model, folds, files, report, errors }: Made, withTexts: boolean): object {
  return {
    model,
    folds,
    files: files.map(({ file, form, examples, bad, repeats }) => {
      return { file, form, texts: examples.length, bad, repeats }
    }),
    ...report,
    errors: errors.map(({ example, complaint, probability, categories }) => ({
      id: example.id,
      channel: example.channel ?? null,
      label: { complaint: example.complaint, category: example.category, sure: example.sure },
      read: { complaint, probability, category: categories[0] ?? null },
      ...(withTexts ? { text: example.text } : {}),
    })),
  }
}
