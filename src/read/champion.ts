/**
 * The reader of a region as its admins have chosen: its own model or the one that comes with the program, and
 * the words that are watched.
 */
import type { Sql } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { watchedNow } from '../region/watch-words.ts'
import { decodeModel, shippedModel, type Model } from './model.ts'
import { championFile, readerChoice, watchChanges } from './queries.ts'
import { makeWatchingReader, type WatchingReader } from './read.ts'
import type { Reader } from './stored-reader.ts'

type Champion = {
  /** What stands in the readings: another name than chosen where the file is damaged. */
  model: string
  read: Reader
}

type Kept = Champion & {
  /** Of the row; null: none is chosen. */
  chosen: string | null
  watch: WatchingReader['watch']
  /** Of the words that it watches for. */
  watchMark: string | null
}

/** A reader takes a while to build, so each region's latest one is kept until another model is chosen. */
const latest = new WeakMap<Region, Kept>()

/**
 * Asks which model reads now and which words are watched; cheap, so it is asked for every batch and all
 * processes switch without a restart. A file that cannot be read falls back to the shipped model, said once:
 * reading must go on.
 */
export async function championReader(
  sql: Sql,
  region: Region,
  warn: (problem: string) => void,
): Promise<Champion> {
  const { model: chosen, watchMark } = await readerChoice(sql, region.id)
  let reader = latest.get(region)
  if (!reader || reader.chosen !== chosen) {
    const model = chosen === null ? shippedModel() : await load(sql, region, chosen, warn)
    const made = makeWatchingReader(region, model)
    reader = { chosen, model: model.name, ...made, watchMark: null }
    latest.set(region, reader)
  }
  if (reader.watchMark !== watchMark) {
    const changes = await watchChanges(sql, region.id)
    reader.watch(watchedNow(region.watchWords, changes))
    reader.watchMark = watchMark
  }
  return reader
}

/** The region with the words that are watched now, for who builds a reader of another model. */
export async function withWatchWords(sql: Sql, region: Region): Promise<Region> {
  const watched = watchedNow(region.watchWords, await watchChanges(sql, region.id))
  return { ...region, watchWords: watched.map((each) => ({ ...each, note: '' })) }
}

async function load(
  sql: Sql,
  region: Region,
  name: string,
  warn: (problem: string) => void,
): Promise<Model> {
  try {
    return decodeModel((await championFile(sql, region.id, name)) ?? new Uint8Array())
  } catch (error) {
    const shipped = shippedModel()
    warn(`read: the model ${name} cannot be used, ${shipped.name} reads instead: ${String(error)}`)
    return shipped
  }
}
