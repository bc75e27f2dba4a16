import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeCandidate } from '../makers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

const made = async (options = {}) => (await makeCandidate(web.fresh.sql, web.region, options)).id
type Row = { id: number; version: number } | null

test('next hands out one candidate after the other, narrowed as the queue is', async () => {
  const [sari, budi] = [await web.enter('analyst'), await web.enter('humas')]
  const [first, second] = [await made({ category: 'sampah' }), await made({ category: 'sampah' })]
  const next = async (cookie: string, body: object) => {
    const { status, json } = await web.ask('POST /api/queue/next', { cookie, body })
    assert.equal(status, 200, JSON.stringify(json))
    return (json['row'] as Row)?.id ?? null
  }
  const filters = { category: 'sampah' }
  assert.equal(await next(sari.cookie, { filters }), first)
  assert.equal(await next(budi.cookie, { filters }), second)
  assert.equal(await next(sari.cookie, { filters, skip: [first] }), null)
  assert.equal(await next(budi.cookie, { filters: { ...filters, urgent: '1' } }), null)
})

test('a hold is put, refused softly, taken over and released', async () => {
  const [sari, budi] = [await web.enter('analyst'), await web.enter('humas')]
  const id = await made()
  const hold = async (cookie: string, body: object) => {
    const { status, json } = await web.ask(`POST /api/candidates/${id}/hold`, { cookie, body })
    assert.equal(status, 200)
    const holds = json['holds'] as { officer: { id: number }; doing: string; since: string }[]
    assert.ok(holds.every(({ since }) => !Number.isNaN(Date.parse(since))))
    return [json['isMine'], ...holds.map(({ officer, doing }) => [officer.id, doing])]
  }
  const [her, him] = [sari.officer.id, budi.officer.id]
  assert.deepEqual(await hold(sari.cookie, { doing: 'deciding' }), [true, [her, 'deciding']])
  assert.deepEqual(await hold(budi.cookie, { doing: 'deciding' }), [
    false,
    [her, 'deciding'],
    [him, 'looking'],
  ])
  assert.deepEqual(await hold(budi.cookie, { doing: 'deciding', take: true }), [
    true,
    [him, 'deciding'],
  ])
  const left = await web.ask(`DELETE /api/candidates/${id}/hold`, { cookie: budi.cookie })
  assert.deepEqual([left.status, left.json], [200, { holds: [], isMine: false }])
})

test('a hold binds nobody: a colleague decides all the same, and the version protects', async () => {
  const [sari, budi] = [await web.enter('analyst'), await web.enter('humas')]
  const id = await made()
  const body = { doing: 'deciding' }
  await web.ask(`POST /api/candidates/${id}/hold`, { cookie: sari.cookie, body })
  const dismiss = (cookie: string) =>
    web.ask(`POST /api/candidates/${id}/dismiss`, { cookie, body: { reason: 'spam', version: 1 } })
  assert.equal((await dismiss(budi.cookie)).status, 200)
  const late = await dismiss(sari.cookie)
  assert.equal(late.status, 409)
  assert.match(String(late.json['error']), /sudah diputuskan oleh/)
})

test('views are kept, changed, moved and removed; each answer tells all of them', async () => {
  const { cookie } = await web.enter('leader')
  const add = (name: string) =>
    web.ask('POST /api/views', { cookie, body: { name, query: '?urgent=1&sort=oldest' } })
  await add('Darurat')
  const { json } = await add('Lama')
  const items = json['items'] as { id: number; name: string; query: string; position: number }[]
  assert.deepEqual(
    items.map(({ name, query, position }) => [name, query, position]),
    [
      ['Darurat', 'urgent=1&sort=oldest', 0],
      ['Lama', 'urgent=1&sort=oldest', 1],
    ],
  )
  const path = `/api/views/${items[1]!.id}`
  const moved = await web.ask(`PATCH ${path}`, { cookie, body: { position: 0, name: 'Tertua' } })
  const names = ({ json }: typeof moved) => (json['items'] as { name: string }[]).map((v) => v.name)
  assert.deepEqual(names(moved), ['Tertua', 'Darurat'])
  assert.deepEqual(names(await web.ask('GET /api/views', { cookie })), ['Tertua', 'Darurat'])
  assert.deepEqual(names(await web.ask(`DELETE ${path}`, { cookie })), ['Darurat'])
  assert.equal((await web.ask(`DELETE ${path}`, { cookie })).status, 404)
})

test('input that makes no sense is refused with a sentence at its field', async () => {
  const { cookie } = await web.enter('analyst')
  const id = await made()
  const asked: [string, unknown, number, string | null][] = [
    ['POST /api/queue/next', { filters: { status: 'lost' } }, 400, 'filters'],
    ['POST /api/queue/next', { skip: ['x'] }, 400, 'skip'],
    ['POST /api/queue/next', { skip: Array.from({ length: 201 }, () => 1) }, 400, 'skip'],
    ['POST /api/queue/next', '{', 400, null],
    [`POST /api/candidates/${id}/hold`, { doing: 'sleeping' }, 400, 'doing'],
    [`POST /api/candidates/${id}/hold`, { doing: 'looking', take: 'ya' }, 400, 'take'],
    ['POST /api/candidates/999999/hold', { doing: 'looking' }, 404, null],
    ['POST /api/candidates/abc/hold', { doing: 'looking' }, 400, 'id'],
    ['POST /api/views', { name: 'x' }, 400, 'query'],
    ['POST /api/views', { name: '', query: '' }, 422, 'name'],
    ['POST /api/views', { name: 'x', query: 'q='.padEnd(1100, 'y') }, 422, 'query'],
    ['POST /api/views', { name: 'a\u0000b', query: '' }, 422, null],
    ['PATCH /api/views/1', { position: -1 }, 400, 'position'],
  ]
  for (const [route, body, status, field] of asked) {
    const answer = await web.ask(route, { cookie, body })
    assert.equal(answer.status, status, `${route} ${JSON.stringify(body)}: ${answer.text}`)
    assert.ok(answer.json['error'])
    if (field) assert.ok((answer.json['fields'] as Record<string, string>)[field], route)
  }
})
