/** Candidates of several voices for tests: who speaks where, and what is copied. */
import type { Pool } from '../src/db/connect.ts'
import type { Region } from '../src/region/region.ts'
import { makeCandidate, type MadeCandidate } from './makers.ts'

type Options = NonNullable<Parameters<typeof makeCandidate>[2]>

/** A voice's fingerprint as grouping makes one, of nothing in particular. */
export async function makePrint(sql: Pool, region: Region, made: MadeCandidate): Promise<void> {
  await sql`
    insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id)
    select ${region.id}, ${made.id}, ${made.voiceId}, sha256('x'),
           array_fill(0, array[256])::vector::halfvec, now(), id
      from embedders where status = 'active'`
}

/** A waiting candidate with one voice for each of the texts, the first one of which made it. */
export async function makeTold(
  sql: Pool,
  region: Region,
  texts: string[],
  options: Options = {},
): Promise<{ id: number; voiceIds: number[] }> {
  const made: MadeCandidate[] = []
  for (const text of texts) {
    const one = await makeCandidate(sql, region, { title: texts[0]!, ...options, text })
    await makePrint(sql, region, one)
    made.push(one)
  }
  const [first, ...others] = made
  for (const other of others) {
    await sql`update voices set candidate_id = ${first!.id}, rung = 'same' where id = ${other.voiceId}`
    await sql`update fingerprints set candidate_id = ${first!.id} where voice_id = ${other.voiceId}`
    await sql`delete from candidates where id = ${other.id}`
  }
  await sql`
    update candidates c set voice_count = ${texts.length},
           first_at = (select min(coalesce(p.created_at, f.filed_at)) from voices v
                         left join posts p on p.id = v.post_id left join filings f on f.id = v.filing_id
                        where v.candidate_id = c.id),
           last_at = (select max(coalesce(p.created_at, f.filed_at)) from voices v
                        left join posts p on p.id = v.post_id left join filings f on f.id = v.filing_id
                       where v.candidate_id = c.id)
     where id = ${first!.id}`
  return { id: first!.id, voiceIds: made.map(({ voiceId }) => voiceId) }
}

/** Says of these voices that they only copy another one. */
export async function makeCopies(sql: Pool, of: number, copies: number[]): Promise<void> {
  await sql`update voices set copy_of = ${of}, rung = 'copy' where id = any(${copies}::bigint[])`
  await sql`delete from fingerprints where voice_id = any(${copies}::bigint[])`
  await sql`
    update candidates c set copy_count = (select count(copy_of) from voices v where v.candidate_id = c.id)
     where id = (select candidate_id from voices where id = ${of})`
}

/** A problem that very many tell of, a voice each minute; the `copies` that come second only repeat the first. */
export async function makeCrowd(
  sql: Pool,
  region: Region,
  { voices, copies = 0 }: { voices: number; copies?: number },
): Promise<{ id: number; voiceId: number }> {
  const at = new Date(Date.now() - (voices + 1) * 60_000)
  const { id, voiceId, postId } = await makeCandidate(sql, region, { text: 'Suara ke-1', at })
  await sql`
    with told as (
      insert into posts (region_id, source_id, source_kind, native_id, kind, channel, raw_hash, text,
                         author_handle, created_at, read_at, grouped_at, outcome)
      select region_id, source_id, source_kind, native_id || '-' || n, kind, channel,
             sha256(convert_to(E'\nSuara ke-' || n, 'UTF8')), 'Suara ke-' || n, 'warga-' || n,
             created_at + n * interval '1 minute', now(), now(), 'candidate'
        from posts, generate_series(2, ${voices}::integer) as n
       where id = ${postId}
      returning id, created_at
    ),
    placed as (select id, row_number() over (order by created_at) as place from told)
    insert into voices (candidate_id, post_id, rung, score, joined_at, copy_of)
    select ${id}::bigint, id, case when place <= ${copies} then 'copy' else 'same' end, 0.9, now(),
           case when place <= ${copies} then ${voiceId}::bigint end
      from placed
     order by place`
  await sql`
    update candidates set voice_count = ${voices}, copy_count = ${copies} where id = ${id}`
  return { id, voiceId }
}

/** The texts that a candidate's voices say now, in the order in which they joined. */
export async function textsIn(sql: Pool, candidateId: number): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select coalesce(p.text, f.text) as text
      from voices v
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where v.candidate_id = ${candidateId} and v.left_at is null
     order by v.joined_at, v.id`
  return rows.map(({ text }) => text)
}

/** The row by which each text speaks now, in that candidate. */
export async function voiceSaying(sql: Pool, candidateId: number, text: string): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    select v.id
      from voices v
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where v.candidate_id = ${candidateId} and v.left_at is null
       and coalesce(p.text, f.text) = ${text}`
  if (!row) throw new Error(`candidate ${candidateId} has no voice that says "${text}"`)
  return row.id
}
