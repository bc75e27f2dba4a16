import type { Sql } from '../db/connect.ts'
import type { Facts, Said } from './facts.ts'
import type { LockedCandidate } from './queries.ts'

/**
 * The lock under which grouping works. It grows many candidates in one transaction, in an order of its own;
 * who locks two of them waits here first, or the two would wait for each other.
 */
export async function lockGrouping(tx: Sql, regionId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`dengar:group:${regionId}`}, 0))`
}

/** The candidates that a decision on this one concerns as well: where its voices went, or came from. */
export async function relativesOf(tx: Sql, regionId: string, id: number): Promise<number[]> {
  const [row] = await tx<{ joinedId: number | null; splitFrom: number | null }[]>`
    select joined_id, split_from from candidates where region_id = ${regionId} and id = ${id}`
  return [row?.joinedId, row?.splitFrom].filter((other) => typeof other === 'number')
}

/** The voices that speak in the candidate, in the order in which they joined it. */
export const saidIn = (tx: Sql, candidateId: number): Promise<Said[]> => tx<Said[]>`
  select v.id as voice_id, v.copy_of, p.title, left(coalesce(p.text, f.text), 600) as text,
         v.post_id is null as is_filed, coalesce(f.confidential, false) as is_confidential,
         case when m.id is null then coalesce(r.probability, 0) else 1 end as probability,
         r.category, r.agency_code, r.kecamatan_code, r.kelurahan_code, r.place,
         coalesce(r.urgent, false) as urgent, coalesce(r.emergency, false) as emergency,
         coalesce(r.modus, '{}') as modus, coalesce(r.reasons, '[]') as reasons
    from voices v
    left join posts p on p.id = v.post_id
    left join filings f on f.id = v.filing_id
    left join readings r on r.id = coalesce(p.reading_id, f.reading_id)
    left join samples m on m.post_id = v.post_id and m.verdict = 'complaint'
   where v.candidate_id = ${candidateId} and v.left_at is null
   order by v.joined_at, v.id`

export type NewSplit = Facts & {
  regionId: string
  title: string
  confidential: boolean
  dueAt: Date
  splitFrom: number
  now: Date
}

/** A waiting candidate that nothing speaks in yet. */
export async function insertSplit(tx: Sql, { now, ...made }: NewSplit): Promise<number> {
  const row = { ...made, firstAt: now, lastAt: now, createdAt: now }
  const [stored] = await tx<{ id: number }[]>`
    insert into candidates ${tx(row)} returning id`
  if (!stored) throw new Error('triage: the candidate that was split off was not stored')
  return stored.id
}

type Move = { voiceIds: number[]; officerId: number; now: Date }

/** Lets the voices speak in another candidate. Their rows stay and end; new ones say who moved them. */
export async function moveVoices(
  tx: Sql,
  { voiceIds, officerId, now }: Move,
  { to, reason }: { to: number; reason: string },
): Promise<void> {
  await endVoices(tx, { voiceIds, officerId, now })
  await tx`
    insert into voices (candidate_id, post_id, filing_id, rung, score, reasons, officer_id, joined_at,
                        copy_of, moved_from)
    select ${to}::bigint, post_id, filing_id, 'person', 1, ${tx.json([reason])}::jsonb,
           ${officerId}::bigint, ${now}::timestamptz, copy_of, id
      from voices
     where id = any(${voiceIds}::bigint[])
     order by joined_at, id`
  await copyPrints(tx, voiceIds)
}

/** Lets moved voices speak again where and as they did before, by new rows: the history keeps both. */
export async function returnVoices(tx: Sql, { voiceIds, officerId, now }: Move): Promise<void> {
  await endVoices(tx, { voiceIds, officerId, now })
  await tx`
    insert into voices (candidate_id, post_id, filing_id, rung, score, reasons, officer_id, joined_at,
                        copy_of, moved_from)
    select b.candidate_id, b.post_id, b.filing_id, b.rung, b.score, b.reasons, b.officer_id,
           b.joined_at, b.copy_of, b.moved_from
      from voices v
      join voices b on b.id = v.moved_from
     where v.id = any(${voiceIds}::bigint[])
     order by b.id`
  await copyPrints(tx, voiceIds)
}

async function endVoices(tx: Sql, { voiceIds, officerId, now }: Move): Promise<void> {
  const ended = await tx`
    update voices set left_at = ${now}, left_by = ${officerId}
     where id = any(${voiceIds}::bigint[]) and left_at is null`
  if (ended.count !== voiceIds.length) throw new Error('triage: a voice left while it was moved')
}

/** What was computed of a text is not computed again because its voice has a new row. Copies have nothing. */
async function copyPrints(tx: Sql, ended: number[]): Promise<void> {
  await tx`
    insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id,
                              kelurahan_code)
    select g.region_id, n.candidate_id, n.id, g.text_hash, g.embedding, g.at, g.embedder_id, g.kelurahan_code
      from voices v
      join voices n on n.left_at is null and (n.post_id = v.post_id or n.filing_id = v.filing_id)
      join fingerprints g on g.voice_id = v.id
     where v.id = any(${ended}::bigint[]) and n.copy_of is null
    on conflict do nothing`
}

/**
 * Voices that a person moved from one candidate to another at that moment, and that speak there still. The
 * same two may have been split and joined: the moment tells which of the two acts moved a voice.
 */
export async function voicesFrom(
  tx: Sql,
  { from, to, at }: { from: number; to: number; at: Date },
): Promise<number[]> {
  const rows = await tx<{ id: number }[]>`
    select v.id
      from voices v
      join voices b on b.id = v.moved_from
     where v.candidate_id = ${to} and v.left_at is null and b.candidate_id = ${from}
       and v.joined_at = ${at}
     order by v.id`
  return rows.map(({ id }) => id)
}

/**
 * Counts the voices of a candidate anew, after some have come or gone. A copy whose original speaks elsewhere
 * now points to the eldest of the copies that stayed, which counts as a voice of its own from here on.
 * @returns how many voices it has
 */
export async function recount(tx: Sql, candidateId: number): Promise<number> {
  await mendCopies(tx, candidateId)
  const [row] = await tx<{ voiceCount: number }[]>`
    update candidates c
       set voice_count = n.voices, copy_count = n.copies,
           first_at = coalesce(n.first_at, c.first_at), last_at = coalesce(n.last_at, c.last_at)
      from (select count(v.id) as voices, count(v.copy_of) as copies,
                   min(coalesce(p.created_at, f.filed_at)) as first_at,
                   max(coalesce(p.created_at, f.filed_at)) as last_at
              from voices v
              left join posts p on p.id = v.post_id
              left join filings f on f.id = v.filing_id
             where v.candidate_id = ${candidateId} and v.left_at is null) n
     where c.id = ${candidateId}
    returning c.voice_count`
  return row?.voiceCount ?? 0
}

/**
 * A moved original has another row: it is known by its message. What takes its place inherits what was computed
 * of it, as it has nearly the same words.
 */
async function mendCopies(tx: Sql, candidateId: number): Promise<void> {
  await tx`
    with copies as (
      select v.id, v.joined_at, o.id as was, o.post_id, o.filing_id
        from voices v
        join voices o on o.id = v.copy_of
       where v.candidate_id = ${candidateId} and v.left_at is null
    ),
    placed as (
      select c.id, c.was,
             coalesce(n.id, first_value(c.id) over (
               partition by c.post_id, c.filing_id order by c.joined_at, c.id)) as original
        from copies c
        left join voices n on n.candidate_id = ${candidateId} and n.left_at is null
                          and (n.post_id = c.post_id or n.filing_id = c.filing_id)
    ),
    heirs as (
      insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at,
                                embedder_id, kelurahan_code)
      select g.region_id, ${candidateId}::bigint, p.id, g.text_hash, g.embedding, g.at, g.embedder_id,
             g.kelurahan_code
        from placed p
        join fingerprints g on g.voice_id = p.was
       where p.original = p.id
      on conflict do nothing
    )
    update voices v
       set copy_of = nullif(p.original, v.id)
      from placed p
     where v.id = p.id and v.copy_of is distinct from nullif(p.original, v.id)`
  // A copy of a copy is one of what that copies.
  await tx`
    update voices v
       set copy_of = o.copy_of
      from voices o
     where v.candidate_id = ${candidateId} and v.left_at is null and o.id = v.copy_of
       and o.copy_of is not null and o.copy_of <> v.id`
}

/** Writes what has changed of a candidate; whoever has it on screen sees an older version. */
export async function changeFacts(
  tx: Sql,
  id: number,
  changes: Partial<Facts> & { title?: string },
): Promise<void> {
  await tx`update candidates set version = version + 1 where id = ${id}`
  if (Object.keys(changes).length > 0) {
    await tx`update candidates set ${tx({ ...changes })} where id = ${id}`
  }
}

/**
 * Unites what two candidates say: nothing that is known is replaced, nothing grave is lost. What a person has
 * corrected in the one that stays is kept; that one is not snoozed any more, as more people speak in it.
 */
export async function growFrom(tx: Sql, from: LockedCandidate, to: number): Promise<void> {
  await tx`
    update candidates
       set probability = greatest(probability, ${from.probability}::real),
           filed = filed or ${from.filed},
           urgent = urgent or (${from.urgent} and not corrected ? 'urgent'),
           emergency = emergency or ${from.emergency},
           confidential = confidential or ${from.confidential},
           modus = array(select distinct unnest(modus || ${from.modus}::text[]) order by 1),
           category = ${filledIn(tx, from, 'category')},
           kelurahan_code = case when corrected ?| array['kecamatanCode', 'kelurahanCode']
                                      or kecamatan_code <> coalesce(${from.kecamatanCode}, '')
                                 then kelurahan_code
                                 else coalesce(kelurahan_code, ${from.kelurahanCode}) end,
           kecamatan_code = ${filledIn(tx, from, 'kecamatanCode')},
           place = ${filledIn(tx, from, 'place')},
           agency_code = ${filledIn(tx, from, 'agencyCode')},
           due_at = least(due_at, ${from.dueAt}), snoozed_until = null, snoozed_by = null,
           version = version + 1
     where id = ${to}`
}

type Filled = 'category' | 'kecamatanCode' | 'place' | 'agencyCode'

const filledIn = (tx: Sql, from: LockedCandidate, field: Filled) => tx`
  case when corrected ? ${field} then ${tx(field)} else coalesce(${tx(field)}, ${from[field]}) end`
