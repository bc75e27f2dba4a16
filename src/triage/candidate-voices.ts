import type { Sql } from '../db/connect.ts'
import { notFound } from '../errors.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { readVoices, type Voices } from '../voices/voice.ts'
import { candidateRow } from './queries.ts'

type VoicePage = { id: number; after: number | null; of: number | null }

/** The voices after those that came with the candidate, or the copies of one. 404 as for the candidate itself. */
export async function readCandidateVoices(
  sql: Sql,
  { officer }: Acting,
  { id, ...page }: VoicePage,
): Promise<Voices> {
  requireRight(officer, 'queue.read')
  if (!(await candidateRow(sql, officer.regionId, id))) throw notFound('Kandidat', id)
  return readVoices(sql, officer, { candidateId: id }, page)
}
