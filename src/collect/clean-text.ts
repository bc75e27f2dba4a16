/** Makes outside text storable: PostgreSQL refuses NUL, and half a surrogate pair is not text. */

const UNSTORABLE = /[\u0000\p{Surrogate}]/gu

/** Removes NUL characters and lone surrogates, and cuts at `maxLength` without splitting a character. */
export function cleanText(text: string, maxLength: number): string {
  // Removing can only shorten: a little more than the cap is enough to look at.
  const cleaned = text.slice(0, maxLength * 2).replace(UNSTORABLE, '')
  const cut = cleaned.slice(0, maxLength)
  return cut.length < cleaned.length ? cut.replace(/[\ud800-\udbff]$/, '') : cut
}

/** The same for a text that may be missing; what is empty afterwards counts as missing. */
export function cleanOptional(text: string | null | undefined, maxLength: number): string | null {
  return cleanText(text ?? '', maxLength).trim() || null
}
