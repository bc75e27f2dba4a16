/** What officers write into a case: how long each text must and may be. Pure. */
import { invalid } from '../errors.ts'

type Rule = { field: string; what: string; least: number; most: number }

/** Said beside an act; may be empty. */
export const NOTE: Rule = { field: 'note', what: 'Catatan', least: 0, most: 2000 }
/** Why an act is done that somebody has to be told of. */
export const REASON: Rule = { field: 'reason', what: 'Alasan', least: 5, most: 2000 }
/** What the citizen reads. */
export const ANSWER: Rule = { field: 'text', what: 'Jawaban', least: 10, most: 10_000 }

/** The words of a form, trimmed. 422 with the field's sentence when too short or too long. */
export function wordsOf(text: string | undefined, rule: Rule): string {
  const words = (text ?? '').trim()
  if (words.length >= rule.least && words.length <= rule.most) return words
  const sentence =
    words.length < rule.least
      ? `${rule.what} harus diisi, sedikitnya ${rule.least} huruf.`
      : `${rule.what} paling panjang ${rule.most} huruf.`
  throw invalid(sentence, { [rule.field]: sentence })
}
