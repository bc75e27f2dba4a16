/** Whether the folder of the pack still holds what this process runs with. */
import { checkRegion } from './check.ts'
import { packHashOf } from './store.ts'

export type PackOnDisk = {
  /** As `region check` says them. With any, the next start would refuse the pack. */
  problems: string[]
  /** It can be used, and is another one than the process runs with: it counts from the next start on. */
  isChanged: boolean
}

const KEPT_MS = 15_000

/** Makes a check that reads the folder at most every 15 seconds, however many officers look. */
export function makePackCheck(folder: string, runningHash: string): () => Promise<PackOnDisk> {
  let kept: { at: number; found: Promise<PackOnDisk> } | undefined
  return () => {
    if (!kept || performance.now() - kept.at > KEPT_MS) {
      kept = { at: performance.now(), found: check(folder, runningHash) }
    }
    return kept.found
  }
}

async function check(folder: string, runningHash: string): Promise<PackOnDisk> {
  try {
    const { region, problems } = await checkRegion(folder)
    return { problems, isChanged: region !== undefined && packHashOf(region) !== runningHash }
  } catch (error) {
    return { problems: [`${folder}: cannot be read: ${String(error)}`], isChanged: false }
  }
}
