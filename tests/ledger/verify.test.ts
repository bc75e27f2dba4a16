import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import type { Pool } from '../../src/db/connect.ts'
import { appendEvent } from '../../src/ledger/append.ts'
import { verifyLedger } from '../../src/ledger/verify.ts'
import type { Region } from '../../src/region/region.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'

let fresh: Fresh
let region: Region
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
})
beforeEach(() =>
  tamper(async (tx) => {
    await tx`truncate events`
    await tx`delete from ledger_heads`
  }),
)
after(() => fresh.close())

const append = (kind: string, data: Record<string, unknown> = {}) =>
  fresh.sql.begin((tx) => appendEvent(tx, { regionId: region.id, kind, data }))

async function appendFive(): Promise<number[]> {
  for (let n = 1; n <= 5; n++) await append(`thing.happened`, { n })
  return (await fresh.sql<{ id: number }[]>`select id from events order by id`).map(({ id }) => id)
}

/** What someone with full rights on the database could do. */
async function tamper(work: (tx: Parameters<Parameters<Pool['begin']>[1]>[0]) => Promise<unknown>) {
  await fresh.sql.begin(async (tx) => {
    await tx`alter table events disable trigger all`
    await work(tx)
    await tx`alter table events enable trigger all`
  })
}
const check = () => verifyLedger(fresh.sql, region.id)

test('an untouched history is whole, also when it is empty', async () => {
  assert.deepEqual(await check(), { rows: 0, brokenAt: null, head: '00'.repeat(32) })
  await appendFive()
  const { rows, brokenAt, head } = await check()
  assert.deepEqual([rows, brokenAt], [5, null])
  assert.match(head, /^[0-9a-f]{64}$/)
})

test('the database itself refuses to change or delete a row', async () => {
  await appendFive()
  await assert.rejects(fresh.sql`update events set kind = 'x'`, /append-only/)
  await assert.rejects(fresh.sql`delete from events`, /append-only/)
  await assert.rejects(fresh.sql`truncate events`, /append-only/)
})

test('a changed column of any row is found at that row', async () => {
  const ids = await appendFive()
  const changes: [string, (tx: Pool, id: number) => Promise<unknown>][] = [
    ['kind', (tx, id) => tx`update events set kind = 'thing.forgotten' where id = ${id}`],
    ['data', (tx, id) => tx`update events set data = '{"n": 99}' where id = ${id}`],
    ['at', (tx, id) => tx`update events set at = at + interval '1 microsecond' where id = ${id}`],
    ['hash', (tx, id) => tx`update events set hash = sha256('x') where id = ${id}`],
    ['prev_hash', (tx, id) => tx`update events set prev_hash = sha256('x') where id = ${id}`],
  ]
  for (const [column, change] of changes) {
    const undone = new Error('undo')
    for (const id of ids) {
      const seen = fresh.sql.begin(async (tx) => {
        await tx`alter table events disable trigger all`
        await change(tx as unknown as Pool, id)
        assert.equal((await verifyLedger(tx, region.id)).brokenAt, id, column)
        throw undone
      })
      await assert.rejects(seen, undone)
    }
  }
  assert.equal((await check()).brokenAt, null)
})

test('a deleted row is found, also when it was the last', async () => {
  const ids = await appendFive()
  await tamper((tx) => tx`delete from events where id = ${ids[4]!}`)
  assert.equal((await check()).brokenAt, ids[3])
  await tamper((tx) => tx`delete from events where id = ${ids[1]!}`)
  assert.equal((await check()).brokenAt, ids[2])
})

test('a history that was emptied is found, also when it goes on afterwards', async () => {
  await appendFive()
  await tamper((tx) => tx`delete from events`)
  assert.equal((await check()).brokenAt, 0)
  const ids = await appendFive()
  assert.equal((await check()).brokenAt, ids[0])
})

test('two rows that changed places are found', async () => {
  const ids = await appendFive()
  await tamper(
    (tx) => tx`
      update events a
         set kind = b.kind, data = b.data, at = b.at, prev_hash = b.prev_hash, hash = b.hash
        from events b
       where (a.id, b.id) in ((${ids[1]!}, ${ids[2]!}), (${ids[2]!}, ${ids[1]!}))`,
  )
  assert.equal((await check()).brokenAt, ids[1])
})

test('any data that JSON can say survives the database and verifies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), async (data) => {
      await append('thing.said', data)
      assert.equal((await check()).brokenAt, null, JSON.stringify(data))
    }),
    { numRuns: 40 },
  )
})

test('text that PostgreSQL cannot store is stored without the part that it cannot', async () => {
  await append('thing.said', { note: 'a\u0000b\ud800c' })
  const [row] = await fresh.sql<{ data: { note: string } }[]>`select data from events`
  assert.equal(row?.data.note, 'ab\ufffdc')
  assert.equal((await check()).brokenAt, null)
})

test('fifty at once form one chain, and a change that is rolled back leaves no line', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => append('thing.happened', { n })))
  const rolledBack = fresh.sql.begin(async (tx) => {
    await appendEvent(tx, { regionId: region.id, kind: 'thing.undone' })
    throw new Error('no')
  })
  await assert.rejects(rolledBack, /no/)
  const { rows, brokenAt } = await check()
  assert.deepEqual([rows, brokenAt], [50, null])
})

test('more rows than one batch are all read', async () => {
  await fresh.sql.begin(async (tx) => {
    for (let n = 0; n < 1005; n++)
      await appendEvent(tx, { regionId: region.id, kind: 'thing.happened' })
  })
  const { rows, brokenAt } = await check()
  assert.deepEqual([rows, brokenAt], [1005, null])
})
