/** `dengar train match`: labelled pairs in, the weights of the comparison and their card out. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { MODEL_FILE, type CompareModel } from '../group/compare-model.ts'
import { countWords } from '../learn/match-words.ts'
import { WORDS_FILE } from '../group/word-weights.ts'
import { matchCard, type MatchFacts } from '../learn/match-card.ts'
import { weighLetters, weighPosts, type PairRow } from '../learn/match-pairs.ts'
import { crossValidateMatch, trainMatch } from '../learn/match-train.ts'
import { regionNamed } from './json-lines.ts'
import { readLabels, say } from './label-files.ts'
import { readGrouped, readPairs } from './match-files.ts'
import { printPairScores, scoresByKind } from './print-match.ts'

const OPTIONS = {
  posts: { type: 'string' },
  cases: { type: 'string' },
  words: { type: 'string', multiple: true, default: [] as string[] },
  region: { type: 'string', default: 'kendari' },
  name: { type: 'string', default: 'padan-1' },
  folds: { type: 'string', default: '5' },
  out: { type: 'string', default: MODEL_FILE },
} as const

/** Trains, measures in folds, prints the table, and writes weights and card; with --words the word table, too. */
export async function trainMatchCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const folds = Number(values.folds)
  if (!Number.isInteger(folds) || folds < 2 || folds > 20) {
    throw new Error('train match: --folds is a number from 2 to 20')
  }
  const region = await regionNamed(values.region)
  if (values.words.length > 0) {
    const files = await readLabels(values.words)
    const texts = files.flatMap(({ examples }) => examples.map(({ text }) => text))
    await write(WORDS_FILE, countWords(texts, region.areas))
    say(
      `word weights from ${texts.length} texts: ${WORDS_FILE}; train again without --words to use them`,
    )
    return 0
  }
  const rows: PairRow[] = []
  const files: { name: string; pairs: number; same: number }[] = []
  const add = (name: string, more: readonly PairRow[]) => {
    rows.push(...more)
    const same = more.filter((row) => row.same).length
    files.push({ name: path.basename(name), pairs: more.length, same })
  }
  for (const file of positionals) add(file, weighLetters(await readPairs([file])))
  const { posts, cases } = values
  if (posts !== undefined && cases !== undefined) {
    const read = await readGrouped({ posts, cases }, region)
    add(posts, weighPosts(read.posts, read.cases))
  }
  if (!rows.some(({ same }) => same) || rows.every(({ same }) => same)) {
    throw new Error(
      'train match: name a file of pairs, as in: dengar train match pairs.jsonl --posts posts.jsonl --cases cases.jsonl',
    )
  }
  const scores = scoresByKind(crossValidateMatch(rows, { folds }))
  printPairScores(scores)
  const model = rounded({
    name: values.name,
    madeAt: new Date().toISOString(),
    ...trainMatch(rows),
  })
  await store(values.out, { model, files, folds, scores })
  return 0
}

/** Three digits are more than the pairs can tell apart, and keep the file readable. */
const rounded = (model: CompareModel): CompareModel =>
  JSON.parse(
    JSON.stringify(model, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
    ),
  )

async function store(out: string, facts: MatchFacts): Promise<void> {
  await mkdir(path.dirname(out), { recursive: true })
  const card = path.join(path.dirname(out), `${path.parse(out).name}.md`)
  await write(out, `${JSON.stringify(facts.model, null, 2)}\n`)
  await write(card, matchCard(facts))
  say(`weights ${facts.model.name}: ${out}, their card: ${card}`)
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, content)
  await rename(draft, file)
}
