/** Posts saved a second, beside what plain COPY into the same table does on the same database. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { savePosts } from '../src/collect/save-posts.ts'
import type { PostInput } from '../src/collect/source-kind.ts'
import type { Database } from '../src/db/connect.ts'
import { freshRegion, makeSource } from '../tests/helpers.ts'
import { onEachDatabase } from './databases.ts'
import { median, printTable, rounded } from './table.ts'

const POSTS = 20_000
const ROUNDS = 3

export const benchCollect = async (): Promise<void> => printTable(await onEachDatabase(measure))

async function measure(db: Database, name: string) {
  const region = await freshRegion(db.sql)
  const source = await makeSource(db.sql, { regionId: region.id })
  const saver = { id: source.id, regionId: region.id, kind: 'file' }
  const saves: number[] = []
  const again: number[] = []
  const copies: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const posts = makePosts(round)
    const save = () => db.sql.begin((tx) => savePosts(tx, saver, posts, new Date()))
    saves.push(POSTS / (await seconds(save)))
    again.push(POSTS / (await seconds(save)))
    // The embedded database has no COPY over its protocol.
    if (db.kind === 'embedded') continue
    copies.push(POSTS / (await seconds(() => copyPosts(db, source.id, region.id, posts))))
  }
  const [collect, known, copy] = [median(saves), median(again), median(copies)]
  return {
    database: name,
    'collect rows/s': rounded(collect),
    'known again rows/s': rounded(known),
    'plain COPY rows/s': db.kind === 'embedded' ? '-' : rounded(copy),
    'collect / COPY': db.kind === 'embedded' ? '-' : rounded(collect / copy, 2),
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function makePosts(round: number): PostInput[] {
  return Array.from({ length: POSTS }, (_, n) => ({
    nativeId: `bench-${round}-${n}`,
    canonicalUrl: `https://kabar.example/${round}/${n}`,
    parentNativeId: null,
    threadRootId: null,
    kind: 'post',
    channel: 'x',
    author: { nativeId: null, handle: `warga${n % 500}`, name: null },
    title: null,
    text: `Air tidak mengalir di lorong ${n} sejak ${n % 24} jam lalu, tolong dicek petugas ya min, terima kasih`,
    lang: 'id',
    place: null,
    media: [],
    metrics: {},
    createdAt: new Date(Date.now() - n * 1000),
    editedAt: null,
  }))
}

/** The floor: the same values into the same table, with no check for what is known already. */
async function copyPosts(
  db: Database,
  sourceId: number,
  regionId: string,
  posts: PostInput[],
): Promise<void> {
  const stream = await db.sql`
    copy posts (region_id, source_id, source_kind, native_id, canonical_url, kind, channel, raw_hash,
                author_handle, text, lang, created_at) from stdin`.writable()
  const lines = posts.map((post) =>
    [
      regionId,
      sourceId,
      'copy',
      post.nativeId,
      post.canonicalUrl,
      post.kind,
      post.channel,
      `\\\\x${createHash('sha256').update(post.text).digest('hex')}`,
      post.author.handle,
      post.text,
      post.lang,
      post.createdAt.toISOString(),
    ].join('\t'),
  )
  stream.end(`${lines.join('\n')}\n`)
  await once(stream, 'close')
}
