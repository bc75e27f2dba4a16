/** The messages of this batch that have found their place: the database does not know them yet. Pure. */
import { cosine } from './embed.ts'
import { isAnswer, type Message } from './message.ts'
import type { Known } from './queries-known.ts'
import { DAY_MS, LEAST_NEAR, MEMORY_DAYS, MOST_NEAR, MOST_NEARBY } from './reach.ts'

export type Fresh = { known: Known; message: Message }

/**
 * The nearest by their words, and the latest of the same words, writer, or kind and area: as many as the
 * database gives. Copies stand for nobody.
 */
export function findFresh(fresh: readonly Fresh[], asking: Message): Known[] {
  const near: { one: Fresh; cosine: number }[] = []
  const alike: Fresh[] = []
  for (const one of fresh) {
    if (one.known.copyOf !== null || !isRemembered(one.message, asking)) continue
    if (isAlike(one.message, asking)) alike.push(one)
    const like = cosine(one.message.made.vector, asking.made.vector)
    if (like >= LEAST_NEAR) near.push({ one, cosine: like })
  }
  const nearest = near.toSorted((a, b) => b.cosine - a.cosine).slice(0, MOST_NEAR)
  return [...nearest.map(({ one }) => one), ...alike.slice(-MOST_NEARBY)].map(toKnown)
}

const isRemembered = (a: Message, b: Message): boolean =>
  Math.abs(a.of.at.getTime() - b.of.at.getTime()) <= MEMORY_DAYS * DAY_MS

function isAlike(a: Message, b: Message): boolean {
  if (a.of.writer !== null && a.of.writer === b.of.writer) return true
  if (a.made.print.isDistinct && a.made.print.hash.equals(b.made.print.hash)) return true
  const { category, kecamatanCode } = a.of
  if (category === null || category === 'lainnya' || kecamatanCode === null) return false
  return category === b.of.category && kecamatanCode === b.of.kecamatanCode
}

export const freshOfUrl = (fresh: readonly Fresh[], url: string | null): Known[] =>
  fresh.filter(({ message: { of } }) => of.canonicalUrl === url && !isAnswer(of)).map(toKnown)

export const freshOfParent = (fresh: readonly Fresh[], { of }: Message): Known[] =>
  fresh
    .filter(
      ({ message }) =>
        message.of.nativeId === of.parentNativeId && message.of.sourceKind === of.sourceKind,
    )
    .map(toKnown)

const toKnown = ({ known }: Fresh): Known => known
