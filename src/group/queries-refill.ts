import type { Pool, Sql } from '../db/connect.ts'

export type EmbedderRow = { id: number; name: string }
/** The function whose vectors are searched, and the one that will take over when every voice has one by it. */
export type Embedders = { active: EmbedderRow; filling: EmbedderRow | null }

/** One row or two: cheap enough to be asked for each search. */
export const currentEmbedders = async (sql: Sql): Promise<Embedders> =>
  sorted(
    await sql<Standing[]>`
    select id, name, status from embedders where status in ('active', 'filling') order by id desc`,
  )

/**
 * The same for who writes vectors of new voices: until the transaction ends, no other function takes over
 * and none is given up, so that no voice is left without a vector, and none with one that nobody deletes.
 */
export const holdEmbedders = async (tx: Sql): Promise<Embedders> =>
  sorted(
    await tx<Standing[]>`
    select id, name, status from embedders where status in ('active', 'filling') order by id desc
       for share`,
  )

type Standing = EmbedderRow & { status: string }

function sorted(rows: readonly Standing[]): Embedders {
  const pick = (status: string): EmbedderRow | null => {
    const row = rows.find((each) => each.status === status)
    return row ? { id: row.id, name: row.name } : null
  }
  const active = pick('active')
  if (!active)
    throw new Error('embed: no function is active; the table embedders was changed by hand')
  return { active, filling: pick('filling') }
}

/**
 * Makes this function the one that is wanted: it begins to be filled unless it is active already, and takes
 * over at once where no voice has a vector yet. One that was being filled and is not wanted any more is
 * given up. May be called at each start, by any number of processes.
 */
export async function ensureEmbedder(sql: Pool, name: string): Promise<void> {
  const { active, filling } = await currentEmbedders(sql)
  if (name === (filling ?? active).name) return
  await sql.begin(async (tx) => {
    await lockEmbedders(tx)
    await tx`update embedders set status = 'retired', done_at = null where status = 'filling' and name <> ${name}`
    await tx`
      insert into embedders (name, status) values (${name}, 'filling')
          on conflict (name) do update
         set status = 'filling', started_at = now(), done_at = null
       where embedders.status = 'retired'`
    const [voices] = await tx`select 1 from voices limit 1`
    if (!voices) await takeOver(tx, name)
  })
}

/** Waits for those who hold the functions, and lets nobody change or hold them meanwhile. */
async function lockEmbedders(tx: Sql): Promise<void> {
  await tx`lock table embedders in share row exclusive mode`
  await tx`select 1 from embedders where status in ('active', 'filling') for update`
}

async function takeOver(tx: Sql, name: string): Promise<void> {
  await tx`
    update embedders set status = 'retired', done_at = null
     where status = 'active' and exists (select 1 from embedders where name = ${name} and status = 'filling')`
  await tx`
    update embedders set status = 'active', done_at = now() where name = ${name} and status = 'filling'`
}

/** The last step of a change. @returns false while a voice has no vector by it */
export async function activateFilled(sql: Pool, { id, name }: EmbedderRow): Promise<boolean> {
  // Asked once before anybody has to wait: over a million voices it takes a second.
  if (await isVoiceLeft(sql, id)) return false
  return sql.begin(async (tx) => {
    await lockEmbedders(tx)
    if (await isVoiceLeft(tx, id)) return false
    await takeOver(tx, name)
    return true
  })
}

async function isVoiceLeft(sql: Sql, embedderId: number): Promise<boolean> {
  const left = await sql`select 1 from voices v where ${isWithout(sql, embedderId)} limit 1`
  return left.length > 0
}

/**
 * A copy needs none. Asked voice by voice: until the tables are analyzed anew, a join takes a new function
 * to have no vectors.
 */
const isWithout = (sql: Sql, embedderId: number) => sql`
  v.copy_of is null
  and (select g.id from fingerprints g where g.voice_id = v.id and g.embedder_id = ${embedderId}) is null`

/** Where a walk over the voices goes on: from the newest downward, a stretch of them at a time. */
export type Stretch = { embedderId: number; below: number; lowest: number; limit: number }

/** The lowest id of the next stretch of voices; null at the end. */
export async function endOfStretch(
  sql: Sql,
  below: number,
  voices: number,
): Promise<number | null> {
  const [row] = await sql<{ lowest: number | null }[]>`
    select min(id) as lowest
      from (select id from voices where id < ${below} order by id desc limit ${voices}) s`
  return row?.lowest ?? null
}

export type Voice = { id: number; title: string | null; text: string; address: string | null }

/** The newest voices of the stretch that have no vector by this function. */
export const voicesWithout = (
  sql: Sql,
  { embedderId, below, lowest, limit }: Stretch,
): Promise<Voice[]> =>
  sql<Voice[]>`
    select v.id, p.title, coalesce(p.text, f.text) as text, f.address
      from voices v
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
     where v.id >= ${lowest} and v.id < ${below} and ${isWithout(sql, embedderId)}
     order by v.id desc
     limit ${limit}`

export type Filled = { voiceId: number; textHash: Buffer; embedding: string }

/**
 * Keeps vectors of voices. What somebody else wrote meanwhile stays, and nothing is written by a function
 * that was given up. @returns how many are new
 */
export async function insertFilled(
  sql: Sql,
  embedderId: number,
  rows: readonly Filled[],
): Promise<number> {
  const { count } = await sql`
    insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id,
                              kelurahan_code)
    select c.region_id, c.id, v.id, decode(n.hash, 'hex'), n.embedding::halfvec,
           coalesce(p.created_at, f.filed_at), e.id, r.kelurahan_code
      from unnest(${rows.map((row) => row.voiceId)}::bigint[],
                  ${rows.map((row) => row.textHash.toString('hex'))}::text[],
                  ${rows.map((row) => row.embedding)}::text[]) as n (voice_id, hash, embedding)
      join embedders e on e.id = ${embedderId} and e.status <> 'retired'
      join voices v on v.id = n.voice_id
      join candidates c on c.id = v.candidate_id
      left join posts p on p.id = v.post_id
      left join filings f on f.id = v.filing_id
      left join readings r on r.id = coalesce(p.reading_id, f.reading_id)
     order by v.id
        on conflict (voice_id, embedder_id, at) do nothing`
  return count
}

/** The functions that were given up and still have vectors. */
export const retiredEmbedders = (sql: Sql): Promise<EmbedderRow[]> => sql<EmbedderRow[]>`
  select id, name from embedders where status = 'retired' and done_at is null`

/**
 * Deletes vectors of retired functions among the next rows: there is no index by function, and a limit alone
 * would pass over what is deleted again and again.
 * @returns where the stretch ended, null at the end of the table
 */
export async function deleteRetired(
  sql: Sql,
  { embedderIds, after, rows }: { embedderIds: number[]; after: number; rows: number },
): Promise<{ deleted: number; upTo: number | null }> {
  const [end] = await sql<{ upTo: number | null }[]>`
    select max(id) as up_to
      from (select id from fingerprints where id > ${after} order by id limit ${rows}) s`
  const upTo = end?.upTo ?? null
  if (upTo === null) return { deleted: 0, upTo }
  // A function that is wanted again meanwhile keeps its rows.
  const { count } = await sql`
    delete from fingerprints g
     using (select id from embedders
             where id = any(${embedderIds}::smallint[]) and status = 'retired'
               for share) e
     where g.embedder_id = e.id and g.id > ${after} and g.id <= ${upTo}`
  return { deleted: count, upTo }
}

/** Notes that nothing is left of these retired functions. */
export async function markEmptied(sql: Sql, embedderIds: number[]): Promise<void> {
  await sql`
    update embedders set done_at = now()
     where id = any(${embedderIds}::smallint[]) and status = 'retired'`
}

export type EmbedderState = EmbedderRow & {
  status: 'filling' | 'active' | 'retired'
  startedAt: Date
  doneAt: Date | null
  /** How many vectors it has. */
  vectors: number
}

/** Every function that there was, the newest first. Counts whole tables: for people, not for each batch. */
export const allEmbedders = (sql: Sql): Promise<EmbedderState[]> => sql<EmbedderState[]>`
  select e.id, e.name, e.status, e.started_at, e.done_at, coalesce(n.vectors, 0) as vectors
    from embedders e
    left join (select embedder_id, count(*) as vectors from fingerprints group by embedder_id) n
      on n.embedder_id = e.id
   order by e.id desc`

export async function countVoices(sql: Sql): Promise<number> {
  const [row] = await sql<{ voices: number }[]>`select count(*) as voices from voices`
  return row?.voices ?? 0
}
