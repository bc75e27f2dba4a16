/** `dengar train vectors`: texts in, the word vectors of the built-in embedder and their card out. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../config.ts'
import { encodeVectors, type WordVectors } from '../group/embed-file.ts'
import { embedHashed } from '../group/embed-hashed.ts'
import { makeEmbed } from '../group/embed-words.ts'
import { cosine, EMBEDDER, SHIPPED_VECTORS } from '../group/embed.ts'
import { fingerprint } from '../group/fingerprint.ts'
import { scoreRows, vectorCard, type VectorScores } from '../learn/embedding-card.ts'
import { embedSpeed, scoreCosine, scoreRetrieval, scoreSpread } from '../learn/embedding-scores.ts'
import { textKey } from '../learn/text-key.ts'
import { trainVectors } from '../learn/train-vectors.ts'
import { parseLine, textOf } from './json-lines.ts'
import { CORPUS, readLabels, say } from './label-files.ts'
import { readPairs } from './match-files.ts'
import { tableOf } from './table.ts'

const OPTIONS = {
  pairs: { type: 'string', multiple: true, default: [] as string[] },
  posts: { type: 'string', default: path.join(ROOT, 'src/group/corpus') },
  out: { type: 'string', default: SHIPPED_VECTORS },
  name: { type: 'string', default: EMBEDDER },
} as const

type Stream = readonly string[]
type Embed = (stream: Stream) => Float32Array
/** What the vectors are measured on. */
type Tests = {
  letters: Stream[]
  /** By places in `letters`. */
  pairs: { a: number; b: number; same: boolean }[]
  posts: { stream: Stream; group: string }[]
}

/** Trains, measures on pairs that were left out and on grouped posts, and writes vectors and card. */
export async function trainVectorsCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const { out, name } = values
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) {
    throw new Error(`train vectors: --name: "${name}" is not a name such as "bawaan-1"`)
  }
  const pairs = await readPairs(values.pairs)
  const held = new Set(pairs.flatMap(({ a, b }) => [textKey(a.text), textKey(b.text)]))
  const files = await readLabels([...positionals, CORPUS])
  const streams: Stream[] = []
  const letters = new Map<string, Stream>()
  for (const { form, examples } of files) {
    for (const { text, title } of examples) {
      const key = textKey(text)
      const stream = streamOf(title === undefined ? text : `${title}. ${text}`)
      if (form === 'letters') letters.set(key, stream)
      if (!held.has(key)) streams.push(stream)
    }
  }
  const vectors = trainVectors(streams, { name, madeAt: new Date().toISOString() })
  const tests = { ...placePairs(pairs, letters), posts: await readPosts(values.posts) }
  const before = measure(embedHashed, tests)
  const now = measure(makeEmbed(vectors), tests)
  const facts = {
    heldOut: held.size,
    files: files.map(({ file, form, examples }) => ({ file, form, texts: examples.length })),
  }
  await store(out, vectors, { ...facts, before, now })
  const rows = scoreRows(before, now)
  console.log(tableOf(rows.map(([what, old, own]) => ({ what, 'hashed words': old, [name]: own }))))
  return 0
}

const streamOf = (text: string): Stream => fingerprint(text).stream

/** The pairs by the places of their texts among all letters; texts that are no letter yet come last. */
function placePairs(
  pairs: Awaited<ReturnType<typeof readPairs>>,
  letters: Map<string, Stream>,
): Pick<Tests, 'letters' | 'pairs'> {
  for (const { a, b } of pairs)
    for (const { text } of [a, b]) letters.set(textKey(text), streamOf(text))
  const places = new Map([...letters.keys()].map((key, n) => [key, n]))
  const place = (text: string): number => places.get(textKey(text))!
  return {
    letters: [...letters.values()],
    pairs: pairs.map(({ a, b, same }) => ({ a: place(a.text), b: place(b.text), same })),
  }
}

/** Grouped posts of the files that end in -posts.jsonl; a post without a group is one that no other belongs to. */
async function readPosts(folder: string): Promise<Tests['posts']> {
  const names = (await readdir(folder).catch(() => [])).filter((name) =>
    name.endsWith('-posts.jsonl'),
  )
  if (names.length === 0)
    say(`train vectors: ${folder} holds no grouped posts; they are not measured`)
  const posts: Tests['posts'] = []
  for (const name of names.sort()) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n')
    for (const [n, text] of lines.entries()) {
      if (text.trim() === '') continue
      const line = parseLine(text)
      const group = typeof line['group'] === 'string' ? line['group'] : `${name}:${n}`
      posts.push({ stream: streamOf(textOf(line, 'text')), group })
    }
  }
  return posts
}

function measure(embed: Embed, { letters, pairs, posts }: Tests): VectorScores {
  const ofLetters = letters.map(embed)
  const ofPosts = posts.map(({ stream }) => embed(stream))
  const same = pairs.filter((pair) => pair.same)
  const groups = Map.groupBy(posts.keys(), (n) => posts[n]!.group)
  const queries = [...groups.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => group.map((of) => ({ of, wanted: new Set(group.filter((n) => n !== of)) })))
  const pairQueries = same.flatMap(({ a, b }) => [
    { of: a, wanted: new Set([b]) },
    { of: b, wanted: new Set([a]) },
  ])
  return {
    letters: same.length > 0 ? scoreRetrieval(ofLetters, pairQueries) : null,
    cosine:
      same.length > 0
        ? scoreCosine(
            pairs.map((pair) => ({
              cosine: cosine(ofLetters[pair.a]!, ofLetters[pair.b]!),
              same: pair.same,
            })),
          )
        : null,
    posts: queries.length > 0 ? scoreRetrieval(ofPosts, queries) : null,
    spread: letters.length > 0 ? scoreSpread(ofLetters) : null,
    speed: embedSpeed(embed, letters.length > 0 ? letters : posts.map(({ stream }) => stream)),
  }
}

async function store(
  out: string,
  vectors: WordVectors,
  facts: Omit<Parameters<typeof vectorCard>[0], 'vectors' | 'bytes'>,
): Promise<void> {
  const bytes = encodeVectors(vectors)
  await mkdir(path.dirname(out), { recursive: true })
  const card = path.join(path.dirname(out), `${path.parse(out).name}.md`)
  await write(out, bytes)
  await write(card, vectorCard({ ...facts, vectors, bytes: bytes.length }))
  say(`word vectors ${vectors.name}: ${out}, their card: ${card}`)
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const draft = `${file}.${process.pid}`
  await writeFile(draft, content)
  await rename(draft, file)
}
