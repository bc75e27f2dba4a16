/** The reader of a region as its admin has chosen: its own model, or the one that comes with the program. */
import type { Sql } from '../db/connect.ts'
import type { Region } from '../region/region.ts'
import { decodeModel, shippedModel, type Model } from './model.ts'
import { championFile, championName } from './queries.ts'
import { makeReader } from './read.ts'
import type { Reader } from './stored-reader.ts'

type Champion = {
  /** Of the row; null: none is chosen. */
  chosen: string | null
  /** What stands in the readings: another name than chosen where the file is damaged. */
  model: string
  read: Reader
}

/** A reader takes a while to build, so each region's latest one is kept until another model is chosen. */
const latest = new WeakMap<Region, Champion>()

/**
 * Asks which model reads now; cheap, so it is asked for every batch and all processes switch without a
 * restart. A file that cannot be read falls back to the shipped model, said once: reading must go on.
 */
export async function championReader(
  sql: Sql,
  region: Region,
  warn: (problem: string) => void,
): Promise<Champion> {
  const chosen = await championName(sql, region.id)
  const known = latest.get(region)
  if (known?.chosen === chosen) return known
  const model = chosen === null ? shippedModel() : await load(sql, region, chosen, warn)
  const made = { chosen, model: model.name, read: makeReader(region, model) }
  latest.set(region, made)
  return made
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
