import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DomainError } from '../../src/errors.ts'
import type { Acting } from '../../src/people/officer.ts'
import { championReader, withWatchWords } from '../../src/read/champion.ts'
import {
  addWatchWord,
  changeWatchWord,
  removeWatchWord,
} from '../../src/read/change-watch-words.ts'
import { readWaiting } from '../../src/read/job.ts'
import { listWatchWords } from '../../src/read/list-watch-words.ts'
import { makeReader, makeWatchingReader } from '../../src/read/read.ts'
import type { Region } from '../../src/region/region.ts'
import { watchedNow } from '../../src/region/watch-words.ts'
import { freshDatabase, freshRegion, makePost, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer } from '../makers.ts'

let fresh: Fresh
let region: Region
let admin: Acting
let sourceId: number
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  admin = await asOfficer(fresh.sql, region, 'admin', { name: 'Sari' })
  sourceId = (await makeSource(fresh.sql, { regionId: region.id })).id
})
after(() => fresh.close())

/** No list of the program knows these words. */
const WORD = 'pringkil zumbalaka'
const TEXT = 'Pak tolong pringkil zumbalaka di sini parah sekali'

const make = (text: string, createdAt?: Date) =>
  makePost(fresh.sql, { regionId: region.id, sourceId, text, ...(createdAt ? { createdAt } : {}) })

/** Reads one new post as the job does. @returns its category */
async function categoryOfNext(of: Region = region): Promise<string | null> {
  const { id } = await make(TEXT)
  await readWaiting(fresh.db, of, { limit: 100 })
  const [row] = await fresh.sql<{ category: string | null }[]>`
    select r.category from posts p join readings r on r.id = p.reading_id where p.id = ${id}`
  return row!.category
}
const listed = async (word: string) =>
  (await listWatchWords(fresh.sql, admin)).items.find((each) => each.word === word)
const refused = (status: number) => (error: unknown) =>
  error instanceof DomainError && error.status === status

test('a word that is added counts from the next batch on, in every process, and so does its change', async () => {
  // What is loaded twice stands for two processes: each keeps a reader of its own.
  const other = await freshRegion(fresh.sql)
  const before = await categoryOfNext()
  assert.notEqual(before, 'jalan')
  assert.equal(await categoryOfNext(other), before)

  await addWatchWord(fresh.sql, admin, { word: ' Pringkil  ZUMBALAKA ', category: 'jalan' })
  assert.equal(await categoryOfNext(), 'jalan')
  assert.equal(await categoryOfNext(other), 'jalan')

  await changeWatchWord(fresh.sql, admin, { word: WORD, category: 'telekomunikasi' })
  assert.equal(await categoryOfNext(other), 'telekomunikasi')
  await changeWatchWord(fresh.sql, admin, { word: WORD, off: true })
  assert.equal(await categoryOfNext(), before)
  await changeWatchWord(fresh.sql, admin, { word: WORD, off: false })
  assert.equal(await categoryOfNext(), 'telekomunikasi')

  await removeWatchWord(fresh.sql, admin, { id: (await listed(WORD))!.id! })
  assert.equal(await categoryOfNext(), before)
  assert.equal(await categoryOfNext(other), before)
})

test('a word of the pack is switched off, and stands in the database only while it is changed', async () => {
  const [first] = region.watchWords
  await changeWatchWord(fresh.sql, admin, { word: first!.word, off: true })
  const now = async () =>
    (await withWatchWords(fresh.sql, region)).watchWords.map(({ word }) => word)
  assert.ok(!(await now()).includes(first!.word))
  const row = await listed(first!.word)
  assert.deepEqual([row?.off, row?.isFromPack, row?.changedBy?.name], [true, true, 'Sari'])

  await changeWatchWord(fresh.sql, admin, { word: first!.word, off: false })
  assert.ok((await now()).includes(first!.word))
  assert.equal((await fresh.sql`select 1 from watch_words`).length, 0)
})

test('a reader whose words change reads as one that is built with them, and back', () => {
  const message = { text: TEXT }
  const words = [
    ...region.watchWords,
    { word: WORD, category: 'telekomunikasi' as const, note: '' },
  ]
  const reader = makeWatchingReader(region)
  const without = reader.read(message)
  reader.watch(words)
  assert.deepEqual(reader.read(message), makeReader({ ...region, watchWords: words })(message))
  reader.watch(region.watchWords)
  assert.deepEqual(reader.read(message), without)
})

test('only those who manage sources change words; who sees sources sees them', async () => {
  const analyst = await asOfficer(fresh.sql, region, 'analyst')
  const agency = await asOfficer(fresh.sql, region, 'agency', { agencyCode: 'DPU' })
  await assert.rejects(
    addWatchWord(fresh.sql, analyst, { word: 'a b', category: null }),
    refused(403),
  )
  await assert.rejects(changeWatchWord(fresh.sql, analyst, { word: 'x', off: true }), refused(403))
  await assert.rejects(removeWatchWord(fresh.sql, analyst, { id: 1 }), refused(403))
  assert.ok((await listWatchWords(fresh.sql, analyst)).items.length >= region.watchWords.length)
  await assert.rejects(listWatchWords(fresh.sql, agency), refused(403))
})

test('what says nothing, is too long or is watched for already is refused with a sentence', async () => {
  const add = (word: string) => addWatchWord(fresh.sql, admin, { word, category: 'jalan' })
  for (const word of ['!!!', '\u0000', '🙂', 'a', '_ _', 'satu dua tiga empat lima enam tujuh']) {
    await assert.rejects(add(word), refused(422), word)
  }
  await assert.rejects(add(`panjang${'x'.repeat(90)}`), refused(422))
  // The same words, otherwise written.
  await assert.rejects(add('jln RUSAK'), /“jalan rusak” sudah dipantau/)
  await assert.rejects(
    changeWatchWord(fresh.sql, admin, { word: 'tidak ada', off: true }),
    refused(404),
  )
  await assert.rejects(
    changeWatchWord(fresh.sql, admin, { word: 'jalan rusak', category: null }),
    refused(422),
  )
})

test('a word of the pack cannot be removed, and the sentence says what to do', async () => {
  await changeWatchWord(fresh.sql, admin, { word: 'pungli', off: true })
  const row = await listed('pungli')
  await assert.rejects(removeWatchWord(fresh.sql, admin, { id: row!.id! }), /Matikan saja/)
  await changeWatchWord(fresh.sql, admin, { word: 'pungli', off: false })
})

test('each change is in the history, with what it was before', async () => {
  await fresh.sql`delete from watch_words`
  await addWatchWord(fresh.sql, admin, { word: 'tiang miring', category: null })
  await changeWatchWord(fresh.sql, admin, { word: 'tiang miring', category: 'listrik' })
  // Saying it twice changes nothing, and is nothing to remember.
  await changeWatchWord(fresh.sql, admin, { word: 'tiang miring', category: 'listrik' })
  await removeWatchWord(fresh.sql, admin, { id: (await listed('tiang miring'))!.id! })
  const events = await fresh.sql<{ kind: string; data: object }[]>`
    select kind, data from events where kind like 'watch_word.%' order by id desc limit 3`
  assert.deepEqual(events.map(({ kind, data }) => ({ kind, data })).toReversed(), [
    { kind: 'watch_word.added', data: { word: 'tiang miring', category: null, off: false } },
    { kind: 'watch_word.changed', data: { word: 'tiang miring', category: [null, 'listrik'] } },
    { kind: 'watch_word.removed', data: { word: 'tiang miring', category: 'listrik', off: false } },
  ])
})

test('two who add the same word at once leave it once', async () => {
  const add = () => addWatchWord(fresh.sql, admin, { word: 'kabel menjuntai', category: 'listrik' })
  const ends = await Promise.allSettled([add(), add(), add()])
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('words are counted by the rule by which they are found, once a message, newest time kept', async () => {
  const other = { ...admin, region: { ...region } }
  await addWatchWord(fresh.sql, admin, { word: 'halte bocor', category: null })
  const day = 24 * 3_600_000
  const newest = new Date(Date.now() - day)
  await make('Halte bocor lagi, haltenya bocor! HALTE BOCOR', newest)
  await make('hujan, halte bocor', new Date(Date.now() - 2 * day))
  await make('halte bocor', new Date(Date.now() - 60 * day))
  const { items, messages, since } = await listWatchWords(fresh.sql, other)
  const { heard } = items.find(({ word }) => word === 'halte bocor')!
  assert.deepEqual(heard, { count: 2, lastAt: newest })
  assert.ok(messages >= 2 && since! <= newest)
  assert.equal(items.find(({ word }) => word === 'pungli')!.heard.count, 0)
})

test('an own word without a category is only counted: the reader does not know it', () => {
  const own = (word: string, category: 'jalan' | null, off = false) => ({ word, category, off })
  const pack = [{ word: 'Jalan rusak', category: 'jalan' as const, note: '' }]
  assert.deepEqual(
    watchedNow(pack, [own('x', null), own('y', 'jalan'), own('z', 'jalan', true)]).map(
      ({ word }) => word,
    ),
    ['Jalan rusak', 'y'],
  )
  assert.deepEqual(watchedNow(pack, [own('jalan rusak', null, true)]), [])
})

test('the choice of the reader is one question, and a reader is built once', async () => {
  const first = await championReader(fresh.sql, region, () => {})
  const again = await championReader(fresh.sql, region, () => {})
  assert.equal(first, again)
})
