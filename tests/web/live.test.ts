import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { groupWaiting } from '../../src/group/group.ts'
import { readWaiting } from '../../src/read/job.ts'
import { serve, type Serving } from '../../src/web/server.ts'
import { makePost, makeSource } from '../helpers.ts'
import { makeCandidate } from '../makers.ts'
import { listenLive, type Listening } from './listen-live.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let server: Serving
before(async () => {
  web = await startWeb()
  server = await serve({ app: web.app, host: '127.0.0.1', port: 0 })
})
after(async () => {
  await server.close()
  await web.close()
})

const listen = (cookie: string, options = {}) => listenLive(server.address, cookie, options)
const dismiss = (cookie: string, id: number) =>
  web.ask(`POST /api/candidates/${id}/dismiss`, { cookie, body: { reason: 'spam' } })
type Told = { candidateIds: number[]; items: Record<string, unknown>[]; isWhole: boolean }
const next = async (ear: Listening, name: string) => {
  const { id, data } = await ear.next(name)
  return { id, ...(data as Told) }
}

test('the stream says hello at once, and nothing between keeps it back', async () => {
  const { cookie } = await web.enter('analyst')
  const ear = await listen(cookie, { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(ear.headers.get('content-type'), 'text/event-stream')
  assert.equal(ear.headers.get('content-encoding'), null)
  assert.equal(ear.headers.get('x-accel-buffering'), 'no')
  assert.equal(ear.headers.get('cache-control'), 'no-store')
  const { isWhole, id } = await next(ear, 'hello')
  assert.equal(isWhole, true)
  assert.match(id, /^\d+-\d+$/)
  assert.ok(Array.isArray((await next(ear, 'holds')).items))
  ear.stop()
})

test('a decision of a colleague is told at once, with who and what', async () => {
  const [sari, budi] = [await web.enter('analyst'), await web.enter('humas')]
  const { id } = await makeCandidate(web.fresh.sql, web.region)
  const ear = await listen(sari.cookie)
  await next(ear, 'holds')
  const { json } = await dismiss(budi.cookie, id)
  const at = performance.now()
  const { items } = await next(ear, 'changed')
  assert.ok(performance.now() - at < 900, 'not only with the next look each second')
  assert.deepEqual(
    { ...items[0], at: null },
    {
      candidateId: id,
      kind: 'candidate.dismissed',
      status: 'dismissed',
      version: json['version'],
      by: { id: budi.officer.id, name: (items[0]!['by'] as { name: string }).name },
      at: null,
    },
  )
  ear.stop()
})

test('what the line makes arrives', async () => {
  const { cookie } = await web.enter('leader')
  const ear = await listen(cookie)
  await next(ear, 'holds')
  const { id: sourceId } = await makeSource(web.fresh.sql, { regionId: web.region.id })
  const text = 'Tolong pak, lampu jalan di depan pasar mati semua sudah dua minggu'
  await makePost(web.fresh.sql, { regionId: web.region.id, sourceId, text })
  await readWaiting(web.fresh.db, web.region, { limit: 10 })
  await groupWaiting(web.fresh.db, web.region, { limit: 10 })
  const { candidateIds } = await next(ear, 'arrived')
  const [row] = await web.fresh.sql<{ id: number }[]>`select max(id) as id from candidates`
  assert.deepEqual(candidateIds, [row!.id])
  ear.stop()
})

test('who is where is told to all, and again when they have gone', async () => {
  const [sari, budi] = [await web.enter('analyst'), await web.enter('humas')]
  const { id } = await makeCandidate(web.fresh.sql, web.region)
  const ear = await listen(sari.cookie)
  await next(ear, 'holds')
  const body = { doing: 'deciding' }
  await web.ask(`POST /api/candidates/${id}/hold`, { cookie: budi.cookie, body })
  const { items } = await next(ear, 'holds')
  assert.deepEqual(
    items.map(({ candidateId, doing, officer }) => [
      candidateId,
      doing,
      (officer as { id: number }).id,
    ]),
    [[id, 'deciding', budi.officer.id]],
  )
  await web.ask(`DELETE /api/candidates/${id}/hold`, { cookie: budi.cookie })
  assert.deepEqual((await next(ear, 'holds')).items, [])
  ear.stop()
})

test('who comes back hears what was missed, by header or by address', async () => {
  const [sari, budi] = [await web.enter('analyst'), await web.enter('humas')]
  const { id } = await makeCandidate(web.fresh.sql, web.region)
  const ear = await listen(sari.cookie)
  const place = (await next(ear, 'hello')).id
  ear.stop()
  await dismiss(budi.cookie, id)
  for (const options of [{ after: place }, { after: '1-1', headers: { 'last-event-id': place } }]) {
    const again = await listen(sari.cookie, options)
    const hello = await next(again, 'hello')
    assert.deepEqual([hello.isWhole, hello.id], [true, place])
    const { items, id: last } = await next(again, 'changed')
    assert.deepEqual(
      items.map(({ candidateId }) => candidateId),
      [id],
    )
    assert.notEqual(last, place)
    again.stop()
  }
})

test('who missed too much, or names a place that never was, is told to load anew', async () => {
  const { cookie } = await web.enter('analyst')
  const { sql } = web.fresh
  await sql`
    insert into events (region_id, kind, prev_hash, hash)
    select ${web.region.id}, 'officer.signed_in', '', '' from generate_series(1, 3001)`
  for (const after of ['0-0', '999999999-1', '1-999999999']) {
    const ear = await listen(cookie, { after })
    const { isWhole, id } = await next(ear, 'hello')
    assert.deepEqual([after, isWhole], [after, false])
    assert.notEqual(id, after)
    ear.stop()
  }
  const ear = await listen(cookie, { after: 'omong kosong' })
  assert.equal((await next(ear, 'hello')).isWhole, true)
  ear.stop()
})

test('the stream ends with the session', async () => {
  const { cookie } = await web.enter('analyst')
  const ear = await listen(cookie)
  await next(ear, 'hello')
  await web.ask('DELETE /api/session', { cookie })
  await ear.next('end')
  await ear.ended
  assert.equal((await fetch(`${server.address}/api/live`, { headers: { cookie } })).status, 401)
})

test('listening is not using: a session runs out behind an open stream', async () => {
  const { cookie, officer } = await web.enter('analyst')
  const ear = await listen(cookie)
  await next(ear, 'hello')
  await web.fresh.sql`
    update sessions set seen_at = now() - interval '13 hours' where officer_id = ${officer.id}`
  await ear.next('end')
  await ear.ended
})

test('who may not read the queue does not hear of it', async () => {
  const { cookie } = await web.enter('agency', 'DPU')
  const answer = await fetch(`${server.address}/api/live`, { headers: { cookie } })
  assert.equal(answer.status, 403)
  assert.match(await answer.text(), /tidak berhak/)
})

test('an officer has twenty windows at most, and closed ones do not count', async () => {
  const { cookie } = await web.enter('analyst')
  const ears = await Promise.all(Array.from({ length: 20 }, () => listen(cookie)))
  const refused = await fetch(`${server.address}/api/live`, { headers: { cookie } })
  assert.equal(refused.status, 429)
  await refused.text()
  for (const ear of ears) ear.stop()
  await wait(200)
  const ear = await listen(cookie)
  assert.equal((await next(ear, 'hello')).isWhole, true)
  ear.stop()
})

test('asking only for the headers opens no stream', async () => {
  const { cookie } = await web.enter('analyst')
  for (let n = 0; n < 25; n += 1) {
    const answer = await fetch(`${server.address}/api/live`, {
      method: 'HEAD',
      headers: { cookie },
    })
    assert.equal(answer.status, 200)
  }
})

test('the server stops at once although streams are open, and they end in order', async () => {
  const { cookie } = await web.enter('analyst')
  const own = await serve({ app: web.app, host: '127.0.0.1', port: 0 })
  const ears = await Promise.all(
    Array.from({ length: 15 }, () => listenLive(own.address, cookie, {})),
  )
  await Promise.all(ears.map((ear) => ear.next('hello')))
  const start = performance.now()
  await own.close()
  assert.ok(performance.now() - start < 1000, 'no stream holds up the stop')
  await Promise.all(ears.map((ear) => ear.ended))
})
