import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkPassword } from '../../src/people/check-password.ts'
import { hashPassword, verifyPassword } from '../../src/people/password.ts'

test('a password fits its own hash and no other, whatever characters it has', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(text, text, async (password, other) => {
      const hash = await hashPassword(password)
      assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
      assert.ok(await verifyPassword(password, hash))
      if (other.normalize('NFKC') !== password.normalize('NFKC')) {
        assert.ok(!(await verifyPassword(other, hash)))
      }
    }),
    { numRuns: 15 },
  )
})

test('the same password has a new hash each time', async () => {
  assert.notEqual(await hashPassword('kursi biru empat'), await hashPassword('kursi biru empat'))
})

test('a known hash of the reference implementation is understood', async () => {
  // From test.c of the reference implementation: "password", "somesalt", 2 passes, 64 MiB, 1 lane.
  const hash =
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.ok(await verifyPassword('password', hash))
  assert.ok(!(await verifyPassword('Password', hash)))
})

test('a text that is no hash, or asks for too much memory, fits no password', async () => {
  const hash = await hashPassword('kursi biru empat')
  for (const wrong of [
    '',
    'none',
    hash.replace('argon2id', 'argon2i'),
    hash.replace('m=19456', 'm=99999999'),
    hash.replace('t=2', 't=0'),
    hash.replace('p=1', 'p=0'),
    hash.replace('m=19456', 'm=1'),
  ]) {
    assert.equal(await verifyPassword('kursi biru empat', wrong), false, wrong)
  }
})

test('short, guessed and repetitive passwords are refused with a sentence', () => {
  for (const password of [
    '',
    'pendek',
    'kursi biru',
    'aaaaaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    '2222-3333-4444',
    'Password12345',
    'RAHASIA-2026!!',
    'adminadmin2026',
    'x0123456789x!',
    'kominfo#2026#',
    'x'.repeat(201),
  ]) {
    assert.match(checkPassword(password) ?? 'accepted', /^Kata sandi/, password)
  }
  assert.match(checkPassword('sari.wulan-1990', ['sari.wulan']) ?? 'accepted', /mudah ditebak/)
})

test('a few random words are accepted', () => {
  for (const password of ['kursi biru empat hujan', 'Tembok-miring77', 'ngapain ki’ jam segini?']) {
    assert.equal(checkPassword(password, ['sari', 'Sari']), null)
  }
})
