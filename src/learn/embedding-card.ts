/** What stands beside the word vectors: what they learned from, how they do, where they fail. */
import path from 'node:path'
import type { WordVectors } from '../group/embed-file.ts'
import { FEWEST_TEXTS } from './train-vectors.ts'
import type { Retrieval, Spread } from './embedding-scores.ts'

/** The figures of one vector function. */
export type VectorScores = {
  /** Letters that tell of one problem, each searched among all letters. */
  letters: Retrieval | null
  /** Pairs of letters judged by the cosine alone. */
  cosine: number | null
  /** Posts of one group, each searched among all posts. */
  posts: Retrieval | null
  spread: Spread | null
  speed: number
}

export type VectorFacts = {
  vectors: WordVectors
  bytes: number
  files: readonly { file: string; form: string; texts: number }[]
  heldOut: number
  before: VectorScores
  now: VectorScores
}

/** The card as Markdown. It names files without their folders, and quotes no text. */
export function vectorCard({ vectors, bytes, files, heldOut, before, now }: VectorFacts): string {
  const { name, madeAt, rows } = vectors
  const size = (bytes / 1e6).toFixed(1)
  const parts = [
    `# Word vectors ${name}`,
    `Trained ${madeAt.slice(0, 10)} by \`dengar train vectors\`; ${size} MB, ${rows.size} words. They make a ` +
      'text into 256 numbers, so that texts of one problem lie near each other. The file holds numbers ' +
      `under hashes of words that stood in ${FEWEST_TEXTS} texts or more, and no words: nobody’s text can ` +
      'be read out of it.',
    '## Data',
    table(
      ['file', 'kind', 'texts'],
      files.map((each) => [path.basename(each.file), each.form, each.texts]),
    ),
    `No labels are used. ${heldOut} texts of the pairs that measure it were left out.`,
    '## How it does',
    'Beside it the function before it: hashed words and letters. Searches are exact and find the text among ' +
      'all others of its kind, without place, time or category.',
    table(['what', 'hashed words', name], scoreRows(before, now)),
    '## Known failures',
    FAILURES,
    '## Train it again',
    '    npm run -s dengar -- train vectors FOLDER... --pairs pairs.jsonl',
    'The written posts of `src/read/corpus` are always part of it. Vectors of another training cannot be ' +
      'compared with those that are stored: give it another name (--name, and EMBEDDER in ' +
      '`src/group/embed.ts`), and the service makes all of them again.',
  ]
  return `${parts.join('\n\n')}\n`
}

const FAILURES = `- Two texts of one street about two problems lie nearly as near as two of one problem in two streets: the
  cosine finds what to compare, it does not decide.
- A street and one general word of fault may lie nearer to another fault of that street than to a longer
  telling of their own.
- Of numbers it sees only those that it is given as words.
- It does not see order or denial: "not yet repaired" and "repaired" are the same words.
- Words are learned from letters to the city of Surabaya and from posts of Java for the most part; words
  of Kendari that stand in no training text are known by their letters only.
- Rare synonyms that never stand near the same words are strangers to each other.`

/** What was measured, and its figure for each of the two functions. */
export function scoreRows(
  before: VectorScores,
  now: VectorScores,
): [what: string, before: string, now: string][] {
  type Row = [what: string, before: string, now: string]
  const row = (what: string, tell: (scores: VectorScores) => string | null): Row[] => {
    const [old, own] = [tell(before), tell(now)]
    return old === null || own === null ? [] : [[what, old, own]]
  }
  const share = (value: number | undefined): string | null => value?.toFixed(3) ?? null
  const { letters, posts } = now
  return [
    ...row(
      `letter of the same problem among the 10 nearest (${letters?.queries} searches)`,
      (each) => share(each.letters?.at10),
    ),
    ...row('among the 40 nearest', (each) => share(each.letters?.at40)),
    ...row('pairs by cosine alone, average precision', (each) => share(each.cosine ?? undefined)),
    ...row(`posts of the same group among the 10 nearest (${posts?.queries} searches)`, (each) =>
      share(each.posts?.at10),
    ),
    ...row('among the 40 nearest', (each) => share(each.posts?.at40)),
    ...row('most often among the 10 nearest of others, one letter', (each) =>
      each.spread ? String(each.spread.busiest) : null,
    ),
    ...row('length of the mean of all letters', (each) => share(each.spread?.leaning)),
    ...row('texts a second on one core', (each) => String(Math.round(each.speed / 100) * 100)),
  ]
}

function table(head: string[], rows: (string | number)[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}
