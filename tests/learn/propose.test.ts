import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { askTraining } from '../../src/learn/ask-training.ts'
import { acceptModel } from '../../src/learn/decide.ts'
import { listModels } from '../../src/learn/list.ts'
import { proposeModel } from '../../src/learn/propose.ts'
import type { Acting } from '../../src/people/officer.ts'
import { decodeModel } from '../../src/read/model.ts'
import type { Region } from '../../src/region/region.ts'
import { freshDatabase, freshRegion, type Fresh } from '../helpers.ts'
import { asOfficer, assertRefused } from '../makers.ts'
import { makeDecisions } from './decisions.ts'

const ENOUGH = 120
const signal = new AbortController().signal

let fresh: Fresh
let region: Region
let humas: Acting
let admin: Acting
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
  admin = await asOfficer(fresh.sql, region, 'admin')
})
after(() => fresh.close())
beforeEach(async () => {
  await fresh.sql`delete from trainings`
  await fresh.sql`delete from models`
  await fresh.sql`update voices set left_at = now() where left_at is null`
})

const propose = () => proposeModel(fresh.db, region, { signal })
const models = () => listModels(fresh.sql, admin)
/** A training that nobody asked for keeps a minute's distance from the last one. */
const later = () => fresh.sql`update trainings set finished_at = now() - interval '1 hour'`

test('too few decisions train nothing, and the run says how many are missing', async () => {
  await makeDecisions(fresh.sql, humas, { count: 12 })
  const ended = await propose()
  assert.equal(ended?.outcome, 'too_few')
  assert.match(ended.note, /perlu 48 keputusan lagi, 4 keputusan "aduan" lagi/)
  const { proposal, trainings, labels, needed } = await models()
  assert.equal(proposal, null)
  assert.deepEqual([trainings[0]?.outcome, trainings[0]?.note], ['too_few', ended.note])
  assert.deepEqual([labels.decisions, labels.opened, labels.dismissed], [12, 6, 6])
  assert.equal(needed.decisions, 60)
})

test('a better challenger is proposed with both score tables, and does not read by itself', async () => {
  await makeDecisions(fresh.sql, humas, { count: ENOUGH })
  const ended = await propose()
  assert.equal(ended?.outcome, 'proposed', ended?.note)
  const { proposal, reads, shipped, models: all } = await models()
  assert.equal(reads.name, shipped)
  assert.equal(all.length, 1)
  const { champion, challenger, labels, trained, heldOut } = proposal!.card
  assert.equal(champion.name, shipped)
  assert.equal(challenger.name, proposal!.name)
  assert.match(proposal!.name, /^latihan-\d{4}-\d{2}-\d{2}$/)
  assert.ok(challenger.figures.averagePrecision!.value > champion.figures.averagePrecision!.value)
  assert.equal(labels.decisions, ENOUGH)
  assert.equal(trained + heldOut, ENOUGH)
  assert.equal(challenger.figures.texts, heldOut)
  const [row] = await fresh.sql<{ file: Buffer }[]>`select file from models`
  assert.equal(decodeModel(row!.file).name, proposal!.name)
  const [event] = await fresh.sql<{ data: { name: string } }[]>`
    select data from events where kind = 'model.proposed' order by id desc limit 1`
  assert.equal(event?.data.name, proposal!.name)
})

test('the words that were trained on are not in the stored rows', async () => {
  await makeDecisions(fresh.sql, humas, { count: ENOUGH })
  await propose()
  const [row] = await fresh.sql<{ card: string; file: Buffer }[]>`
    select card::text as card, file from models`
  for (const stored of [row!.card, row!.file.toString('latin1')]) {
    assert.doesNotMatch(stored, /palakato|tumbilangi/)
  }
})

test('a challenger that is not better is not proposed, and the admin sees why', async () => {
  await makeDecisions(fresh.sql, humas, { count: ENOUGH, isHeldOutReversed: true })
  const ended = await propose()
  assert.equal(ended?.outcome, 'not_better', ended?.note)
  assert.match(ended.note, /^Tidak diusulkan karena /)
  const { proposal, models: all, trainings } = await models()
  assert.deepEqual([proposal, all.length], [null, 0])
  assert.ok(trainings[0]!.card!.challenger.figures.averagePrecision)
})

test('a new proposal takes the place of an undecided older one', async () => {
  await makeDecisions(fresh.sql, humas, { count: ENOUGH })
  await propose()
  await later()
  await propose()
  const { proposal, models: all } = await models()
  assert.match(proposal!.name, /-2$/)
  const older = all.find(({ id }) => id !== proposal!.id)!
  assert.deepEqual([older.status, older.decidedBy], ['declined', null])
  assert.match(older.note!, new RegExp(proposal!.name))
  const [row] = await fresh.sql`select file is null as gone from models where id = ${older.id}`
  assert.equal(row?.['gone'], true)
  await assertRefused(acceptModel(fresh.sql, admin, { id: older.id }), 409, /lebih baru/)
})

test('the next challenger is measured against the model that reads', async () => {
  await makeDecisions(fresh.sql, humas, { count: ENOUGH })
  await propose()
  const { proposal } = await models()
  await acceptModel(fresh.sql, admin, { id: proposal!.id })
  await later()
  await propose()
  const [latest] = (await models()).trainings
  assert.equal(latest?.card?.champion.name, proposal!.name)
})

test('two processes train once: the second leaves it to the first', async () => {
  const outcomes = await Promise.all([propose(), propose()])
  assert.equal(outcomes.filter((each) => each === null).length, 1)
  assert.equal(await propose(), null, 'nobody asked, and one has just ended')
})

test('what an admin asks for is taken up by the next run, once', async () => {
  await askTraining(fresh.sql, admin)
  await askTraining(fresh.sql, admin)
  const wanted = (await models()).training
  assert.deepEqual([wanted?.askedBy?.id, wanted?.startedAt], [admin.officer.id, null])
  assert.equal((await propose())?.outcome, 'too_few')
  const { training, trainings } = await models()
  assert.equal(training, null)
  assert.deepEqual([trainings.length, trainings[0]?.id], [1, wanted?.id])
  await assertRefused(askTraining(fresh.sql, humas), 403)
})

test('a training that is stopped says so, and leaves no model', async () => {
  await makeDecisions(fresh.sql, humas, { count: ENOUGH })
  const stopping = new AbortController()
  const running = proposeModel(fresh.db, region, { signal: stopping.signal })
  setTimeout(() => stopping.abort(), 20)
  const ended = await running
  assert.equal(ended?.outcome, 'failed')
  assert.match(ended.note, /dihentikan/)
  assert.equal((await models()).models.length, 0)
})

test('the training of a process that died is closed, and the next one begins', async () => {
  await fresh.sql`
    insert into trainings (region_id, started_at) values (${region.id}, now() - interval '1 hour')`
  assert.equal((await propose())?.outcome, 'too_few')
  const { trainings } = await models()
  assert.deepEqual(
    trainings.map(({ outcome }) => outcome),
    ['too_few', 'failed'],
  )
  assert.match(trainings[1]!.note!, /terhenti/)
})

test('a training that was given up for dead stores nothing when it comes back', async () => {
  await makeDecisions(fresh.sql, humas, { count: ENOUGH })
  const running = propose()
  for (;;) {
    const given = await fresh.sql`
      update trainings set finished_at = now(), outcome = 'failed', note = 'x'
       where started_at is not null and finished_at is null`
    if (given.count > 0) break
  }
  await assert.rejects(running, /given up for dead/)
  const { models: all, trainings } = await models()
  assert.deepEqual([all.length, trainings[0]?.note], [0, 'x'])
})
