/** Which words two sets of texts have in common, which only one has, and where they stand. Pure. */

/** Words that stand in any text; having them in common says nothing. */
const COMMON = new Set(
  `ada adalah agar akan aku anda apa apalagi atau bagi bahkan bapak banget belum bisa biar buat
   cuma dalam dan dari dengan deh di dia dong hanya harus hal ibu ini itu jadi jangan jika juga kah kak
   kalau kalo kami kapan karena kasih ke kepada kita kok kpd krn lagi lah lain lalu lebih loh mah maka
   mana masih mau mereka mohon nah namun nih nya oleh orang pada padahal pak para per perlu pun saat saja
   saling sama sampai samping sana sangat satu saya sdh sebagai sebelum secara sedang sejak selalu
   semua seperti sering serta setelah setiap si sih sini situ sudah supaya tapi telah terima terus tidak
   tdk tetap tetapi toh tolong tuh udah untuk utk yaitu yang yg https http www com`.split(/\s+/),
)
const LEAST = 3
const WORD = /[\p{L}\p{N}]+/gu

/** A piece of a text; `isCommon`: it is one of the words that are marked. */
export type Marked = { text: string; start: number; isCommon: boolean }

/** The telling words that stand in any of the one texts and any of the others, in lower case. */
export function commonWords(mine: string[], theirs: string[]): Set<string> {
  const others = wordsOf(theirs)
  return new Set([...wordsOf(mine)].filter((word) => others.has(word)))
}

/** The telling words of the one texts that stand in none of the others. */
export function ownWords(mine: string[], theirs: string[]): Set<string> {
  const others = wordsOf(theirs)
  return new Set([...wordsOf(mine)].filter((word) => !others.has(word)))
}

function wordsOf(texts: string[]): Set<string> {
  const words = texts.flatMap((text) => text.toLowerCase().match(WORD) ?? [])
  return new Set(words.filter((word) => word.length >= LEAST && !COMMON.has(word)))
}

/** In a text that is longer than anybody compares, what comes later stays plain: the page must not become slow. */
const MOST_MARKED = 20_000

/** Cuts a text so that each of these words is a piece of its own; together the pieces are the text. */
export function markCommon(text: string, common: ReadonlySet<string>): Marked[] {
  const pieces: Marked[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index > MOST_MARKED) break
    if (!common.has(word.toLowerCase())) continue
    if (index > end) pieces.push({ text: text.slice(end, index), start: end, isCommon: false })
    end = index + word.length
    pieces.push({ text: word, start: index, isCommon: true })
  }
  if (end < text.length) pieces.push({ text: text.slice(end), start: end, isCommon: false })
  return pieces
}
