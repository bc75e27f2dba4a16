import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lookUp } from '../../src/group/look-up.ts'
import { toMessage } from '../../src/group/message.ts'
import { vectorText } from '../../src/group/embed.ts'
import { tuneSearch } from '../../src/group/queries-known.ts'
import { nearestInKelurahan } from '../../src/group/queries-found.ts'
import { currentEmbedders } from '../../src/group/queries-refill.ts'
import { claimReadPosts } from '../../src/group/queries.ts'
import type { Sql } from '../../src/db/connect.ts'
import { MOST_IN_KELURAHAN } from '../../src/group/reach.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { LAMP, startTelling, type Told } from './telling.ts'

const DAY_MS = 86_400_000
const KORUMBA = /Korumba/

let fresh: Fresh
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())

const lane = (n: number, kelurahan: string): string =>
  `Lampu jalan di lorong ${n} Kelurahan ${kelurahan} mati, tolong diganti segera`

/** Twenty lanes of two kelurahan that all tell of a lamp, and one more telling that nobody has grouped yet. */
async function manyLamps() {
  const told = await startTelling(fresh)
  for (let n = 1; n <= 20; n += 1) await told.post(lane(n, n % 2 === 0 ? 'Korumba' : 'Lepo-lepo'))
  await told.handle()
  await told.post(LAMP)
  await told.read()
  return fresh.sql.begin(async (tx) => {
    const { search, asked } = await nextOf(tx, told)
    const { at, kelurahanCode } = asked.of
    const since = new Date(at.getTime() - DAY_MS)
    const until = new Date(at.getTime() + DAY_MS)
    const asking = { ...asked, asker: 0, since, until, kelurahanCode: kelurahanCode! }
    return {
      told,
      found: await nearestInKelurahan(tx, search, [asking]),
      earlier: await nearestInKelurahan(tx, search, [
        { ...asking, until: new Date(since.getTime() + 1000) },
      ]),
      whole: await lookUp(search, [asked]),
    }
  })
}

/** The one that waits, as it is looked up. */
async function nextOf(tx: Sql, { region }: Told) {
  await tuneSearch(tx)
  const [waiting] = await claimReadPosts(tx, region.id, 1)
  const { active } = await currentEmbedders(tx)
  const message = toMessage(waiting!)
  return {
    search: { tx, regionId: region.id, casePrefix: region.casePrefix, embedderId: active.id },
    asked: { ...message, vector: vectorText(message.made.vector) },
  }
}

test('what was told of the same kelurahan is found without the index of vectors', async () => {
  const { told, found, earlier, whole } = await manyLamps()
  const texts = await fresh.sql<{ id: number; text: string }[]>`
    select v.id, p.text from voices v join posts p on p.id = v.post_id
     where p.region_id = ${told.region.id}`
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  assert.equal(found.length, MOST_IN_KELURAHAN)
  for (const { voiceId } of found) assert.match(textOf.get(voiceId)!, KORUMBA)
  assert.equal(earlier.length, 0, 'out of its time nothing is found')
  const alike = new Set(whole.ways.alike.get(0))
  for (const { voiceId } of found) assert.ok(alike.has(voiceId), 'the whole look-up has it, too')
})

test('behind a crowd of what was dismissed in the same kelurahan, what stands elsewhere is found', async () => {
  const told = await startTelling(fresh)
  for (let n = 1; n <= 30; n += 1) await told.post(lane(n, 'Korumba'))
  await told.handle()
  for (const { id } of await told.candidates()) await told.dismiss(id)
  await told.post(lane(31, 'Lepo-lepo'))
  await told.handle()
  await told.post(lane(32, 'Korumba'))
  await told.read()
  const { ways, known } = await fresh.sql.begin(async (tx) => {
    const { search, asked } = await nextOf(tx, told)
    assert.notEqual(asked.of.kelurahanCode, null)
    return lookUp(search, [asked])
  })
  const standing = ways.alike.get(0)!.filter((id) => known.has(id))
  const elsewhere = (await told.candidates()).at(-1)!
  assert.equal(elsewhere.status, 'waiting')
  assert.deepEqual(
    standing.map((id) => known.get(id)!.candidateId),
    [elsewhere.id],
  )
})

test('the index of vectors of every half-year looks at a hundred neighbours when one is put in', async () => {
  const rows = await fresh.sql<{ name: string; options: string[] | null }[]>`
    select i.relname as name, i.reloptions as options
      from pg_inherits h join pg_class i on i.oid = h.inhrelid
     where h.inhparent = 'fingerprints_nearest'::regclass`
  assert.ok(rows.length > 10, String(rows.length))
  for (const { name, options } of rows) assert.deepEqual(options, ['ef_construction=100'], name)
})
