/** A whole web on a real database, asked without a port; what it logs and wakes can be looked at. */
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import type { Officer } from '../../src/people/officer.ts'
import type { Role } from '../../src/people/roles.ts'
import { openSession } from '../../src/people/session.ts'
import type { Region } from '../../src/region/region.ts'
import { createApp, type App } from '../../src/web/app.ts'
import { freshDatabase, freshRegion, makeOfficer, type Fresh } from '../helpers.ts'

export type LogLine = { level: number; msg: string; [key: string]: unknown }
export type Asked = {
  status: number
  headers: Headers
  text: string
  json: Record<string, unknown>
}
type Ask = {
  cookie?: string
  body?: unknown
  form?: Record<string, string>
  headers?: Record<string, string>
}

export type Web = {
  fresh: Fresh
  region: Region
  app: App
  instanceKey: Buffer
  lines: LogLine[]
  woken: string[]
  /** Sends a request: `ask('POST /api/x', { cookie, body })`. */
  ask: (route: string, options?: Ask) => Promise<Asked>
  /** A new officer of the role with an open session. */
  enter: (role: Role, agencyCode?: string) => Promise<{ officer: Officer; cookie: string }>
  close: () => Promise<void>
}

type Options = { publicUrl?: string; dist?: string; proxyHops?: number }

export async function startWeb(options: Options = {}): Promise<Web> {
  const fresh = await freshDatabase()
  const region = await freshRegion(fresh.sql)
  const lines: LogLine[] = []
  const woken: string[] = []
  const instanceKey = randomBytes(32)
  const publicUrl = options.publicUrl ?? 'http://localhost'
  const app = createApp({
    db: fresh.db,
    region,
    config: { publicUrl, instanceKey, proxyHops: options.proxyHops ?? 1, demo: false },
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    wake: (job) => void woken.push(job),
    dist: options.dist ?? '/nonexistent',
  })
  const ask = async (route: string, asked: Ask = {}): Promise<Asked> => {
    const answer = await app.request(...requestOf(route, asked))
    const type = answer.headers.get('content-type')
    // The live stream has no end: who asks only whether it opens goes away again.
    const isStream = type === 'text/event-stream'
    const text = isStream ? '' : await answer.text()
    if (isStream) await answer.body?.cancel()
    const isJson = type?.startsWith('application/json') ?? false
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : {},
    }
  }
  const enter = async (role: Role, agencyCode?: string) => {
    const agency = agencyCode === undefined ? {} : { agencyCode }
    const { id } = await makeOfficer(fresh.sql, { regionId: region.id, role, ...agency })
    const officer: Officer = {
      id,
      regionId: region.id,
      login: `petugas-${id}`,
      name: `Petugas ${id}`,
      role,
      agencyCode: agencyCode ?? null,
      language: 'id',
    }
    const { token } = await openSession(fresh.sql, officer)
    return { officer, cookie: `dengar_session=${token}` }
  }
  return { fresh, region, app, instanceKey, lines, woken, ask, enter, close: fresh.close }
}

function requestOf(route: string, { cookie, body, form, headers }: Ask): [string, RequestInit] {
  const [method = 'GET', path = '/'] = route.split(' ')
  const sent = new Headers(headers)
  if (cookie !== undefined) sent.set('cookie', cookie)
  const init: RequestInit = { method, headers: sent }
  if (form) init.body = new URLSearchParams(form)
  if (body !== undefined) {
    sent.set('content-type', 'application/json')
    init.body = typeof body === 'string' ? body : JSON.stringify(body)
  }
  return [path, init]
}
