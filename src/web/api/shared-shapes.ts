/** The parts that a candidate and a case have in common: voices and history. */
import { z } from 'zod'
import { Time } from './reply.ts'

export const Person = z.object({ id: z.number(), name: z.string() })
export const Area = z.object({ code: z.string(), name: z.string() })
export const Agency = z.object({ code: z.string(), name: z.string(), short: z.string() })

const Reason = z.object({
  kind: z.string(),
  text: z.string(),
  start: z.number().optional(),
  end: z.number().optional(),
})

/** Why a voice belongs to its candidate; a plain sentence is one too. */
export const MatchReason = z.preprocess(
  (reason) => (typeof reason === 'string' ? { kind: 'match', text: reason } : reason),
  Reason,
)

const Scored = z.object({ code: z.string(), score: z.number() })

const ReadingShape = z
  .object({
    probability: z.number(),
    reasons: z.array(Reason),
    categories: z.array(Scored),
    agencies: z.array(Scored),
    place: z.string().nullable(),
    model: z.string(),
  })
  .meta({ id: 'Reading' })

/** What nearly repeats a voice, in numbers. */
const Copies = z.object({
  count: z.number(),
  accounts: z.number(),
  firstAt: Time,
  lastAt: Time,
})

/** What a post answers; without a text it was never collected. */
const Parent = z.object({
  author: z.string().nullable(),
  text: z.string().nullable(),
  at: Time.nullable(),
  url: z.string().nullable(),
})

/** One post or filing that speaks in a candidate. Masked fields are null. */
export const Voice = z
  .object({
    id: z.number(),
    kind: z.enum(['post', 'filing']),
    rung: z.string(),
    score: z.number(),
    reasons: z.array(MatchReason),
    by: Person.nullable().meta({ description: 'who found it or moved it here; null: the machine' }),
    copyOf: z.number().nullable().meta({ description: 'the voice that it nearly repeats' }),
    copies: Copies.nullable(),
    joinedAt: Time,
    at: Time,
    channel: z.string(),
    sourceName: z.string().nullable(),
    authorHandle: z.string().nullable(),
    authorName: z.string().nullable(),
    contact: z.string().nullable(),
    address: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    text: z.string(),
    filingNumber: z.string().nullable(),
    postKind: z.string().nullable(),
    fetchedAt: Time.nullable().meta({ description: 'when the copy that is kept was fetched' }),
    editedAt: Time.nullable().meta({ description: 'when its author had changed it before' }),
    isExact: z.boolean().nullable().meta({ description: 'kept letter for letter as it came' }),
    hash: z.string().nullable().meta({ description: 'sha256 of what the source sent' }),
    otherTextAt: Time.nullable().meta({
      description: 'when its address was first heard again with other words',
    }),
    media: z.array(
      z.object({ type: z.string(), url: z.string().nullable(), alt: z.string().nullable() }),
    ),
    parent: Parent.nullable(),
    reading: ReadingShape.nullable(),
  })
  .meta({ id: 'Voice' })

/** One line of history. `by` is null for the machine and for citizens. */
export const HistoryLine = z
  .object({
    id: z.number(),
    kind: z.string(),
    at: Time,
    by: Person.nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' })
