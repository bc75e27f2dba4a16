import type { Sql } from '../db/connect.ts'
import { decodeModel, shippedModel, type Model } from '../read/model.ts'
import { modelFile, readableNames } from './queries-models.ts'

/**
 * A version of the reader by its name: the shipped one or one of the region's.
 * @throws a sentence when there is none, when its file was not kept, or when it is damaged
 */
export async function findModel(sql: Sql, regionId: string, name: string): Promise<Model> {
  const shipped = shippedModel()
  if (name === shipped.name) return shipped
  const stored = await modelFile(sql, regionId, name)
  if (!stored) {
    const names = [shipped.name, ...(await readableNames(sql, regionId))]
    throw new Error(`models: there is no model "${name}"; there are ${names.join(', ')}`)
  }
  if (stored.file === null) {
    throw new Error(`models: ${name} was declined, so its file was not kept`)
  }
  return decodeModel(stored.file)
}
