/** `npm run check`: types, lint, format, dead code and the house rules, in seconds and without a network. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './helpers.ts'

const rules = readdirSync(path.join(ROOT, 'tests/rules'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/rules/${name}`)

const STEPS: [name: string, command: string, args: string[]][] = [
  ['types', 'tsc', ['-p', '.']],
  ['types of the dashboard', 'tsc', ['-p', 'dashboard']],
  ['lint', 'oxlint', ['--quiet']],
  ['format', 'oxfmt', ['--check']],
  ['unused code', 'knip', ['--no-progress']],
  ['house rules', 'node', ['--test', '--test-reporter=dot', ...rules]],
]

let failed = 0
for (const [name, command, args] of STEPS) {
  const start = Date.now()
  const done = spawnSync(path.join(ROOT, 'node_modules/.bin', command), args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const isGood = done.status === 0
  if (!isGood) failed++
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(24)} ${seconds} s`)
  if (!isGood) console.log(`${done.stdout}\n${done.stderr}`)
}
process.exitCode = failed > 0 ? 1 : 0
