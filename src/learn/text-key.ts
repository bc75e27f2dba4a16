/** When two texts count as one: for repeats in label files, and to keep test texts out of training. */

const MAX_CHARS = 10_000

/**
 * The letters and digits of a text in lower case, without addresses and handles: a post that was only
 * passed on, or masked in another way, has the same key. A text without letters keeps its signs.
 */
export function textKey(text: string): string {
  const key = text
    .slice(0, MAX_CHARS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\bhttps?:\/\/\S+|@\w+/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return key === '' ? text.trim() : key
}
