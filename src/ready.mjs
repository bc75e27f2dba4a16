#!/usr/bin/env node
/**
 * The first step of every npm script. It is plain JavaScript because it may run on the machine's own,
 * older Node: it installs what is missing, then runs the named TypeScript file on Node 24, which comes
 * as an optional dependency.
 *
 *   node src/ready.mjs src/main.ts start
 */
import module from 'node:module'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const STAMP = path.join(ROOT, 'node_modules/.dengar-installed')
const NODE_24 = path.join(
  ROOT,
  'node_modules/.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
)
const [file = 'src/main.ts', ...rest] = process.argv.slice(2)

/** Changes whenever what must be installed changes. */
function wanted() {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json']) {
    hash.update(readFileSync(path.join(ROOT, name)))
  }
  return hash.digest('hex')
}

function install() {
  console.error('dengar: installing what is missing (once, about half a minute) ...')
  // Only those of the product's own: tests need no browser download, and no package needs its script.
  const options = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']
  const npm = process.env.npm_execpath
  const done = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: ROOT, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', options, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: true })
  if (done.status !== 0) {
    console.error(
      'dengar: npm install did not finish. Check the connection to the package registry, then run the same command again.',
    )
    process.exit(1)
  }
  writeFileSync(STAMP, wanted())
}

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()

if (!isInstalled()) install()

// Compiled code is kept between starts: each is a third shorter. Where it cannot be written, nothing is lost.
process.env.NODE_COMPILE_CACHE ??= path.join(ROOT, 'node_modules/.cache/compiled')

if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
  process.argv = [process.execPath, path.join(ROOT, file), ...rest]
  await import(pathToFileURL(path.join(ROOT, file)).href)
} else if (existsSync(NODE_24)) {
  const child = spawn(NODE_24, [path.join(ROOT, file), ...rest], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.on('SIGINT', () => child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
} else {
  console.error(
    `dengar: this machine has Node ${process.versions.node}; Node 24 is needed and none came with the packages. ` +
      'Install Node 24 (https://nodejs.org) and run the same command again.',
  )
  process.exit(1)
}
