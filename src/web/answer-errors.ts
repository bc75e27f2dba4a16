/** The one place where an error becomes an answer: a sentence for the person, the cause for the log. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { DomainError } from '../errors.ts'
import { describeCause } from '../log.ts'
import { errorPage } from './portal/error-page.ts'
import type { Region } from '../region/region.ts'
import { routePattern } from './request-log.ts'

type Answer = { status: ContentfulStatusCode; error: string; fields: Record<string, string> }

/** Makes the app's `onError`. JSON for programs, a page for people who came by a link or form. */
export const answerErrors = (log: Logger, region: Region) => (error: Error, c: Context) => {
  const answer = describeError(error)
  if (answer.status >= 500) {
    const { method } = c.req
    const cause = describeCause(error)
    log.error(
      { requestId: c.get('requestId'), method, route: routePattern(c), ...cause },
      'request failed',
    )
  }
  return answerProblem(c, region, answer)
}

/** Makes the app's `notFound`. */
export const answerNotFound = (region: Region) => (c: Context) =>
  answerProblem(c, region, { status: 404, error: 'Halaman atau data ini tidak ada.', fields: {} })

function answerProblem(c: Context, region: Region, { status, error, fields }: Answer) {
  const requestId: string = c.get('requestId')
  c.header('cache-control', 'no-store')
  if (status === 429) c.header('retry-after', '60')
  if (wantsPage(c)) return c.html(errorPage(region, { status, sentence: error, requestId }), status)
  const withFields = Object.keys(fields).length > 0 ? { fields } : {}
  return c.json({ error, ...withFields, requestId }, status)
}

function describeError(error: Error): Answer {
  if (error instanceof DomainError) {
    return { status: error.status, error: error.message, fields: error.fields }
  }
  if (error instanceof HTTPException && error.status < 500) {
    return { status: error.status, error: sentenceOf(error.status), fields: {} }
  }
  if (UNSTORABLE.includes(codeOf(error) ?? '')) {
    return { status: 422, error: UNSTORABLE_SENTENCE, fields: {} }
  }
  // Node's error for a client that hung up in the middle of its body; nobody reads the answer.
  if (error.message === 'aborted' && codeOf(error) === 'ECONNRESET') {
    return { status: 400, error: sentenceOf(400), fields: {} }
  }
  return { status: 500, error: 'Terjadi kesalahan, sudah dicatat.', fields: {} }
}

/** U+0000 in a text or in JSON: PostgreSQL cannot keep it, whichever field it was typed into. */
const UNSTORABLE = ['22021', '22P05']
const UNSTORABLE_SENTENCE =
  'Isian memuat karakter yang tidak dapat disimpan. Ketik ulang isian itu, lalu kirim lagi.'

const codeOf = (error: Error) => (error as NodeJS.ErrnoException).code

/** The framework's own refusals speak English and technical; these say what to do. */
function sentenceOf(status: number): string {
  if (status === 413) return 'Kiriman terlalu besar. Persingkat isinya, lalu kirim lagi.'
  if (status === 400) return 'Permintaan tidak dapat dibaca: isinya bukan JSON yang sah.'
  return 'Permintaan ini tidak dapat dilayani.'
}

const PROGRAM_PATHS = /^\/(api|intake|healthz|readyz|metrics)(\/|$)/

const wantsPage = (c: Context) => !PROGRAM_PATHS.test(c.req.path)
