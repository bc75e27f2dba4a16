/** Builds the staff app when its sources have changed since the last build (1 to 3 s). */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../config.ts'

const FOLDER = path.join(ROOT, 'dashboard')
const DIST = path.join(FOLDER, 'dist')
const STAMP = '.built'

/** @returns whether it was built now */
export async function buildDashboard(): Promise<boolean> {
  const wanted = await sourceHash()
  if (await isBuilt(wanted)) return false
  const { build } = await import('vite')
  // Beside the old one: a server that runs goes on with whole files, and so does another build.
  const draft = `${DIST}.${process.pid}`
  await build({
    root: FOLDER,
    configFile: path.join(FOLDER, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: draft },
  })
  await writeFile(path.join(draft, STAMP), wanted)
  try {
    if (!(await isBuilt(wanted))) await putInPlace(draft)
  } catch (error) {
    // Another process has put the same build there in the same moment.
    if (!(await isBuilt(wanted))) throw error
  }
  await rm(draft, { recursive: true, force: true })
  return true
}

async function isBuilt(wanted: string): Promise<boolean> {
  const stamp = path.join(DIST, STAMP)
  return existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted
}

async function putInPlace(draft: string): Promise<void> {
  const old = `${draft}.old`
  if (existsSync(DIST)) await rename(DIST, old)
  await rename(draft, DIST)
  await rm(old, { recursive: true, force: true })
}

/** Everything that can change the result: the app's files, the types' absence aside, and the packages. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  const beside = await filesIn(FOLDER, false)
  const names = [...beside, ...(await filesIn(path.join(FOLDER, 'src'), true))].sort()
  for (const name of [...names, path.join(ROOT, 'package-lock.json')]) {
    hash.update(path.relative(ROOT, name)).update(await readFile(name))
  }
  return hash.digest('hex')
}

async function filesIn(folder: string, recursive: boolean): Promise<string[]> {
  const found = await readdir(folder, { recursive, withFileTypes: true })
  return found.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name))
}
