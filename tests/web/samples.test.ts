import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { drawSample } from '../../src/triage/draw-sample.ts'
import { makeCandidate, makeSetAside } from '../makers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let cookie: string
before(async () => {
  web = await startWeb()
  cookie = (await web.enter('analyst')).cookie
  const at = new Date(Date.now() - 48 * 3_600_000)
  for (let n = 0; n < 3; n++) {
    await makeSetAside(web.fresh.sql, web.region, { text: `Pagi ${n}`, category: 'jalan', at })
  }
  await drawSample(web.fresh.db, web.region)
})
after(() => web.close())

type Desk = { sample: { id: number } | null; handled: number; waiting: number; last: unknown }
const next = async () => (await web.ask('GET /api/samples/next', { cookie })).json as Desk
const decide = (id: number, verdict: string) =>
  web.ask(`POST /api/samples/${id}/decide`, { cookie, body: { verdict } })

test('the next post comes without a word of what the machine or the table says of it', async () => {
  const { text, json } = await web.ask('GET /api/samples/next', { cookie })
  assert.doesNotMatch(text, /probab|reason|category|jalan|stratum|tes-1|author/i)
  assert.deepEqual([json['total'], json['handled'], json['waiting']], [3, 0, 3])
})

test('a verdict answers with the next post, and wakes grouping only for a complaint', async () => {
  const first = (await next()).sample!.id
  const said = await decide(first, 'not_complaint')
  const desk = said.json as Desk
  assert.equal(said.status, 200)
  assert.notEqual(desk.sample!.id, first)
  assert.deepEqual([desk.handled, desk.last], [1, { id: first, verdict: 'not_complaint' }])
  assert.deepEqual(web.woken, [])
  await decide(desk.sample!.id, 'complaint')
  assert.deepEqual(web.woken, ['group'])
})

test('a post that was judged meanwhile is refused with who did', async () => {
  const [row] = await web.fresh.sql<{ id: number }[]>`
    select id from samples where verdict = 'not_complaint'`
  const { status, json } = await decide(row!.id, 'complaint')
  assert.equal(status, 409)
  assert.match(String(json['error']), /sudah dinilai oleh/)
})

test('undo brings the post back', async () => {
  const { last } = (await next()) as Desk & { last: { id: number } }
  const { status, json } = await web.ask(`POST /api/samples/${last.id}/undo`, { cookie })
  assert.equal(status, 200)
  assert.equal((json as Desk).handled, 1)
})

test('an unknown verdict is refused at its field', async () => {
  const { status, json } = await decide((await next()).sample!.id, 'mungkin')
  assert.equal(status, 400)
  assert.ok((json['fields'] as Record<string, string>)['verdict'])
})

test('leaders read how well the machine reads', async () => {
  await makeCandidate(web.fresh.sql, web.region)
  const leader = (await web.enter('leader')).cookie
  const { status, json } = await web.ask('GET /api/trends/accuracy', { cookie: leader })
  assert.equal(status, 200)
  const total = json['total'] as Record<string, unknown>
  assert.deepEqual([total['judged'], total['found'], total['isMissedRough']], [1, 0, true])
  assert.equal((json['byCategory'] as { name: string }[])[0]!.name, 'jalan')
  const wrong = await web.ask('GET /api/trends/accuracy?days=0', { cookie: leader })
  assert.equal(wrong.status, 400)
})
