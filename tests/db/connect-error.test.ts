import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainConnectError } from '../../src/db/connect-error.ts'

const URL_WITH_PASSWORD = 'postgres://dengar:hunter2@db.example:5433/aduan'
const failed = (code: string, message: string) => Object.assign(new Error(message), { code })

test('each reason why PostgreSQL cannot be used says what to do, and never the password', () => {
  const reasons: [Error, RegExp][] = [
    [failed('ECONNREFUSED', 'connect'), /db\.example:5433 does not answer\. Check that it runs/],
    [failed('3D000', 'database "aduan" does not exist'), /"aduan" does not exist\. Make it with/],
    [
      failed('28P01', 'password authentication failed'),
      /Correct the user and password in DATABASE_URL/,
    ],
    [
      new Error('migrate: 0003_line.sql: x', {
        cause: failed('42501', 'permission denied to create extension "vector"'),
      }),
      /permission denied to create extension "vector"\. .*"create extension vector;/,
    ],
  ]
  for (const [error, sentence] of reasons) {
    const explained = explainConnectError(error, URL_WITH_PASSWORD)
    assert.ok(explained instanceof Error)
    assert.match(explained.message, sentence)
    assert.doesNotMatch(explained.message, /hunter2/)
  }
})

test('what has no advice stays as it is', () => {
  for (const error of [new Error('migrate: 0002_x.sql was edited'), failed('42P07', 'exists'), 7]) {
    assert.equal(explainConnectError(error, URL_WITH_PASSWORD), error)
  }
})
