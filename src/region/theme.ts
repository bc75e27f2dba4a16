/** The look of a government: `theme.css` and `logo.svg` of its region pack, both checked. Pure but for reading. */
import { checkLogo } from './check-logo.ts'
import { contrastProblems } from './contrast.ts'
import { lineAt, readText } from './read-text.ts'
import { COLOR_TOKENS, OTHER_TOKENS, type ColorToken, type Colors } from './theme-tokens.ts'

export type Theme = {
  /** What the pack sets, by the name of the token. */
  colors: { [token in ColorToken]?: Colors }
  others: Record<string, string>
  /** The whole SVG document. */
  logo: string | null
}

const MAX_CSS_BYTES = 64 * 1024
const MAX_LOGO_BYTES = 100 * 1024

/** Reads what the pack has of the two; adds to `problems` what is wrong with it. */
export async function readTheme(folder: string, problems: string[]): Promise<Theme> {
  const options = { problems, isOptional: true }
  const css = await readText(folder, 'theme.css', { ...options, maxBytes: MAX_CSS_BYTES })
  const logo = await readText(folder, 'logo.svg', { ...options, maxBytes: MAX_LOGO_BYTES })
  if (logo !== null) problems.push(...checkLogo(logo))
  const { theme, problems: found } = parseTheme(css ?? '')
  for (const problem of found) problems.push(problem)
  return { ...theme, logo }
}

type Parsed = { theme: Pick<Theme, 'colors' | 'others'>; problems: string[] }

/**
 * Reads a style that may do one thing only: set custom properties of tokens.css in :root. Everything else is
 * refused with its line: a rule, an address, an import or a property of another kind could break the pages.
 */
export function parseTheme(css: string): Parsed {
  const parsed: Parsed = { theme: { colors: {}, others: {} }, problems: [] }
  const lineOf = new Map<string, number>()
  // Comments become spaces, so that every position keeps its line.
  const text = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  const block = /\s*:root\s*\{([^{}]*)\}/dy
  let end = 0
  for (let found = block.exec(text); found; found = block.exec(text)) {
    end = block.lastIndex
    let at = found.indices?.[1]?.[0] ?? 0
    for (const declaration of (found[1] ?? '').split(';')) {
      const line = lineAt(text, at + declaration.length - declaration.trimStart().length)
      at += declaration.length + 1
      if (declaration.trim() !== '') declare(parsed, { declaration, line, lineOf })
    }
  }
  const rest = text.slice(end)
  if (rest.trim() !== '') {
    const line = lineAt(text, end + rest.length - rest.trimStart().length)
    parsed.problems.push(`theme.css:${line}: only :root { --name: value; } may stand here`)
  }
  if (parsed.problems.length === 0) {
    parsed.problems.push(...contrastProblems(parsed.theme.colors, lineOf))
  }
  return parsed
}

type Declared = { declaration: string; line: number; lineOf: Map<string, number> }

function declare({ theme, problems }: Parsed, { declaration, line, lineOf }: Declared): void {
  const say = (problem: string) => problems.push(`theme.css:${line}: ${problem}`)
  const [, name, value = ''] = /^\s*--([a-z0-9-]+)\s*:\s*(\S[\s\S]*?)\s*$/.exec(declaration) ?? []
  const shown = declaration.trim().slice(0, 60)
  if (name === undefined) return void say(`"${shown}" sets no custom property such as --accent`)
  if (name === 'logo') return void say('--logo is not set here: put the picture into logo.svg')
  if (lineOf.has(name)) {
    return void say(`--${name} is already set in line ${lineOf.get(name) ?? line}`)
  }
  lineOf.set(name, line)
  const other = OTHER_TOKENS[name]
  if (name in COLOR_TOKENS) {
    const colors = readColors(value)
    if (!colors) say(`--${name} is no colour such as #0b6472 or light-dark(#0b6472, #63c3d2)`)
    else theme.colors[name as ColorToken] = colors
  } else if (!other)
    say(`--${name} is not a token that a region may set; see dashboard/src/tokens.css`)
  else if (!other.pattern.test(value)) say(`--${name} is not written like ${other.example}`)
  else theme.others[name] = value
}

const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i
const TWO_COLORS = /^light-dark\(\s*(#[0-9a-f]+)\s*,\s*(#[0-9a-f]+)\s*\)$/i

function readColors(value: string): Colors | null {
  const [, light = value, dark = value] = TWO_COLORS.exec(value) ?? []
  return COLOR.test(light) && COLOR.test(dark) ? [light, dark] : null
}
