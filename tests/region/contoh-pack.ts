/** The invented pack with something changed in it, checked in a folder of its own. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkRegion } from '../../src/region/check.ts'

export const REGIONS = join(import.meta.dirname, '../../regions')

/** What becomes of one file of the pack; null takes the file away. */
export type Change = (text: string) => string | Uint8Array | null

/** The problems of the pack `contoh` after `changes`, a change for each file name. */
export async function problemsWith(changes: Record<string, Change>): Promise<string[]> {
  const parent = await mkdtemp(join(tmpdir(), 'dengar-region-'))
  const folder = join(parent, 'contoh')
  try {
    await cp(join(REGIONS, 'contoh'), folder, { recursive: true })
    for (const [file, change] of Object.entries(changes)) {
      const path = join(folder, file)
      const changed = change(await readFile(path, 'utf8'))
      await (changed === null ? rm(path) : writeFile(path, changed))
    }
    return (await checkRegion(folder)).problems
  } finally {
    await rm(parent, { recursive: true })
  }
}

/** Puts `next` in the place of the one `old` that the file has. */
export function replace(old: string, next: string): Change {
  return (text) => {
    const parts = text.split(old)
    if (parts.length !== 2) throw new Error(`test: "${old}" stands ${parts.length - 1} times`)
    return parts.join(next)
  }
}

/** Adds a row at the end of the file. */
export function append(row: string): Change {
  return (text) => `${text}${row}\n`
}
