/** Type-ahead over a list: what begins like the typed words first, then what holds them. Pure. */

export type FoundOption = { code: string; name: string }

/** Lower case, without marks over letters and without signs: "Jl. Å" and "jl a" are the same. */
export const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The options that hold each typed word, at most `most`; without words the first ones as they stand. */
export function findOptions<Option extends FoundOption>(
  options: Option[],
  typed: string,
  most = 9,
): Option[] {
  const key = keyOf(typed)
  if (key === '') return options.slice(0, most)
  const words = key.split(' ')
  const ranked = options.flatMap((option) => {
    const name = keyOf(option.name)
    const isIn = words.every((word) => name.includes(word) || keyOf(option.code) === word)
    if (!isIn) return []
    const isStart = name.startsWith(key) || keyOf(option.code) === key
    const isWordStart = words.every((word) => ` ${name}`.includes(` ${word}`))
    return [{ option, rank: isStart ? 0 : isWordStart ? 1 : 2 }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ option }) => option)
}
