import type { Sql } from '../db/connect.ts'
import { parentCode } from './area-code.ts'
import type { Region } from './region.ts'

/** One statement takes 65,534 values; the villages of a province are more. */
const BATCH_ROWS = 2000

function* inBatches<T>(rows: T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS) {
    yield rows.slice(start, start + BATCH_ROWS)
  }
}

export async function storedPackHash(sql: Sql, regionId: string): Promise<string | undefined> {
  const [row] = await sql<{ packHash: string }[]>`
    select pack_hash from regions where id = ${regionId}`
  return row?.packHash
}

export async function storedPack(
  sql: Sql,
  regionId: string,
): Promise<{ packHash: string; loadedAt: Date } | undefined> {
  const [row] = await sql<{ packHash: string; loadedAt: Date }[]>`
    select pack_hash, loaded_at from regions where id = ${regionId}`
  return row
}

export async function upsertRegion(sql: Sql, region: Region, packHash: string): Promise<void> {
  await sql`
    insert into regions (id, name, timezone, pack_hash)
    values (${region.id}, ${region.name}, ${region.timezone}, ${packHash})
    on conflict (id) do update
       set name = excluded.name, timezone = excluded.timezone,
           pack_hash = excluded.pack_hash, loaded_at = now()`
}

export async function upsertAreas(sql: Sql, region: Region): Promise<void> {
  const rows = region.areas.map((area) => ({
    regionId: region.id,
    code: area.code,
    level: area.level,
    name: area.name,
    parentCode: area.level === 'kelurahan' ? parentCode(area.code) : null,
    lat: area.point?.lat ?? null,
    lon: area.point?.lng ?? null,
    tileX: area.tile?.x ?? null,
    tileY: area.tile?.y ?? null,
  }))
  for (const batch of inBatches(rows)) {
    await sql`
      insert into areas ${sql(batch)}
      on conflict (region_id, code) do update
         set level = excluded.level, name = excluded.name, parent_code = excluded.parent_code,
             lat = excluded.lat, lon = excluded.lon, tile_x = excluded.tile_x,
             tile_y = excluded.tile_y`
  }
}

export async function upsertAgencies(sql: Sql, region: Region): Promise<void> {
  const rows = region.agencies.map((agency) => ({
    regionId: region.id,
    code: agency.code,
    name: agency.name,
    short: agency.short,
    kind: agency.kind,
    outside: agency.isOutside,
    areaCode: agency.areaCode,
  }))
  for (const batch of inBatches(rows)) {
    await sql`
      insert into agencies ${sql(batch)}
      on conflict (region_id, code) do update
         set name = excluded.name, short = excluded.short, kind = excluded.kind,
             outside = excluded.outside, area_code = excluded.area_code, retired_at = null`
  }
}

/** Agencies that left the pack stay, because cases name them, but nothing new goes there. */
export async function retireAgencies(sql: Sql, region: Region): Promise<void> {
  const codes = region.agencies.map((agency) => agency.code)
  await sql`
    update agencies set retired_at = now()
     where region_id = ${region.id} and retired_at is null and not (code = any(${codes}))`
}

export async function deleteHolidays(sql: Sql, regionId: string): Promise<void> {
  await sql`delete from holidays where region_id = ${regionId}`
}

export async function insertHolidays(sql: Sql, region: Region): Promise<void> {
  const rows = region.holidays.map((day) => ({
    regionId: region.id,
    onDate: day.date,
    name: day.name,
    kind: day.kind,
  }))
  for (const batch of inBatches(rows)) await sql`insert into holidays ${sql(batch)}`
}

/** Adds the pack's sources and mends their address; what an officer switched off stays off. */
export async function upsertPackSources(sql: Sql, region: Region): Promise<void> {
  const rows = region.sources.map((source) => ({
    regionId: region.id,
    kind: source.kind,
    name: source.name,
    url: source.url,
    enabled: source.isEnabled,
    fromPack: true,
    intervalMinutes: source.intervalMinutes,
  }))
  for (const batch of inBatches(rows)) {
    await sql`
      insert into sources ${sql(batch)}
      on conflict (region_id, kind, name) do update
         set url = excluded.url, from_pack = true
       where sources.from_pack`
  }
}
