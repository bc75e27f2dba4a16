/** Fills a database with so many filed cases as a government gathers in years: invented texts, real places. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool } from '../src/db/connect.ts'
import { prepare } from '../src/group/compare.ts'
import { vectorText } from '../src/group/embed.ts'
import { builtIn } from '../src/group/embedder.ts'
import { currentEmbedders, ensureEmbedder } from '../src/group/queries-refill.ts'
import { parentCode } from '../src/region/area-code.ts'
import type { Region } from '../src/region/region.ts'
import { makeOfficer } from '../tests/helpers.ts'

const PROBLEMS: [category: string, tellings: string[]][] = [
  ['penerangan', ['lampu jalan mati', 'PJU padam gelap gulita', 'tiang lampu tidak menyala lagi']],
  ['jalan', ['jalan berlubang parah', 'aspal rusak banyak lubang', 'jalanan hancur bikin jatuh']],
  ['sampah', ['sampah menumpuk belum diangkut', 'bak sampah penuh berbau busuk']],
  ['air', ['air PDAM tidak mengalir', 'ledeng mati sudah lama', 'air leding keruh dan berbau']],
  ['drainase', ['got tersumbat air meluap', 'banjir tiap hujan karena drainase mampet']],
  ['listrik', ['listrik padam terus', 'tegangan PLN turun naik', 'kabel listrik menjuntai rendah']],
  ['transportasi', ['lampu merah rusak tidak berfungsi', 'parkir liar bikin macet panjang']],
  ['kesehatan', ['puskesmas tutup sebelum jamnya', 'antrean obat lama sekali di puskesmas']],
]
const OPENINGS = [
  'Tolong pak,',
  'Lapor min,',
  'Mohon segera ditindak',
  'Selamat pagi,',
  '',
  'Izin lapor',
]
const ENDINGS = [
  'sudah dua minggu belum ada tindakan',
  'tiap malam gelap sekali',
  'warga sudah resah',
  'tolong diperbaiki secepatnya',
  'kapan ditangani?',
  'anak-anak hampir celaka',
]
const SYLLABLES = 'ba ka ra wa la ma na sa ta lo mo wu la po ti de ke ri su ndo nga mbu'.split(' ')
const KINDS = ['Jl.', 'Lorong', 'Jalan', 'Gang', 'BTN', 'Perumahan']
const YEARS = 3
const DAY_MS = 86_400_000

/** A repeatable source of chance (Mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** As many as a large city has; a smaller one is told of less often. */
const STREETS = 10_000

function streetsOf<Area>(areas: readonly Area[], chance: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const name = () => {
    const syllables = Array.from({ length: 2 + Math.floor(chance() * 2) }, () => pick(SYLLABLES))
    const word = syllables.join('')
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  return Array.from({ length: STREETS }, () => {
    return { area: pick(areas), street: `${pick(KINDS)} ${name()} ${name()}` }
  })
}

/** Makes incidents; `tell` tells of the same one again in other words. */
export function incidentsOf(region: Region, seed: number) {
  const chance = chanceFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const areas = region.areas.filter(({ level }) => level === 'kelurahan')
  // The same for every seed: the streets of one city, where the same things happen again.
  const streets = streetsOf(areas, chanceFrom(7))
  const invent = () => {
    const [category, tellings] = pick(PROBLEMS)
    const { area, street } = pick(streets)
    const house = chance() < 0.4 ? ` nomor ${1 + Math.floor(chance() * 200)}` : ''
    return { category, tellings, area, place: `${street}${house}` }
  }
  const tell = ({ tellings, area, place }: ReturnType<typeof invent>) =>
    `${pick(OPENINGS)} ${pick(tellings)} di ${place} kelurahan ${area.name}, ${pick(ENDINGS)}`.trim()
  return { invent, tell, chance }
}

/** Loads `count` filed cases of the last three years; the newest three in a hundred are still open. */
export async function fileCases(sql: Pool, region: Region, count: number, now: Date) {
  await ensureEmbedder(sql, builtIn.name)
  const { id: officer } = await makeOfficer(sql, { regionId: region.id, role: 'humas' })
  const { active } = await currentEmbedders(sql)
  const { invent, tell } = incidentsOf(region, 1)
  const start = now.getTime() - YEARS * 365 * DAY_MS
  const lines = function* (): Generator<string> {
    for (let n = 1; n <= count; n += 1) {
      const made = invent()
      const text = tell(made)
      const { print, vector } = prepare({ text })
      const at = new Date(start + (n / count) * YEARS * 365 * DAY_MS).toISOString()
      const status = n > count * 0.97 ? 'disposed' : 'closed'
      const { code } = made.area
      const row = [
        n,
        text,
        made.category,
        code,
        parentCode(code),
        at,
        status,
        print.hash.toString('hex'),
        vectorText(vector),
      ]
      yield `${row.join('\t')}\n`
    }
  }
  await sql`
    create table bench_cases (id bigint, text text, category text, kelurahan text, kecamatan text,
                              at timestamptz, status text, hash text, vector text)`
  await pipeline(Readable.from(lines()), await sql`copy bench_cases from stdin`.writable())
  await sql`drop index fingerprints_nearest`
  const statements = [
    sql`
      insert into filings (id, region_id, number, secret_hash, text, filed_at, read_at, grouped_at)
      overriding system value
      select id, ${region.id}, 'UJI-L-' || id, '\\x00', text, at, at, at from bench_cases`,
    sql`
      insert into readings (id, filing_id, model, complaint, probability, category, kecamatan_code, kelurahan_code)
      overriding system value
      select id, id, 'uji', true, 0.9, category, kecamatan, kelurahan from bench_cases`,
    sql`update filings set reading_id = id`,
    sql`
      insert into cases (id, region_id, number, title, description, status, category, kecamatan_code,
                         kelurahan_code, opened_by, opened_at, closed_at)
      overriding system value
      select id, ${region.id}, 'UJI-2026-' || lpad(id::text, 7, '0'), left(text, 60), text, status, category,
             kecamatan, kelurahan, ${officer}, at, case when status = 'closed' then at + interval '9 days' end
        from bench_cases`,
    sql`
      insert into candidates (id, region_id, status, filed, title, probability, category, kecamatan_code,
                              kelurahan_code, voice_count, first_at, last_at, due_at, case_id, decided_by, decided_at)
      overriding system value
      select id, ${region.id}, 'opened', true, left(text, 60), 0.9, category, kecamatan, kelurahan, 1, at, at, at,
             id, ${officer}, at
        from bench_cases`,
    sql`
      insert into voices (id, candidate_id, filing_id, rung, score)
      overriding system value
      select id, id, id, 'first', 1 from bench_cases`,
    sql`
      insert into fingerprints (region_id, candidate_id, voice_id, text_hash, embedding, at, embedder_id,
                                kelurahan_code)
      select ${region.id}, id, id, decode(hash, 'hex'), vector::halfvec, at, ${active.id}, kelurahan
        from bench_cases`,
  ]
  for (const statement of statements) await statement
  for (const table of ['filings', 'readings', 'cases', 'candidates', 'voices']) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${count})`
  }
  await sql`drop table bench_cases`
  await sql.begin(async (tx) => {
    await tx`set local maintenance_work_mem = '3GB'`
    await tx`
      create index fingerprints_nearest on fingerprints using hnsw (embedding halfvec_cosine_ops)
        with (ef_construction = 100)`
  })
  await sql`vacuum analyze`
  // What was loaded is written to the disk now, not while something is measured; who may not ask for it waits for it.
  await sql`checkpoint`.catch(() => {})
}

/** Some of the cases that `fileCases` filed last, told again in other words. */
export function tellAgain(region: Region, count: number, most: number): string[] {
  const { invent, tell } = incidentsOf(region, 1)
  const texts: string[] = []
  for (let n = 1; n <= count; n += 1) {
    const made = invent()
    tell(made)
    if (n > count - most) texts.push(incidentsOf(region, n).tell(made))
  }
  return texts
}
