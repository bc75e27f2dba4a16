/** Whether a theme can be read: contrasts as WCAG 2.2 computes them. Pure. */
import { COLOR_TOKENS, CONTRASTS, type ColorToken, type Colors } from './theme-tokens.ts'

const LOOKS = ['light', 'dark'] as const

/** A sentence for each pair that a theme makes hard to read, at the line that set one of the two. */
export function contrastProblems(
  colors: { [token in ColorToken]?: Colors },
  lineOf: ReadonlyMap<string, number>,
): string[] {
  const problems: string[] = []
  for (const [text, ground, least] of CONTRASTS) {
    const line = lineOf.get(text) ?? lineOf.get(ground)
    if (line === undefined) continue
    for (const [look, name] of LOOKS.entries()) {
      const of = (token: ColorToken) => (colors[token] ?? COLOR_TOKENS[token])[look] ?? ''
      const found = contrast(of(text), of(ground))
      if (found >= least) continue
      problems.push(
        `theme.css:${line}: --${text} on --${ground} has a contrast of ${found.toFixed(1)} in the ${name} ` +
          `look; it needs ${least}`,
      )
    }
  }
  return problems
}

/** The contrast of two colours written as #rgb or #rrggbb, from 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const digits = color.slice(1)
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
