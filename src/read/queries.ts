import type { Sql } from '../db/connect.ts'
import type { WatchChange } from '../region/watch-words.ts'
import type { Reading } from './reading.ts'

export type Unread = {
  id: number
  kind: 'post' | 'filing'
  text: string
  title: string | null
  channel: string
  at: Date
  category: string | null
  kelurahanCode: string | null
  address: string | null
}

/** Locks the oldest filings that nobody has read; another worker passes over them. */
export const claimUnreadFilings = (tx: Sql, regionId: string, limit: number): Promise<Unread[]> =>
  tx<Unread[]>`
    select id, 'filing' as kind, text, null as title, channel, filed_at as at,
           category, kelurahan_code, address
      from filings
     where region_id = ${regionId} and read_at is null
     order by id
     limit ${limit}
       for update skip locked`

/** Locks the oldest posts that nobody has read; another worker passes over them. */
export const claimUnreadPosts = (tx: Sql, regionId: string, limit: number): Promise<Unread[]> =>
  tx<Unread[]>`
    select id, 'post' as kind, text, title, channel, created_at as at,
           null as category, null as kelurahan_code, null as address
      from posts
     where region_id = ${regionId} and read_at is null
     order by id
     limit ${limit}
       for update skip locked`

export type ReaderChoice = {
  /** The model that the region's admin has chosen; null: the shipped one reads. */
  model: string | null
  /** Differs whenever the watch words differ; null: the pack's words are watched as they are. */
  watchMark: string | null
}

/** What the reader is made of now: one question, because every batch asks it. */
export async function readerChoice(sql: Sql, regionId: string): Promise<ReaderChoice> {
  const [row] = await sql<ReaderChoice[]>`
    select (select name from models where region_id = ${regionId} and status = 'champion') as model,
           (select md5(string_agg(concat_ws('|', word, off, category), '\n' order by word))
              from watch_words where region_id = ${regionId}) as watch_mark`
  return row ?? { model: null, watchMark: null }
}

export const watchChanges = (sql: Sql, regionId: string): Promise<WatchChange[]> =>
  sql<WatchChange[]>`select word, category, off from watch_words where region_id = ${regionId}`

export async function championFile(
  sql: Sql,
  regionId: string,
  name: string,
): Promise<Buffer | null> {
  const [row] = await sql<{ file: Buffer | null }[]>`
    select file from models where region_id = ${regionId} and name = ${name}`
  return row?.file ?? null
}

export type NewReading = { of: Unread; reading: Reading }

/**
 * Writes the readings and marks what they are of as read. A message that is read again by the same model
 * keeps one reading of that model, the newest.
 */
export async function insertReadings(
  tx: Sql,
  kind: Unread['kind'],
  made: NewReading[],
): Promise<void> {
  if (made.length === 0) return
  await tx`
    with made as (${upsert(tx, kind, made)})
    update ${kind === 'post' ? tx`posts` : tx`filings`} t
       set read_at = now(), reading_id = made.id
      from made
     where t.id = made.of_id`
}

/**
 * Writes readings beside those of other models, and leaves open which one counts.
 * @returns which reading is of which message
 */
export async function keepReadings(
  tx: Sql,
  kind: Unread['kind'],
  made: NewReading[],
): Promise<Map<number, number>> {
  if (made.length === 0) return new Map()
  const rows = await tx<{ id: number; ofId: number }[]>`${upsert(tx, kind, made)}`
  return new Map(rows.map(({ id, ofId }) => [ofId, id]))
}

function upsert(tx: Sql, kind: Unread['kind'], made: NewReading[]) {
  const target = kind === 'post' ? tx`post_id` : tx`filing_id`
  const rows = made.map((one) => readingRow(tx, kind, one))
  return tx`
    insert into readings ${tx(rows as never[])}
    on conflict (${target}, model) do update
       set complaint = excluded.complaint, probability = excluded.probability,
           category = excluded.category, categories = excluded.categories,
           agency_code = excluded.agency_code, agencies = excluded.agencies,
           kecamatan_code = excluded.kecamatan_code, kelurahan_code = excluded.kelurahan_code,
           place = excluded.place, outside = excluded.outside, urgent = excluded.urgent,
           emergency = excluded.emergency, modus = excluded.modus, reasons = excluded.reasons,
           call = excluded.call, lat = excluded.lat, lng = excluded.lng, lapor = excluded.lapor,
           made_at = now()
    returning id, ${target} as of_id`
}

function readingRow(tx: Sql, kind: Unread['kind'], { of, reading }: NewReading) {
  const json = (value: unknown) => tx.json(value as never)
  return {
    postId: kind === 'post' ? of.id : null,
    filingId: kind === 'filing' ? of.id : null,
    model: reading.model,
    complaint: reading.complaint,
    probability: reading.probability,
    category: reading.category,
    categories: json(reading.categories),
    agencyCode: reading.agency,
    agencies: json(reading.agencies),
    kecamatanCode: reading.kecamatan,
    kelurahanCode: reading.kelurahan,
    place: reading.place,
    outside: reading.outside,
    urgent: reading.urgent,
    emergency: reading.emergency,
    call: reading.call,
    lat: reading.point?.lat ?? null,
    lng: reading.point?.lng ?? null,
    lapor: reading.lapor,
    modus: reading.modus,
    reasons: json(reading.reasons),
  }
}
