/** What the API tells of a candidate. */
import { z } from 'zod'
import { CASE_STATUSES } from '../../cases/transitions.ts'
import { CATEGORIES } from '../../region/category.ts'
import { CANDIDATE_STATUSES, READING_FIELDS } from '../../triage/candidate.ts'
import { PRIORITY_KINDS } from '../../triage/priority.ts'
import { DISMISS_REASONS } from '../../triage/reasons.ts'
import { Code, Words } from './input.ts'
import { Time } from './reply.ts'
import { Agency, Area, HistoryLine, MatchReason, Person, Voice } from './shared-shapes.ts'

export const CandidateRow = z
  .object({
    id: z.number(),
    status: z.enum(CANDIDATE_STATUSES),
    filed: z.boolean(),
    title: z.string(),
    excerpt: z.string(),
    probability: z.number(),
    category: z.enum(CATEGORIES).nullable(),
    agency: Agency.nullable(),
    kecamatan: Area.nullable(),
    kelurahan: Area.nullable(),
    place: z.string().nullable(),
    urgent: z.boolean(),
    emergency: z.boolean(),
    calls: z.array(z.string()),
    confidential: z.boolean(),
    modus: z.array(z.string()),
    voiceCount: z.number(),
    copyCount: z.number().meta({ description: 'of these, how many only copy another one' }),
    channels: z.array(z.string()),
    sources: z.array(z.string()),
    firstAt: Time,
    lastAt: Time,
    dueAt: Time,
    priority: z.number().meta({ description: 'points; 0 once it is decided' }),
    priorityParts: z.array(z.object({ kind: z.enum(PRIORITY_KINDS), points: z.number() })),
    assignedTo: Person.nullable(),
    snoozedUntil: Time.nullable().meta({ description: 'out of the queue until then' }),
    labels: z.array(z.string()),
    corrected: z.array(z.enum(READING_FIELDS)).meta({ description: 'fields that a person set' }),
    version: z.number(),
    caseId: z.number().nullable(),
    caseNumber: z.string().nullable(),
    joinedId: z.number().nullable().meta({ description: 'the candidate where its voices speak' }),
    splitFrom: z.number().nullable().meta({ description: 'the candidate they were taken out of' }),
    dismissReason: z.enum(DISMISS_REASONS).nullable(),
    decidedBy: Person.nullable(),
    decidedAt: Time.nullable(),
  })
  .meta({ id: 'CandidateRow' })

const Suggestion = z
  .object({
    candidateId: z.number().nullable(),
    caseId: z.number().nullable(),
    caseNumber: z.string().nullable(),
    caseStatus: z.enum(CASE_STATUSES).nullable(),
    title: z.string(),
    score: z.number(),
    reasons: z.array(MatchReason),
    rejectedBy: Person.nullable(),
    rejectedAt: Time.nullable(),
  })
  .meta({ id: 'Suggestion' })

/** What a candidate may be the same as; what a person has rejected stands at the end. */
export const Suggestions = z.object({ items: z.array(Suggestion) }).meta({ id: 'Suggestions' })

/** The new candidate, and the one that its voices were taken out of. */
export const Split = z
  .object({
    candidate: CandidateRow,
    left: CandidateRow,
  })
  .meta({ id: 'Split' })

export const CandidateDetail = CandidateRow.extend({
  voices: z.array(Voice).meta({ description: 'the first page' }),
  nextVoice: z.number().nullable().meta({ description: 'what the second page comes after' }),
  suggestions: z.array(Suggestion),
  events: z.array(HistoryLine),
}).meta({ id: 'Candidate' })

export const QueuePage = z
  .object({
    items: z.array(CandidateRow),
    total: z.number(),
    oldestAt: Time.nullable(),
    urgent: z.number(),
    snoozed: z.number().meta({ description: 'how many more match, but are snoozed' }),
    ids: z.array(z.number()).nullable().meta({ description: 'of all that match; null: not asked' }),
  })
  .meta({ id: 'QueuePage' })

export const CandidateRows = z.object({ items: z.array(CandidateRow) }).meta({ id: 'QueueRows' })

const Refused = z.object({ id: z.number(), error: z.string() })

/** What an officer may change of a candidate that waits; what is absent stays as it is. */
export const Change = z.object({
  title: Words.optional(),
  category: z.enum(CATEGORIES).nullable().optional(),
  agencyCode: Code.nullable().optional(),
  kecamatanCode: Code.nullable().optional(),
  kelurahanCode: Code.nullable().optional(),
  place: Words.nullable().optional(),
  urgent: z.boolean().optional(),
  labels: z.array(z.string().max(200)).max(100).optional(),
  assignedTo: z.number().int().positive().nullable().optional(),
  snoozedUntil: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .nullable()
    .optional(),
})

const Was = z.object({
  title: z.string().optional(),
  category: z.enum(CATEGORIES).nullable().optional(),
  agencyCode: z.string().nullable().optional(),
  kecamatanCode: z.string().nullable().optional(),
  kelurahanCode: z.string().nullable().optional(),
  place: z.string().nullable().optional(),
  urgent: z.boolean().optional(),
  labels: z.array(z.string()).optional(),
  assignedTo: z.number().nullable().optional(),
  snoozedUntil: Time.nullable().optional(),
})

/** What was done to many candidates, and what was not. */
export const BulkDone = z
  .object({
    done: z.array(
      z.object({
        id: z.number(),
        version: z.number(),
        was: Was.optional().meta({ description: 'what was changed; sent as a change it undoes' }),
      }),
    ),
    refused: z.array(Refused),
  })
  .meta({ id: 'BulkDone' })
