/** The nouns of triage and cases for tests: who acts, what waits, and a case in any state. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { answerCase } from '../src/cases/answer.ts'
import { closeCase } from '../src/cases/close.ts'
import { declineCase } from '../src/cases/decline.ts'
import { disposeCase } from '../src/cases/dispose.ts'
import { startCase } from '../src/cases/start.ts'
import type { CaseStatus } from '../src/cases/transitions.ts'
import type { Pool } from '../src/db/connect.ts'
import { DomainError } from '../src/errors.ts'
import type { Acting } from '../src/people/officer.ts'
import type { Role } from '../src/people/roles.ts'
import type { Region } from '../src/region/region.ts'
import { openCandidate } from '../src/triage/open.ts'
import { makeOfficer, makePost, makeSource } from './helpers.ts'

/** An officer of the role, ready to act. */
export async function asOfficer(
  sql: Pool,
  region: Region,
  role: Role,
  as: { name?: string; agencyCode?: string } = {},
): Promise<Acting> {
  const login = `${role}-${randomBytes(4).toString('hex')}`
  const name = as.name ?? login
  const { id } = await makeOfficer(sql, { regionId: region.id, role, login, ...as, name })
  const agencyCode = as.agencyCode ?? null
  const officer = {
    id,
    regionId: region.id,
    login,
    name,
    role,
    agencyCode,
    language: 'id',
  } as const
  return { region, officer }
}

type NewCandidate = {
  text?: string
  title?: string
  /** A citizen filed it; else it is a post. */
  filed?: boolean
  confidential?: boolean
  urgent?: boolean
  category?: string
  agencyCode?: string
  kecamatanCode?: string
  kelurahanCode?: string
  sourceId?: number
  channel?: string
  at?: Date
  dueAt?: Date
}

export type MadeCandidate = {
  id: number
  voiceId: number
  postId: number | null
  filingId: number | null
}

/** A waiting candidate with one voice, read and grouped as the line would. */
export async function makeCandidate(
  sql: Pool,
  region: Region,
  options: NewCandidate = {},
): Promise<MadeCandidate> {
  const text = options.text ?? 'Jalan berlubang di depan pasar, sudah sebulan tidak diperbaiki.'
  const at = options.at ?? new Date()
  const candidate = {
    regionId: region.id,
    title: options.title ?? text.slice(0, 60),
    probability: 0.9,
    category: options.category ?? 'jalan',
    agencyCode: options.agencyCode ?? null,
    kecamatanCode: options.kecamatanCode ?? null,
    kelurahanCode: options.kelurahanCode ?? null,
    filed: options.filed ?? false,
    confidential: options.confidential ?? false,
    urgent: options.urgent ?? false,
    voiceCount: 1,
    firstAt: at,
    lastAt: at,
    dueAt: options.dueAt ?? new Date(at.getTime() + 24 * 3_600_000),
  }
  const [row] = await sql<{ id: number }[]>`insert into candidates ${sql(candidate)} returning id`
  const postId = options.filed ? null : await makeReadPost(sql, region, { ...options, text, at })
  const filingId = options.filed
    ? await makeReadFiling(sql, region, { ...options, text, at })
    : null
  const voice = { candidateId: row!.id, postId, filingId, rung: 'first', score: 1 }
  const [made] = await sql<{ id: number }[]>`insert into voices ${sql(voice)} returning id`
  return { id: row!.id, voiceId: made!.id, postId, filingId }
}

type Read = NewCandidate & { text: string; at: Date }

async function makeReadPost(sql: Pool, region: Region, { text, at, ...options }: Read) {
  const regionId = region.id
  const sourceId = options.sourceId ?? (await makeSource(sql, { regionId })).id
  const channel = options.channel ?? 'x'
  const { id } = await makePost(sql, { regionId, sourceId, text, channel, createdAt: at })
  const readingId = await makeReading(sql, { postId: id })
  await sql`
    update posts
       set author_handle = 'warga_rekaan', author_name = 'Warga Rekaan',
           canonical_url = ${`https://example.test/warga_rekaan/${id}`}, outcome = 'candidate',
           read_at = ${at}, grouped_at = ${at}, reading_id = ${readingId}
     where id = ${id}`
  return id
}

async function makeReadFiling(sql: Pool, region: Region, { text, at, confidential = false }: Read) {
  const filing = {
    regionId: region.id,
    number: `${region.casePrefix}-L-${randomBytes(3).toString('hex').toUpperCase()}`,
    secretHash: randomBytes(32),
    text,
    confidential,
    contactName: 'Pelapor Rekaan',
    contact: '0800-000-000',
    address: 'Rumah pagar hijau',
    filedAt: at,
    readAt: at,
    groupedAt: at,
  }
  const [row] = await sql<{ id: number }[]>`insert into filings ${sql(filing)} returning id`
  const readingId = await makeReading(sql, { filingId: row!.id })
  await sql`update filings set reading_id = ${readingId} where id = ${row!.id}`
  return row!.id
}

async function makeReading(sql: Pool, of: { postId: number } | { filingId: number }) {
  const [row] = await sql<{ id: number }[]>`
    insert into readings
      ${sql({ ...of, model: 'tes-1', complaint: true, probability: 0.9, category: 'jalan' })}
    returning id`
  return row!.id
}

type NewCaseInput = NewCandidate & { status?: CaseStatus }

/** A case in the wanted state, brought there by the verbs. */
export async function makeCase(
  sql: Pool,
  acting: Acting,
  options: NewCaseInput & { agencyCode: string },
): Promise<{ id: number; number: string; candidate: MadeCandidate }> {
  const { status = 'disposed', agencyCode } = options
  const candidate = await makeCandidate(sql, acting.region, options)
  const { caseId, number } = await openCandidate(sql, acting, {
    id: candidate.id,
    ...caseFields({ agencyCode, confidential: options.confidential ?? false }),
  })
  const id = caseId!
  if (status === 'declined') await declineCase(sql, acting, { id, reason: 'Bukan aset pemerintah' })
  if (status === 'opened' || status === 'declined') return { id, number, candidate }
  await disposeCase(sql, acting, { id, agencyCode })
  if (status === 'disposed') return { id, number, candidate }
  await startCase(sql, acting, { id })
  if (status === 'in_progress') return { id, number, candidate }
  await answerCase(sql, acting, { id, text: 'Lubang sudah ditambal kemarin.' })
  if (status === 'closed') await closeCase(sql, acting, { id })
  return { id, number, candidate }
}

/** What an officer fills in to open a case. */
export const caseFields = (
  fields: { agencyCode?: string | null; confidential?: boolean } = {},
) => ({
  title: 'Jalan berlubang di depan pasar',
  description: 'Lubang besar di depan pasar, sudah sebulan.',
  category: 'jalan',
  agencyCode: null,
  kecamatanCode: null,
  kelurahanCode: null,
  place: 'depan pasar',
  urgent: false,
  confidential: false,
  dispose: false,
  ...fields,
})

/** The history of a candidate or a case, oldest first. */
export const eventsOf = async (sql: Pool, of: { candidateId: number } | { caseId: number }) => {
  const where = 'caseId' in of ? sql`case_id = ${of.caseId}` : sql`candidate_id = ${of.candidateId}`
  const rows = await sql<{ kind: string; officerId: number; data: Record<string, unknown> }[]>`
    select kind, officer_id, data from events where ${where} order by id`
  return rows.map((row) => ({ ...row }))
}

/** Passes when the work is refused with this status and a sentence that matches. */
export async function assertRefused(
  work: Promise<unknown>,
  status: DomainError['status'],
  sentence: RegExp = /./,
): Promise<DomainError> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  )
  assert.ok(outcome instanceof DomainError, `not refused: ${String(outcome)}`)
  assert.equal(outcome.status, status, outcome.message)
  assert.match(outcome.message, sentence)
  return outcome
}

/** Runs both at once: exactly one succeeds. @returns the refusal of the other */
export async function oneWins(a: Promise<unknown>, b: Promise<unknown>): Promise<DomainError> {
  const outcomes = await Promise.allSettled([a, b])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected')
  assert.ok(refused?.reason instanceof DomainError, String(refused?.reason))
  return refused.reason
}

type NewSetAside = {
  text?: string
  channel?: string
  sourceId?: number
  category?: string
  at?: Date
}

/** A post that the machine read as no complaint and set aside at that time. @returns its id */
export async function makeSetAside(
  sql: Pool,
  region: Region,
  options: NewSetAside = {},
): Promise<number> {
  const regionId = region.id
  const at = options.at ?? new Date()
  const text = options.text ?? `Selamat pagi ${randomBytes(4).toString('hex')}`
  const channel = options.channel ?? 'x'
  const sourceId = options.sourceId ?? (await makeSource(sql, { regionId, channel })).id
  const { id } = await makePost(sql, { regionId, sourceId, text, channel, createdAt: at })
  const reading = { postId: id, model: 'tes-1', complaint: false, probability: 0.1 }
  const [row] = await sql<{ id: number }[]>`
    insert into readings ${sql({ ...reading, category: options.category ?? null })} returning id`
  await sql`
    update posts set read_at = ${at}, grouped_at = ${at}, outcome = 'set_aside', reading_id = ${row!.id}
     where id = ${id}`
  return id
}
