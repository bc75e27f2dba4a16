import type { Sql } from '../db/connect.ts'
import type { Modus, Reason } from '../read/reading.ts'
import type { Growth } from './grow.ts'
import { writerOfPost } from './queries-known.ts'

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
  nativeId: string | null
  parentNativeId: string | null
  sourceKind: string | null
  /** Account or telephone, only ever compared with another. */
  writer: string | null
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

/** Two workers that group one region at once would make two candidates of one problem. */
export async function lockGrouping(tx: Sql, regionId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`dengar:group:${regionId}`}, 0))`
}

export const claimReadFilings = (tx: Sql, regionId: string, limit: number): Promise<Waiting[]> =>
  tx<Waiting[]>`
    select 'filing' as kind, f.id, f.text, null as title, f.address, f.filed_at as at,
           null as post_kind, null as canonical_url, null as native_id, null as parent_native_id,
           null as source_kind, 'contact:' || f.contact as writer, f.confidential as is_confidential,
           null::bigint as found_by, r.probability, ${readingColumns(tx)}
      from filings f
      join readings r on r.id = f.reading_id
     where f.region_id = ${regionId} and f.read_at is not null and f.grouped_at is null
     order by f.id
     limit ${limit}
       for update of f skip locked`

export const claimReadPosts = (tx: Sql, regionId: string, limit: number): Promise<Waiting[]> =>
  tx<Waiting[]>`
    select 'post' as kind, p.id, p.text, p.title, null as address, p.created_at as at,
           p.kind as post_kind, p.canonical_url, p.native_id, p.parent_native_id, p.source_kind,
           ${writerOfPost(tx)} as writer, false as is_confidential, m.decided_by as found_by,
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

/** Ids for candidates and voices that a batch may make; an unused one is a gap and does no harm. */
export async function reserveIds(
  tx: Sql,
  count: number,
): Promise<{ candidates: number[]; voices: number[] }> {
  const rows = await tx<{ candidate: number; voice: number }[]>`
    select nextval(pg_get_serial_sequence('candidates', 'id')) as candidate,
           nextval(pg_get_serial_sequence('voices', 'id')) as voice
      from generate_series(1, ${count})`
  return {
    candidates: rows.map(({ candidate }) => candidate),
    voices: rows.map(({ voice }) => voice),
  }
}

/** Until the transaction ends nobody decides on these candidates or ends their cases. Always in one order. */
export async function lockJoined(tx: Sql, candidateIds: readonly number[]): Promise<void> {
  await tx`
    select 1 from candidates where id = any(${candidateIds as number[]}::bigint[])
     order by id for no key update`
  await tx`
    select 1
      from cases
     where id in (select case_id from candidates where id = any(${candidateIds as number[]}::bigint[]))
     order by id for share`
}

export type NewCandidate = Growth & {
  id: number
  regionId: string
  title: string
  category: string | null
  dueAt: Date
}

export async function insertCandidates(tx: Sql, made: readonly NewCandidate[]): Promise<void> {
  await tx`
    insert into candidates (id, region_id, filed, title, probability, category, agency_code, kecamatan_code,
                            kelurahan_code, place, urgent, emergency, confidential, modus, voice_count,
                            copy_count, first_at, last_at, due_at)
    overriding system value
    select m."id", m."regionId", m."filed", m."title", m."probability", m."category", m."agencyCode",
           m."kecamatanCode", m."kelurahanCode", m."place", m."urgent", m."emergency", m."confidential",
           m."modus", m."voices", m."copies", m."firstAt", m."lastAt", m."dueAt"
      from jsonb_to_recordset(${tx.json(made)})
        as m ("id" bigint, "regionId" text, "filed" boolean, "title" text, "probability" real, "category" text,
              "agencyCode" text, "kecamatanCode" text, "kelurahanCode" text, "place" text, "urgent" boolean,
              "emergency" boolean, "confidential" boolean, "modus" text[], "voices" integer, "copies" integer,
              "firstAt" timestamptz, "lastAt" timestamptz, "dueAt" timestamptz)`
}

/**
 * Takes voices into their candidate, which is locked: counts them, fills in what was not known, never removes.
 * What a person has corrected stays; what was snoozed is back, because somebody speaks of it anew.
 */
export async function growCandidate(tx: Sql, id: number, by: Growth): Promise<void> {
  const changed = await tx`
    update candidates
       set voice_count = voice_count + ${by.voices},
           copy_count = copy_count + ${by.copies},
           first_at = least(first_at, ${by.firstAt}),
           last_at = greatest(last_at, ${by.lastAt}),
           probability = greatest(probability, ${by.probability}::real),
           filed = filed or ${by.filed},
           urgent = urgent or (${by.urgent} and not corrected ? 'urgent'),
           emergency = emergency or ${by.emergency},
           confidential = confidential or ${by.confidential},
           modus = array(select distinct unnest(modus || ${by.modus}::text[]) order by 1),
           kelurahan_code = case when corrected ?| array['kecamatanCode', 'kelurahanCode']
                                      or kecamatan_code <> coalesce(${by.kecamatanCode}, '')
                                 then kelurahan_code
                                 else coalesce(kelurahan_code, ${by.kelurahanCode}) end,
           kecamatan_code = ${filledIn(tx, by, 'kecamatanCode')},
           place = ${filledIn(tx, by, 'place')},
           agency_code = ${filledIn(tx, by, 'agencyCode')},
           snoozed_until = null, snoozed_by = null
     where id = ${id} and status in ('waiting', 'merged', 'opened')`
  if (changed.count !== 1) throw new Error(`group: candidate ${id} changed while it was locked`)
}

/** A person who took a wrong value away without a better one has still corrected it. */
const filledIn = (tx: Sql, by: Growth, field: 'kecamatanCode' | 'place' | 'agencyCode') => tx`
  case when corrected ? ${field} then ${tx(field)} else coalesce(${tx(field)}, ${by[field]}) end`

export type NewVoice = {
  id: number
  candidateId: number
  postId: number | null
  filingId: number | null
  rung: string
  score: number
  reasons: string[]
  officerId: number | null
  copyOf: number | null
}

export async function insertVoices(tx: Sql, voices: readonly NewVoice[]): Promise<void> {
  await tx`
    insert into voices (id, candidate_id, post_id, filing_id, rung, score, reasons, officer_id, copy_of)
    overriding system value
    select v."id", v."candidateId", v."postId", v."filingId", v."rung", v."score", v."reasons",
           v."officerId", v."copyOf"
      from jsonb_to_recordset(${tx.json(voices)})
        as v ("id" bigint, "candidateId" bigint, "postId" bigint, "filingId" bigint, "rung" text, "score" real,
              "reasons" jsonb, "officerId" bigint, "copyOf" bigint)`
}

export type NewFingerprint = {
  regionId: string
  candidateId: number
  voiceId: number
  embedderId: number
  /** In hexadecimal digits. */
  textHash: string
  embedding: string
  at: Date
  kelurahanCode: string | null
}

export async function insertFingerprints(
  tx: Sql,
  prints: readonly NewFingerprint[],
): Promise<void> {
  await tx`
    insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id,
                              kelurahan_code)
    select p."regionId", p."candidateId", p."voiceId", decode(p."textHash", 'hex'), p."embedding"::halfvec,
           p."at", p."embedderId", p."kelurahanCode"
      from jsonb_to_recordset(${tx.json(prints)})
        as p ("regionId" text, "candidateId" bigint, "voiceId" bigint, "textHash" text, "embedding" text,
              "at" timestamptz, "embedderId" smallint, "kelurahanCode" text)`
}

export type NewSuggestion = {
  candidateId: number
  otherId: number | null
  caseId: number | null
  score: number
  reasons: string[]
}

/** What was suggested before stays as it is: a person may have rejected it. */
export async function insertSuggestions(
  tx: Sql,
  suggestions: readonly NewSuggestion[],
): Promise<void> {
  await tx`
    insert into suggestions (candidate_id, other_id, case_id, score, reasons)
    select s."candidateId", s."otherId", s."caseId", s."score", s."reasons"
      from jsonb_to_recordset(${tx.json(suggestions)})
        as s ("candidateId" bigint, "otherId" bigint, "caseId" bigint, "score" real, "reasons" jsonb)
        on conflict do nothing`
}

export async function markPosts(
  tx: Sql,
  ids: readonly number[],
  outcome: 'set_aside' | 'candidate',
): Promise<void> {
  await tx`
    update posts set grouped_at = now(), outcome = ${outcome}
     where id = any(${ids as number[]}::bigint[])`
}

export async function markFilings(tx: Sql, ids: readonly number[]): Promise<void> {
  await tx`update filings set grouped_at = now() where id = any(${ids as number[]}::bigint[])`
}
