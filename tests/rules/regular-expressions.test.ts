/**
 * No regular expression of the reader may take time that grows faster than the text: each is run over
 * strings that are bad for some, of growing length. Ratios are compared, never times.
 */
import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../helpers.ts'
import { sourceFiles } from './source-files.ts'

const FILES = sourceFiles(['src/read'])

/** Comments, strings, templates, then a regular expression where a value may begin. */
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=(?:[(,=:[!&|?{};+]|return|=>|\n)\s*)\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/g

type Found = { name: string; source: string; flags: string }

function literals(): Found[] {
  return FILES.flatMap(({ name, text }) =>
    [...text.matchAll(TOKENS)]
      .filter((match) => match[1] !== undefined)
      .map((match) => ({ name, source: match[1]!, flags: match[2]! })),
  )
}

/** What `new RegExp(...)` builds while the files are loaded. */
async function built(): Promise<Found[]> {
  const found: Found[] = []
  const Original = globalThis.RegExp
  const files = FILES.filter((file) => file.text.includes('new RegExp('))
  try {
    for (const { name } of files) {
      globalThis.RegExp = new Proxy(Original, {
        construct(target, [pattern, flags]: [string | RegExp, string?]) {
          const made = new target(pattern, flags)
          found.push({ name, source: made.source, flags: made.flags })
          return made
        },
      })
      await import(pathToFileURL(path.join(ROOT, name)).href)
    }
  } finally {
    globalThis.RegExp = Original
  }
  return found
}

const PIECES = [
  ...['a', 'A', 'aA', 'z', '0', '2', 'a0', '-', 'a-', '.', 'a.', "'", "a'", ' ', 'a ', '\n', '_'],
  ...['@', '#', '&', '&amp;', '&lt;b', '&lt;b &quot;', '&#1', '<', '<a ', '</p', '<!--', ';', ','],
  ...['nya', 'kan', 'ke', 'wk', 'ha', 'mi', 'me', 'ber', 'rt 1 ', 'jl. a ', 'é', '😭', '"'],
]
const ENDS = ['', '\0', ' x']
/** Nothing but what grows like a power or worse is seen to take time here. */
const SHORT = [8, 12, 16, 20, 24, 28, 32, 64, 128, 256]
/** Sixteen times longer: 16 times as long, or 256 times if each pair of places is looked at. */
const LONG = [1000, 16_000]
const MOST_GROWTH = 100
/** Below this a time says nothing. */
const LEAST_MS = 3

/** Tries the expression at every place, as the callers of sticky ones do. */
function timeOf({ source, flags }: Found, text: string): number {
  const everywhere = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`)
  const start = performance.now()
  text.replace(everywhere, '')
  return performance.now() - start
}

const bestOf = (found: Found, text: string) =>
  Math.min(timeOf(found, text), timeOf(found, text), timeOf(found, text))

/** The first growth that is too steep: short strings show what is exponential before it hangs. */
function steepest(found: Found, piece: string, end: string): string | null {
  const make = (chars: number) => piece.repeat(Math.ceil(chars / piece.length)) + end
  for (const length of SHORT) {
    const text = make(length)
    if (timeOf(found, text) < LEAST_MS || bestOf(found, text) < LEAST_MS) continue
    return `${JSON.stringify(piece)} x ${length}`
  }
  const [short, long] = LONG.map(make) as [string, string]
  if (timeOf(found, long) < LEAST_MS) return null
  const ratio = bestOf(found, long) / bestOf(found, short)
  return ratio < MOST_GROWTH ? null : `${JSON.stringify(piece)}: ${Math.round(ratio)} times`
}

function slowOnes(all: Found[], pieces = PIECES): string[] {
  return all.flatMap((found) => {
    for (const piece of pieces) {
      for (const end of ENDS) {
        const slow = steepest(found, piece, end)
        if (slow !== null) return [`${found.name}: /${found.source}/: ${slow}`]
      }
    }
    return []
  })
}

test('regular expressions of the reader take time in proportion to the text', async () => {
  const all = [...literals(), ...(await built())]
  assert.ok(all.length >= 20, `only ${all.length} were found`)
  assert.deepEqual(slowOnes(all), [])
})

test('the check above finds what is exponential, cubic or quadratic', () => {
  const bad = ['^(a+)+$', '(a|a)*b', 'a*a*a*a*b', 'a*b'].map((source) => ({
    name: 'x',
    source,
    flags: '',
  }))
  assert.equal(slowOnes(bad, ['a']).length, bad.length)
})
