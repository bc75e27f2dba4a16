import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CATEGORIES } from '../../src/region/category.ts'
import { makeCandidate } from '../makers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let cookie: string
before(async () => {
  web = await startWeb()
  cookie = (await web.enter('leader')).cookie
  await makeCandidate(web.fresh.sql, web.region, { kecamatanCode: '99.01.01' })
})
after(() => web.close())

test('the volume has one row for each day of the period', async () => {
  const { status, json } = await web.ask('GET /api/trends/volume?days=7', { cookie })
  assert.equal(status, 200)
  const days = json['days'] as { day: string; posts: number }[]
  assert.equal(days.length, 7)
  assert.match(days[0]!.day, /^\d{4}-\d\d-\d\d$/)
  assert.equal(days.at(-1)!.posts, 1)
})

test('the areas tell what is complained of where', async () => {
  const { json } = await web.ask('GET /api/trends/areas', { cookie })
  assert.deepEqual(json['cells'], [
    { category: 'jalan', kecamatan: '99.01.01', candidates: 1, cases: 0 },
  ])
})

test('the balance tells where every message is, and that none is lost', async () => {
  const { json } = await web.ask('GET /api/trends/balance', { cookie })
  assert.equal(json['unaccounted'], 0)
  assert.equal((json['posts'] as Record<string, number>)['waiting'], 1)
})

test('a period of no days or of many years is refused', async () => {
  for (const days of ['0', '367', 'x']) {
    assert.equal(
      (await web.ask(`GET /api/trends/volume?days=${days}`, { cookie })).status,
      400,
      days,
    )
  }
})

test('the region tells areas with their parents, agencies, and all categories', async () => {
  const { json } = await web.ask('GET /api/region', { cookie })
  const areas = json['areas'] as { code: string; level: string; parent: string | null }[]
  assert.equal(areas.find((area) => area.code === '99.01.01.1001')!.parent, '99.01.01')
  const agencies = json['agencies'] as { code: string; outside: boolean; owns?: unknown }[]
  assert.equal(agencies.find((agency) => agency.code === 'PLN')!.outside, true)
  assert.equal(agencies[0]!.owns, undefined)
  assert.deepEqual(
    (json['categories'] as { code: string }[]).map((each) => each.code),
    [...CATEGORIES],
  )
})
