/** A message on its way to its problem, made ready to be compared and found. */
import { prepare, type Prepared, type Told } from './compare.ts'
import type { Known } from './queries-known.ts'
import type { Waiting } from './queries.ts'
import { toldText } from './told-text.ts'

export type Message = { of: Waiting; made: Prepared }

/** How it was recognised, the surest first; `first`: nobody told of it before, `person`: an officer said so. */
export type Rung =
  | 'url'
  | 'repost'
  | 'reply'
  | 'number'
  | 'identical'
  | 'copy'
  | 'same'
  | 'first'
  | 'person'

/** What the comparison is told of a message: its own words, and where the machine placed it. */
export function toldOf(message: Waiting | Known): Told {
  return {
    text: toldText(message),
    address: message.address,
    kelurahan: message.kelurahanCode,
    kecamatan: message.kecamatanCode,
    date: message.at,
    category: message.category,
    agency: message.agencyCode,
    writer: message.writer,
    place: message.place,
    outside: message.outside,
  }
}

export const toMessage = (of: Waiting): Message => ({ of, made: prepare(toldOf(of)) })

/** A filing is always heard. A post is when a person says so, or it complains, and not of another city. */
export const isHeard = (of: Waiting): boolean =>
  of.kind === 'filing' || of.foundBy !== null || (of.complaint && !of.outside)

/** It stands under another message, whose address it may carry. */
export const isAnswer = ({ postKind }: Waiting): boolean =>
  postKind === 'reply' || postKind === 'comment' || postKind === 'review'

/** The public numbers of cases and filings that a text names, as they are stored; at most five. */
export function numbersNamed(text: string, casePrefix: string): string[] {
  const named = text
    .slice(0, 10_000)
    .toUpperCase()
    .matchAll(new RegExp(`\\b${casePrefix}-(?:\\d{4}-\\d{5,9}|L-[0-9A-Z]{6})\\b`, 'g'))
  return [...new Set([...named].map(([number]) => number))].slice(0, 5)
}
