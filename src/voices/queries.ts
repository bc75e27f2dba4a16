import type { Sql } from '../db/connect.ts'
import type { Copies, Parent, Voice } from './voice.ts'

/** jsonb has its times as texts. */
type AsText<T> = { [Key in keyof T]: T[Key] extends Date ? string : T[Key] }

export type StoredVoice = Omit<Voice, 'copies' | 'parent' | 'media'> & {
  /** Null only where nothing copies it. */
  copies: AsText<Copies> | null
  parent: (Omit<Parent, 'at'> & { at: string | null }) | null
  /** As the source gave it. */
  media: unknown
  /** The case, the candidate or the filing asks for it. */
  confidential: boolean
}

/** What the voices speak in. */
export type SpeaksIn = { candidateId: number } | { caseId: number }

/** `after`: the voice that the page before ended with. `of`: what copies this voice, else the originals. */
export type PageOf = { after: number | null; of: number | null }

/** So many voices a page, or as many as have this many bytes of text together, but always one. */
const PAGE_VOICES = 50
const PAGE_BYTES = 500_000
/** So many copies come with their original; the others are asked for. */
const FIRST_COPIES = 10
const PARENT_LENGTH = 1_000

/** Whether the voice has ever spoken there; only then there is something after it. */
export async function hasSpoken(
  sql: Sql,
  regionId: string,
  { speaksIn, voiceId }: { speaksIn: SpeaksIn; voiceId: number },
): Promise<boolean> {
  const rows = await sql`
    select 1
      from voices v
      join candidates c on c.id = v.candidate_id
     where v.id = ${voiceId} and ${isOf(sql, regionId, speaksIn)}`
  return rows.length > 0
}

const isOf = (sql: Sql, regionId: string, speaksIn: SpeaksIn) => sql`
  c.region_id = ${regionId}
  and ${'caseId' in speaksIn ? sql`c.case_id = ${speaksIn.caseId}` : sql`c.id = ${speaksIn.candidateId}`}`

type Asked = { speaksIn: SpeaksIn; page: PageOf }

/**
 * One page of voices, oldest first, and with originals the first of what copies them. `more`: the page is not
 * the last one.
 */
export const voicesPage = (
  sql: Sql,
  regionId: string,
  asked: Asked,
): Promise<(StoredVoice & { more: boolean })[]> => sql<(StoredVoice & { more: boolean })[]>`
  ${chosen(sql, regionId, asked)}
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
         f.number as filing_number, p.kind as post_kind,
         ${storedCopy(sql)}, ${parentOf(sql)}, coalesce(p.media, '[]') as media,
         case when r.id is null then null else jsonb_build_object(
           'probability', r.probability, 'reasons', r.reasons, 'categories', r.categories,
           'agencies', r.agencies, 'place', r.place, 'model', r.model) end as reading,
         c.confidential or coalesce(f.confidential, false) or coalesce(k.confidential, false)
           as confidential,
         (select count(*) from ahead) > (select count(*) from paged) as more
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
   order by shown.at, v.id`

/** Which voices stand on the page, and what copies them. */
const chosen = (sql: Sql, regionId: string, { speaksIn, page }: Asked) => sql`
  with said as (
    select v.id, v.copy_of, coalesce(p.created_at, f.filed_at) as at,
           octet_length(coalesce(p.text, f.text)) as bytes,
           coalesce(p.author_native_id, p.author_handle, f.contact) as writer
      from voices v
      join candidates c on c.id = v.candidate_id
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where ${isOf(sql, regionId, speaksIn)} and v.left_at is null
  ),
  ahead as (
    select id, at, row_number() over line as place, sum(bytes) over line - bytes as before
      from said
     where ${page.of === null ? sql`coalesce(copy_of not in (select id from said), true)` : sql`copy_of = ${page.of}`}
       and ${page.after === null ? sql`true` : isAfter(sql, page.after)}
    window line as (order by at, id)
  ),
  paged as (
    select id, at from ahead
     where place = 1 or (place <= ${PAGE_VOICES} and before < ${PAGE_BYTES})
  ),
  shown as (
    select id, at from paged
    union all
    select id, at
      from (select s.id, s.at, row_number() over (partition by s.copy_of order by s.at, s.id) as place,
                   sum(s.bytes) over (order by s.at, s.id) as bytes
              from said s
              join paged on paged.id = s.copy_of) copying
     where place <= ${FIRST_COPIES} and bytes < ${PAGE_BYTES}
  ),
  copied as (
    select s.copy_of, count(*) as count, count(distinct s.writer) as accounts,
           least(min(o.at), min(s.at)) as first_at, greatest(max(o.at), max(s.at)) as last_at
      from said s
      join paged o on o.id = s.copy_of
     group by s.copy_of
  )`

/** A voice that has left meanwhile still has its place in the order. */
const isAfter = (sql: Sql, voiceId: number) => sql`
  (at, id) > (select coalesce(p.created_at, f.filed_at), v.id
                from voices v
                left join posts p on p.id = v.post_id
                left join filings f on f.id = v.filing_id
               where v.id = ${voiceId})`

/**
 * What is known of the copy that was kept. The text itself never changes; the same address may have been heard
 * again with other words.
 */
const storedCopy = (sql: Sql) => sql`
  p.fetched_at, p.edited_at,
  p.raw_hash = sha256(convert_to(coalesce(p.title, '') || E'\n' || p.text, 'UTF8')) as is_exact,
  encode(p.raw_hash, 'hex') as hash,
  (select min(a.fetched_at) from posts a
    where a.region_id = p.region_id and a.canonical_url = p.canonical_url
      and a.raw_hash <> p.raw_hash and a.fetched_at > p.fetched_at) as other_text_at`

/** What a post answers; without a text it was never collected. */
const parentOf = (sql: Sql) => sql`
  case when p.parent_native_id is null then null else coalesce(
    (select jsonb_build_object('author', coalesce(a.author_handle, a.author_name),
                               'text', left(a.text, ${PARENT_LENGTH}), 'at', a.created_at,
                               'url', a.canonical_url)
       from posts a
      where a.region_id = p.region_id and a.source_kind = p.source_kind
        and a.native_id = p.parent_native_id),
    jsonb_build_object('author', null, 'text', null, 'at', null, 'url', null)) end as parent`
