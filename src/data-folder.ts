/** The folder that holds the embedded database, the key and the log: nobody else's to read. */
import { access, constants, mkdir } from 'node:fs/promises'

/**
 * Makes the folder, unless it is there.
 * @throws a sentence when it cannot be made or written
 */
export async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw dataFolderError(folder, error)
  }
}

/** What to do about a file of the folder that cannot be read or written. */
export function dataFolderError(folder: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error)
  return new Error(
    `config: the data folder ${folder} cannot be used (${reason}). Give the user of this process the right ` +
      'to read and write it and all in it, or set DENGAR_DATA to another folder.',
    { cause: error },
  )
}
