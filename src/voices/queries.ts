import type { Sql } from '../db/connect.ts'
import type { Voice } from './voice.ts'

export type StoredVoice = Voice & {
  /** The case, the candidate or the filing asks for it. */
  confidential: boolean
  postKind: string | null
}

const MAX_VOICES = 200

export const voicesOfCandidate = (sql: Sql, regionId: string, candidateId: number) =>
  voices(sql, sql`c.region_id = ${regionId} and c.id = ${candidateId}`)

export const voicesOfCase = (sql: Sql, regionId: string, caseId: number) =>
  voices(sql, sql`c.region_id = ${regionId} and c.case_id = ${caseId}`)

const voices = (sql: Sql, where: ReturnType<Sql>): Promise<StoredVoice[]> => sql<StoredVoice[]>`
  select v.id, case when v.post_id is null then 'filing' else 'post' end as kind,
         v.rung, v.score, v.reasons, v.joined_at,
         coalesce(p.created_at, f.filed_at) as at,
         coalesce(p.channel, f.channel) as channel,
         s.name as source_name,
         p.author_handle, coalesce(p.author_name, f.contact_name) as author_name,
         f.contact, f.address,
         p.canonical_url as url, p.title, coalesce(p.text, f.text) as text,
         f.number as filing_number,
         case when r.id is null then null else jsonb_build_object(
           'probability', r.probability, 'reasons', r.reasons, 'categories', r.categories,
           'agencies', r.agencies, 'place', r.place, 'model', r.model) end as reading,
         c.confidential or coalesce(f.confidential, false) or coalesce(k.confidential, false)
           as confidential,
         p.kind as post_kind
    from voices v
    join candidates c on c.id = v.candidate_id
    left join cases k on k.id = c.case_id
    left join posts p on p.id = v.post_id
    left join filings f on f.id = v.filing_id
    left join sources s on s.id = p.source_id
    left join readings r on r.id = coalesce(p.reading_id, f.reading_id)
   where ${where} and v.left_at is null
   order by coalesce(p.created_at, f.filed_at), v.id
   limit ${MAX_VOICES}`
