import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makePost } from '../helpers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let cookie: string
before(async () => {
  web = await startWeb()
  cookie = (await web.enter('admin')).cookie
})
after(() => web.close())

let serial = 0
const add = (fields: object = {}) =>
  web.ask('POST /api/sources', {
    cookie,
    body: {
      kind: 'feed',
      name: `Warta ${++serial}`,
      url: 'https://warta.example/feed',
      intervalMinutes: 30,
      ...fields,
    },
  })

test('a new feed is listed, due at once, and wakes the collector', async () => {
  web.woken.length = 0
  const { status, json } = await add()
  assert.equal(status, 200)
  assert.ok(Date.parse(String(json['nextCheckAt'])) <= Date.now() + 1000)
  assert.deepEqual(web.woken, ['collect'])
  const list = await web.ask('GET /api/sources', { cookie })
  assert.ok((list.json['items'] as { id: number }[]).some((item) => item.id === json['id']))
})

test('the list tells what each source brought', async () => {
  const { json } = await add()
  const sourceId = Number(json['id'])
  const at = new Date('2026-11-20T03:00:00Z')
  const { id } = await makePost(web.fresh.sql, {
    regionId: web.region.id,
    sourceId,
    text: 'Jalan rusak',
    createdAt: at,
  })
  await makePost(web.fresh.sql, {
    regionId: web.region.id,
    sourceId,
    text: 'Konser',
    createdAt: at,
  })
  await web.fresh.sql`update posts set grouped_at = now(), outcome = 'candidate' where id = ${id}`
  const list = await web.ask('GET /api/sources', { cookie })
  const row = (list.json['items'] as Record<string, unknown>[]).find(
    (item) => item['id'] === sourceId,
  )!
  assert.deepEqual([row['posts'], row['candidates'], row['lastPostAt']], [2, 1, at.toISOString()])
})

test('an address that is not a web address is refused at its field', async () => {
  for (const url of [
    'ftp://x.example/f',
    'javascript:alert(1)',
    'warta',
    'https://user:pass@warta.example/',
    '',
  ]) {
    const { status, json } = await add({ url })
    assert.equal(status, 400, url)
    assert.match((json['fields'] as Record<string, string>)['url']!, /https:\/\//)
  }
})

test('two sources of one kind cannot have one name', async () => {
  await add({ name: 'Kembar' })
  const again = await add({ name: 'Kembar' })
  assert.equal(again.status, 422)
  assert.ok((again.json['fields'] as Record<string, string>)['name'])
  const { json } = await add()
  const renamed = await web.ask(`PATCH /api/sources/${String(json['id'])}`, {
    cookie,
    body: { name: 'Kembar' },
  })
  assert.equal(renamed.status, 422)
})

test('a source is switched off, on, renamed and slowed down; each change is in the history', async () => {
  const { json } = await add()
  const change = (body: object) =>
    web.ask(`PATCH /api/sources/${String(json['id'])}`, { cookie, body })
  assert.equal((await change({ enabled: false })).json['enabled'], false)
  assert.equal(
    (await change({ intervalMinutes: 120, name: 'Warta Baru' })).json['intervalMinutes'],
    120,
  )
  await web.fresh
    .sql`update sources set error_count = 4, next_check_at = now() + interval '1 day' where id = ${Number(json['id'])}`
  const on = (await change({ enabled: true })).json
  assert.deepEqual([on['enabled'], on['errorCount'], on['name']], [true, 0, 'Warta Baru'])
  assert.ok(Date.parse(String(on['nextCheckAt'])) <= Date.now() + 1000)
  const events = await web.fresh.sql`
    select kind from events where (data ->> 'sourceId')::int = ${Number(json['id'])} order by id`
  assert.deepEqual(
    events.map((event) => event['kind']),
    ['source.added', ...Array<string>(3).fill('source.changed')],
  )
})

test('asking too often is refused: a feed is checked every ten minutes at most', async () => {
  const { status, json } = await add({ intervalMinutes: 1 })
  assert.equal(status, 400)
  assert.equal((json['fields'] as Record<string, string>)['intervalMinutes'], 'Paling kecil 10.')
})

test('a check that is asked for makes the source due and wakes the collector', async () => {
  const { json } = await add()
  await web.fresh
    .sql`update sources set next_check_at = now() + interval '1 day' where id = ${Number(json['id'])}`
  web.woken.length = 0
  const checked = await web.ask(`POST /api/sources/${String(json['id'])}/check`, { cookie })
  assert.ok(Date.parse(String(checked.json['nextCheckAt'])) <= Date.now() + 1000)
  assert.deepEqual(web.woken, ['collect'])
})

test('a source that is off is not checked, and the sentence says so', async () => {
  const { json } = await add()
  await web.ask(`PATCH /api/sources/${String(json['id'])}`, { cookie, body: { enabled: false } })
  const { status, text } = await web.ask(`POST /api/sources/${String(json['id'])}/check`, {
    cookie,
  })
  assert.equal(status, 409)
  assert.match(text, /dimatikan/)
})

test('a source of another region does not exist here', async () => {
  await web.fresh
    .sql`insert into regions (id, name, timezone, pack_hash) values ('lain', 'Kota Lain', 'Asia/Jakarta', 'x')`
  const [row] = await web.fresh.sql<{ id: number }[]>`
    insert into sources (region_id, kind, name) values ('lain', 'feed', 'Asing') returning id`
  for (const route of [`PATCH /api/sources/${row!.id}`, `POST /api/sources/${row!.id}/check`]) {
    assert.equal((await web.ask(route, { cookie, body: { enabled: false } })).status, 404, route)
  }
})
