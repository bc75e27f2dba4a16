/** "Cases like this": for the officer who merges, and for whoever asks whether something is known. */
import { Hono, type Context } from 'hono'
import { validator } from 'hono-openapi'
import { z } from 'zod'
import { CASE_STATUSES } from '../../cases/transitions.ts'
import { DomainError, notFound } from '../../errors.ts'
import { findSimilar, MOST_SEARCHED, toldOf, type Similar } from '../../group/search.ts'
import { can } from '../../people/roles.ts'
import { CATEGORIES, type Category } from '../../region/category.ts'
import type { Region } from '../../region/region.ts'
import { maskPlace } from '../../voices/mask.ts'
import type { ApiEnv } from '../access.ts'
import { readTold } from '../read-told.ts'
import type { ApiDeps } from './index.ts'
import { Code, refuse, Words } from './input.ts'
import { describe, reply, Time } from './reply.ts'
import { Area } from './shared-shapes.ts'

const Query = z.object({
  text: Words.default('').meta({ description: 'words, a whole complaint, or a number' }),
  candidate: z.coerce
    .number({ error: 'Nomor kandidat harus berupa angka.' })
    .int()
    .positive()
    .max(2 ** 53)
    .optional()
    .meta({ description: 'is left out; without text, what it tells is looked for' }),
  kelurahan: Code.optional(),
  category: z.enum(CATEGORIES).optional(),
  among: z.enum(['cases', 'all']).default('all'),
  limit: z.coerce.number().int().min(1).max(10).default(10),
})
type Asked = z.output<typeof Query>

const SimilarRow = z
  .object({
    caseId: z.number().nullable(),
    caseNumber: z.string().nullable(),
    caseStatus: z.enum(CASE_STATUSES).nullable(),
    candidateId: z.number(),
    title: z.string(),
    excerpt: z.string(),
    category: z.enum(CATEGORIES).nullable(),
    kecamatan: Area.nullable(),
    kelurahan: Area.nullable(),
    place: z.string().nullable(),
    confidential: z.boolean(),
    voiceCount: z.number(),
    at: Time.meta({ description: 'when the case was opened, or the candidate was first told' }),
    score: z.number(),
    verdict: z.enum(['confirmed', 'suggested', 'different']),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'Similar' })

const SimilarList = z.object({ items: z.array(SimilarRow) }).meta({ id: 'SimilarList' })

export const similarApi = (deps: ApiDeps) =>
  new Hono<ApiEnv>().get(
    '/similar',
    deps.may('queue.read'),
    describe('triage', 'Cases and candidates like a text or a candidate, best first', SimilarList),
    validator('query', Query, refuse),
    async (c) => reply(c, SimilarList, { items: await search(deps, c, c.req.valid('query')) }),
  )

async function search(deps: ApiDeps, c: Context<ApiEnv>, asked: Asked) {
  const { db, region } = deps
  const { role } = c.get('officer')
  // Who decides sees the person who filed; others only read what was said.
  const person = can(role, 'queue.decide')
  const found = await findSimilar(db.sql, {
    regionId: region.id,
    casePrefix: region.casePrefix,
    told: await toldBy(deps, asked, person),
    among: asked.among,
    confidential: true,
    person,
    except: asked.candidate ?? null,
    limit: asked.limit,
  })
  const areas = new Map(region.areas.map((area) => [area.code, area]))
  return found.map((row) => rowOf(row.caseId === null ? maskPlace(row, role) : row, areas))
}

/** Typed words come first; where they name no area, it is that of the candidate that they are typed for. */
async function toldBy(deps: ApiDeps, asked: Asked, person: boolean) {
  const { db, region } = deps
  const { candidate, text, kelurahan, category } = asked
  const scope = { regionId: region.id, person }
  const known = candidate === undefined ? null : await toldOf(db.sql, scope, candidate)
  if (candidate !== undefined && known === null) throw notFound('Kandidat', candidate)
  if (text.trim() === '') {
    if (known) return known
    const sentence = 'Tulis kata yang dicari, atau sebut kandidatnya.'
    throw new DomainError(400, sentence, { text: sentence })
  }
  const typed = { text: text.slice(0, MOST_SEARCHED), kelurahan, category }
  const told = await readTold(deps, typed)
  if (told.kecamatan !== null || !known) return told
  return { ...told, kecamatan: known.kecamatan, kelurahan: known.kelurahan }
}

function rowOf(row: Similar, areas: Map<string, Region['areas'][number]>) {
  const { kecamatanCode, kelurahanCode, category, ...facts } = row
  const named = (code: string | null) => {
    const area = areas.get(code ?? '')
    return area ? { code: area.code, name: area.name } : null
  }
  return {
    ...facts,
    category: category as Category | null,
    kecamatan: named(kecamatanCode),
    kelurahan: named(kelurahanCode),
  }
}
