/** The region as data for the screens: areas, agencies, categories. */
import { Hono } from 'hono'
import { z } from 'zod'
import { CATEGORIES, CATEGORY_NAMES } from '../../region/category.ts'
import { parentCode } from '../../region/area-code.ts'
import type { Region } from '../../region/region.ts'
import type { ApiEnv } from '../access.ts'
import type { ApiDeps } from './index.ts'
import { describe, reply } from './reply.ts'

const RegionShape = z
  .object({
    areas: z.array(
      z.object({
        code: z.string(),
        level: z.enum(['kecamatan', 'kelurahan']),
        name: z.string(),
        parent: z.string().nullable(),
        tileX: z.number().nullable(),
        tileY: z.number().nullable(),
        lat: z.number().nullable(),
        lon: z.number().nullable(),
      }),
    ),
    agencies: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        short: z.string(),
        kind: z.string(),
        outside: z.boolean(),
      }),
    ),
    categories: z.array(z.object({ code: z.string(), id: z.string(), en: z.string() })),
  })
  .meta({ id: 'Region' })

export const regionApi = ({ region, may }: ApiDeps) => {
  const shown = describeRegion(region)
  return new Hono<ApiEnv>().get(
    '/region',
    may('signed-in'),
    describe('region', 'Areas, agencies and categories of the region', RegionShape),
    (c) => reply(c, RegionShape, shown),
  )
}

const describeRegion = (region: Region): z.input<typeof RegionShape> => ({
  areas: region.areas.map((area) => ({
    code: area.code,
    level: area.level,
    name: area.name,
    parent: area.level === 'kelurahan' ? parentCode(area.code) : null,
    tileX: area.tile?.x ?? null,
    tileY: area.tile?.y ?? null,
    lat: area.point?.lat ?? null,
    lon: area.point?.lng ?? null,
  })),
  agencies: region.agencies.map(({ isOutside, ...agency }) => ({ ...agency, outside: isOutside })),
  categories: CATEGORIES.map((code) => ({ code, ...CATEGORY_NAMES[code] })),
})
