/** What a browser has to load before an officer can work, and that nothing of it comes from elsewhere. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildDashboard } from '../../src/commands/build-dashboard.ts'
import { ROOT } from '../helpers.ts'

const DIST = path.join(ROOT, 'dashboard/dist')
const FIRST_LOAD_BYTES = 130_000

let page: string
let files: { name: string; text: string }[]
before(async () => {
  await buildDashboard()
  page = read('index.html')
  files = readdirSync(path.join(DIST, 'assets')).map((name) => ({
    name: `assets/${name}`,
    text: read(`assets/${name}`),
  }))
})

const read = (name: string) => readFileSync(path.join(DIST, name), 'utf8')
const scripts = () => files.filter(({ name }) => name.endsWith('.js'))

/** Scripts that the page names, and all that these import before they run. */
function firstScripts(): string[] {
  const named = [...page.matchAll(/(?:src|href)="\/petugas\/([^"]+\.js)"/g)].map(
    ([, name]) => name!,
  )
  const all = new Set(named)
  for (const name of all) {
    const imports = read(name).matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)
    for (const [, imported] of imports) all.add(`assets/${imported}`)
  }
  return [...all]
}

test('the scripts of the first page are at most 130 kB, compressed', () => {
  const first = firstScripts()
  assert.ok(first.length > 0, 'index.html names no script')
  const bytes = first.reduce((sum, name) => sum + gzipSync(read(name)).length, 0)
  assert.ok(bytes <= FIRST_LOAD_BYTES, `${bytes} bytes: ${first.join(', ')}`)
})

test('the charts are in a file of their own, which the first page does not load', () => {
  const [charts, ...more] = scripts().filter(({ text }) => text.includes('maxBarThickness'))
  assert.ok(charts && more.length === 0, 'charts stand in one file')
  assert.ok(!firstScripts().includes(charts.name), `${charts.name} is loaded at first`)
})

/** Names of XML dialects, an address inside React's messages, and the example in a form's hint. */
const NEVER_ASKED = /^https?:\/\/(www\.w3\.org\/|react\.dev\/errors\/|…\/feed)/

test('nothing in the build names another host to load from', () => {
  for (const { name, text } of [{ name: 'index.html', text: page }, ...files]) {
    if (name.endsWith('.woff2')) continue
    const addresses = [...text.matchAll(/(?:https?|wss?):\/\/[^\s"'`)]+/g)].map(([found]) => found)
    const foreign = addresses.filter((address) => !NEVER_ASKED.test(address))
    assert.deepEqual(foreign, [], name)
    assert.doesNotMatch(text, /url\(["']?\/\//, name)
  }
})

test('the page has no script, style or handler of its own: the security policy would refuse them', () => {
  assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)/i)
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=/i)
  assert.doesNotMatch(page, /(?:src|href)="(?!\/petugas\/|\/daerah\/tema\.css")/)
})

test('each file but the page has its content in its name, so that browsers may keep it', () => {
  for (const { name } of files) assert.match(name, /-[\w-]{8}\.\w+$/)
})
