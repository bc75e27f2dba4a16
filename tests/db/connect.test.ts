import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freshDatabase, type Fresh } from '../helpers.ts'

let fresh: Fresh
before(async () => {
  fresh = await freshDatabase()
  await fresh.sql`create table things (id bigint generated always as identity primary key, the_name text)`
})
after(() => fresh.close())

test('bigint is a number, columns are camelCase, jsonb and dates keep their types', async () => {
  const [row] = await fresh.sql`
    select 0::bigint as how_many, ${fresh.sql.json({ a: [1] })}::jsonb as data,
           timestamptz '2026-11-22 08:00+08' as at, sha256('x') as hash`
  assert.equal(row?.['howMany'], 0)
  assert.deepEqual(row?.['data'], { a: [1] })
  assert.equal(row?.['at'].toISOString(), '2026-11-22T00:00:00.000Z')
  assert.ok(Buffer.isBuffer(row?.['hash']))
})

test('a failed transaction leaves nothing and the connection goes on', async () => {
  await assert.rejects(
    fresh.sql.begin(async (tx) => {
      await tx`insert into things (the_name) values ('lost')`
      await tx`select 1/0`
    }),
    /division by zero/,
  )
  const [row] = await fresh.sql`select count(*) from things`
  assert.equal(row?.['count'], 0)
})

test('a savepoint rolls back alone', async () => {
  await fresh.sql.begin(async (tx) => {
    await tx`insert into things (the_name) values ('kept')`
    await tx.savepoint((inner) => inner`insert into things (id) values (null)`).catch(() => {})
  })
  const rows = await fresh.sql`select the_name from things`
  assert.deepEqual(
    rows.map((row) => row['theName']),
    ['kept'],
  )
})

test('using the pool inside a transaction is a sentence, not a wait for ever', async () => {
  for (const misuse of [
    () => fresh.sql`select 1`,
    () => fresh.sql.begin(async () => {}),
    () => fresh.sql.unsafe('select 1'),
  ]) {
    await assert.rejects(
      fresh.sql.begin(async () => void (await misuse())),
      /pool was used inside a transaction/,
    )
  }
})

test('after a transaction, work that it started may use the pool again', async () => {
  let later: Promise<unknown> = Promise.resolve()
  await fresh.sql.begin(async (tx) => {
    await tx`select 1`
    later = new Promise((resolve) => setTimeout(resolve, 20)).then(() => fresh.sql`select 2 as two`)
  })
  assert.deepEqual(JSON.parse(JSON.stringify(await later)), [{ two: 2 }])
})

test('many queries at once each get their own answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) => fresh.sql<{ n: number }[]>`select ${n}::int as n`),
  )
  assert.deepEqual(
    answers.map((rows) => rows[0]!.n),
    Array.from({ length: 200 }, (_, n) => n),
  )
})

test('a text of three million characters comes back whole', async () => {
  const text = 'aduan '.repeat(500_000)
  const [row] = await fresh.sql<{ text: string }[]>`select ${text}::text as text`
  assert.equal(row?.text, text)
})

test('only one at a time runs alone under a name', async () => {
  let release = () => {}
  const first = fresh.db.alone('x', () => new Promise<void>((resolve) => (release = resolve)))
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await fresh.db.alone('x', async () => assert.fail('ran twice')), false)
  assert.equal(await fresh.db.alone('y', async () => {}), true)
  release()
  assert.equal(await first, true)
  assert.equal(await fresh.db.alone('x', async () => {}), true)
})

test('a message on the bus reaches who listens, and nobody after that', async () => {
  const heard: string[] = []
  const stop = await fresh.db.bus.listen('posts', (payload) => heard.push(payload))
  await fresh.db.bus.notify('posts', 'a')
  await new Promise((resolve) => setTimeout(resolve, 200))
  await stop()
  await fresh.db.bus.notify('posts', 'b')
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.deepEqual(heard, ['a'])
})

test(
  'a large statement in a transaction lets no query of others into it',
  { timeout: 60_000 },
  async () => {
    await fresh.sql`create table marks (n int primary key, text text)`
    const large = 'aduan '.repeat(20_000)
    const mark = (n: number) => fresh.sql`insert into marks values (${n}, '')`
    const others = Array.from({ length: 10 }, async (_, first) => {
      for (let n = 0; n < 20; n++) await mark(first * 20 + n)
    })
    const undone = Array.from({ length: 10 }, async (_, first) => {
      for (let n = 0; n < 4; n++) {
        const work = fresh.sql.begin(async (tx) => {
          await tx`insert into marks values (${-1 - first * 4 - n}, ${large})`
          await tx`select count(*) from marks`
          throw new Error('undo')
        })
        await assert.rejects(work, /undo/)
      }
    })
    await Promise.all([...others, ...undone])
    const [row] = await fresh.sql`select count(*) as kept, min(n) as least from marks`
    assert.deepEqual({ ...row }, { kept: 200, least: 0 })
  },
)
