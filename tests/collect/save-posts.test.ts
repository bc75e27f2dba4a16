import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { cleanText } from '../../src/collect/clean-text.ts'
import { savePosts } from '../../src/collect/save-posts.ts'
import type { PostInput } from '../../src/collect/source-kind.ts'
import { freshDatabase, freshRegion, makeSource, type Fresh } from '../helpers.ts'

let fresh: Fresh
let source: { id: number; regionId: string; kind: string }
const fetchedAt = new Date('2026-11-22T08:00:00Z')

before(async () => {
  fresh = await freshDatabase()
  const region = await freshRegion(fresh.sql)
  const { id } = await makeSource(fresh.sql, { regionId: region.id, kind: 'feed' })
  source = { id, regionId: region.id, kind: 'feed' }
})
after(() => fresh.close())

const post = (nativeId: string, wishes: Partial<PostInput> = {}): PostInput => ({
  nativeId,
  canonicalUrl: null,
  parentNativeId: null,
  threadRootId: null,
  kind: 'post',
  channel: 'x',
  author: { nativeId: null, handle: null, name: null },
  title: null,
  text: 'Lampu jalan mati',
  lang: null,
  place: null,
  media: [],
  metrics: {},
  createdAt: new Date('2026-11-22T07:00:00Z'),
  editedAt: null,
  ...wishes,
})
const save = (posts: PostInput[]) =>
  fresh.sql.begin((tx) => savePosts(tx, source, posts, fetchedAt))
async function read(nativeId: string) {
  const [row] = await fresh.sql`
    select native_id, canonical_url, title, text, raw_hash, place, media, metrics, created_at, edited_at,
           fetched_at, author_name
      from posts where native_id = ${nativeId}`
  return row!
}

test('a post is saved with every column', async () => {
  const place = { name: 'Mandonga', lat: -3.97, lon: 122.5, origin: 'platform-tag' as const }
  const media = [{ type: 'image', url: 'https://a.id/1.jpg', alt: 'jalan' }]
  const given = post('full', {
    canonicalUrl: 'https://a.id/1',
    title: 'Judul',
    place,
    media,
    metrics: { likes: 3 },
    author: { nativeId: '1', handle: 'warga', name: 'Wa Ode' },
  })
  assert.deepEqual(await save([given]), { added: 1, known: 0 })
  const row = await read('full')
  assert.deepEqual([row['place'], row['media'], row['metrics']], [place, media, { likes: 3 }])
  assert.equal(row['authorName'], 'Wa Ode')
  assert.deepEqual(row['createdAt'], given.createdAt)
  assert.deepEqual(row['fetchedAt'], fetchedAt)
  const hash = createHash('sha256').update('Judul\nLampu jalan mati').digest('hex')
  assert.equal(Buffer.from(row['rawHash'] as Uint8Array).toString('hex'), hash)
})

test('the same post again, or twice at once, is known; the first text stays', async () => {
  assert.deepEqual(await save([post('same'), post('same')]), { added: 1, known: 1 })
  assert.deepEqual(await save([post('same', { text: 'diubah' })]), { added: 0, known: 1 })
  assert.equal((await read('same'))['text'], 'Lampu jalan mati')
  assert.deepEqual(await save([]), { added: 0, known: 0 })
})

test('more posts than fit a batch are all saved', async () => {
  const many = Array.from({ length: 1_203 }, (_, index) => post(`many-${index}`))
  assert.deepEqual(await save(many), { added: 1_203, known: 0 })
})

test('the future and the impossible are clamped to the time of fetching', async () => {
  await save([
    post('future', { createdAt: new Date('2027-01-01'), editedAt: new Date('2030-01-01') }),
    post('never', { createdAt: new Date(Number.NaN) }),
    post('stone-age', { createdAt: new Date('0001-01-01') }),
  ])
  for (const id of ['future', 'never', 'stone-age']) {
    assert.deepEqual((await read(id))['createdAt'], fetchedAt, id)
  }
  assert.deepEqual((await read('future'))['editedAt'], fetchedAt)
})

test('what PostgreSQL cannot store is removed, in every column', async () => {
  const dirty = 'a\u0000b\ud800c\udc00d😀'
  await save([
    post('dirty', {
      title: dirty,
      text: dirty,
      author: { nativeId: dirty, handle: dirty, name: dirty },
      media: [{ type: dirty, url: `https://a.id/${dirty}` }],
      place: { name: dirty, origin: 'text' },
      metrics: { [dirty]: 3 },
    }),
  ])
  const row = await read('dirty')
  assert.deepEqual(row['metrics'], { 'abcd😀': 3 })
  assert.equal(row['text'], 'abcd😀')
  assert.equal(row['title'], 'abcd😀')
  assert.equal(row['place'].name, 'abcd😀')
})

test('texts are cut at 100,000 characters without splitting one', async () => {
  await save([post('long', { text: `${'a'.repeat(99_999)}😀${'b'.repeat(500)}` })])
  assert.equal((await read('long'))['text'].length, 99_999)
})

test('ids and addresses too long for an index are kept as hash, or not at all', async () => {
  const long = `https://a.id/${'x'.repeat(5_000)}`
  assert.deepEqual(await save([post(long, { canonicalUrl: long })]), { added: 1, known: 0 })
  assert.deepEqual(await save([post(long)]), { added: 0, known: 1 })
  const hash = createHash('sha256').update(long).digest('hex')
  assert.equal((await read(`sha256:${hash}`))['canonicalUrl'], null)
})

test('any text whatever can be saved and is found again', async () => {
  const unit = fc.string({ unit: 'binary', maxLength: 60 })
  const noise = fc.sample(
    fc.tuple(
      unit,
      fc.string({ unit: fc.constantFrom('\ud800', '\udc00', '\0', 'a', '\\', '"', '{', ',') }),
    ),
    200,
  )
  const posts = noise.map(([one, other], index) =>
    post(`noise-${index}`, {
      text: one + other,
      title: other,
      author: { nativeId: one, handle: other, name: one },
    }),
  )
  assert.equal((await save(posts)).added, 200)
  for (const [index, { text }] of posts.entries()) {
    assert.equal((await read(`noise-${index}`))['text'], cleanText(text, 100_000))
  }
})
