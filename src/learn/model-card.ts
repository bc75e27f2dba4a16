/** What stands beside a model's file: what it learned from, how it reads, where it fails, how to train it again. */
import path from 'node:path'
import type { Estimate } from './interval.ts'
import { TEST_ONLY, type Form } from './label-forms.ts'
import type { LabelFile } from './read-examples.ts'
import type { GenreScores } from './score-genre.ts'
import type { Scores } from './score.ts'

export type ModelFacts = {
  name: string
  /** ISO date. */
  madeAt: string
  bytes: number
  files: readonly Pick<LabelFile, 'file' | 'form' | 'examples'>[]
  /** Of posts that each were read by a model that had not seen them; null when that was not measured. */
  posts: { folds: number; scores: Scores } | null
  /** Of kinds of text that no model is trained on, read by this one. */
  held: readonly { form: Form; scores: GenreScores }[]
}

/** Channels with fewer complaints say little of a weakness. */
const FEWEST_COMPLAINTS = 20
const WEAK_F1 = 0.65
const WORST_SHOWN = 5

/** The card as Markdown. It names files without their folders, and quotes no text. */
export function modelCard(facts: ModelFacts): string {
  const { name, madeAt, bytes, posts } = facts
  const parts = [
    `# Model ${name}`,
    `Trained ${madeAt.slice(0, 10)} by \`dengar train\`; ${(bytes / 1e6).toFixed(1)} MB. It says whether an ` +
      'Indonesian message is a complaint that a public body could act on. It holds weights of hashed ' +
      'features that stood in two texts or more, and no words: nobody’s text can be read out of it.',
    '## Data',
    dataTable(facts),
    ...(posts ? ['## How it reads posts', ...postParts(posts.folds, posts.scores)] : []),
    ...(facts.held.length > 0
      ? ['## How it reads what it is never trained on', heldTable(facts)]
      : []),
    '## Known failures',
    failures(posts?.scores ?? null),
    '## Train it again',
    '    npm run -s dengar -- train FOLDER...',
    'The written posts of `src/read/corpus` are always part of it; folders of labelled texts are added. News ' +
      'and letters without a topic are for measuring only.',
  ]
  return `${parts.join('\n\n')}\n`
}

function dataTable({ files }: ModelFacts): string {
  return table(
    ['file', 'kind', 'use', 'texts', 'complaints', 'sure labels'],
    files.map(({ file, form, examples }) => [
      path.basename(file),
      form,
      TEST_ONLY.has(form) ? 'measuring' : 'training',
      examples.length,
      examples.filter(({ complaint }) => complaint).length,
      examples.filter(({ sure }) => sure).length,
    ]),
  )
}

function postParts(folds: number, { all, sure, channels, categories }: Scores): string[] {
  return [
    `Each post was read by a model that had not seen it (${folds} folds, stratified by complaint and channel). ` +
      'In brackets: 95 % intervals (Wilson for shares, else bootstrap).',
    table(
      ['what', 'all posts', 'sure labels only'],
      [
        ['posts', all.posts, sure.posts],
        ['complaints', all.complaints, sure.complaints],
        ['precision', estimate(all.precision), estimate(sure.precision)],
        ['recall', estimate(all.recall), estimate(sure.recall)],
        ['F1', estimate(all.f1), estimate(sure.f1)],
        ['average precision', estimate(all.averagePrecision), estimate(sure.averagePrecision)],
        ['calibration error', estimate(all.calibrationError), estimate(sure.calibrationError)],
      ],
    ),
    table(
      ['channel', 'posts', 'complaints', 'precision', 'recall', 'F1', 'average precision'],
      channels.map((each) => [
        each.channel,
        each.posts,
        each.complaints,
        figure(each.precision),
        figure(each.recall),
        figure(each.f1),
        figure(each.averagePrecision),
      ]),
    ),
    `Category of the complaints found: accuracy ${estimate(categories.accuracy)}, among the first three ` +
      `${estimate(categories.topThree)}, macro-F1 ${estimate(categories.macroF1)} (${categories.texts} posts).`,
  ]
}

function heldTable({ held }: ModelFacts): string {
  return table(
    ['kind', 'texts', 'found as complaints'],
    held.map(({ form, scores }) => [form, scores.texts, estimate(scores.found)]),
  )
}

/** What the figures show, and what no figure shows. */
function failures(scores: Scores | null): string {
  const weak = (scores?.channels ?? []).filter(
    ({ complaints, f1 }) => complaints >= FEWEST_COMPLAINTS && (f1 ?? 0) < WEAK_F1,
  )
  const pairs = (scores?.categories.confusions ?? []).slice(0, WORST_SHOWN)
  const points = [
    ...(weak.length > 0
      ? [`weak channels (F1 below ${WEAK_F1}): ${weak.map(({ channel }) => channel).join(', ')}`]
      : []),
    ...(pairs.length > 0
      ? [
          `categories taken for others most often: ` +
            pairs.map(({ label, read, texts }) => `${label} as ${read} (${texts})`).join(', '),
        ]
      : []),
    'the border itself is soft: where those who labelled hesitated, so does the model',
    'sarcasm without a sign of it, and complaints that name neither a thing nor a place',
    'Javanese and other regional languages but for the words that stand in the lists',
  ]
  return points.map((point) => `* ${point}`).join('\n')
}

type Cell = string | number

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) =>
    `| ${cells.map((cell) => String(cell).replace(/[|\r\n]+/g, ' ')).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(3))
const estimate = (made: Estimate | null): string =>
  made === null ? '-' : `${figure(made.value)} (${figure(made.low)}-${figure(made.high)})`
