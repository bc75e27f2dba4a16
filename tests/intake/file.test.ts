import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type Complaint, fileComplaint } from '../../src/intake/file.ts'
import { verifyLedger } from '../../src/ledger/verify.ts'
import type { Region } from '../../src/region/region.ts'
import { type Fresh, freshDatabase, freshRegion } from '../helpers.ts'
import { assertRefused } from '../makers.ts'

let fresh: Fresh
let region: Region
before(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
})
after(() => fresh.close())

let host = 0
const complaint = (fields: Partial<Complaint> = {}): Complaint => ({
  text: 'Lampu jalan di depan pasar mati sejak tiga hari lalu.',
  confidential: false,
  requestKey: randomUUID(),
  clientAddress: `198.51.100.${(host += 1) % 250}`,
  instanceKey: Buffer.alloc(32, 7),
  ...fields,
})
const file = (fields: Partial<Complaint> = {}) =>
  fileComplaint(fresh.sql, region, complaint(fields))
const filings = () => fresh.sql<Record<string, unknown>[]>`
  select number, text, category, kelurahan_code, address, contact_name, contact, confidential, read_at
    from filings order by id`

test('a filing is stored as it was told, waits to be read, and leaves a history row', async () => {
  const told = {
    text: '  Lampu jalan mati.\u0000 ',
    category: 'penerangan',
    kelurahanCode: '99.01.01.1001',
    address: 'Gang 3',
    contactName: 'Pelapor Rekaan',
    contact: '0800-000-000',
    confidential: true,
  }
  const { number } = await file(told)
  const stored = (await filings()).find((each) => each['number'] === number)
  assert.deepEqual({ ...stored }, { ...told, number, text: 'Lampu jalan mati.', readAt: null })
  const [event] = await fresh.sql<{ data: object; officerId: null }[]>`
    select data, officer_id from events where kind = 'filing.received' order by id desc limit 1`
  assert.deepEqual(event?.data, { number, channel: 'form', confidential: true })
  assert.equal(event.officerId, null)
})

test('pressing "send" twice files once and shows the same number and secret', async () => {
  const before = (await filings()).length
  const form = complaint()
  const first = await fileComplaint(fresh.sql, region, form)
  assert.deepEqual(await fileComplaint(fresh.sql, region, form), first)
  assert.equal((await filings()).length, before + 1)
})

test('ten presses at once file once', async () => {
  const before = (await filings()).length
  const form = complaint()
  const tickets = await Promise.all(
    Array.from({ length: 10 }, () => fileComplaint(fresh.sql, region, form)),
  )
  assert.equal(new Set(tickets.map(({ number, secret }) => number + secret)).size, 1)
  assert.equal((await filings()).length, before + 1)
  assert.equal((await verifyLedger(fresh.sql, region.id)).brokenAt, null)
})

test('a form that was sent does not swallow another text', async () => {
  const form = complaint()
  const { number } = await fileComplaint(fresh.sql, region, form)
  const changed = { ...form, text: 'Dan airnya juga mati sejak kemarin.' }
  const sentence = new RegExp(`sudah terkirim dengan nomor ${number}`)
  await assertRefused(fileComplaint(fresh.sql, region, changed), 409, sentence)
})

test('the secret itself is not in the database', async () => {
  const { secret } = await file()
  const rows = await fresh.sql<{ row: string }[]>`select filings::text as row from filings`
  assert.ok(!JSON.stringify(rows).includes(secret.replaceAll('-', '')))
  assert.ok(!JSON.stringify(rows).includes(secret))
})

test('every wrong field gets its own sentence, and nothing is stored', async () => {
  const before = (await filings()).length
  const refusal = await assertRefused(
    file({
      text: 'Rusak',
      category: 'jalanan',
      kelurahanCode: '99.01.01',
      address: 'x'.repeat(301),
      contactName: 'x'.repeat(121),
      contact: 'x'.repeat(121),
      requestKey: '',
    }),
    422,
  )
  assert.deepEqual(Object.keys(refusal.fields).sort(), [
    'address',
    'category',
    'contact',
    'contactName',
    'kelurahanCode',
    'requestKey',
    'text',
  ])
  await assertRefused(file({ text: 'x'.repeat(5001) }), 422, /paling panjang 5000/)
  assert.equal((await filings()).length, before)
})

test('the thirty-first filing of an hour from an address must wait; the address is not kept', async () => {
  const clientAddress = '203.0.113.77'
  const now = new Date('2026-11-20T03:20:00Z')
  for (let n = 0; n < 30; n++) await file({ clientAddress, now })
  await assertRefused(file({ clientAddress, now }), 429, /Coba lagi dalam 40 menit/)
  await file({ clientAddress, now: new Date('2026-11-20T04:00:00Z') })
  const keys = await fresh.sql<{ key: string }[]>`select key from throttles`
  assert.ok(!JSON.stringify(keys).includes('203.0.113'))
})
