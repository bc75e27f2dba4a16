/** A change of the vector function, while the service goes on. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Pool } from '../../src/db/connect.ts'
import { vectorText } from '../../src/group/embed.ts'
import { builtIn, embedderNamed, openEmbedder, type Embedder } from '../../src/group/embedder.ts'
import {
  currentEmbedders,
  ensureEmbedder,
  holdEmbedders,
  insertFilled,
} from '../../src/group/queries-refill.ts'
import { refillFingerprints, type RefillOptions } from '../../src/group/refill.ts'
import { toldText } from '../../src/group/told-text.ts'
import { makeLog } from '../../src/log.ts'
import type { Region } from '../../src/region/region.ts'
import { runJob } from '../../workers/run-job.ts'
import { refill } from '../../workers/refill.ts'
import type { JobContext } from '../../workers/job.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { makeCandidate } from '../makers.ts'

/** By the migration. */
const OLD = 'hashed-1'
const NEW = builtIn.name

let fresh: Fresh
let region: Region
beforeEach(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
})
afterEach(() => fresh.close())

const voice = async (text: string) => (await makeCandidate(fresh.sql, region, { text })).voiceId
const voices = async (count: number) => {
  const made: number[] = []
  for (let n = 0; n < count; n += 1) made.push(await voice(`Lampu jalan mati di Lorong Uji ${n}`))
  return made
}

const STEP: RefillOptions = { limit: 100, mostMs: 10_000 }
const step = (wish: Partial<RefillOptions> = {}, db: Database = fresh.db) =>
  refillFingerprints(db, { ...STEP, ...wish })

/** Steps until nothing is left. @returns what they did together */
async function fillAll(wish: Partial<RefillOptions> = {}) {
  const sum = { filled: 0, deleted: 0, activated: [] as string[] }
  for (;;) {
    const { filled, deleted, activated, next } = await step(wish)
    sum.filled += filled
    sum.deleted += deleted
    if (activated !== null) sum.activated.push(activated)
    if (next !== 'more') return sum
  }
}

/** The voices that each function has a vector of. */
async function vectors(): Promise<Record<string, number[]>> {
  const rows = await fresh.sql<{ name: string; voices: number[] }[]>`
    select e.name, array_agg(g.voice_id order by g.voice_id) as voices
      from fingerprints g join embedders e on e.id = g.embedder_id group by e.name`
  return Object.fromEntries(rows.map((row) => [row.name, row.voices.map(Number)]))
}

async function statuses(): Promise<Record<string, string>> {
  const rows = await fresh.sql<
    { name: string; status: string }[]
  >`select name, status from embedders`
  return Object.fromEntries(rows.map(({ name, status }) => [name, status]))
}

test('voices that lack a vector by the active function get one, and only once', async () => {
  const made = await voices(5)
  assert.deepEqual(await fillAll(), { filled: 5, deleted: 0, activated: [] })
  assert.deepEqual(await vectors(), { [OLD]: made })
  const late = await voice('Sampah menumpuk di depan pasar')
  assert.equal((await fillAll()).filled, 1, 'told of later, by somebody without the function')
  assert.deepEqual(await vectors(), { [OLD]: [...made, late] })
  const [row] = await fresh.sql<{ regionId: string; length: number; hash: Buffer }[]>`
    select region_id, l2_norm(embedding) as length, text_hash as hash from fingerprints where voice_id = ${late}`
  assert.equal(row?.regionId, region.id)
  assert.ok(Math.abs(row.length - 1) < 0.01)
  assert.equal(row.hash.length, 32)
})

test('a new function takes over when every voice has a vector by it, then the old ones are deleted', async () => {
  const made = await voices(7)
  await fillAll()
  await ensureEmbedder(fresh.sql, NEW)
  assert.deepEqual(await statuses(), { [OLD]: 'active', [NEW]: 'filling' })

  const first = await step({ limit: 3 })
  assert.deepEqual([first.filled, first.next], [3, 'more'])
  assert.deepEqual((await vectors())[NEW], made.slice(4), 'the newest first')
  const now = await currentEmbedders(fresh.sql)
  assert.deepEqual([now.active.name, now.filling?.name], [OLD, NEW])

  assert.deepEqual(await fillAll({ limit: 3 }), { filled: 4, deleted: 7, activated: [NEW] })
  assert.deepEqual(await vectors(), { [NEW]: made })
  assert.deepEqual(await statuses(), { [OLD]: 'retired', [NEW]: 'active' })
  const { active, filling } = await currentEmbedders(fresh.sql)
  assert.deepEqual([active.name, filling], [NEW, null])
  assert.deepEqual(await fillAll(), { filled: 0, deleted: 0, activated: [] })
})

test('a database without voices uses a new function at once', async () => {
  await ensureEmbedder(fresh.sql, NEW)
  assert.deepEqual(await statuses(), { [OLD]: 'retired', [NEW]: 'active' })
  await Promise.all([ensureEmbedder(fresh.sql, NEW), ensureEmbedder(fresh.sql, NEW)])
  assert.deepEqual(await statuses(), { [OLD]: 'retired', [NEW]: 'active' })
})

test('what is told while the change runs is not forgotten', async () => {
  await voices(3)
  await ensureEmbedder(fresh.sql, NEW)
  let late = 0
  // While the last voices are embedded, one more is grouped by a process that has not this function.
  const embedders = (name: string): Embedder | null => {
    const found = embedderNamed(name)
    if (name !== NEW || !found) return found
    return {
      name,
      async embed(of) {
        if (late === 0) late = await voice('Air PDAM tidak mengalir di Lorong Uji')
        return found.embed(of)
      },
    }
  }
  const { activated } = await fillAll({ embedders })
  assert.deepEqual(activated, [NEW])
  assert.ok((await vectors())[NEW]?.includes(late))
  assert.equal((await vectors())[OLD], undefined)
})

test('who groups while a function takes over has vectors by both, and leaves none behind', async () => {
  await voices(3)
  await fillAll()
  await ensureEmbedder(fresh.sql, NEW)
  const held = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  const grouping = fresh.sql.begin(async (tx) => {
    const { active, filling } = await holdEmbedders(tx)
    held.resolve()
    await go.promise
    const text = 'Sampah menumpuk di Lorong Uji'
    const { voiceId } = await makeCandidate(tx as unknown as Pool, region, { text })
    const row = {
      voiceId,
      textHash: Buffer.alloc(32),
      embedding: vectorText(new Float32Array(256)),
    }
    for (const { id } of [active, filling!]) assert.equal(await insertFilled(tx, id, [row]), 1)
    return voiceId
  })
  await held.promise
  const filling = fillAll()
  const early = await Promise.race([filling, wait(300, 'waits')])
  assert.equal(early, 'waits')
  go.resolve()
  const late = await grouping
  assert.deepEqual((await filling).activated, [NEW])
  const { [NEW]: filled, ...others } = await vectors()
  assert.ok(filled?.includes(late))
  assert.deepEqual(others, {})
})

test('a change of mind gives up what was begun; the active function stays as it is', async () => {
  const made = await voices(4)
  await fillAll()
  const other: Embedder = { name: 'uji-3', embed: (of) => builtIn.embed(of) }
  const embedders = (name: string) => (name === other.name ? other : embedderNamed(name))
  await ensureEmbedder(fresh.sql, NEW)
  await step({ limit: 2 })
  await ensureEmbedder(fresh.sql, other.name)
  assert.deepEqual(await statuses(), { [OLD]: 'active', [NEW]: 'retired', 'uji-3': 'filling' })
  await ensureEmbedder(fresh.sql, OLD)
  assert.deepEqual(await statuses(), { [OLD]: 'active', [NEW]: 'retired', 'uji-3': 'retired' })
  assert.equal((await fillAll({ embedders })).deleted, 2)
  assert.deepEqual(await vectors(), { [OLD]: made })
  await ensureEmbedder(fresh.sql, NEW)
  assert.deepEqual((await fillAll()).activated, [NEW], 'one that was given up can be wanted again')
  assert.deepEqual(await vectors(), { [NEW]: made })
})

test('where the function of the old vectors is gone, the new one is filled all the same', async () => {
  const made = await voices(3)
  await fillAll()
  await fresh.sql`update embedders set name = 'onnx-000000000000'`
  assert.equal(embedderNamed('onnx-000000000000'), null)
  assert.deepEqual(await fillAll(), { filled: 0, deleted: 0, activated: [] })
  await ensureEmbedder(fresh.sql, NEW)
  assert.deepEqual((await fillAll()).activated, [NEW])
  assert.deepEqual(await vectors(), { [NEW]: made })
})

test('a function that this process does not have is left to one that has it', async () => {
  await voices(3)
  await ensureEmbedder(fresh.sql, 'onnx-000000000000')
  await fillAll()
  assert.equal((await currentEmbedders(fresh.sql)).filling?.name, 'onnx-000000000000')
})

test('a voice without a word has a vector that nothing is near to', async () => {
  const made = [await voice('!!! 😭'), await voice('Jalan berlubang di Jl Saranani')]
  await ensureEmbedder(fresh.sql, NEW)
  assert.deepEqual((await fillAll()).activated, [NEW])
  assert.deepEqual(await vectors(), { [NEW]: made })
})

test('an embedder that fails says so, and the next step goes on where it stopped', async () => {
  const made = await voices(3)
  const broken: Embedder = {
    name: OLD,
    embed: () => Promise.reject(new Error('the model ran out of memory')),
  }
  await assert.rejects(step({ embedders: () => broken }), /ran out of memory/)
  const short: Embedder = { name: OLD, embed: async () => [] }
  await assert.rejects(step({ embedders: () => short }), /hashed-1 gave no vector for voice/)
  await fillAll()
  assert.deepEqual(await vectors(), { [OLD]: made })
})

test('a step ends when its time is over, with what it has done written', async () => {
  await voices(20)
  const { filled, next } = await step({ mostMs: 0 })
  assert.deepEqual([filled, next], [16, 'more'])
  assert.equal((await vectors())[OLD]?.length, 16)
})

test('two that fill at once double nothing', async () => {
  const made = await voices(40)
  await ensureEmbedder(fresh.sql, NEW)
  await Promise.all([fillAll({ limit: 3 }), fillAll({ limit: 5 })])
  await fillAll()
  assert.deepEqual(await vectors(), { [NEW]: made })
})

test('the job fills until nothing is left, and stops when it is asked', async () => {
  const made = await voices(20)
  await ensureEmbedder(fresh.sql, NEW)
  const context = {
    db: fresh.db,
    region,
    log: makeLog({ dataFolder: '/nowhere', logLevel: 'error' }),
  }
  const stopped = { ...context, signal: AbortSignal.abort() } as JobContext
  assert.deepEqual(await runJob(refill, stopped), { ran: true, handled: 0, error: null })
  const running = { ...context, signal: new AbortController().signal } as JobContext
  // What the old function lacked, all by the new one, and what is deleted then.
  assert.deepEqual(await runJob(refill, running), { ran: true, handled: 60, error: null })
  assert.deepEqual(await vectors(), { [NEW]: made })
})

test('the embedder without a setting is the built-in one; the functions before it stay known', async () => {
  assert.equal(await openEmbedder(null), builtIn)
  assert.equal(embedderNamed(NEW), builtIn)
  const words = [
    { text: 'lampu mati', stream: ['lampu', 'mati'] },
    { text: '', stream: [] },
  ]
  for (const name of [OLD, NEW]) {
    const [some, none] = await embedderNamed(name)!.embed(words)
    assert.ok(Math.abs(Math.hypot(...some!) - 1) < 1e-5, name)
    assert.equal(some!.length, 256)
    assert.equal(Math.hypot(...none!), 0)
  }
})

test('a title is told once', () => {
  assert.equal(
    toldText({ title: 'Lampu mati', text: 'Lampu mati sudah lama' }),
    'Lampu mati sudah lama',
  )
  assert.equal(toldText({ title: 'Lampu mati', text: 'Sudah lama' }), 'Lampu mati\nSudah lama')
  assert.equal(toldText({ title: null, text: 'Sudah lama' }), 'Sudah lama')
})
