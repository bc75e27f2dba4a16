/** The first page of each role: what waits for this officer, in counts that each open to their rows. */
import type { CaseStatus } from '../cases/transitions.ts'
import type { Sql } from '../db/connect.ts'
import type { Acting } from '../people/officer.ts'
import type { Role } from '../people/roles.ts'
import { endOfDay, localDay, startOfDay } from '../region/time-zone.ts'
import { nextSample } from '../triage/sample.ts'
import { DAYS, growing, weekOf, type Growing, type Week } from './growing.ts'
import {
  casesByClock,
  casesPast,
  complaintsByAge,
  decidedSince,
  deskWork,
  lateAgencies,
  problemsByAge,
  queueWork,
  type Bucket,
} from './queries.ts'
import { readService, type Service } from './service.ts'

const DAY_MS = 24 * 3_600_000
const MOST_AGENCIES = 8
const MOST_CASES = 10
/** The rung of the region's clocks at which a case is shown to those who watch over it. */
const WATCHED_RUNG = 'observer'

export type QueueWork = {
  /** Not snoozed. */
  waiting: number
  urgent: number
  overdue: number
  /** Assigned to this officer. */
  mine: number
  snoozed: number
  /** When the next snoozed one comes back. */
  backAt: Date | null
  oldestAt: Date | null
}

/** This officer's own decisions since midnight in the region. */
export type Today = { opened: number; merged: number; dismissed: number; samples: number }
export type SamplesWork = { waiting: number; total: number; handled: number }

export type DeskWork = {
  toDispose: number
  oldestOpenedAt: Date | null
  answered: number
  oldestAnsweredAt: Date | null
  /** Disposed or in progress, and how many of these are past a limit. */
  withAgencies: number
  late: number
}

export type AgencyLate = {
  code: string
  short: string
  name: string
  open: number
  late: number
  oldestDueAt: Date
}

/** One line of a case with its nearest limit. */
export type CaseDue = {
  id: number
  number: string
  title: string
  status: CaseStatus
  category: string
  kecamatan: string | null
  place: string | null
  urgent: boolean
  dueAt: Date | null
  /** The agency's short name; null on the agency's own page. */
  agency: string | null
}

export type ByClock = Record<Bucket, { total: number; items: CaseDue[] }>
export type Trend = { complaints: Week; growing: Growing[] }
/** Cases past the limit of the rung that observers watch; `rule` as the region has it, "3 working_days". */
export type Escalated = { rule: string | null; total: number; items: CaseDue[] }

/** A part is null for a role whose work it is not. */
export type Home = {
  role: Role
  queue: QueueWork | null
  today: Today | null
  samples: SamplesWork | null
  desk: DeskWork | null
  agencies: AgencyLate[] | null
  own: ByClock | null
  trend: Trend | null
  escalated: Escalated | null
  service: Service | null
}

type Part = Exclude<keyof Home, 'role'>

/** What each role's page shows. Every part needs no more than the role's own rights. */
const PARTS: Record<Role, readonly Part[]> = {
  analyst: ['queue', 'today', 'samples'],
  humas: ['queue', 'today', 'desk', 'agencies'],
  agency: ['own'],
  leader: ['queue', 'desk', 'agencies', 'trend'],
  observer: ['queue', 'desk', 'agencies', 'escalated'],
  admin: ['queue', 'desk', 'service'],
}

const NOTHING: Omit<Home, 'role'> = {
  queue: null,
  today: null,
  samples: null,
  desk: null,
  agencies: null,
  own: null,
  trend: null,
  escalated: null,
  service: null,
}

/** The officer's own work now. */
export async function readHome(
  sql: Sql,
  acting: Acting,
  { now = new Date() }: { now?: Date | undefined } = {},
): Promise<Home> {
  const home: Home = { role: acting.officer.role, ...NOTHING }
  for (const part of PARTS[acting.officer.role]) {
    Object.assign(home, { [part]: await READ[part](sql, acting, now) })
  }
  return home
}

type Read<Name extends Part> = (sql: Sql, acting: Acting, now: Date) => Promise<Home[Name]>

const READ: { [Name in Part]: Read<Name> } = {
  queue: (sql, { officer }, now) =>
    queueWork(sql, { regionId: officer.regionId, now, officerId: officer.id }),
  today: (sql, { region, officer }, now) =>
    decidedSince(sql, {
      officerId: officer.id,
      since: startOfDay(localDay(now, region.timezone), region.timezone),
    }),
  samples: async (sql, acting, now) => {
    const { waiting, total, handled } = await nextSample(sql, acting, { now })
    return { waiting, total, handled }
  },
  desk: (sql, { officer }, now) => deskWork(sql, { regionId: officer.regionId, now }),
  agencies: (sql, { officer }, now) =>
    lateAgencies(sql, { regionId: officer.regionId, now }, MOST_AGENCIES),
  own: ownCases,
  trend: readTrend,
  escalated: readEscalated,
  service: readService,
}

async function ownCases(sql: Sql, { region, officer }: Acting, now: Date): Promise<ByClock> {
  const rows = await casesByClock(sql, {
    regionId: officer.regionId,
    now,
    endOfDay: endOfDay(localDay(now, region.timezone), region.timezone),
    // An agency officer without an agency sees none, rather than all.
    agencyCode: officer.agencyCode ?? '',
    limit: MOST_CASES,
  })
  const bucket = (name: Bucket) => {
    const own = rows.filter((row) => row.bucket === name)
    return { total: own[0]?.total ?? 0, items: own }
  }
  return { late: bucket('late'), today: bucket('today'), later: bucket('later') }
}

async function readTrend(sql: Sql, { officer }: Acting, now: Date): Promise<Trend> {
  const of = { regionId: officer.regionId, now, since: new Date(now.getTime() - DAYS * DAY_MS) }
  return {
    complaints: weekOf(await complaintsByAge(sql, of)),
    growing: growing(await problemsByAge(sql, of)),
  }
}

async function readEscalated(sql: Sql, { region, officer }: Acting, now: Date): Promise<Escalated> {
  const of = { regionId: officer.regionId, now, rung: WATCHED_RUNG, limit: MOST_CASES }
  const items = await casesPast(sql, of)
  const rule = region.clocks.find(({ rung }) => rung === WATCHED_RUNG)
  return {
    rule: rule ? `${rule.amount} ${rule.unit}` : null,
    total: items[0]?.total ?? 0,
    items,
  }
}
