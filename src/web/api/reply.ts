/** Answers of the API: what a route declares is what it sends, never a column more. */
import type { Context } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'

/** A moment, sent as an ISO 8601 text. */
export const Time = z
  .preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.string())
  .meta({ format: 'date-time' })

const Problem = z
  .object({
    error: z.string().meta({ description: 'one Indonesian sentence: what is wrong, what to do' }),
    fields: z.record(z.string(), z.string()).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })

/** Sends `value` after passing it through the declared schema, which drops every undeclared field. */
export const reply = <Schema extends z.ZodType<object>>(
  c: Context,
  schema: Schema,
  value: z.input<Schema>,
) => c.json(schema.parse(value), 200)

/** How every route says no, for its documentation. */
export const REFUSED = {
  '4XX': {
    description: 'Refused, with a sentence',
    content: { 'application/json': { schema: resolver(Problem) } },
  },
}

/** The documentation of a route for /api/openapi.json. */
export const describe = (tag: string, summary: string, schema: z.ZodType, status = 200) =>
  describeRoute({
    tags: [tag],
    summary,
    responses: {
      [status]: {
        description: status === 202 ? 'Accepted' : 'OK',
        content: { 'application/json': { schema: resolver(schema) } },
      },
      ...REFUSED,
    },
  })
