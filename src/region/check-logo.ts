/** Whether an SVG is a still picture and nothing else: no script, no address. Pure. */
import { lineAt } from './read-text.ts'

const ELEMENTS = new Set(
  [
    'svg g path rect circle ellipse line polyline polygon defs title desc symbol use',
    'linearGradient radialGradient stop clipPath mask text tspan',
  ]
    .join(' ')
    .split(' '),
)
/** What begins a tag; an attribute's value holds no "<", so that a quote that is not closed shows. */
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g
const MOST_PROBLEMS = 20
const BEFORE = /^\uFEFF?\s*(?:<\?xml[^<>]*\?>)?\s*/

/** Problems of logo.svg, each as a sentence with its line; the first that cannot be passed ends the list. */
export function checkLogo(svg: string): string[] {
  const problems: string[] = []
  const text = svg.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
  const say = (at: number, problem: string) =>
    problems.push(`logo.svg:${lineAt(text, at)}: ${problem}`)
  const open: string[] = []
  let at = BEFORE.exec(text)?.[0].length ?? 0
  for (let first = true; at < text.length && problems.length < MOST_PROBLEMS; first = false) {
    TAG.lastIndex = at
    const tag = TAG.exec(text)
    if (!tag) {
      say(at, 'is not a plain SVG: here no tag begins that can be read')
      return problems
    }
    const [, slash, name = '', attributes = '', isEmpty] = tag
    if (first && name !== 'svg') say(at, `begins with <${name}>, not with <svg>`)
    if (!ELEMENTS.has(name)) say(at, `<${name}> is not allowed in a logo`)
    for (const problem of attributeProblems(attributes)) say(at, problem)
    if (slash) {
      if (open.pop() !== name) say(at, `</${name}> closes what is not open`)
    } else if (!isEmpty) open.push(name)
    const next = text.indexOf('<', TAG.lastIndex)
    at = next === -1 ? text.length : next
    if (open.length === 0 && text.slice(TAG.lastIndex).trim() !== '') {
      say(TAG.lastIndex, 'something stands after the picture')
      return problems
    }
  }
  if (open.length > 0 && problems.length === 0) say(text.length, `<${open.at(-1)}> is never closed`)
  if (text.trim() === '') problems.push('logo.svg:1: the file is empty')
  return problems
}

function* attributeProblems(attributes: string): Generator<string> {
  for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? ''
    const isSpace = name === 'xmlns' || name.startsWith('xmlns:')
    if (/^on/i.test(name)) yield `the attribute ${name} is not allowed in a logo`
    else if (/(?:^|:)href$/i.test(name) && !/^#[\w.-]+$/.test(value)) {
      yield `${name} may only point into the picture, such as #a`
    } else if (
      !isSpace &&
      /url\((?!\s*['"]?#)|&(?!(?:amp|lt|gt|quot|apos|#\d+);)|javascript:/i.test(value)
    ) {
      yield `${name} holds an address or an entity, which a logo may not`
    }
  }
}
