/** Imports a table of messages. Safe to repeat: what is already there is counted as known. */
import type { Database } from '../db/connect.ts'
import { markReceived, upsertPushSource } from './queries.ts'
import { savePosts } from './save-posts.ts'
import type { PostInput } from './source-kind.ts'
import { chooseMapping, type Mapping } from './sources/file-columns.ts'
import { toPost, type RowContext } from './sources/file-post.ts'
import type { RowProblem } from './sources/file-record.ts'
import { openTable, type Table } from './sources/file-table.ts'
import type { Progress } from './sources/file-text.ts'
import { file } from './sources/file.ts'

const BATCH_ROWS = 500
/** How many bad rows are named; all are counted. */
const NAMED_PROBLEMS = 20

export type Imported = {
  added: number
  known: number
  bad: number
  problems: RowProblem[]
  /** The line after which nothing could be read, or null when the whole file was. */
  cutAt: number | null
}

export type Rehearsed = {
  good: number
  bad: number
  problems: RowProblem[]
  posts: PostInput[]
  cutAt: number | null
}

export type ImportOptions = {
  region: { id: string; timezone: string }
  /** Of the source, shown to officers; the same name again continues the same source. */
  name: string
  channel: string
  now?: Date
  progress?: Progress
}

/** A file that is opened, with its columns understood; nothing is written yet. */
export type ImportPlan = { table: Table; mapping: Mapping }

/**
 * @param wishes "text=isi,at=tanggal": corrects the guesses
 * @throws FileError or a sentence about --map
 */
export async function planImport(
  path: string,
  { wishes = '', sheet = 1 }: { wishes?: string | undefined; sheet?: number | undefined } = {},
): Promise<ImportPlan> {
  const table = await openTable(path, sheet)
  return { table, mapping: chooseMapping(table.columns, wishes) }
}

/** Reads every row as an import would, and writes nothing. `posts` are the first of them. */
export async function rehearseImport(
  plan: ImportPlan,
  options: Omit<ImportOptions, 'name'>,
): Promise<Rehearsed> {
  const seen: Rehearsed = { good: 0, bad: 0, problems: [], posts: [], cutAt: null }
  const context = contextOf(plan, options, 0)
  for await (const row of plan.table.rows(options.progress)) {
    const post = 'problem' in row ? row.problem : toPost(row.cells, context)
    if ('isLast' in row) seen.cutAt = row.line
    if (typeof post === 'string') addProblem(seen, { line: row.line, problem: post })
    else if (++seen.good <= 3) seen.posts.push(post)
  }
  return seen
}

/** Imports the file in batches, each its own transaction: a stopped import is continued by repeating it. */
export async function importFile(
  db: Database,
  plan: ImportPlan,
  options: ImportOptions,
): Promise<Imported> {
  const { region, name, channel, now = new Date() } = options
  const owner = { regionId: region.id, kind: file.kind, name, channel }
  const source = { id: await upsertPushSource(db.sql, owner), regionId: region.id, kind: file.kind }
  const result: Imported = { added: 0, known: 0, bad: 0, problems: [], cutAt: null }
  const context = contextOf(plan, options, source.id)
  let batch: PostInput[] = []
  const flush = async () => {
    const posts = batch
    batch = []
    const saved = await db.sql.begin(async (tx) => {
      await markReceived(tx, source.id, now)
      return savePosts(tx, source, posts, now)
    })
    result.added += saved.added
    result.known += saved.known
    if (saved.added > 0) await db.bus.notify('posts', region.id)
  }
  for await (const row of plan.table.rows(options.progress)) {
    const post = 'problem' in row ? row.problem : toPost(row.cells, context)
    if ('isLast' in row) result.cutAt = row.line
    if (typeof post === 'string') addProblem(result, { line: row.line, problem: post })
    else if (batch.push(post) === BATCH_ROWS) await flush()
  }
  await flush()
  return result
}

const contextOf = (
  { mapping }: ImportPlan,
  { region, channel, now = new Date() }: Omit<ImportOptions, 'name'>,
  sourceId: number,
): RowContext => ({ mapping, sourceId, channel, timezone: region.timezone, now })

function addProblem(result: { bad: number; problems: RowProblem[] }, problem: RowProblem): void {
  result.bad++
  if (result.problems.length < NAMED_PROBLEMS) result.problems.push(problem)
}
