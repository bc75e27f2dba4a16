import type { Pool } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { findSource } from './queries.ts'
import { secretsOf, webhook } from './sources/webhook.ts'

/**
 * What the sender of a webhook must know. The secret is derived from the instance key, never stored; that
 * somebody looked at it stands in the history. 404 when there is no such webhook.
 */
export async function readWebhookKey(
  sql: Pool,
  { region, officer }: Acting,
  { id, instanceKey }: { id: number; instanceKey: Buffer },
): Promise<{ path: string; secret: string }> {
  requireRight(officer, 'sources.manage')
  const source = await findSource(sql, { id, kind: webhook.kind, regionId: region.id })
  const [secret] = source ? secretsOf(source, instanceKey) : []
  if (secret === undefined) throw notFound('Kunci kiriman sumber', id)
  await sql.begin((tx) =>
    appendEvent(tx, {
      regionId: region.id,
      kind: 'source.key_shown',
      officerId: officer.id,
      data: { sourceId: id },
    }),
  )
  return { path: `/intake/webhook/${id}`, secret }
}
