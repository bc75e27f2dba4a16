/** Reads one file of a region pack as text. What is wrong with it becomes a problem, never an error. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

type Options = {
  maxBytes: number
  problems: string[]
  /** A pack may do without it. */
  isOptional?: boolean
}

/** Null when there is nothing to read; the reason is then in `problems`. */
export async function readText(
  folder: string,
  file: string,
  { maxBytes, problems, isOptional = false }: Options,
): Promise<string | null> {
  const path = join(folder, file)
  const found = await stat(path).catch(() => null)
  if (!found && isOptional) return null
  if (!found?.isFile()) {
    problems.push(`${file}:1: the file is missing`)
    return null
  }
  if (found.size > maxBytes) {
    problems.push(`${file}:1: the file has ${found.size} bytes, at most ${maxBytes} are read`)
    return null
  }
  const bytes = await readFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    problems.push(`${file}:${firstBadLine(bytes)}: is not UTF-8: save the file as UTF-8`)
    return null
  }
}

/** A line end is one byte in UTF-8, so the bytes can be cut into lines before they are decoded. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start)
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end))
    } catch {
      return line
    }
    if (end === -1) break
    line += 1
    start = end + 1
  }
  return line
}

/** The line of a position in a text, counted from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}
