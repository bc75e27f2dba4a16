import type { Sql } from '../db/connect.ts'
import type { Modus, Reason } from '../read/reading.ts'

/** A message that was read and not yet grouped, with what the machine says of it. */
export type Waiting = {
  kind: 'post' | 'filing'
  id: number
  text: string
  title: string | null
  address: string | null
  at: Date
  postKind: string | null
  canonicalUrl: string | null
  parentNativeId: string | null
  sourceKind: string | null
  isConfidential: boolean
  /** The officer who found it among what the machine had set aside; their word wins over the reading. */
  foundBy: number | null
  complaint: boolean
  probability: number
  category: string | null
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  outside: boolean
  urgent: boolean
  emergency: boolean
  modus: Modus[]
  reasons: Reason[]
}

/**
 * Two workers that group one region at once would make two candidates of one problem. Sets the search of
 * the index for this transaction, too: without iterative scan a filter silently loses most neighbours. Of
 * 33,000 voices of which 2 % are open, 4,000 looked at find every match in 24 ms; 20,000 would take 160.
 */
export async function lockGrouping(tx: Sql, regionId: string): Promise<void> {
  await tx`
    select set_config('hnsw.ef_search', '200', true),
           set_config('hnsw.iterative_scan', 'relaxed_order', true),
           set_config('hnsw.max_scan_tuples', '4000', true)`
  await tx`select pg_advisory_xact_lock(hashtextextended(${`dengar:group:${regionId}`}, 0))`
}

export const claimReadFilings = (tx: Sql, regionId: string, limit: number): Promise<Waiting[]> =>
  tx<Waiting[]>`
    select 'filing' as kind, f.id, f.text, null as title, f.address, f.filed_at as at,
           null as post_kind, null as canonical_url, null as parent_native_id, null as source_kind,
           f.confidential as is_confidential, null::bigint as found_by, r.probability,
           ${readingColumns(tx)}
      from filings f
      join readings r on r.id = f.reading_id
     where f.region_id = ${regionId} and f.read_at is not null and f.grouped_at is null
     order by f.id
     limit ${limit}
       for update of f skip locked`

export const claimReadPosts = (tx: Sql, regionId: string, limit: number): Promise<Waiting[]> =>
  tx<Waiting[]>`
    select 'post' as kind, p.id, p.text, p.title, null as address, p.created_at as at,
           p.kind as post_kind, p.canonical_url, p.parent_native_id, p.source_kind,
           false as is_confidential, m.decided_by as found_by,
           case when m.id is null then r.probability else 1 end as probability,
           ${readingColumns(tx)}
      from posts p
      join readings r on r.id = p.reading_id
      left join samples m on m.post_id = p.id and m.verdict = 'complaint'
     where p.region_id = ${regionId} and p.read_at is not null and p.grouped_at is null
     order by p.id
     limit ${limit}
       for update of p skip locked`

const readingColumns = (tx: Sql) => tx`
  r.complaint, r.category, r.agency_code, r.kecamatan_code, r.kelurahan_code, r.place,
  r.outside, r.urgent, r.emergency, r.modus, r.reasons`

export async function markPost(
  tx: Sql,
  id: number,
  outcome: 'set_aside' | 'candidate',
): Promise<void> {
  await tx`update posts set grouped_at = now(), outcome = ${outcome} where id = ${id}`
}

export async function markFiling(tx: Sql, id: number): Promise<void> {
  await tx`update filings set grouped_at = now() where id = ${id}`
}

export type NewCandidate = {
  regionId: string
  filed: boolean
  title: string
  confidential: boolean
  dueAt: Date
}

export async function insertCandidate(tx: Sql, made: NewCandidate, of: Waiting): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into candidates (region_id, filed, title, probability, category, agency_code, kecamatan_code,
                            kelurahan_code, place, urgent, emergency, confidential, modus, voice_count,
                            first_at, last_at, due_at)
    values (${made.regionId}, ${made.filed}, ${made.title}, ${of.probability}, ${of.category},
            ${of.agencyCode}, ${of.kecamatanCode}, ${of.kelurahanCode}, ${of.place}, ${of.urgent},
            ${of.emergency}, ${made.confidential}, ${of.modus}, 1, ${of.at}, ${of.at}, ${made.dueAt})
    returning id`
  if (!row) throw new Error('group: the candidate was not stored')
  return row.id
}

export type NewVoice = { candidateId: number; rung: string; score: number; reasons: string[] }

export async function insertVoice(tx: Sql, of: Waiting, voice: NewVoice): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    insert into voices (candidate_id, post_id, filing_id, rung, score, reasons, officer_id)
    values (${voice.candidateId}, ${of.kind === 'post' ? of.id : null},
            ${of.kind === 'filing' ? of.id : null}, ${voice.rung}, ${voice.score},
            ${tx.json(voice.reasons)}, ${of.foundBy})
    returning id`
  if (!row) throw new Error('group: the voice was not stored')
  return row.id
}

/**
 * Takes a voice into its candidate: counts it, fills in what was not known, never removes. Conditional:
 * false when a person has dismissed the candidate meanwhile.
 */
export async function growCandidate(
  tx: Sql,
  id: number,
  of: Waiting,
  isFiled: boolean,
): Promise<boolean> {
  const changed = await tx`
    update candidates
       set voice_count = voice_count + 1,
           first_at = least(first_at, ${of.at}),
           last_at = greatest(last_at, ${of.at}),
           probability = greatest(probability, ${of.probability}::real),
           filed = filed or ${isFiled},
           urgent = urgent or ${of.urgent},
           emergency = emergency or ${of.emergency},
           confidential = confidential or ${of.isConfidential || of.modus.length > 0},
           modus = array(select distinct unnest(modus || ${of.modus}::text[]) order by 1),
           kelurahan_code = case when kecamatan_code is null or kecamatan_code = ${of.kecamatanCode}
                                 then coalesce(kelurahan_code, ${of.kelurahanCode})
                                 else kelurahan_code end,
           kecamatan_code = coalesce(kecamatan_code, ${of.kecamatanCode}),
           place = coalesce(place, ${of.place}),
           agency_code = coalesce(agency_code, ${of.agencyCode})
     where id = ${id} and status <> 'dismissed'`
  return changed.count === 1
}

export type NewFingerprint = {
  regionId: string
  candidateId: number
  voiceId: number
  textHash: Buffer
  embedding: string
  at: Date
}

export async function insertFingerprint(tx: Sql, print: NewFingerprint): Promise<void> {
  await tx`
    insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at)
    values (${print.regionId}, ${print.candidateId}, ${print.voiceId}, ${print.textHash},
            ${print.embedding}::halfvec, ${print.at})`
}

export type NewSuggestion = {
  candidateId: number
  other: { candidateId: number; caseId: number | null }
  score: number
  reasons: string[]
}

/** A candidate that stands in a case is suggested as that case. */
export async function insertSuggestion(tx: Sql, suggestion: NewSuggestion): Promise<void> {
  const { candidateId, other, score, reasons } = suggestion
  await tx`
    insert into suggestions (candidate_id, other_id, case_id, score, reasons)
    values (${candidateId}, ${other.caseId === null ? other.candidateId : null}, ${other.caseId},
            ${score}, ${tx.json(reasons)})
    on conflict do nothing`
}
