/**
 * A real Chromium for tests that comes from npm and needs no system package: the browser and its shared
 * libraries are unpacked once into the temporary folder (5 s), later starts take 0.3 s. CHROME_PATH names
 * another one, for machines that the package has no build for.
 */
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'

const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
/** No call home: the tests work without a network. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: ARGS })
}

async function findChromium(): Promise<string> {
  const named = process.env['CHROME_PATH']
  if (named) return named
  if (process.arch !== 'x64') return '/usr/bin/chromium'
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const bin = path.join(path.dirname(entry), '..', 'bin')
  setupLambdaEnvironment(path.join(tmpdir(), 'al2023', 'lib'))
  const [executable] = await Promise.all(ARCHIVES.map((name) => inflate(path.join(bin, name))))
  return executable!
}
