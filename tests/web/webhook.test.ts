import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signWebhook, webhookSecret } from '../../src/collect/sources/webhook.ts'
import { makeSource } from '../helpers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
let sourceId: number
before(async () => {
  web = await startWeb()
  const source = await makeSource(web.fresh.sql, { regionId: web.region.id, kind: 'webhook' })
  sourceId = source.id
})
after(() => web.close())

const item = (id: string) => ({
  id,
  text: 'Jalan di depan pasar berlubang',
  created_at: '2026-11-20T02:00:00Z',
})

function push(body: string, options: { to?: number; signature?: string } = {}) {
  const secret = webhookSecret(web.instanceKey, sourceId, 1)
  const signature = options.signature ?? signWebhook(body, secret, Math.floor(Date.now() / 1000))
  const headers = { 'x-dengar-signature': signature }
  return web.ask(`POST /intake/webhook/${options.to ?? sourceId}`, { headers, body })
}

test('signed posts are taken with 202 and counted; sent again they add nothing', async () => {
  const body = JSON.stringify({ items: [item('a'), item('b'), { id: 'c' }] })
  const first = await push(body)
  assert.equal(first.status, 202)
  assert.deepEqual([first.json['added'], first.json['known']], [2, 0])
  assert.equal((first.json['problems'] as unknown[]).length, 1)
  const second = await push(body)
  assert.deepEqual([second.status, second.json['added'], second.json['known']], [202, 0, 2])
})

test('a wrong, old or missing signature is refused with 401, and nothing is kept', async () => {
  const body = JSON.stringify({ items: [item('x')] })
  const secret = webhookSecret(web.instanceKey, sourceId, 1)
  const old = signWebhook(body, secret, Math.floor(Date.now() / 1000) - 3600)
  for (const signature of [
    '',
    't=1,v1=00',
    signWebhook(body, 'x'.repeat(64), (Date.now() / 1000) | 0),
    old,
  ]) {
    const { status, json } = await push(body, { signature })
    assert.equal(status, 401, signature)
    assert.ok(json['error'])
  }
  const [row] = await web.fresh.sql`select count(*) as posts from posts where native_id like '%|x'`
  assert.equal(row!['posts'], 0)
})

test('the signature covers the raw bytes, not what they mean', async () => {
  const body = JSON.stringify({ items: [item('y')] })
  const secret = webhookSecret(web.instanceKey, sourceId, 1)
  const signature = signWebhook(body, secret, Math.floor(Date.now() / 1000))
  assert.equal((await push(`${body} `, { signature })).status, 401)
})

test('an unknown source is 404, what is not JSON 422, more than 2 MB 413', async () => {
  assert.equal((await push('{"items":[]}', { to: 999_999 })).status, 404)
  assert.equal((await web.ask('POST /intake/webhook/abc', { body: '{}' })).status, 404)
  assert.equal((await push('halo')).status, 422)
  const large = await push(
    JSON.stringify({ items: [{ ...item('z'), text: 'x'.repeat(2_100_000) }] }),
  )
  assert.equal(large.status, 413)
  assert.match(String(large.json['error']), /2 MB/)
})

test('an admin makes a webhook, sees its key, and a post signed with that key is taken', async () => {
  const { cookie } = await web.enter('admin')
  const made = await web.ask('POST /api/sources', {
    cookie,
    body: { kind: 'webhook', name: 'Pantauan warga', channel: 'facebook' },
  })
  assert.equal(made.status, 200)
  const key = await web.ask(`POST /api/sources/${String(made.json['id'])}/key`, { cookie })
  assert.match(String(key.json['url']), new RegExp(`/intake/webhook/${String(made.json['id'])}$`))
  const body = JSON.stringify({ items: [item('dari-kunci')] })
  const now = Math.floor(Date.now() / 1000)
  const signature = signWebhook(body, String(key.json['secret']), now)
  const pushed = await push(body, { to: Number(made.json['id']), signature })
  assert.equal(pushed.status, 202)
  const [post] = await web.fresh.sql`select channel from posts where native_id like '%dari-kunci'`
  assert.equal(post?.['channel'], 'facebook')
  const shown = await web.fresh.sql`select data from events where kind = 'source.key_shown'`
  assert.equal(shown.length, 1, 'that the key was shown stands in the history')
  assert.doesNotMatch(JSON.stringify(shown), new RegExp(String(key.json['secret'])))
})

test('a feed has no key', async () => {
  const { cookie } = await web.enter('admin')
  const feed = await makeSource(web.fresh.sql, { regionId: web.region.id, kind: 'feed' })
  const { status } = await web.ask(`POST /api/sources/${feed.id}/key`, { cookie })
  assert.equal(status, 404)
})
