import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { ROOT } from './helpers.ts'

/** What a process writes that logs these lines; the log of a process without a terminal is its stderr. */
function logged(lines: string): string {
  const code = `import { makeLog } from './src/log.ts'
    const log = makeLog({ dataFolder: '/nowhere', logLevel: 'info' })
    ${lines}`
  const args = ['--input-type=module-typescript', '-e', code]
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' }).stderr
}

test('an error is logged with its sentence and code, never with the row that it is about', () => {
  const line = logged(`const refused = Object.assign(new Error('the row is refused'), {
      code: '23514', detail: 'Failing row contains (7, Sari, 0800-000-000).' })
    log.error({ err: refused, job: 'read' }, 'job failed')`)
  const { err, job } = JSON.parse(line) as { err: Record<string, string>; job: string }
  assert.deepEqual([err['error'], err['code'], job], ['the row is refused', '23514', 'read'])
  assert.match(err['stack']!, /the row is refused/)
  assert.doesNotMatch(line, /Sari|0800/)
})

test('what is thrown and is no error is logged, too', () => {
  assert.match(logged(`log.error({ err: 'gone' }, 'job failed')`), /"error":"gone"/)
})

test('personal data that slips into a line is blotted out', () => {
  const line = logged(`log.info({ contact: '0800', filing: { text: 'rahasia', id: 7 } }, 'x')`)
  assert.doesNotMatch(line, /0800|rahasia/)
  assert.match(line, /"id":7/)
})
