/** Finds what was meant by a few letters: "gk" finds "Gabungkan". Pure. */

const EXACT = 1000
const AT_START = 100
const AT_WORD = 10

/**
 * How well `text` answers to `query`: 0 not at all. All letters must stand in it in their order; together is
 * better than apart, the beginning of a word better than its middle.
 */
export function fuzzyScore(query: string, text: string): number {
  const wanted = Array.from(fold(query)).filter((sign) => sign !== ' ')
  const said = fold(text)
  if (wanted.length === 0) return 1
  const whole = said.indexOf(fold(query).trim())
  if (whole >= 0) return EXACT + (whole === 0 ? AT_START : isWordStart(said, whole) ? AT_WORD : 0)
  let score = 0
  let from = 0
  for (const sign of wanted) {
    const at = nextPlace(said, sign, from)
    if (at < 0) return 0
    score += at === from && from > 0 ? 3 : isWordStart(said, at) ? 2 : 1
    from = at + 1
  }
  return score
}

/** Right behind the last letter, else where the next word begins so, else anywhere. */
function nextPlace(said: string, sign: string, from: number): number {
  if (said[from] === sign) return from
  for (let at = said.indexOf(sign, from); at >= 0; at = said.indexOf(sign, at + 1)) {
    if (isWordStart(said, at)) return at
  }
  return said.indexOf(sign, from)
}

const isWordStart = (text: string, at: number) =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** What answers to the query, the best first; equals stay in their order. */
export function fuzzyFind<T>(items: T[], query: string, textOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, score: fuzzyScore(query, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}
