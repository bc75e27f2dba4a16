import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDate } from '../../src/collect/dates.ts'

const KENDARI = 'Asia/Makassar'
const iso = (text: string, timezone = KENDARI) => parseDate(text, timezone)?.toISOString() ?? null

test('Indonesian news dates of every known shape are read', () => {
  const shapes: [string, string][] = [
    ['Diperbarui 03 Sep 2024, 09:41 WIB', '2024-09-03T02:41:00.000Z'],
    ['Selasa, 03 Sep 2024 09:41 WIB', '2024-09-03T02:41:00.000Z'],
    ['Selasa   03 Sep 2024  09:41 WIB', '2024-09-03T02:41:00.000Z'],
    [',\u00a0Jurnalis-Jum’at, 6 September 2024 |09:41 WIB', '2024-09-06T02:41:00.000Z'],
    ["Jum'at, 6 September 2024 | 09.41 WITA", '2024-09-06T01:41:00.000Z'],
    ['Media.com- 03/09/2024, 09:41 WIB', '2024-09-03T02:41:00.000Z'],
    ['03 September 2024', '2024-09-02T16:00:00.000Z'],
    ['Rab, 04 Sep 2024 09:41:05 +0700', '2024-09-04T02:41:05.000Z'],
    ['Minggu, 1 Des 2024 23.59 WIT', '2024-12-01T14:59:00.000Z'],
    ['Senin (07/10/2024) pukul 21.30', '2024-10-07T13:30:00.000Z'],
  ]
  for (const [text, expected] of shapes) assert.equal(iso(text), expected, text)
})

test('every Indonesian month is known by its name and its abbreviations', () => {
  const months =
    'Januari/Jan Februari/Pebruari/Feb Maret/Mar April/Apr Mei Juni/Jun Juli/Jul ' +
    'Agustus/Agu/Agt/Ags September/Sep/Sept Oktober/Okt November/Nopember/Nov Desember/Des'
  for (const [index, names] of months.split(' ').entries()) {
    for (const name of names.split('/')) {
      const expected = new Date(Date.UTC(2024, index, 15, 4)).toISOString()
      assert.equal(iso(`15 ${name} 2024 12:00`), expected, name)
      assert.equal(iso(`15 ${name.toUpperCase()} 2024 12:00`), expected, name)
    }
  }
})

test('the dates of feeds are read: RFC 822, RFC 3339, ISO 8601 and asctime', () => {
  const shapes: [string, string][] = [
    ['Tue, 03 Sep 2024 19:48:21 GMT', '2024-09-03T19:48:21.000Z'],
    ['Tue, 3 Sep 24 19:48 EST', '2024-09-04T00:48:00.000Z'],
    ['03 Sep 2024 19:48:21 -0530', '2024-09-04T01:18:21.000Z'],
    ['2024-09-03T10:14:55Z', '2024-09-03T10:14:55.000Z'],
    ['2024-09-03T10:14:55.123456+08:00', '2024-09-03T02:14:55.123Z'],
    ['2024-09-03t10:14z', '2024-09-03T10:14:00.000Z'],
    ['20240903T101455Z', '2024-09-03T10:14:55.000Z'],
    ['2024-09-03', '2024-09-02T16:00:00.000Z'],
    ['2024-09', '2024-08-31T16:00:00.000Z'],
    ['Tue Sep  3 10:14:55 2024', '2024-09-03T02:14:55.000Z'],
    ['Tue Sep 3 10:14:55 WIB 2024', '2024-09-03T03:14:55.000Z'],
    ['September 3, 2024 3:05 PM', '2024-09-03T07:05:00.000Z'],
    ['2024-06-30T23:59:60Z', '2024-06-30T23:59:59.000Z'],
    ['1725358495', '2024-09-03T10:14:55.000Z'],
    ['1725358495123', '2024-09-03T10:14:55.123Z'],
  ]
  for (const [text, expected] of shapes) assert.equal(iso(text), expected, text)
})

test('a time without a zone is read in the given zone', () => {
  assert.equal(iso('03/09/2024 09:41', 'Asia/Jakarta'), '2024-09-03T02:41:00.000Z')
  assert.equal(iso('03/09/2024 09:41', 'Asia/Jayapura'), '2024-09-03T00:41:00.000Z')
  assert.equal(iso('03/09/2024 09:41', 'UTC'), '2024-09-03T09:41:00.000Z')
  // A zone with summer time, on both sides of the change.
  assert.equal(iso('2024-03-31 01:30', 'Europe/Amsterdam'), '2024-03-31T00:30:00.000Z')
  assert.equal(iso('2024-03-31 03:30', 'Europe/Amsterdam'), '2024-03-31T01:30:00.000Z')
})

test('what is no date, or cannot be one, gives null', () => {
  const texts = [
    '',
    'kemarin',
    '31 Februari 2024',
    '32/01/2024',
    '03/13/2024',
    '03 Sep',
    '2024',
    '12345',
    '10:00 WIB',
  ]
  for (const text of [...texts, '2024-09-03 25:00', '2024-09-03 10:61'])
    assert.equal(iso(text), null, text)
})

test('any instant written as ISO 8601 comes back, and any text whatever is survived quickly', () => {
  const range = { min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(range), (date) => {
      assert.equal(iso(date.toISOString()), date.toISOString())
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const found = parseDate(text, KENDARI)
      assert.ok(found === null || !Number.isNaN(found.getTime()))
    }),
  )
  const start = performance.now()
  for (const piece of ['1', '1:', '1 jan ', ' ', 'wib ', '01/', "'"]) iso(piece.repeat(1_000_000))
  assert.ok(performance.now() - start < 1_000)
})
