/** `dengar train`: labelled texts in, a model and its card out. Needs no database. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { crossValidate, withoutTextsOf } from '../learn/cross-validate.ts'
import { TEST_ONLY } from '../learn/label-forms.ts'
import { modelCard } from '../learn/model-card.ts'
import { predict } from '../learn/prediction.ts'
import { examplesOf, trainable, type LabelFile } from '../learn/read-examples.ts'
import { scoreGenre } from '../learn/score-genre.ts'
import { scoreRows, type Scores } from '../learn/score.ts'
import { trainModel } from '../learn/train.ts'
import { encodeModel, SHIPPED, type Model } from '../read/model.ts'
import { makeReader } from '../read/read.ts'
import type { Region } from '../region/region.ts'
import type { Command } from './command.ts'
import { learnReader, sayFold } from './fold-predictions.ts'
import { regionNamed } from './json-lines.ts'
import { CORPUS, isOfCorpus, readLabels, say } from './label-files.ts'
import { GENRES, printGenre, printScores } from './print-scores.ts'

const OPTIONS = {
  region: { type: 'string', default: 'kendari' },
  out: { type: 'string', default: SHIPPED },
  name: { type: 'string', default: 'bawaan-1' },
  folds: { type: 'string', default: '5' },
} as const

type Wishes = { paths: string[]; region: string; out: string; name: string; folds: number }
type Held = { form: LabelFile['form']; scores: ReturnType<typeof scoreGenre> }[]

export const command: Command = {
  async run(args) {
    if (args[0] === 'match') {
      const { trainMatchCommand } = await import('./train-match.ts')
      return trainMatchCommand(args.slice(1))
    }
    if (args[0] === 'vectors') {
      const { trainVectorsCommand } = await import('./train-vectors.ts')
      return trainVectorsCommand(args.slice(1))
    }
    const wishes = readWishes(args)
    const region = await regionNamed(wishes.region)
    const files = await readLabels([...wishes.paths, CORPUS])
    await mkdir(path.dirname(wishes.out), { recursive: true })
    const scores = wishes.folds === 0 ? null : scoreInFolds(files, region, wishes.folds)
    if (scores) printScores(scores)

    const held = examplesOf(files, ...TEST_ONLY)
    const model = trainModel(withoutTextsOf(trainable(files), held), { name: wishes.name, region })
    const heldScores = scoreHeld(files, region, model)
    for (const [form, title, what] of GENRES) {
      const found = heldScores.find((each) => each.form === form)
      if (found) printGenre(title, what, found.scores)
    }
    await store(model, wishes, { files, scores, held: heldScores })
    return 0
  },
}

function readWishes(args: string[]): Wishes {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const { region, out, name } = values
  const folds = Number(values.folds)
  if (!Number.isInteger(folds) || folds < 0 || folds === 1 || folds > 20) {
    throw new Error('train: --folds is a number from 2 to 20, or 0 for no score table')
  }
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) {
    throw new Error(`train: --name: "${name}" is not a name such as "bawaan-1"`)
  }
  return { paths: positionals, region, out, name, folds }
}

/** Over the labelled posts that were given; over the written ones where none were. */
function scoreInFolds(files: readonly LabelFile[], region: Region, folds: number): Scores {
  const given = examplesOf(
    files.filter((file) => !isOfCorpus(file)),
    'posts',
  )
  const examples = given.length > 0 ? given : examplesOf(files, 'posts')
  const tested = new Set(examples)
  const extra = trainable(files).filter((example) => !tested.has(example))
  const learn = learnReader(region)
  return scoreRows(crossValidate({ examples, extra, folds, learn, progress: sayFold(folds) }))
}

function scoreHeld(files: readonly LabelFile[], region: Region, model: Model): Held {
  const read = makeReader(region, model)
  return [...TEST_ONLY].flatMap((form) => {
    const examples = examplesOf(files, form)
    return examples.length === 0 ? [] : [{ form, scores: scoreGenre(predict(read, examples)) }]
  })
}

type Measured = { files: readonly LabelFile[]; scores: Scores | null; held: Held }

/** The model and its card beside it, each in one piece or not at all. */
async function store(
  model: Model,
  { out, folds }: Wishes,
  { files, scores, held }: Measured,
): Promise<void> {
  const bytes = encodeModel(model)
  const { name, madeAt } = model
  const posts = scores && { folds, scores }
  const card = modelCard({ name, madeAt, bytes: bytes.length, files, posts, held })
  const cardFile = path.join(path.dirname(out), `${path.parse(out).name}.md`)
  await write(out, bytes)
  await write(cardFile, card)
  say(`model ${name}: ${out}, its card: ${cardFile}`)
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, content)
  await rename(draft, file)
}
