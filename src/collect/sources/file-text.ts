/** Bytes of a text file -> text, in pieces: a file of any size is read in little memory. */
import { createReadStream } from 'node:fs'

export type Progress = (bytesRead: number) => void

/**
 * The encoding of a text file: by its BOM, else UTF-8 if all of it is valid, else Windows-1252, which
 * spreadsheets of older Windows versions write. Reads the whole file once.
 */
export async function detectEncoding(path: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      if (isFirst && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
      isFirst = false
      decoder.decode(chunk, { stream: true })
    }
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

/** The text of a file in pieces, without its BOM. */
export async function* readText(
  path: string,
  encoding: string,
  progress?: Progress,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let bytes = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    progress?.(bytes)
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}
