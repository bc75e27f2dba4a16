/** What the API tells of each role's first page; a part is null for a role whose work it is not. */
import { z } from 'zod'
import { CASE_STATUSES } from '../../cases/transitions.ts'
import { ROLES } from '../../people/roles.ts'
import { Time } from './reply.ts'

const Queue = z.object({
  waiting: z.number().meta({ description: 'without what is snoozed' }),
  urgent: z.number(),
  overdue: z.number(),
  mine: z.number().meta({ description: 'assigned to the officer who asks' }),
  snoozed: z.number(),
  backAt: Time.nullable(),
  oldestAt: Time.nullable(),
})

const Today = z.object({
  opened: z.number(),
  merged: z.number(),
  dismissed: z.number(),
  samples: z.number(),
})

const Desk = z.object({
  toDispose: z.number(),
  oldestOpenedAt: Time.nullable(),
  answered: z.number(),
  oldestAnsweredAt: Time.nullable(),
  withAgencies: z.number(),
  late: z.number(),
})

const AgencyLate = z.object({
  code: z.string(),
  short: z.string(),
  name: z.string(),
  open: z.number(),
  late: z.number(),
  oldestDueAt: Time,
})

const CaseDue = z
  .object({
    id: z.number(),
    number: z.string(),
    title: z.string(),
    status: z.enum(CASE_STATUSES),
    category: z.string(),
    kecamatan: z.string().nullable(),
    place: z.string().nullable(),
    urgent: z.boolean(),
    dueAt: Time.nullable(),
    agency: z.string().nullable(),
  })
  .meta({ id: 'CaseDue' })

const Bucket = z.object({ total: z.number(), items: z.array(CaseDue) })

const Week = z.object({
  now: z.number().meta({ description: 'the last seven times 24 hours' }),
  before: z.number().meta({ description: 'the seven before them' }),
  days: z.array(z.number()).meta({ description: 'fourteen counts, oldest first' }),
})

const Service = z.object({
  sources: z.object({
    enabled: z.number(),
    failing: z.number(),
    items: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        lastError: z.string().nullable(),
        errorCount: z.number(),
        succeededAt: Time.nullable(),
      }),
    ),
  }),
  jobs: z.array(
    z.object({
      job: z.string(),
      endedAt: Time.nullable(),
      error: z.string().nullable(),
      failures: z.number(),
      state: z.enum(['ok', 'failed', 'silent', 'never']),
    }),
  ),
  proposal: z.object({ name: z.string(), proposedAt: Time }).nullable(),
  officers: z.object({
    active: z.number(),
    absent: z.number(),
    absentDays: z.number(),
    invited: z.number(),
    lapsed: z.number(),
  }),
  storage: z.object({
    databaseBytes: z.number(),
    freeBytes: z.number().nullable(),
    totalBytes: z.number().nullable(),
  }),
})

export const Home = z
  .object({
    role: z.enum(ROLES),
    queue: Queue.nullable(),
    today: Today.nullable(),
    samples: z.object({ waiting: z.number(), total: z.number(), handled: z.number() }).nullable(),
    desk: Desk.nullable(),
    agencies: z.array(AgencyLate).nullable(),
    own: z.object({ late: Bucket, today: Bucket, later: Bucket }).nullable(),
    trend: z
      .object({
        complaints: Week,
        growing: z.array(Week.extend({ category: z.string().nullable() })),
      })
      .nullable(),
    escalated: z
      .object({ rule: z.string().nullable(), total: z.number(), items: z.array(CaseDue) })
      .nullable(),
    service: Service.nullable(),
  })
  .meta({ id: 'Home' })

export const Ledger = z
  .object({
    rows: z.number(),
    brokenAt: z.number().nullable().meta({ description: 'null: the chain is whole' }),
    head: z.string(),
    checkedAt: Time,
  })
  .meta({ id: 'Ledger' })
