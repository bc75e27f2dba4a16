import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { SOURCE_KINDS } from '../../src/collect/sources/all.ts'
import { COMMANDS } from '../../src/commands/all.ts'
import { SETTINGS } from '../../src/config.ts'
import { JOBS } from '../../workers/main.ts'
import { ROOT } from '../helpers.ts'
import { sourceFiles } from './source-files.ts'

const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8')
const README = read('README.md')
const ARCHITECTURE = read('ARCHITECTURE.md')

test('.env.example names every setting, and no other', () => {
  const named = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1]!)
  assert.deepEqual(named.sort(), [...SETTINGS].sort())
})

test('README names every command', () => {
  for (const command of COMMANDS) assert.ok(README.includes(`\`${command.name}`), command.name)
})

test('ARCHITECTURE names every job, every folder of src and every dependency', () => {
  for (const job of JOBS) assert.ok(ARCHITECTURE.includes(`\`${job.name}\``), job.name)
  const folders = new Set(
    sourceFiles(['src'])
      .map((file) => file.name.split('/'))
      .filter((parts) => parts.length > 2)
      .map((parts) => parts[1]!),
  )
  for (const folder of folders) assert.ok(ARCHITECTURE.includes(`\`${folder}/\``), folder)
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  const packages = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.keys(manifest[kind] ?? {}),
  )
  for (const name of packages) assert.ok(ARCHITECTURE.includes(`\`${name}\``), name)
})

test('each kind of source has its page for operators', () => {
  for (const { kind } of SOURCE_KINDS)
    assert.ok(read(`docs/sources/${kind}.md`).includes(`\`${kind}\``))
})

test('every dependency is pinned to one version', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name)
    }
  }
})

test('no work is left for later in the source', () => {
  for (const file of sourceFiles(['src', 'workers', 'dashboard/src', 'tests', 'bench'])) {
    if (file.name === 'tests/rules/docs.test.ts') continue
    assert.doesNotMatch(
      file.text,
      /\b(TODO|FIXME|XXX)\b|\b(test|it|describe)\.(skip|only|todo)\b/,
      file.name,
    )
  }
})
