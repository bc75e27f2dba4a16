import type { Pool } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { TRAINING_SECONDS } from './propose.ts'
import { closeDead, insertTraining } from './queries-trainings.ts'

/**
 * Writes down that an admin wants a training now; the job takes it up. Asking twice asks once: where one is
 * wanted or under way already, nothing is added.
 */
export async function askTraining(
  sql: Pool,
  { region, officer }: Acting,
  { now = new Date() }: { now?: Date } = {},
): Promise<void> {
  requireRight(officer, 'models.manage')
  await sql.begin(async (tx) => {
    await closeDead(tx, region.id, TRAINING_SECONDS + 60)
    const of = { regionId: region.id, askedBy: officer.id, now }
    if (!(await insertTraining(tx, of))) return
    await appendEvent(tx, {
      regionId: region.id,
      kind: 'model.training_asked',
      officerId: officer.id,
      at: now,
    })
  })
}
