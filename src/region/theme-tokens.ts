/**
 * The design tokens that a region pack may set, with what they are without it: dashboard/src/tokens.css as
 * data, so that the colours of a pack can be checked against those that it leaves as they are.
 */

/** [on light ground, on dark ground] */
export type Colors = readonly [string, string]

export const COLOR_TOKENS = {
  ground: ['#f6f6f4', '#141517'],
  surface: ['#ffffff', '#1b1c1f'],
  raised: ['#ffffff', '#232529'],
  hover: ['#f1f1ee', '#25272b'],
  line: ['#e4e4e0', '#2e3035'],
  'line-control': ['#8a8d93', '#74787f'],
  ink: ['#1b1d21', '#ececea'],
  'ink-2': ['#53565d', '#b3b6bc'],
  'ink-3': ['#666970', '#9a9da4'],
  accent: ['#0b6472', '#63c3d2'],
  'accent-strong': ['#084e59', '#8ad6e2'],
  'on-accent': ['#ffffff', '#06252b'],
  'accent-soft': ['#e2f0f2', '#14343a'],
  danger: ['#b3261e', '#ff8b80'],
  'danger-fill': ['#b3261e', '#c9362d'],
  'danger-soft': ['#fdebe9', '#3b1b19'],
  warn: ['#865200', '#f0b45c'],
  ok: ['#1c6b40', '#74cb98'],
  mark: ['#fff0b8', '#4d4218'],
  'mark-place': ['#dcebf7', '#1d3a52'],
  'mark-urgent': ['#fcdcd8', '#5a231f'],
  'chart-1': ['#0b6472', '#63c3d2'],
  'chart-2': ['#e0912f', '#e5a04a'],
  'chart-3': ['#5b62b3', '#9aa0e8'],
  'chart-4': ['#8fbf7f', '#7fae70'],
  'chart-5': ['#a34a78', '#d98bb1'],
  'chart-6': ['#7ab8d9', '#4f8fb3'],
  'chart-others': ['#8a8d93', '#8f939b'],
  'chart-rest': ['#cfd1d3', '#4a4d54'],
} satisfies Record<string, Colors>

export type ColorToken = keyof typeof COLOR_TOKENS

/** Tokens that are no colour, and how a value of theirs is written. */
export const OTHER_TOKENS: Record<string, { pattern: RegExp; example: string }> = {
  font: {
    pattern:
      /^(?:'[\w -]{1,60}'|"[\w -]{1,60}"|[a-z-]{1,60})(?:\s*,\s*(?:'[\w -]{1,60}'|"[\w -]{1,60}"|[a-z-]{1,60})){0,9}$/i,
    example: "'Noto Sans', system-ui, sans-serif",
  },
  radius: { pattern: /^(?:0|\d{1,2}(?:\.\d{1,2})?(?:px|rem))$/, example: '6px' },
}

/** What must be readable on what: WCAG 2.2, 4.5 : 1 for text and 3 : 1 for the edge of a control. */
export const CONTRASTS: readonly [text: ColorToken, ground: ColorToken, least: number][] = [
  ['ink', 'ground', 4.5],
  ['ink', 'surface', 4.5],
  ['ink', 'raised', 4.5],
  ['ink', 'hover', 4.5],
  ['ink', 'mark', 4.5],
  ['ink', 'mark-place', 4.5],
  ['ink', 'mark-urgent', 4.5],
  ['ink-2', 'ground', 4.5],
  ['ink-2', 'surface', 4.5],
  ['ink-2', 'accent-soft', 4.5],
  ['ink-3', 'ground', 4.5],
  ['ink-3', 'surface', 4.5],
  ['accent', 'ground', 4.5],
  ['accent', 'surface', 4.5],
  ['accent-strong', 'accent-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['danger', 'surface', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['warn', 'surface', 4.5],
  ['ok', 'surface', 4.5],
  ['line-control', 'surface', 3],
]
