/**
 * `npm test`: every test, on the embedded database and, when TEST_DATABASE_URL is set, once more on
 * PostgreSQL. Ends with one line of counts. Names of files as arguments run only those.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT, TEST_DATA } from './helpers.ts'

/** Kills and rivals need several processes on one database: PostgreSQL only. */
const POSTGRES_ONLY = path.join('tests', 'faults')
/** Real texts lie beside the project, never in it. */
const DATA_ONLY = path.join('tests', 'real')
/** A sentence model needs two large packages that nobody else does. */
const MODEL_ONLY = path.join('tests', 'onnx')

const named = process.argv.slice(2)
const files = (named.length > 0 ? named : await testFiles()).map((name) => path.resolve(ROOT, name))
const url = process.env['TEST_DATABASE_URL']
delete process.env['TEST_DATABASE_URL']

const needsPostgres = (file: string) => file.startsWith(path.join(ROOT, POSTGRES_ONLY))
const onEmbedded = files.filter((file) => !needsPostgres(file))
const total = await runFiles('embedded database', onEmbedded)
if (url) {
  process.env['TEST_DATABASE_URL'] = url
  const again = await runFiles('PostgreSQL', await filesWithDatabase(files))
  total.passed += again.passed
  total.failed += again.failed
} else {
  const left = files.length - onEmbedded.length
  console.log(
    `TEST_DATABASE_URL is not set: the second run on PostgreSQL and ${left} files of ${POSTGRES_ONLY} are left out.`,
  )
}
if (total.passed === 0) console.log('No test ran: that is a failure.')
console.log(`tests: ${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function testFiles(): Promise<string[]> {
  const names = await readdir(path.join(ROOT, 'tests'), { recursive: true })
  const found = names
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('tests', name))
    .sort()
  return withoutData(withoutModel(found))
}

function withoutData(names: string[]): string[] {
  if (TEST_DATA) return names
  console.log(
    `There is no folder of real texts (DENGAR_TEST_DATA): the files of ${DATA_ONLY} are left out.`,
  )
  return names.filter((name) => !name.startsWith(DATA_ONLY))
}

function withoutModel(names: string[]): string[] {
  if (existsSync(path.join(ROOT, 'node_modules/onnxruntime-node'))) return names
  console.log(`onnxruntime-node is not installed: the files of ${MODEL_ONLY} are left out.`)
  return names.filter((name) => !name.startsWith(MODEL_ONLY))
}

/** The second database can only change what uses one. */
async function filesWithDatabase(all: string[]): Promise<string[]> {
  const texts = await Promise.all(all.map((file) => readFile(file, 'utf8')))
  return all.filter(
    (file, index) => needsPostgres(file) || /freshDatabase|startDengar/.test(texts[index]!),
  )
}

async function runFiles(on: string, list: string[]): Promise<{ passed: number; failed: number }> {
  console.log(`\nOn the ${on}: ${list.length} files\n`)
  const count = { passed: 0, failed: 0 }
  if (list.length === 0) return count
  const stream = run({ files: list, concurrency: 2, timeout: 600_000 })
  stream.on('test:pass', (event) => {
    if (event.details.type !== 'suite') count.passed++
  })
  stream.on('test:fail', (event) => {
    if (event.details.type !== 'suite') count.failed++
  })
  const printed = stream.compose(spec)
  for await (const chunk of printed) process.stdout.write(String(chunk))
  await wait(0)
  return count
}
