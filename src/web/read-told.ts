/** What somebody types, read by the machine like a filing: what it is about and where. */
import { parentCode } from '../region/area-code.ts'
import { isCategory } from '../region/category.ts'
import type { Deps } from './app.ts'

export type Typed = {
  text: string
  address?: string | undefined
  /** Codes that were chosen in a form; they win over what the machine reads. */
  kelurahan?: string | undefined
  category?: string | undefined
}

export type ReadTold = {
  text: string
  address: string | null
  category: string | null
  agency: string | null
  kecamatan: string | null
  kelurahan: string | null
  /** The words that say where. */
  place: string | null
}

/**
 * Reads with the model that reads now. The reader is loaded by the first who types: most processes of the
 * web never need it. A text that cannot be read is looked for by its words and what was chosen.
 */
export async function readTold(deps: Deps, typed: Typed): Promise<ReadTold> {
  const told = chosen(deps, typed)
  const { region, log, db } = deps
  try {
    const { championReader } = await import('../read/champion.ts')
    const { read } = await championReader(db.sql, region, (problem) => log.warn(problem))
    const { category, agency, kecamatan, kelurahan, place } = read({
      text: told.text,
      title: told.address ?? undefined,
      channel: 'filed',
      at: new Date(),
      known: {
        category: told.category !== null && isCategory(told.category) ? told.category : undefined,
        kelurahan: told.kelurahan ?? undefined,
      },
    })
    return { ...told, category, agency, kecamatan, kelurahan, place }
  } catch (error) {
    log.warn({ err: error }, 'web: what was typed could not be read')
    return told
  }
}

/** PostgreSQL cannot store U+0000, nor half a surrogate pair. A code that does not exist was not chosen. */
function chosen({ region }: Deps, { text, address = '', kelurahan, category }: Typed): ReadTold {
  const clean = (words: string) => words.replaceAll('\u0000', ' ').toWellFormed().trim()
  const area = region.areas.find(({ code, level }) => level === 'kelurahan' && code === kelurahan)
  return {
    text: clean(text),
    address: clean(address) || null,
    category: category !== undefined && isCategory(category) ? category : null,
    agency: null,
    kecamatan: area ? parentCode(area.code) : null,
    kelurahan: area?.code ?? null,
    place: null,
  }
}
