/** For supervisors and monitoring: is the process alive, is the service ready, how is it doing. */
import { readdir } from 'node:fs/promises'
import { Hono } from 'hono'
import { MIGRATIONS } from '../db/migrate.ts'
import { DomainError } from '../errors.ts'
import type { Deps } from './app.ts'
import { isLocal } from './client-address.ts'
import { writeMetrics, type RequestCounts } from './metrics.ts'
import { appliedMigrations, jobAges } from './queries.ts'

/** The jobs without which posts stop on their way; each runs every minute or so. */
export const LINE_JOBS = ['collect', 'read', 'group'] as const
const MAX_AGE_SECONDS = 600
const DATABASE_TIMEOUT_MS = 3000

export function healthRoutes(deps: Deps, counts: RequestCounts) {
  const { db, region } = deps
  const startedAt = performance.now()
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const uptimeSeconds = (performance.now() - startedAt) / 1000
      const reasons = await whyNotReady(deps, uptimeSeconds)
      return c.json({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503)
    })
    .get('/metrics', async (c) => {
      // Figures of the whole service are for its operator, not for visitors that a proxy lets in.
      if (!isLocal(c)) throw new DomainError(404, 'Halaman atau data ini tidak ada.')
      const text = await writeMetrics(db, region, counts)
      return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
    })
}

/** Sentences for the operator; empty when everything runs. */
async function whyNotReady({ db, log }: Deps, uptimeSeconds: number): Promise<string[]> {
  try {
    const [files, applied] = await within(
      DATABASE_TIMEOUT_MS,
      Promise.all([migrationFiles(), appliedMigrations(db.sql)]),
    )
    const missing = files.filter((name) => !applied.includes(name))
    if (missing.length > 0) return [`migrations not applied: ${missing.join(', ')}`]
    const ages = await within(DATABASE_TIMEOUT_MS, jobAges(db.sql, LINE_JOBS))
    return LINE_JOBS.flatMap((job) => sayLate(job, ages.get(job), uptimeSeconds))
  } catch (error) {
    log.warn({ error: String(error) }, 'readiness: the database cannot be asked')
    return ['the database does not answer']
  }
}

const migrationFiles = async () =>
  (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql'))

function sayLate(job: string, age: number | undefined, uptimeSeconds: number): string[] {
  if (age === undefined) {
    // A new installation has ten minutes for its first runs.
    return uptimeSeconds < MAX_AGE_SECONDS ? [] : [`job ${job} has never succeeded`]
  }
  return age <= MAX_AGE_SECONDS
    ? []
    : [`job ${job} last succeeded ${Math.round(age / 60)} minutes ago`]
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`no answer in ${ms} ms`)), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
