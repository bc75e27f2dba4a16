import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordAdvice } from '../../dashboard/src/pages/password-advice.ts'
import { en } from '../../dashboard/src/words-en.ts'
import { indonesian as id } from '../../dashboard/src/words.ts'
import { checkPassword } from '../../src/people/check-password.ts'

const levelOf = (text: string) => passwordAdvice(text, id).level

test('what is too short is told how many characters are missing, in the language of the page', () => {
  assert.deepEqual(passwordAdvice('', id), { level: 0, sentence: id.invitation.tooShort(12) })
  assert.deepEqual(passwordAdvice('angin', id), { level: 1, sentence: 'kurang 7 huruf lagi' })
  assert.equal(passwordAdvice('angin', en).sentence, en.invitation.tooShort(7))
})

test('an emoji counts as one character, as people count', () => {
  assert.equal(passwordAdvice('😀'.repeat(11), id).sentence, id.invitation.tooShort(1))
})

test('repetitions and rows of keys are weak, however long', () => {
  for (const text of ['aaaaaaaaaaaaaaaaaaaa', '123456789012345678', 'abababababababab']) {
    assert.deepEqual(passwordAdvice(text, id), { level: 1, sentence: id.invitation.weak }, text)
  }
  assert.equal(levelOf('qwertyuiopasdfgh'), 1)
})

test('a longer and more varied password is never called weaker', () => {
  assert.equal(levelOf('kucingkucing'), 2)
  assert.equal(levelOf('kucing hitam'), 3)
  assert.equal(levelOf('angin-teluk-pagi-hari'), 4)
  assert.equal(passwordAdvice('angin-teluk-pagi-hari', id).sentence, id.invitation.strong)
})

test('what is called strong here is not refused by the server', () => {
  for (const text of [
    'angin-teluk-pagi-hari',
    'kuda baterai staples benar',
    'Xk29-vLq8-Wm4p-Tz7r',
  ]) {
    assert.equal(levelOf(text), 4, text)
    assert.equal(checkPassword(text, ['sari', 'Sari Rekaan']), null, text)
  }
})
