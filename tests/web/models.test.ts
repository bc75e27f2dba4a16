import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { makeModel } from '../learn/models.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let cookie: string
before(async () => {
  web = await startWeb()
  cookie = (await web.enter('admin')).cookie
})
after(() => web.close())
beforeEach(async () => {
  await web.fresh.sql`delete from trainings`
  await web.fresh.sql`delete from models`
})

type Model = { id: number; name: string; status: string; card: { champion: object } }
type Models = {
  reads: { id: number | null; name: string; since: string | null }
  shipped: string
  proposal: Model | null
  models: Model[]
  training: { startedAt: string | null; askedBy: { name: string } } | null
  labels: { decisions: number }
  missing: string | null
}

const list = async () => (await web.ask('GET /api/models', { cookie })).json as unknown as Models
const propose = (name: string) =>
  makeModel(web.fresh.sql, { regionId: web.region.id, name, status: 'proposed' })

test('without any training the list says which model reads and what is missing', async () => {
  const { reads, shipped, proposal, models, training, labels, missing } = await list()
  assert.deepEqual(reads, { id: null, name: shipped, since: null, by: null })
  assert.deepEqual([proposal, models, training, labels.decisions], [null, [], null, 0])
  assert.match(missing!, /60 keputusan lagi/)
})

test('a proposal is shown with both score tables, and accepted', async () => {
  const id = await propose('latihan-1')
  const { proposal, shipped } = await list()
  assert.equal(proposal?.name, 'latihan-1')
  assert.ok(proposal.card.champion)
  const { status, json } = await web.ask(`POST /api/models/${id}/accept`, {
    cookie,
    body: { reads: shipped },
  })
  assert.equal(status, 200)
  const { reads } = json as unknown as Models
  assert.deepEqual([reads.id, reads.name], [id, 'latihan-1'])
  assert.ok(reads.since)
})

test('the file of a model never leaves by the API', async () => {
  await propose('latihan-1')
  const { text } = await web.ask('GET /api/models', { cookie })
  assert.doesNotMatch(text, /"file"/)
})

test('a proposal is declined with a note; the second decision on it is refused with a sentence', async () => {
  const id = await propose('latihan-1')
  const decline = () =>
    web.ask(`POST /api/models/${id}/decline`, { cookie, body: { note: 'Belum perlu' } })
  assert.equal((await decline()).status, 200)
  const again = await decline()
  assert.equal(again.status, 409)
  assert.match(again.text, /sudah diputuskan oleh/)
})

test('a former model and the shipped one can be chosen', async () => {
  const id = await propose('latihan-1')
  await web.ask(`POST /api/models/${id}/accept`, { cookie, body: {} })
  const choose = (body: object) => web.ask('POST /api/models/choice', { cookie, body })
  const shipped = (await choose({ id: null })).json as unknown as Models
  assert.equal(shipped.reads.id, null)
  const back = (await choose({ id, reads: shipped.shipped })).json as unknown as Models
  assert.equal(back.reads.id, id)
  const late = await choose({ id: null, reads: shipped.shipped })
  assert.equal(late.status, 409)
  assert.equal((await choose({ id: 'satu' })).status, 400)
  assert.equal((await choose({})).status, 400)
})

test('a training that is asked for is accepted, shown, and wakes the job; asking twice asks once', async () => {
  web.woken.length = 0
  for (let n = 0; n < 2; n += 1) {
    const { status, json } = await web.ask('POST /api/models/training', { cookie, body: {} })
    assert.equal(status, 202)
    assert.equal((json as unknown as Models).training?.startedAt, null)
  }
  assert.deepEqual(web.woken, ['learn', 'learn'])
  const [row] = await web.fresh.sql`select count(*) from trainings`
  assert.equal(row?.['count'], 1)
})
