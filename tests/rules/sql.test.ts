import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { MIGRATIONS } from '../../src/db/migrate.ts'
import { sourceFiles } from './source-files.ts'

const FILES = sourceFiles(['src', 'workers'])

test('SQL has a home: tagged queries stand only in queries.ts and in src/db', () => {
  for (const file of FILES) {
    if (/\/queries(-[a-z-]+)?\.ts$/.test(file.name) || file.name.startsWith('src/db/')) continue
    assert.doesNotMatch(file.text, /\b(sql|tx|trx)(<[^>`]*>)?`/, file.name)
    assert.doesNotMatch(file.text, /\.unsafe\(/, file.name)
  }
})

test('queries name their columns', () => {
  for (const file of FILES) assert.doesNotMatch(file.text, /select \*/, file.name)
})

test('migrations are numbered without gap or repeat, and say what they do', () => {
  const names = readdirSync(MIGRATIONS).sort()
  names.forEach((name, index) => {
    assert.match(name, /^\d{4}_[a-z_]+\.sql$/)
    assert.equal(Number(name.slice(0, 4)), index + 1, name)
  })
})
