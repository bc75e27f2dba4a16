/** The line of every value of a JSON text by its path ("clocks.0.unit"), and keys written twice. */
export type JsonLines = { lineOf: Map<string, number>; repeated: { path: string; line: number }[] }

/** An open object (its current key) or an open array (its current index). */
type Frame = { path: string; key: string | null; index: number | null }

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:\n]|[^\s{}[\],:"]+/g

/**
 * Finds where each value stands in a text that `JSON.parse` has accepted, so that a fault in a
 * settings file can be named with its line. One pass without recursion: depth costs no stack.
 */
export function findJsonLines(text: string): JsonLines {
  const found: JsonLines = { lineOf: new Map(), repeated: [] }
  const open: Frame[] = []
  let line = 1

  const noteValue = (): string => {
    const path = pathOf(open.at(-1))
    if (found.lineOf.has(path)) found.repeated.push({ path, line })
    else found.lineOf.set(path, line)
    return path
  }

  for (const [token] of text.matchAll(TOKEN)) {
    const frame = open.at(-1)
    if (token === '\n') line += 1
    else if (token === '{') open.push({ path: noteValue(), key: null, index: null })
    else if (token === '[') open.push({ path: noteValue(), key: null, index: 0 })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',') advance(frame)
    else if (token !== ':' && frame && frame.index === null && frame.key === null) {
      frame.key = JSON.parse(token) as string
    } else if (token !== ':') noteValue()
  }
  return found
}

function advance(frame: Frame | undefined): void {
  if (!frame) return
  if (frame.index === null) frame.key = null
  else frame.index += 1
}

function pathOf(frame: Frame | undefined): string {
  if (!frame) return ''
  const last = frame.index === null ? frame.key : `${frame.index}`
  return frame.path === '' ? `${last}` : `${frame.path}.${last}`
}
