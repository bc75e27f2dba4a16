/** What the API tells of a candidate. */
import { z } from 'zod'
import { CASE_STATUSES } from '../../cases/transitions.ts'
import { CATEGORIES } from '../../region/category.ts'
import { CANDIDATE_STATUSES } from '../../triage/candidate.ts'
import { DISMISS_REASONS } from '../../triage/reasons.ts'
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
  voices: z.array(Voice),
  suggestions: z.array(Suggestion),
  events: z.array(HistoryLine),
}).meta({ id: 'Candidate' })

export const QueuePage = z
  .object({
    items: z.array(CandidateRow),
    total: z.number(),
    oldestAt: Time.nullable(),
    urgent: z.number(),
  })
  .meta({ id: 'QueuePage' })
