/**
 * Affixes that the stemmer does not know or takes off in the wrong order. Each rule offers words that may
 * lie under one; whether they do, the dictionary says.
 */

const CLITIC = /^(.{3,}?)(?:nya|ku|mu|lah|kah|tah|pun)$/

/** "laporannya" -> laporan, "berimanlah" -> beriman; null without a clitic. */
export function withoutEnding(word: string): string | null {
  return CLITIC.exec(word)?.[1] ?? null
}

/** What each nasal stands before: "ngangkut", "nglapor", "nyambung", "nunggu", "njual", "mbayar". */
const NASAL = /^(?:ng[aiueolrgbw]|ny[aiueo]|n[aiueodjc]|m[aiueob])/
const VOWEL = /^[aiueo]/

/**
 * How Jakarta says "me-": ngangkut, ngirim, ngecek, nyambung, nyetak, nunggu, masang, mbayar. The likeliest
 * first: a letter that was swallowed is only put back where the word without it is none.
 */
export function underNasal(word: string): string[] {
  if (!NASAL.test(word)) return []
  if (word.startsWith('nge')) return [`k${word.slice(2)}`, word.slice(3)]
  if (word.startsWith('ng')) return [word.slice(2), `k${word.slice(2)}`]
  if (word.startsWith('ny')) return [`s${word.slice(2)}`, `c${word.slice(2)}`]
  const rest = word.slice(1)
  if (!VOWEL.test(rest)) return [rest]
  return [word.startsWith('n') ? `t${rest}` : `p${rest}`]
}

/** "matiin" -> mati, "dibersihin" -> dibersih: the Jakarta form of -kan and -i. */
export function underIn(word: string): string | null {
  return /^.{4,}in$/.test(word) ? word.slice(0, -2) : null
}

/**
 * The word without the suffix that its prefix asks for: a noun of pe- and ke- ends in -an, never in -kan
 * ("kerusakan" is no "rusa"), a verb of me- and di- may end in -i ("menerangi" is no "rang").
 */
export function underConfix(word: string): string | null {
  if (/^(?:ke|pe|ber).{3,}kan$/.test(word)) return word.slice(0, -2)
  return /^(?:me|di|ter).{3,}i$/.test(word) ? word.slice(0, -1) : null
}
