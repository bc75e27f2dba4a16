import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { checkLogo } from '../../src/region/check-logo.ts'
import { checkRegion } from '../../src/region/check.ts'
import { contrast } from '../../src/region/contrast.ts'
import { portalThemeCss, staffThemeCss } from '../../src/region/theme-css.ts'
import { COLOR_TOKENS, OTHER_TOKENS } from '../../src/region/theme-tokens.ts'
import { parseTheme } from '../../src/region/theme.ts'
import { ROOT } from '../helpers.ts'
import { REGIONS } from './contoh-pack.ts'

const problemsOf = (css: string) => parseTheme(css).problems
const GOOD = `/* the colours
of the city */
:root {
  --accent: light-dark(#7a1f1f, #ff9d9d);
  --radius: 2px;
  --font: 'Noto Sans', system-ui, sans-serif;
}
`
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

describe('theme.css', () => {
  test('sets tokens, for both looks or for one', () => {
    const { theme, problems } = parseTheme(GOOD)
    assert.deepEqual(problems, [])
    assert.deepEqual(theme.colors, { accent: ['#7a1f1f', '#ff9d9d'] })
    assert.deepEqual(theme.others, {
      radius: '2px',
      font: "'Noto Sans', system-ui, sans-serif",
    })
    assert.deepEqual(parseTheme(':root{--chart-1:#123456}').theme.colors['chart-1'], [
      '#123456',
      '#123456',
    ])
    assert.deepEqual(problemsOf(''), [])
  })

  test('may do nothing else: each other thing is refused with its line and a sentence', () => {
    for (const [css, pattern] of [
      ['body { display: none }', /^theme\.css:1: only :root/],
      [`${GOOD}\n.row { color: red }`, /^theme\.css:9: only :root/],
      ['@import url(https://x.example/a.css);', /^theme\.css:1: only :root/],
      ['@media print { :root { --accent: #123456 } }', /^theme\.css:1: only :root/],
      [':root { color: red }', /sets no custom property/],
      [':root {\n  color-scheme: dark;\n}', /^theme\.css:2: "color-scheme: dark"/],
      [':root { --accnt: #123456 }', /--accnt is not a token/],
      [':root { --shadow: none }', /--shadow is not a token/],
      [':root { --logo: url(x.svg) }', /put the picture into logo\.svg/],
      [':root { --accent: url(https://x.example/) }', /--accent is no colour/],
      [':root { --accent: red }', /--accent is no colour/],
      [':root { --accent: var(--ink) }', /--accent is no colour/],
      [':root { --accent: #12345 }', /--accent is no colour/],
      [':root { --accent: #084e59; --accent: #084e59 }', /already set in line 1/],
      [':root { --radius: 40vw }', /not written like 6px/],
      [':root { --radius: 999px }', /not written like 6px/],
      [':root { --font: x; } body { }', /only :root/],
      [':root { --font: "</style><script>alert(1)</script>" }', /--font is not written like/],
      [':root { --font: a\\3b }', /--font is not written like/],
      [':root { --accent: #084e59 } }', /only :root/],
      [':root { --accent: #084e59', /only :root/],
      ['/* not closed :root { }', /only :root/],
    ] as const) {
      const problems = problemsOf(css)
      assert.ok(problems.length > 0, css)
      assert.match(problems[0]!, pattern, css)
    }
  })

  test('a colour that makes text hard to read is refused, with the pair and the look', () => {
    assert.deepEqual(problemsOf(':root {\n\n --accent: #aabbcc; }').slice(0, 1), [
      'theme.css:3: --accent on --ground has a contrast of 1.8 in the light look; it needs 4.5',
    ])
    assert.match(problemsOf(':root { --surface: #1b1c1f }').join('\n'), /--ink on --surface/)
  })

  test('takes a moment only, however long and strange it is', () => {
    const start = performance.now()
    for (const piece of [':root{', '--a:', '/*', '{', ';', '--font: a, ', ' ', ':root{}']) {
      problemsOf(piece.repeat(65_000 / piece.length))
    }
    assert.ok(performance.now() - start < 3000)
  })
})

describe('logo.svg', () => {
  test('is a still picture', () => {
    assert.deepEqual(checkLogo(LOGO), [])
    const drawn = `<?xml version="1.0"?>
<!-- drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
  <title>Kota &amp; laut</title>
  <defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
  <circle r="4" style="fill:url(#a)"/><use xlink:href="#a"/>
</svg>
`
    assert.deepEqual(checkLogo(drawn), [])
  })

  test('holds no script, no address, no page and no entity', () => {
    const inside = (text: string) => LOGO.replace('<path', `${text}<path`)
    for (const [svg, pattern] of [
      [inside('<script>alert(1)</script>'), /<script> is not allowed/],
      [inside('<foreignObject/>'), /<foreignObject> is not allowed/],
      [inside('<style>a{}</style>'), /<style> is not allowed/],
      [inside('<image href="https://x.example/a.png"/>'), /<image> is not allowed/],
      [inside('<a href="#x"/>'), /<a> is not allowed/],
      [inside('<animate/>'), /<animate> is not allowed/],
      [inside('<use href="https://x.example/a.svg#a"/>'), /may only point into the picture/],
      [inside('<g onload="alert(1)"/>'), /the attribute onload/],
      [inside('<g ONLOAD="alert(1)"/>'), /the attribute ONLOAD/],
      [inside('<g fill="url(https://x.example/)"/>'), /holds an address/],
      [inside('<g fill="&x;"/>'), /holds an address or an entity/],
      [inside('<g fill=red/>'), /no tag begins that can be read/],
      [`<!DOCTYPE svg [<!ENTITY x "y">]>${LOGO}`, /no tag begins/],
      [`<html>${LOGO}</html>`, /begins with <html>/],
      [LOGO.replace('</svg>', ''), /<svg> is never closed/],
      [LOGO.replace('</svg>', '</g>'), /<\/g> closes what is not open/],
      [`${LOGO}${LOGO}`, /something stands after/],
      ['', /is empty/],
      ['plain words', /no tag begins/],
    ] as const) {
      assert.match(checkLogo(svg).join('\n'), pattern, svg)
    }
  })

  test('is looked through in a moment, whatever it is', () => {
    const start = performance.now()
    for (const piece of ['<', '<g ', '<g a="', '<!--', '<g a="b" ', '</g>', '&', '<svg>']) {
      checkLogo(piece.repeat(100_000 / piece.length))
      checkLogo(`<svg ${piece.repeat(100_000 / piece.length)}`)
    }
    assert.ok(performance.now() - start < 4000)
  })
})

test('the tokens that a pack may set are those of tokens.css, with the same values', async () => {
  const css = await readFile(join(ROOT, 'dashboard/src/tokens.css'), 'utf8')
  const declared = new Map(
    [...css.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]),
  )
  const left = [...declared.keys()].filter(
    (name) => !(name in COLOR_TOKENS || name in OTHER_TOKENS),
  )
  assert.deepEqual(left, ['logo', 'shadow'])
  for (const [name, [light, dark]] of Object.entries(COLOR_TOKENS)) {
    assert.equal(declared.get(name), `light-dark(${light}, ${dark})`, name)
  }
  for (const [name, { pattern, example }] of Object.entries(OTHER_TOKENS)) {
    assert.match(declared.get(name) ?? '', pattern, name)
    assert.match(example, pattern)
  }
})

test('the colours that come with the program are as readable as a pack must be', () => {
  const all = Object.entries(COLOR_TOKENS)
    .map(([name, [light, dark]]) => `--${name}: light-dark(${light}, ${dark});`)
    .join('\n')
  assert.deepEqual(problemsOf(`:root{${all}}`), [])
})

test('a pack may have a theme and a logo, and need not', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'dengar-theme-'))
  const folder = join(parent, 'contoh')
  try {
    await cp(join(REGIONS, 'contoh'), folder, { recursive: true })
    const plain = await checkRegion(folder)
    assert.deepEqual(plain.region?.theme, { colors: {}, others: {}, logo: null })
    await writeFile(join(folder, 'theme.css'), GOOD)
    await writeFile(join(folder, 'logo.svg'), LOGO)
    const { region, problems } = await checkRegion(folder)
    assert.deepEqual(problems, [])
    assert.equal(region?.theme.logo, LOGO)
    await writeFile(join(folder, 'theme.css'), 'body{}')
    await writeFile(join(folder, 'logo.svg'), '<script/>')
    const bad = await checkRegion(folder)
    assert.equal(bad.region, undefined)
    assert.match(bad.problems.join('\n'), /logo\.svg:1[\s\S]*theme\.css:1/)
  } finally {
    await rm(parent, { recursive: true })
  }
})

test('the staff app gets the tokens, the citizens seven colours that old phones understand', () => {
  const { theme } = parseTheme(GOOD)
  const whole = { ...theme, logo: LOGO }
  assert.equal(
    staffThemeCss(whole, '/daerah/logo.svg'),
    [
      ':root {',
      '  --accent: light-dark(#7a1f1f, #ff9d9d);',
      '  --radius: 2px;',
      "  --font: 'Noto Sans', system-ui, sans-serif;",
      "  --logo: url('/daerah/logo.svg');",
      '}',
      '',
    ].join('\n'),
  )
  const portal = portalThemeCss(whole)
  assert.match(portal, /^:root\{--ink:#1b1d21;[^}]*--accent:#7a1f1f;--on:#ffffff/)
  assert.match(portal, /dark\)\{:root\{[^}]*--accent:#ff9d9d/)
  assert.doesNotMatch(portal, /light-dark/)
  const none = { colors: {}, others: {}, logo: null }
  assert.equal(staffThemeCss(none, '/x'), '')
  assert.equal(portalThemeCss(none), '')
})

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#fff').toFixed(2), '4.48')
})
