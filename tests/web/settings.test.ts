/** What officers set and look at: watch words, the region pack, roles, sources, the look of the pages. */
import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { pino } from 'pino'
import { makePackCheck } from '../../src/region/pack-on-disk.ts'
import { packNotices } from '../../src/region/pack-notices.ts'
import { packHashOf } from '../../src/region/store.ts'
import { createApp } from '../../src/web/app.ts'
import { makePost, makeSource, packFolder } from '../helpers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let cookie: string
before(async () => {
  web = await startWeb()
  cookie = (await web.enter('admin')).cookie
})
after(() => web.close())

type Json = Record<string, unknown>
const itemsOf = (json: Json) => json['items'] as Json[]

test('a watch word is added, switched off, given another category and removed', async () => {
  const added = await web.ask('POST /api/watch-words', {
    cookie,
    body: { word: 'halte bocor', category: null },
  })
  assert.equal(added.status, 200)
  const find = (json: Json) => itemsOf(json).find((item) => item['word'] === 'halte bocor')
  assert.deepEqual(
    [find(added.json)!['category'], find(added.json)!['isFromPack'], find(added.json)!['heard']],
    [null, false, { count: 0, lastAt: null }],
  )
  const change = (body: object) =>
    web.ask('PATCH /api/watch-words', { cookie, body: { word: 'halte bocor', ...body } })
  assert.equal(find((await change({ off: true })).json)!['off'], true)
  assert.equal(find((await change({ category: 'transportasi' })).json)!['category'], 'transportasi')
  const id = Number(find(added.json)!['id'])
  const removed = await web.ask(`DELETE /api/watch-words/${id}`, { cookie })
  assert.equal(find(removed.json), undefined)
  assert.equal((await web.ask(`DELETE /api/watch-words/${id}`, { cookie })).status, 404)
})

test('a word that cannot be watched for is refused at its field', async () => {
  for (const body of [
    { word: '!!', category: null },
    { word: 'pungli', category: 'aparat' },
  ]) {
    const { status, json } = await web.ask('POST /api/watch-words', { cookie, body })
    assert.equal(status, 422)
    assert.ok((json['fields'] as Json)['word'])
  }
  const unknown = { word: 'x y', category: 'cuaca' }
  assert.equal((await web.ask('POST /api/watch-words', { cookie, body: unknown })).status, 400)
})

test('the pack is shown whole, with its hash, when it was loaded and what it lacks', async () => {
  const { json } = await web.ask('GET /api/region/pack', { cookie })
  const { region } = web
  assert.equal(json['hash'], packHashOf(region))
  assert.ok(Date.parse(String(json['loadedAt'])) <= Date.now())
  assert.equal(json['disk'], null)
  for (const list of ['areas', 'agencies', 'holidays', 'sources', 'clocks', 'emergency'] as const) {
    assert.equal((json[list] as []).length, region[list].length, list)
  }
  const routes = (json['agencies'] as Json[]).flatMap((agency) => agency['routes'] as [])
  assert.equal(routes.length, region.routes.length)
  assert.equal(json['places'], region.places.length)
})

test('a pack whose folder was changed says so: it counts from the next start on', async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'dengar-pack-'))
  const folder = path.join(parent, 'contoh')
  const hash = packHashOf(web.region)
  try {
    await cp(packFolder('contoh'), folder, { recursive: true })
    assert.deepEqual(await makePackCheck(folder, hash)(), { problems: [], isChanged: false })
    await writeFile(path.join(folder, 'theme.css'), ':root { --radius: 2px }')
    assert.deepEqual(await makePackCheck(folder, hash)(), { problems: [], isChanged: true })
    await writeFile(path.join(folder, 'theme.css'), 'body {}')
    const bad = await makePackCheck(folder, hash)()
    assert.equal(bad.isChanged, false)
    assert.match(bad.problems.join(), /^theme\.css:1: only :root/)
  } finally {
    await rm(parent, { recursive: true })
  }
})

test('notices name what a pack can do without, but should not', () => {
  const { region } = web
  const kinds = (now: string) => packNotices(region, new Date(now)).map(({ kind }) => kind)
  assert.ok(kinds('2031-03-01T00:00:00Z').includes('holidays_missing'))
  const years = (now: string) =>
    packNotices({ ...region, holidays: [] }, new Date(now)).find(
      ({ kind }) => kind === 'holidays_missing',
    )?.items
  assert.deepEqual(years('2026-03-01T00:00:00Z'), ['2026'])
  assert.deepEqual(years('2026-12-01T00:00:00Z'), ['2026', '2027'])
})

test('who may what is asked of the server; a role is changed, and the last admin keeps it', async () => {
  const { json } = await web.ask('GET /api/officers/roles', { cookie })
  assert.equal(itemsOf(json).length, 6)
  const { officer, cookie: theirs } = await web.enter('analyst')
  const changed = await web.ask(`PATCH /api/officers/${officer.id}`, {
    cookie,
    body: { role: 'agency', agencyCode: 'DPU' },
  })
  const row = itemsOf(changed.json).find((item) => item['id'] === officer.id)
  assert.deepEqual([row!['role'], (row!['agency'] as Json)['code']], ['agency', 'DPU'])
  assert.equal((await web.ask('GET /api/session', { cookie: theirs })).status, 401)
  const me = (await web.ask('GET /api/session', { cookie })).json['officer'] as Json
  const last = await web.ask(`PATCH /api/officers/${String(me['id'])}`, {
    cookie,
    body: { role: 'humas' },
  })
  assert.equal(last.status, 409)
  assert.match(last.text, /Harus tetap ada admin/)
})

test('a source shows its posts by day, when it fell silent and what is wrong in a word', async () => {
  const { sql } = web.fresh
  const regionId = web.region.id
  const { id } = await makeSource(sql, { regionId, kind: 'feed', url: 'https://warta.example/f' })
  await sql`update sources set succeeded_at = now(), checked_at = now() where id = ${id}`
  const day = 24 * 3_600_000
  for (const ago of [13, 12, 11, 10, 9, 8]) {
    const createdAt = new Date(Date.now() - ago * day)
    await makePost(sql, { regionId, sourceId: id, text: 'Jalan rusak', createdAt })
  }
  const read = async () => {
    const { json } = await web.ask('GET /api/sources', { cookie })
    return itemsOf(json).find((item) => item['id'] === id)!
  }
  const silent = await read()
  const days = silent['days'] as { day: string; posts: number }[]
  assert.equal(days.length, 14)
  assert.equal(
    days.reduce((sum, each) => sum + each.posts, 0),
    6,
  )
  assert.equal(silent['health'], 'silent')
  assert.deepEqual((silent['gaps'] as Json[])[0]!['to'], days.at(-1)!.day)
  await sql`
    update sources set error_count = 2, last_error = 'feed: https://warta.example/f answered 404'
     where id = ${id}`
  const failing = await read()
  assert.deepEqual([failing['health'], failing['fault']], ['failing', 'not_found'])
})

test('another interval counts from the last check on, without a restart; a failing source keeps its distance', async () => {
  const { sql } = web.fresh
  const { id } = await makeSource(sql, {
    regionId: web.region.id,
    kind: 'feed',
    url: 'https://lambat.example/f',
  })
  const change = async (intervalMinutes: number) => {
    const { json } = await web.ask(`PATCH /api/sources/${id}`, {
      cookie,
      body: { intervalMinutes },
    })
    return Math.round((Date.parse(String(json['nextCheckAt'])) - Date.now()) / 60_000)
  }
  await sql`
    update sources
       set checked_at = now() - interval '5 minutes', next_check_at = now() + interval '1 day'
     where id = ${id}`
  assert.equal(await change(60), 55)
  assert.equal(await change(600), 595)
  await sql`
    update sources set error_count = 3, next_check_at = now() + interval '1 day' where id = ${id}`
  assert.equal(await change(10), 24 * 60)
})

test('a region without a theme has empty styles and no logo, and its pages stay one request', async () => {
  const css = await web.ask('GET /daerah/tema.css')
  assert.deepEqual([css.status, css.text], [200, ''])
  assert.equal((await web.ask('GET /daerah/logo.svg')).status, 404)
  assert.doesNotMatch((await web.ask('GET /')).text, /stylesheet|<img/)
})

test('a region with a theme has its colours and its logo on both faces, under the same policy', async () => {
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>'
  const accent = ['#7a1f1f', '#ff9d9d'] as const
  const region = { ...web.region, theme: { colors: { accent }, others: {}, logo } }
  const app = createApp({
    db: web.fresh.db,
    region,
    config: {
      publicUrl: 'http://localhost',
      instanceKey: web.instanceKey,
      proxyHops: 1,
      demo: false,
    },
    log: pino({ level: 'silent' }),
    wake: () => {},
    dist: '/nonexistent',
  })
  const css = await app.request('/daerah/tema.css')
  assert.equal(css.headers.get('content-type'), 'text/css; charset=utf-8')
  const text = await css.text()
  assert.match(text, /--accent: light-dark\(#7a1f1f, #ff9d9d\);/)
  assert.match(text, /--logo: url\('\/daerah\/logo\.svg'\);/)
  const etag = css.headers.get('etag')!
  const again = await app.request('/daerah/tema.css', { headers: { 'if-none-match': etag } })
  assert.equal(again.status, 304)

  const picture = await app.request('/daerah/logo.svg')
  assert.equal(picture.headers.get('content-type'), 'image/svg+xml')
  assert.equal(await picture.text(), logo)
  const page = await app.request('/')
  assert.match(
    await page.text(),
    /href="\/daerah\/tema-warga\.css"[\s\S]*src="\/daerah\/logo\.svg"/,
  )
  const policy = (await web.ask('GET /')).headers.get('content-security-policy')
  assert.equal(page.headers.get('content-security-policy'), policy)
})
