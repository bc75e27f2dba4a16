import type { Sql } from '../db/connect.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { labelsInUse } from './queries-desk.ts'

/** `count`: how many waiting candidates have it. */
export type LabelInUse = { label: string; count: number }

const MOST_SHOWN = 100

/** The labels of what waits, the commonest first, and after them the commonest ever. */
export async function listLabels(sql: Sql, { officer }: Acting): Promise<LabelInUse[]> {
  requireRight(officer, 'queue.read')
  return labelsInUse(sql, officer.regionId, MOST_SHOWN)
}
