import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { asOfficer, makeCandidate } from '../makers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let cookie: string
let id: number
before(async () => {
  web = await startWeb()
  cookie = (await web.enter('analyst')).cookie
  const humas = await asOfficer(web.fresh.sql, web.region, 'humas', { name: 'Sari Rekaan' })
  for (let count = 0; count < 10; count += 1) {
    id = (await makeCandidate(web.fresh.sql, web.region)).id
    await dismissCandidate(web.fresh.sql, humas, { id, reason: 'unclear' })
  }
})
after(() => web.close())

test('items come without their ends, and those that were seen come last', async () => {
  const { json } = await web.ask('GET /api/practice?limit=3', { cookie })
  const items = json['items'] as { id: number }[]
  assert.equal(items.length, 3)
  assert.deepEqual(Object.keys(items[0]!).sort(), [
    'cases',
    'category',
    'emergency',
    'filed',
    'id',
    'kecamatan',
    'kelurahan',
    'place',
    'title',
    'urgent',
    'voiceCount',
    'voices',
  ])
  const seen = items.map((item) => item.id)
  const next = await web.ask(`GET /api/practice?limit=7&seen=${seen.join(',')}`, { cookie })
  for (const item of next.json['items'] as { id: number }[]) assert.ok(!seen.includes(item.id))
})

test('a choice is compared, and one that is none is refused with a sentence', async () => {
  const body = { act: 'dismiss', reason: 'unclear' }
  const { status, json } = await web.ask(`POST /api/practice/${id}`, { cookie, body })
  assert.equal(status, 200)
  assert.deepEqual([json['agrees'], json['points'], json['role']], ['whole', 10, 'humas'])
  for (const bad of [{}, { act: 'dismiss' }, { act: 'merge', caseId: 'x' }, { act: 'sell' }]) {
    const refused = await web.ask(`POST /api/practice/${id}`, { cookie, body: bad })
    assert.equal(refused.status, 400, JSON.stringify(bad))
    assert.match(refused.text, /perlu diperbaiki/)
  }
  for (const query of ['seen=a', 'seen=1,,2', 'limit=0', `seen=${'1,'.repeat(400)}1`]) {
    assert.equal((await web.ask(`GET /api/practice?${query}`, { cookie })).status, 400, query)
  }
  const unknown = await web.ask('POST /api/practice/999999', { cookie, body: { act: 'open' } })
  assert.equal(unknown.status, 404)
})

test('the first page of a role has its parts only, and the history is told to be whole', async () => {
  const mine = await web.ask('GET /api/home', { cookie })
  assert.equal(mine.json['role'], 'analyst')
  assert.equal(mine.json['service'], null)
  const observer = await web.enter('observer')
  const { json } = await web.ask('GET /api/ledger', { cookie: observer.cookie })
  assert.equal(json['brokenAt'], null)
  assert.match(String(json['head']), /^[0-9a-f]{64}$/)
})
