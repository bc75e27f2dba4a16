import type { Words } from '../words.ts'

const MIN_LENGTH = 12

/**
 * A rough strength from 0 to 4 and a sentence that says what to do. It counts length and variety,
 * because both can be explained; what is allowed is decided by the server.
 */
export function passwordAdvice(text: string, t: Words): { level: number; sentence: string } {
  const length = Array.from(text).length
  if (length < MIN_LENGTH) {
    return { level: length === 0 ? 0 : 1, sentence: t.invitation.tooShort(MIN_LENGTH - length) }
  }
  const different = new Set(text.toLowerCase()).size
  const words = text.split(/[\s\-_.]+/).filter((word) => word.length >= 3).length
  const isRow = /^(.)\1+$|^(?:0123|1234|abcd|qwer)/i.test(text)
  if (isRow || different < 6) return { level: 1, sentence: t.invitation.weak }
  if (length >= 16 && (words >= 3 || different >= 12)) {
    return { level: 4, sentence: t.invitation.strong }
  }
  return different >= 9
    ? { level: 3, sentence: t.invitation.fair }
    : { level: 2, sentence: t.invitation.weak }
}
