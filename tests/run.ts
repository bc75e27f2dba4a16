/**
 * `npm test`: every test, on the embedded database and, when TEST_DATABASE_URL is set, once more on
 * PostgreSQL. Ends with what failed and one line of counts. Names of files as arguments run only those.
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
  total.failures.push(...again.failures)
} else {
  const left = files.length - onEmbedded.length
  console.log(
    `TEST_DATABASE_URL is not set: the second run on PostgreSQL and ${left} files of ${POSTGRES_ONLY} are left out.`,
  )
}
if (total.passed === 0) console.log('No test ran: that is a failure.')
for (const failure of total.failures) console.log(`failed on the ${failure}`)
console.log(`tests: ${total.passed} passed, ${total.failures.length} failed`)
process.exitCode = total.failures.length > 0 || total.passed === 0 ? 1 : 0

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

type Count = { passed: number; failures: string[] }

/**
 * A process that was killed before its first test said nothing about the tests: the machine was short of
 * memory, or a browser took its place. It is started once more, and this is printed.
 */
async function runFiles(on: string, list: string[]): Promise<Count> {
  console.log(`\nOn the ${on}: ${list.length} files\n`)
  const count: Count = { passed: 0, failures: [] }
  const killed = list.length === 0 ? [] : await runOnce(on, list, count)
  if (killed.length > 0) {
    console.log(`\nStarted once more, because they were killed: ${killed.join(', ')}\n`)
    const again = await runOnce(on, killed, count)
    count.failures.push(
      ...again.map((file) => `${on}: ${path.relative(ROOT, file)} was killed twice`),
    )
  }
  return count
}

/** @returns the files whose process was killed before a test ended */
async function runOnce(on: string, list: string[], count: Count): Promise<string[]> {
  const killed = new Set<string>()
  const heard = new Set<string>()
  const stream = run({ files: list, concurrency: 2, timeout: 600_000 })
  stream.on('test:pass', ({ file, details }) => {
    if (details.type === 'suite') return
    count.passed++
    if (file) heard.add(file)
  })
  stream.on('test:fail', ({ name, file = name, details }) => {
    if (details.type === 'suite') return
    const { signal } = details.error as { signal?: string | null }
    if (name === file && signal && !heard.has(file)) killed.add(file)
    else count.failures.push(`${on}: ${path.relative(ROOT, file)}: ${name}`)
    heard.add(file)
  })
  const printed = stream.compose(spec)
  for await (const chunk of printed) process.stdout.write(String(chunk))
  await wait(0)
  return [...killed]
}
