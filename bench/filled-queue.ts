/** Fills a region with candidates that wait, as grouping would have left them: to measure the desk. */
import type { Pool, Sql } from '../src/db/connect.ts'
import { parentCode } from '../src/region/area-code.ts'
import type { Region } from '../src/region/region.ts'
import { makeSource } from '../tests/helpers.ts'

const TELLINGS: [category: string, text: string][] = [
  ['penerangan', 'Lampu jalan mati di lorong %, sudah dua minggu gelap, tolong diganti'],
  ['jalan', 'Jalan berlubang dalam di lorong %, kemarin ada yang jatuh dari motor'],
  ['sampah', 'Sampah menumpuk di ujung lorong %, baunya masuk ke rumah warga'],
  ['air', 'Air ledeng tidak mengalir di lorong %, kami beli air galon tiap hari'],
  ['drainase', 'Got tersumbat di lorong %, hujan sebentar saja air masuk ke teras'],
]

/** Writes `count` waiting candidates of the last ten days, each with one post that has been read. */
export async function fillQueue(sql: Pool, region: Region, count: number): Promise<void> {
  const { id: sourceId } = await makeSource(sql, { regionId: region.id })
  const areas = region.areas.filter(({ level }) => level === 'kelurahan').map(({ code }) => code)
  await sql.begin(async (tx) => {
    await fill(tx, region, { count, sourceId, areas })
  })
  await sql`vacuum analyze`
}

type Filling = { count: number; sourceId: number; areas: string[] }

async function fill(sql: Sql, region: Region, { count, sourceId, areas }: Filling): Promise<void> {
  await sql`
    create temporary table filled on commit drop as
    select n, c.category, replace(c.text, '%', n::text) as text, a.code as kelurahan, a.parent as kecamatan,
           now() - n * interval '864 s' * (1000.0 / ${count}) as at, n % 23 = 0 as urgent
      from generate_series(1, ${count}) n
      join unnest(${TELLINGS.map(([category]) => category)}::text[], ${TELLINGS.map(([, text]) => text)}::text[])
           with ordinality as c (category, text, k) on c.k = n % ${TELLINGS.length} + 1
      join unnest(${areas}::text[], ${areas.map(parentCode)}::text[])
           with ordinality as a (code, parent, k) on a.k = n % ${areas.length} + 1`
  const statements = [
    sql`
      insert into posts (region_id, source_id, source_kind, native_id, kind, channel, raw_hash, author_handle, text,
                         created_at, read_at, grouped_at, outcome)
      select ${region.id}, ${sourceId}, 'file', 'fill-' || n, 'post', 'x', '\\x00', 'warga_rekaan', text, at, at, at,
             'candidate'
        from filled order by n`,
    sql`
      insert into readings (post_id, model, complaint, probability, category, kecamatan_code, kelurahan_code, urgent)
      select p.id, 'uji', true, 0.9, f.category, f.kecamatan, f.kelurahan, f.urgent
        from filled f join posts p on p.source_id = ${sourceId} and p.native_id = 'fill-' || f.n`,
    sql`
      update posts p set reading_id = r.id from readings r where r.post_id = p.id and p.source_id = ${sourceId}`,
    sql`
      with made as (
        insert into candidates (region_id, title, probability, category, kecamatan_code, kelurahan_code, urgent,
                                voice_count, first_at, last_at, due_at)
        select ${region.id}, left(text, 60), 0.9, category, kecamatan, kelurahan, urgent, 1, at, at,
               at + interval '1 day'
          from filled order by n
        returning id, last_at)
      insert into voices (candidate_id, post_id, rung, score)
      select c.id, p.id, 'first', 1
        from (select id, row_number() over (order by id) as n from made) c
        join posts p on p.source_id = ${sourceId} and p.native_id = 'fill-' || c.n`,
  ]
  for (const statement of statements) await statement
}
