/**
 * Characters that nobody sees, but that change what one reads: they turn the direction of writing, hide inside
 * words, or pile up over other lines. They are cut out of the text so that each can be shown. Pure.
 */

export type HiddenKind = 'turn' | 'zero' | 'control' | 'pile'
/** A piece of a text; `hidden`: what kind of characters it holds, null where it is plain. */
export type Seen = { text: string; start: number; hidden: HiddenKind | null }

/** More pieces than these would make the page slow; what follows is one last plain piece. */
const MOST_HIDDEN = 200

/**
 * Runs of: marks of direction; what has no width; what no text should hold; more than four signs over one letter.
 * The joiner and the picture selector stand inside emoji, where they belong.
 */
const HIDDEN =
  /([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)|([\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]+|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d+)|([\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+)|(?<=\p{M}{4})(\p{M}+)/gu

const KINDS: HiddenKind[] = ['turn', 'zero', 'control', 'pile']

/** Cuts a text at its hidden characters; the pieces together are the text. */
export function cutHidden(text: string): Seen[] {
  const pieces: Seen[] = []
  let end = 0
  let found = 0
  for (const match of text.matchAll(HIDDEN)) {
    if (++found > MOST_HIDDEN) break
    const start = match.index
    if (start > end) pieces.push({ text: text.slice(end, start), start: end, hidden: null })
    const group = match.slice(1).findIndex((run) => run !== undefined)
    pieces.push({ text: match[0], start, hidden: KINDS[group] ?? 'zero' })
    end = start + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), start: end, hidden: null })
  return pieces
}

/** How many characters of the text are hidden, as far as they are counted. */
export const countHidden = (text: string): number =>
  cutHidden(text).reduce((sum, { hidden, text: run }) => sum + (hidden ? run.length : 0), 0)
