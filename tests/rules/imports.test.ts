import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf, resolveImport, sourceFiles } from './source-files.ts'

const FILES = sourceFiles(['src', 'workers'])

/** Edges are wrapped once: the only file that may import a package. */
const ONE_IMPORTER: Record<string, RegExp> = {
  natural: /^src\/read\/words\.ts$/,
  pgvector: /^src\/group\/embed\.ts$/,
  'node-cron': /^workers\/main\.ts$/,
  undici: /^src\/collect\/safe-fetch[a-z-]*\.ts$/,
  'ipaddr.js': /^src\/collect\/[a-z-]+\.ts$/,
  feedsmith: /^src\/collect\/sources\/feed[a-z-]*\.ts$/,
  exceljs: /^src\/collect\/sources\/file[a-z-]*\.ts$/,
  'twitter-api-v2': /^src\/collect\/sources\/x\.ts$/,
  '@electric-sql/pglite': /^src\/db\/pglite-worker\.ts$/,
  '@electric-sql/pglite-pgvector': /^src\/db\/pglite-worker\.ts$/,
  vite: /^src\/commands\/build-dashboard\.ts$/,
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

test('a package with an edge is imported by its one file only', () => {
  for (const file of FILES) {
    for (const specifier of importsOf(file)) {
      const allowed = ONE_IMPORTER[packageOf(specifier)]
      if (allowed) assert.match(file.name, allowed, `${file.name} imports ${specifier}`)
    }
  }
})

test('chart.js is imported by one file of the dashboard', () => {
  const files = sourceFiles(['dashboard/src']).filter((file) =>
    importsOf(file).some((each) => each.startsWith('chart.js')),
  )
  assert.equal(files.length, 1, files.map((file) => file.name).join(', '))
})

/** The steps of the line meet in rows, not in calls. */
const STEPS = ['collect', 'read', 'group', 'triage', 'cases']
const DOOR = { from: 'src/triage/open.ts', to: 'src/cases/open.ts' }

test('the steps of the line do not import each other, but for the one door', () => {
  for (const file of FILES) {
    const step = STEPS.find((each) => file.name.startsWith(`src/${each}/`))
    if (!step) continue
    for (const specifier of importsOf(file)) {
      const target = resolveImport(file, specifier)
      const other = STEPS.find((each) => each !== step && target?.startsWith(`src/${each}/`))
      if (!other || isSharedShape(target!)) continue
      if (file.name === DOOR.from && target === DOOR.to) continue
      if (step === 'triage' && other === 'cases') {
        assert.match(file.name, /undo/, `${file.name} imports ${target}`)
        continue
      }
      assert.fail(`${file.name} imports ${target}: steps meet in rows`)
    }
  }
})

/** Types and pure text rules that two steps speak of. */
function isSharedShape(target: string): boolean {
  return [
    'src/read/reading.ts',
    'src/read/normalize.ts',
    'src/read/word.ts',
    'src/read/words.ts',
  ].includes(target)
}

test('arrows point inward: src knows workers and dashboard only from its commands', () => {
  for (const file of FILES.filter((each) => each.name.startsWith('src/'))) {
    for (const specifier of importsOf(file)) {
      const target = resolveImport(file, specifier)
      if (!target) continue
      assert.doesNotMatch(target, /^(dashboard|tests|bench)\//, file.name)
      if (target.startsWith('workers/')) assert.match(file.name, /^src\/commands\//)
    }
  }
})

test('the dashboard takes types only from src', () => {
  for (const file of sourceFiles(['dashboard/src'])) {
    const values = file.text.matchAll(/^import (?!type)[^']*? from '((?:\.\.\/)+src\/[^']+)'/gm)
    assert.deepEqual(
      [...values].map((match) => match[1]),
      [],
      file.name,
    )
  }
})

test('each relative import names its file with the ending that Node needs', () => {
  for (const file of sourceFiles(['src', 'workers', 'tests', 'bench'])) {
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) continue
      assert.match(specifier, /\.(ts|mjs|json)$/, `${file.name}: ${specifier}`)
    }
  }
})

test('only config.ts reads the environment', () => {
  for (const file of FILES) {
    if (['src/config.ts', 'src/ready.mjs'].includes(file.name)) continue
    assert.doesNotMatch(file.text, /process\.env/, file.name)
  }
})
