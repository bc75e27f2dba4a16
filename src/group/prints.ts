/** What known voices look like to the eye that compares, kept between batches: what a voice says is never edited. */
import type { Database } from '../db/connect.ts'
import { prepare, type Prepared } from './compare.ts'
import { toldOf } from './message.ts'
import type { Known } from './queries-known.ts'

/** Most voices that are kept, and most characters of their texts: the longest have many thousand. */
const MOST_KEPT = 20_000
const MOST_CHARS = 8_000_000

type Kept = { prints: Map<number, Omit<Prepared, 'told'>>; chars: number }

const keptByDatabase = new WeakMap<Database, Kept>()

/** Gives what was made before, with what is known of the voice now: where it was placed may change. */
export function keepPrints(db: Database): (known: Known) => Prepared {
  const kept = keptByDatabase.get(db) ?? { prints: new Map(), chars: 0 }
  keptByDatabase.set(db, kept)
  return (known) => {
    const told = toldOf(known)
    const found = kept.prints.get(known.voiceId)
    if (found) return { ...found, told }
    if (kept.prints.size >= MOST_KEPT || kept.chars >= MOST_CHARS) {
      kept.prints.clear()
      kept.chars = 0
    }
    const { told: _, ...print } = prepare(told)
    kept.prints.set(known.voiceId, print)
    kept.chars += told.text.length
    return { ...print, told }
  }
}
