/** What somebody types into a search: words, or a number. Pure. */

/** "ADU-2026-00012" of a case or "ADU-L-7Q2M4X" of a filing, however it was typed; null for none. */
export function numberIn(text: string, prefix: string): string | null {
  const plain = text.slice(0, 200).toUpperCase()
  const [, year, rest] =
    new RegExp(`(?<![A-Z0-9])${prefix}[\\s-]{0,2}(\\d{4})[\\s-]{0,2}(\\d{1,7})(?!\\d)`).exec(
      plain,
    ) ?? []
  if (year !== undefined && rest !== undefined) return `${prefix}-${year}-${rest.padStart(5, '0')}`
  const [, code] =
    new RegExp(`(?<![A-Z0-9])${prefix}-?L-?([0-9A-Z]{6})(?![0-9A-Z])`).exec(plain) ?? []
  // The alphabet of these numbers has no I, L and O, because they are read over the telephone.
  return code === undefined
    ? null
    : `${prefix}-L-${code.replaceAll('O', '0').replace(/[IL]/g, '1')}`
}

const MOST_WORD = 40

/** Words of letters and digits, in small letters. */
export const wordsIn = (text: string): string[] =>
  [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.slice(0, MOST_WORD))

/** Every word as the beginning of one: the last is still being typed. */
export const prefixQuery = (words: string[]): string =>
  words.map((word) => `'${word}':*`).join(' & ')
