/** The whole region pack for those who keep it: what this government runs with, and what to look at. */
import { Hono } from 'hono'
import { z } from 'zod'
import { parentCode } from '../../region/area-code.ts'
import { CATEGORIES } from '../../region/category.ts'
import { AGENCY_KINDS, AREA_LEVELS, CLOCK_UNITS, HOLIDAY_KINDS } from '../../region/kinds.ts'
import { NOTICES, packNotices } from '../../region/pack-notices.ts'
import { makePackCheck } from '../../region/pack-on-disk.ts'
import { storedPack } from '../../region/queries.ts'
import type { Region } from '../../region/region.ts'
import { packHashOf } from '../../region/store.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { describe, reply, Time } from './reply.ts'

const Texts = z.array(z.string())

const AreaOfPack = z.object({
  code: z.string(),
  level: z.enum(AREA_LEVELS),
  name: z.string(),
  parent: z.string().nullable(),
  aliases: Texts,
  needs: Texts.meta({ description: 'the plain name is a place only after one of these words' }),
  tileX: z.number().nullable(),
  tileY: z.number().nullable(),
  places: z.number().meta({ description: 'how many named places lie in it' }),
})

const AgencyOfPack = z.object({
  code: z.string(),
  name: z.string(),
  short: z.string(),
  kind: z.enum(AGENCY_KINDS),
  outside: z.boolean(),
  areaCode: z.string().nullable(),
  owns: Texts,
  aliases: Texts,
  routes: z.array(z.object({ category: z.enum(CATEGORIES), words: Texts })),
})

const PackShape = z
  .object({
    id: z.string(),
    name: z.string(),
    level: z.string(),
    code: z.string(),
    province: z.string(),
    timezone: z.string(),
    casePrefix: z.string(),
    samplesPerDay: z.number(),
    hash: z.string(),
    loadedAt: Time.nullable(),
    names: Texts,
    elsewhere: Texts,
    legal: Texts,
    provenance: Texts,
    areas: z.array(AreaOfPack),
    agencies: z.array(AgencyOfPack),
    places: z.number(),
    watchWords: z.number(),
    clocks: z.array(
      z.object({
        stage: z.string(),
        rung: z.string(),
        amount: z.number(),
        unit: z.enum(CLOCK_UNITS),
        what: z.string(),
        source: z.string(),
      }),
    ),
    workingHours: z.object({ days: z.array(z.number()), start: z.string(), end: z.string() }),
    holidays: z.array(
      z.object({ date: z.string(), name: z.string(), kind: z.enum(HOLIDAY_KINDS) }),
    ),
    emergency: z.array(z.object({ number: z.string(), name: z.string() })),
    sources: z.array(
      z.object({
        kind: z.string(),
        name: z.string(),
        url: z.string(),
        intervalMinutes: z.number(),
        isEnabled: z.boolean(),
      }),
    ),
    theme: z.object({ tokens: Texts, hasLogo: z.boolean() }),
    notices: z.array(z.object({ kind: z.enum(NOTICES), items: Texts })),
    disk: z.object({ problems: Texts, isChanged: z.boolean() }).nullable(),
  })
  .meta({ id: 'RegionPack' })

export const regionPackApi = ({ db, region, config, may }: ApiDeps) => {
  const hash = packHashOf(region)
  const shown = describePack(region)
  const checkDisk =
    config.regionFolder === undefined ? null : makePackCheck(config.regionFolder, hash)
  return new Hono<ApiEnv>().get(
    '/region/pack',
    may('sources.read'),
    describe('region', 'The region pack that this process runs with, and what it lacks', PackShape),
    async (c) => {
      const [stored, disk] = await Promise.all([storedPack(db.sql, region.id), checkDisk?.()])
      return reply(c, PackShape, {
        ...shown,
        hash,
        // Another process may run with a newer pack; then the row is not about ours.
        loadedAt: stored?.packHash === hash ? stored.loadedAt : null,
        notices: packNotices(region, new Date()),
        disk: disk ?? null,
      })
    },
  )
}

function describePack(region: Region) {
  const { theme } = region
  const placesIn = Map.groupBy(region.places, (place) => place.kelurahanCode ?? '')
  const placesAround = Map.groupBy(region.places, (place) => place.kecamatanCode ?? '')
  const routesTo = Map.groupBy(region.routes, ({ agencyCode }) => agencyCode)
  return {
    ...region,
    places: region.places.length,
    watchWords: region.watchWords.length,
    areas: region.areas.map((area) => ({
      ...area,
      parent: area.level === 'kelurahan' ? parentCode(area.code) : null,
      tileX: area.tile?.x ?? null,
      tileY: area.tile?.y ?? null,
      places: (area.level === 'kelurahan' ? placesIn : placesAround).get(area.code)?.length ?? 0,
    })),
    agencies: region.agencies.map((agency) => ({
      ...agency,
      outside: agency.isOutside,
      routes: routesTo.get(agency.code) ?? [],
    })),
    theme: {
      tokens: [...Object.keys(theme.colors), ...Object.keys(theme.others)],
      hasLogo: theme.logo !== null,
    },
  }
}
