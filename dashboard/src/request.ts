import { expired, reachable } from './connection.ts'
import { learnOffset } from './server-clock.ts'

/** A refusal by the server, or no answer at all (status 0). The message is a sentence to show. */
export class ApiError extends Error {
  readonly status: number
  /** Form field -> what is wrong with it. */
  readonly fields: Record<string, string>
  readonly requestId: string | null

  constructor(status: number, body: Refusal) {
    super(body.error ?? '')
    this.status = status
    this.fields = body.fields ?? {}
    this.requestId = body.requestId ?? null
  }
}

type Refusal = {
  error?: string
  fields?: Record<string, string>
  requestId?: string
}

type Answer<T> = {
  ok: boolean
  status: number
  headers: { get(name: string): string | null }
  json(): Promise<T>
}

/** Waits for the server's answer and reads it; throws an ApiError for everything that is not 2xx. */
export async function read<T>(asked: Promise<Answer<T>>) {
  const sentAt = Date.now()
  const answer = await asked.catch(() => null)
  if (!answer) {
    reachable.set(false)
    throw new ApiError(0, {})
  }
  reachable.set(true)
  learnOffset({ sentAt, heardAt: Date.now(), date: answer.headers.get('date') })
  if (answer.ok) return answer.json()
  if (answer.status === 401) expired.set(true)
  throw new ApiError(answer.status, await readRefusal(answer))
}

/** A proxy in between may answer in HTML: then there is a status and no sentence. */
async function readRefusal(answer: { json(): Promise<unknown> }): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => null)
  return body && typeof body === 'object' ? body : {}
}
