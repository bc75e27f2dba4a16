/** Builds the staff app when its sources have changed since the last build (1 to 3 s). */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../config.ts'

const FOLDER = path.join(ROOT, 'dashboard')
const STAMP = path.join(FOLDER, 'dist/.built')

/** @returns whether it was built now */
export async function buildDashboard(): Promise<boolean> {
  const wanted = await sourceHash()
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === wanted) return false
  const { build } = await import('vite')
  await build({
    root: FOLDER,
    configFile: path.join(FOLDER, 'vite.config.ts'),
    logLevel: 'warn',
  })
  await writeFile(STAMP, wanted)
  return true
}

/** Everything that can change the result: the app's files, the types' absence aside, and the packages. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  const names = (await readdir(FOLDER, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name))
    .filter((name) => !name.startsWith(path.join(FOLDER, 'dist')))
  for (const name of [...names.sort(), path.join(ROOT, 'package-lock.json')]) {
    hash.update(path.relative(ROOT, name)).update(await readFile(name))
  }
  return hash.digest('hex')
}
