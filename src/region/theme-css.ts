/** A checked theme as the style that the pages load. Nothing of the pack's own text stands in it but values. */
import type { Theme } from './theme.ts'
import { COLOR_TOKENS, type ColorToken } from './theme-tokens.ts'

/** For the staff app; `logoPath`: where the logo is served. Empty: the app looks as it comes. */
export function staffThemeCss({ colors, others, logo }: Theme, logoPath: string): string {
  const lines = [
    ...Object.entries(colors).map(([name, [light, dark]]) => [
      name,
      `light-dark(${light}, ${dark})`,
    ]),
    ...Object.entries(others),
    ...(logo === null ? [] : [['logo', `url('${logoPath}')`]]),
  ]
  return lines.length === 0 ? '' : `:root {\n${lines.map(declared).join('')}}\n`
}

/** What the citizens' pages call the tokens. */
const PORTAL_NAMES: [ColorToken, string][] = [
  ['ink', 'ink'],
  ['surface', 'paper'],
  ['hover', 'soft'],
  ['line-control', 'line'],
  ['accent', 'accent'],
  ['on-accent', 'on'],
  ['danger', 'bad'],
]

/**
 * For the citizens' pages, which old phones load: without light-dark(), which these do not know. All seven
 * colours come together, because they were checked together.
 */
export function portalThemeCss({ colors }: Theme): string {
  if (!PORTAL_NAMES.some(([token]) => colors[token])) return ''
  const root = (look: 0 | 1) => {
    const valueOf = (token: ColorToken) => (colors[token] ?? COLOR_TOKENS[token])[look]
    return `:root{${PORTAL_NAMES.map(([token, name]) => `--${name}:${valueOf(token)}`).join(';')}}`
  }
  return `${root(0)}\n@media(prefers-color-scheme:dark){${root(1)}}\n`
}

const declared = ([name, value]: string[]): string => `  --${name}: ${value};\n`
