/** The rungs that need no comparison of words: a link, an answer, or a number says which problem it is. Pure. */
import { comparePrepared, type Prepared } from './compare.ts'
import { freshOfParent, freshOfUrl, type Fresh } from './fresh.ts'
import type { LookedUp } from './look-up.ts'
import { isAnswer, type Message, type Rung } from './message.ts'
import type { Known } from './queries-known.ts'
import type { Waiting } from './queries.ts'

/** A voice of the problem that the message belongs to, and how that is known. */
export type Link = { known: Known; rung: Rung; score: number; reasons: string[] }

type Looking = LookedUp & {
  message: Message
  asker: number
  fresh: readonly Fresh[]
  preparedOf: (known: Known) => Prepared
}

/** The surest link, unless the message tells of another area. */
export function linkOf(looking: Looking): Link | null {
  const found = samePage(looking) ?? parent(looking) ?? named(looking)
  return found && !contradicts(looking.message.of, found.known) ? found : null
}

function samePage({ message, asker, ways, known, fresh, preparedOf }: Looking): Link | null {
  const { of, made } = message
  if (of.canonicalUrl === null || isAnswer(of)) return null
  const voices = [...voicesOf(ways.urls, asker, known), ...freshOfUrl(fresh, of.canonicalUrl)]
  // Some tables name one page in every row: the words must not tell of something else.
  const same = voices.find((one) => comparePrepared(made, preparedOf(one)).verdict !== 'different')
  return same ? { known: same, rung: 'url', score: 1, reasons: ['tautan sama'] } : null
}

function parent({ message, asker, ways, known, fresh }: Looking): Link | null {
  const { of } = message
  if (of.parentNativeId === null || of.sourceKind === null) return null
  const [found] = [...voicesOf(ways.parents, asker, known), ...freshOfParent(fresh, message)]
  if (!found) return null
  if (of.postKind === 'repost' || of.postKind === 'quote') {
    const reasons = ['membagikan ulang unggahan yang sama']
    return { known: found, rung: 'repost', score: 1, reasons }
  }
  return { known: found, rung: 'reply', score: 0.9, reasons: ['balasan pada unggahan yang sama'] }
}

/** "Laporan saya KDI-2026-00012 belum dijawab": who gives the number means that case. */
function named({ asker, ways, known }: Looking): Link | null {
  const [found, ...others] = voicesOf(ways.numbers, asker, known)
  const isOne = others.every((one) => one.candidateId === found?.candidateId)
  if (!found || !isOne) return null
  return { known: found, rung: 'number', score: 0.95, reasons: ['menyebut nomor aduannya'] }
}

const voicesOf = (way: Map<number, number[]>, asker: number, known: Map<number, Known>): Known[] =>
  (way.get(asker) ?? []).flatMap((id) => known.get(id) ?? [])

/** Under one post people tell of their own streets: another area is another problem. */
function contradicts(of: Waiting, known: Known): boolean {
  if (of.postKind === 'repost') return false
  const differ = (a: string | null, b: string | null): boolean =>
    a !== null && b !== null && a !== b
  return (
    differ(of.kelurahanCode, known.kelurahanCode) || differ(of.kecamatanCode, known.kecamatanCode)
  )
}
