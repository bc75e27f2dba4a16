import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  isSecretWhole,
  makeFilingNumber,
  makeSecret,
  readFilingNumber,
  secretHash,
} from '../../src/intake/number.ts'

const key = Buffer.alloc(32, 7)
const secret = makeSecret(key, 'contoh', 'form-1')

test('a number has the prefix of the region and six signs that survive the telephone', () => {
  for (let n = 0; n < 200; n++)
    assert.match(makeFilingNumber('CTH'), /^CTH-L-[0-9A-HJKMNP-TV-Z]{6}$/)
})

test('a secret is five groups of four, the same for the same form and another for any other', () => {
  assert.match(secret, /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.equal(makeSecret(key, 'contoh', 'form-1'), secret)
  assert.notEqual(makeSecret(key, 'contoh', 'form-2'), secret)
  assert.notEqual(makeSecret(key, 'kendari', 'form-1'), secret)
  assert.notEqual(makeSecret(Buffer.alloc(32, 8), 'contoh', 'form-1'), secret)
})

test('a secret is the same however it is typed', () => {
  const typed = secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  assert.deepEqual(secretHash(typed), secretHash(secret))
  assert.ok(isSecretWhole(typed))
})

test('one wrong or missing sign is noticed in every secret and at every place', () => {
  const place = fc.integer({ min: 0, max: 19 })
  const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split(''))
  fc.assert(
    fc.property(fc.uuid(), place, sign, (form, at, wrong) => {
      const whole = makeSecret(key, 'contoh', form).replaceAll('-', '')
      assert.ok(isSecretWhole(whole))
      assert.ok(!isSecretWhole(whole.slice(0, at) + whole.slice(at + 1)))
      if (whole[at] === wrong) return
      assert.ok(!isSecretWhole(whole.slice(0, at) + wrong + whole.slice(at + 1)))
    }),
  )
})

test('a number is read however it is typed, and nonsense is none', () => {
  for (const typed of ['CTH-L-7Q2M0X', 'cth-l-7q2mox', ' CTH L 7Q2MOX ', 'CTHL7Q2M0X']) {
    assert.equal(readFilingNumber(typed), 'CTH-L-7Q2M0X')
  }
  for (const typed of ['', '7Q2M0X', 'CTH-2026-00001', "'; drop table filings", 'x'.repeat(1e6)]) {
    assert.equal(readFilingNumber(typed), null)
  }
})
