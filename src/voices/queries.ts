import type { Sql } from '../db/connect.ts'
import type { Copies, Voice } from './voice.ts'

export type StoredVoice = Omit<Voice, 'copies'> & {
  /** Null only where nothing copies it; jsonb has its times as texts. */
  copies: (Omit<Copies, 'firstAt' | 'lastAt'> & { firstAt: string; lastAt: string }) | null
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
  with said as (
    select v.id, v.copy_of, coalesce(p.created_at, f.filed_at) as at,
           coalesce(p.author_native_id, p.author_handle, f.contact) as writer
      from voices v
      join candidates c on c.id = v.candidate_id
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where ${where} and v.left_at is null
  ),
  shown as (
    select id, at, row_number() over (partition by copy_of is null order by at, id) as place
      from said
  ),
  copied as (
    select s.copy_of, count(*) as count, count(distinct s.writer) as accounts,
           least(min(o.at), min(s.at)) as first_at, greatest(max(o.at), max(s.at)) as last_at
      from said s
      join said o on o.id = s.copy_of
     group by s.copy_of
  )
  select v.id, case when v.post_id is null then 'filing' else 'post' end as kind,
         v.rung, v.score, v.reasons, v.joined_at,
         case when o.id is null then null else
           jsonb_build_object('id', o.id, 'name', o.name) end as by,
         v.copy_of,
         case when t.copy_of is null then null else
           jsonb_build_object('count', t.count, 'accounts', t.accounts, 'firstAt', t.first_at,
                              'lastAt', t.last_at) end as copies,
         shown.at,
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
    from shown
    join voices v on v.id = shown.id
    join candidates c on c.id = v.candidate_id
    left join copied t on t.copy_of = v.id
    left join officers o on o.id = v.officer_id
    left join cases k on k.id = c.case_id
    left join posts p on p.id = v.post_id
    left join filings f on f.id = v.filing_id
    left join sources s on s.id = p.source_id
    left join readings r on r.id = coalesce(p.reading_id, f.reading_id)
   where shown.place <= ${MAX_VOICES}
   order by shown.at, v.id`
