import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { receiveWebhook, signWebhook, webhookSecret } from '../../src/collect/sources/webhook.ts'
import { DomainError } from '../../src/errors.ts'
import { freshDatabase, freshRegion, makeSource, type Fresh } from '../helpers.ts'

const instanceKey = Buffer.alloc(32, 7)
const now = new Date('2026-11-22T08:00:00Z')
const unix = now.getTime() / 1000
let fresh: Fresh
let regionId: string
let sourceId: number

before(async () => {
  fresh = await freshDatabase()
  regionId = (await freshRegion(fresh.sql)).id
  sourceId = (await makeSource(fresh.sql, { regionId, kind: 'webhook', channel: 'whatsapp' })).id
})
after(() => fresh.close())

const secret = (generation = 1, id = sourceId) => webhookSecret(instanceKey, id, generation)
const bodyOf = (...items: unknown[]) => Buffer.from(JSON.stringify({ items }))
const item = (id: string, wishes: object = {}) => ({
  id,
  text: 'Sampah menumpuk di depan pasar',
  created_at: '2026-11-22T14:00:00+08:00',
  ...wishes,
})

type Wishes = { signature?: string | null; sourceId?: number; regionId?: string; now?: Date }
const send = (rawBody: Uint8Array, wishes: Wishes = {}) =>
  receiveWebhook(fresh.db, {
    sourceId,
    rawBody,
    signature: signWebhook(rawBody, secret(), unix),
    now,
    instanceKey,
    ...wishes,
  })
const refuses =
  (status: number, sentence = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof DomainError, String(error))
    assert.equal(error.status, status)
    assert.match(error.message, sentence)
    return true
  }

test('signed items become posts, and sending them again adds nothing', async () => {
  const body = bodyOf(
    item('1', {
      title: 'Sampah',
      url: 'https://a.id/1?utm_source=wa',
      kind: 'message',
      channel: 'telegram',
      author: { handle: 'warga' },
      parent_id: '0',
      place: { name: 'Wua-Wua' },
      media: [{ type: 'image', url: 'https://a.id/1.jpg' }],
      metrics: { likes: 2 },
    }),
    item('2'),
  )
  assert.deepEqual(await send(body), { added: 2, known: 0, problems: [] })
  assert.deepEqual(await send(body), { added: 0, known: 2, problems: [] })
  const rows = await fresh.sql`
    select native_id, parent_native_id, canonical_url, kind, channel, author_handle, title, created_at, place
      from posts where source_id = ${sourceId} order by native_id`
  assert.equal(rows.length, 2)
  assert.deepEqual(
    { ...rows[0] },
    {
      nativeId: `${sourceId}|1`,
      parentNativeId: `${sourceId}|0`,
      canonicalUrl: 'https://a.id/1',
      kind: 'message',
      channel: 'telegram',
      authorHandle: 'warga',
      title: 'Sampah',
      createdAt: new Date('2026-11-22T06:00:00Z'),
      place: { name: 'Wua-Wua', origin: 'platform-tag' },
    },
  )
  assert.equal(rows[1]?.['channel'], 'whatsapp')
})

test('no bit of the body or the signature can be changed', async () => {
  const body = bodyOf(item('bits'))
  const good = signWebhook(body, secret(), unix)
  for (let bit = 0; bit < body.length * 8; bit += 7) {
    const changed = Buffer.from(body)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    await assert.rejects(send(changed, { signature: good }), refuses(401))
  }
  for (let index = 0; index < good.length; index++) {
    const changed =
      good.slice(0, index) + String.fromCharCode(good.charCodeAt(index) ^ 1) + good.slice(index + 1)
    await assert.rejects(send(body, { signature: changed }), refuses(401), changed)
  }
  for (let length = 0; length < good.length; length++) {
    await assert.rejects(send(body, { signature: good.slice(0, length) }), refuses(401))
  }
  assert.equal((await send(body, { signature: good })).added, 1)
})

test('a signature is good for five minutes before and after', async () => {
  const body = bodyOf(item('time'))
  const signed = (seconds: number) =>
    send(body, { signature: signWebhook(body, secret(), unix + seconds) })
  await assert.rejects(signed(-301), refuses(401, /5 menit/))
  await assert.rejects(signed(301), refuses(401, /5 menit/))
  assert.equal((await signed(-300)).added, 1)
  assert.equal((await signed(300)).known, 1)
})

test('a missing, malformed or doubled signature is refused', async () => {
  const body = bodyOf(item('form'))
  const hex = signWebhook(body, secret(), unix).split('v1=')[1] ?? ''
  const forms = [
    null,
    '',
    't=,v1=',
    `v1=${hex}`,
    `t=${unix}`,
    `t=${unix},v0=${hex}`,
    `t=1e9,v1=${hex}`,
  ]
  forms.push(`t=${unix},t=${unix + 1},v1=${hex}`, `t=${unix}${`,v1=${hex}`.repeat(5)}`, hex)
  for (const signature of forms) {
    await assert.rejects(
      send(body, { signature }),
      refuses(401, /X-Dengar-Signature/),
      String(signature),
    )
  }
})

test('the secret of another source or another generation does not open this one', async () => {
  const body = bodyOf(item('other'))
  const other = await makeSource(fresh.sql, { regionId, kind: 'webhook' })
  for (const key of [
    secret(1, other.id),
    secret(2),
    webhookSecret(Buffer.alloc(32, 8), sourceId, 1),
  ]) {
    const signature = signWebhook(body, key, unix)
    await assert.rejects(send(body, { signature }), refuses(401, /tidak cocok/))
  }
})

test('while secrets change, several signatures may come and two secrets may count', async () => {
  const { id } = await makeSource(fresh.sql, { regionId, kind: 'webhook' })
  const body = bodyOf(item('rotate'))
  const old = signWebhook(body, secret(1, id), unix)
  const both = `${old},${signWebhook(body, secret(2, id), unix).split(',')[1]}`
  await fresh.sql`update sources set settings = ${fresh.sql.json({ generation: 2 })} where id = ${id}`
  await assert.rejects(send(body, { sourceId: id, signature: old }), refuses(401))
  assert.equal((await send(body, { sourceId: id, signature: both })).added, 1)
  await fresh.sql`
    update sources set settings = ${fresh.sql.json({ generation: 2, acceptPrevious: true })} where id = ${id}`
  assert.equal((await send(body, { sourceId: id, signature: old })).known, 1)
})

test('an unknown, foreign, disabled or other kind of source is not found', async () => {
  const body = bodyOf(item('404'))
  const feed = await makeSource(fresh.sql, { regionId, kind: 'feed' })
  const off = await makeSource(fresh.sql, { regionId, kind: 'webhook' })
  await fresh.sql`update sources set enabled = false where id = ${off.id}`
  for (const id of [999_999, feed.id, off.id]) {
    const signature = signWebhook(body, secret(1, id), unix)
    await assert.rejects(send(body, { sourceId: id, signature }), refuses(404))
  }
  await assert.rejects(send(body, { regionId: 'lain' }), refuses(404))
  assert.equal((await send(body, { regionId })).added, 1)
})

test('what is too large or not the agreed JSON is refused whole', async () => {
  await assert.rejects(send(Buffer.alloc(2_000_001, 32)), refuses(413, /2 MB/))
  for (const text of ['', 'x', '[]', '{}', '{"items":{}}', '[[[[', '\xff']) {
    await assert.rejects(send(Buffer.from(text, 'latin1')), refuses(422), text)
  }
  const many = bodyOf(...Array.from({ length: 1_001 }, (_, index) => item(`${index}`)))
  await assert.rejects(send(many), refuses(422, /1000 butir/))
})

test('a bad item is named by its place and does not take the others with it', async () => {
  const { added, problems } = await send(
    bodyOf(
      item('good'),
      { id: 'x' },
      item('bad-date', { created_at: 'kemarin' }),
      item('bad-url', { url: 'javascript:alert(1)' }),
      item('bad-kind', { kind: 'aduan' }),
      item('long', { text: 'a'.repeat(100_001) }),
      'text',
      null,
      item('nul', { text: 'a\u0000b' }),
    ),
  )
  assert.equal(added, 2)
  assert.deepEqual(
    problems.map(({ index }) => index),
    [1, 2, 3, 4, 5, 6, 7],
  )
  assert.match(problems[0]?.problem ?? '', /text: .*created_at: /)
})
