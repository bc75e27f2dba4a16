import { expired, reachable } from './connection.ts'

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

/** Waits for the server's answer and reads it; throws an ApiError for everything that is not 2xx. */
export async function read<T>(asked: Promise<{ ok: boolean; status: number; json(): Promise<T> }>) {
  const answer = await asked.catch(() => null)
  if (!answer) {
    reachable.set(false)
    throw new ApiError(0, {})
  }
  reachable.set(true)
  if (answer.ok) return answer.json()
  if (answer.status === 401) expired.set(true)
  throw new ApiError(answer.status, await readRefusal(answer))
}

/** A proxy in between may answer in HTML: then there is a status and no sentence. */
async function readRefusal(answer: { json(): Promise<unknown> }): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => null)
  return body && typeof body === 'object' ? body : {}
}
