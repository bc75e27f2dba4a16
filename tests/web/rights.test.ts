import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { ROLES, type Role } from '../../src/people/roles.ts'
import { accessOf, guard } from '../../src/web/access.ts'
import { answerErrors } from '../../src/web/answer-errors.ts'
import { startWeb, type Web } from './start-web.ts'

const STAFF = ['analyst', 'humas', 'leader', 'observer', 'admin'] as const
const DESK = ['humas', 'admin'] as const
const TRIAGE = ['analyst', 'humas', 'admin'] as const
const ANSWERING = ['humas', 'agency', 'admin'] as const
const SAMPLING = ['analyst', 'admin'] as const
const LEDGER = ['observer', 'admin'] as const
const ADMIN = ['admin'] as const

/** Who may call which route. Written by hand: a new route or right must be decided here as well. */
const TABLE: Record<string, readonly Role[] | 'anyone'> = {
  'GET /api/session': ROLES,
  'POST /api/session': 'anyone',
  'DELETE /api/session': 'anyone',
  'PATCH /api/session': ROLES,
  'GET /api/invitations/:token': 'anyone',
  'POST /api/invitations/:token': 'anyone',
  'GET /api/officers': ADMIN,
  'POST /api/officers/invitations': ADMIN,
  'POST /api/officers/:id/reset': ADMIN,
  'POST /api/officers/:id/disable': ADMIN,
  'POST /api/officers/:id/enable': ADMIN,
  'GET /api/officers/roles': ADMIN,
  'PATCH /api/officers/:id': ADMIN,
  'GET /api/region': ROLES,
  'GET /api/region/pack': STAFF,
  'GET /api/queue': STAFF,
  'GET /api/queue/rows': STAFF,
  'GET /api/labels': STAFF,
  'GET /api/colleagues': STAFF,
  'GET /api/candidates/:id': STAFF,
  'PATCH /api/candidates/:id': TRIAGE,
  'POST /api/candidates/bulk': TRIAGE,
  'POST /api/candidates/bulk/undo': TRIAGE,
  'GET /api/candidates/:id/voices': STAFF,
  'POST /api/candidates/:id/dismiss': TRIAGE,
  'POST /api/candidates/:id/merge': TRIAGE,
  'POST /api/candidates/:id/open': TRIAGE,
  'POST /api/candidates/:id/undo': TRIAGE,
  'POST /api/candidates/:id/split': TRIAGE,
  'POST /api/candidates/:id/join': TRIAGE,
  'POST /api/candidates/:id/reject': TRIAGE,
  'POST /api/candidates/:id/reject/undo': TRIAGE,
  'POST /api/queue/next': TRIAGE,
  'POST /api/candidates/:id/hold': TRIAGE,
  'DELETE /api/candidates/:id/hold': TRIAGE,
  'GET /api/live': STAFF,
  'GET /api/views': STAFF,
  'POST /api/views': STAFF,
  'PATCH /api/views/:id': STAFF,
  'DELETE /api/views/:id': STAFF,
  'GET /api/samples/next': SAMPLING,
  'POST /api/samples/:id/decide': SAMPLING,
  'POST /api/samples/:id/undo': SAMPLING,
  'GET /api/practice': TRIAGE,
  'POST /api/practice/:id': TRIAGE,
  'GET /api/home': ROLES,
  'GET /api/ledger': LEDGER,
  'GET /api/cases': ROLES,
  'GET /api/cases/:id': ROLES,
  'GET /api/cases/:id/voices': ROLES,
  'POST /api/cases/:id/start': ANSWERING,
  'POST /api/cases/:id/answer': ANSWERING,
  'POST /api/cases/:id/return': ANSWERING,
  'POST /api/cases/:id/dispose': DESK,
  'POST /api/cases/:id/decline': DESK,
  'POST /api/cases/:id/close': DESK,
  'POST /api/cases/:id/reopen': DESK,
  'GET /api/similar': STAFF,
  'GET /api/sources': STAFF,
  'POST /api/sources': ADMIN,
  'PATCH /api/sources/:id': ADMIN,
  'POST /api/sources/:id/check': ADMIN,
  'POST /api/sources/:id/key': ADMIN,
  'GET /api/watch-words': STAFF,
  'POST /api/watch-words': ADMIN,
  'PATCH /api/watch-words': ADMIN,
  'DELETE /api/watch-words/:id': ADMIN,
  'GET /api/trends/volume': STAFF,
  'GET /api/trends/areas': STAFF,
  'GET /api/trends/balance': STAFF,
  'GET /api/trends/accuracy': STAFF,
  'GET /api/models': ADMIN,
  'POST /api/models/:id/accept': ADMIN,
  'POST /api/models/:id/decline': ADMIN,
  'POST /api/models/choice': ADMIN,
  'POST /api/models/training': ADMIN,
  'GET /api/openapi.json': 'anyone',
}

let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

const apiRoutes = () =>
  web.app.routes.filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
const nameOf = (route: { method: string; path: string }) => `${route.method} ${route.path}`

test('every route of the API declares its right', () => {
  const declared = new Set(
    apiRoutes()
      .filter((route) => accessOf(route.handler))
      .map(nameOf),
  )
  for (const route of apiRoutes()) assert.ok(declared.has(nameOf(route)), nameOf(route))
})

test('nothing answers for all methods: only what surrounds routes does', () => {
  const all = web.app.routes.filter((route) => route.method === 'ALL').map((route) => route.path)
  assert.deepEqual([...new Set(all)].sort(), ['/*', '/api/*'])
})

test('the declaration comes before the input is looked at', () => {
  const seen = new Set<string>()
  for (const route of apiRoutes()) {
    if (!seen.has(nameOf(route))) assert.ok(accessOf(route.handler), `first of ${nameOf(route)}`)
    seen.add(nameOf(route))
  }
})

test('the table of this test names every route, and no other', () => {
  assert.deepEqual([...new Set(apiRoutes().map(nameOf))].sort(), Object.keys(TABLE).sort())
})

test('nobody without a session gets further than 401, but for the routes that are for anyone', async () => {
  for (const [route, allowed] of Object.entries(TABLE)) {
    const { status } = await web.ask(addressed(route), bodyFor(route))
    // Signing in with an empty form is refused by the form, not by the door.
    if (allowed === 'anyone') assert.notEqual(status, 401, route)
    else assert.equal(status, 401, route)
  }
})

for (const role of ROLES) {
  test(`${role} gets through exactly the doors that the table opens`, async () => {
    for (const [route, allowed] of Object.entries(TABLE)) {
      const { cookie } = await web.enter(role, role === 'agency' ? 'DPU' : undefined)
      const { status } = await web.ask(addressed(route), { cookie, ...bodyFor(route) })
      const mayPass = allowed === 'anyone' || allowed.includes(role)
      if (mayPass) assert.ok(status !== 401 && status !== 403, `${route} answered ${status}`)
      else assert.equal(status, 403, route)
      assert.notEqual(status, 500, route)
    }
  })
}

test('a route that forgot its declaration is refused, not open', async () => {
  const app = new Hono()
    .use('*', guard)
    .get('/forgotten', (c) => c.text('secret'))
    .onError(answerErrors(silent(), web.region))
  const answer = await app.request('/forgotten')
  assert.equal(answer.status, 403)
  assert.doesNotMatch(await answer.text(), /secret/)
})

test('an officer of another region is a stranger here', async () => {
  const { officer, cookie } = await web.enter('admin')
  await web.fresh.sql`
    insert into regions (id, name, timezone, pack_hash) values ('lain', 'Kota Lain', 'Asia/Jakarta', 'x')
    on conflict do nothing`
  await web.fresh.sql`update officers set region_id = 'lain' where id = ${officer.id}`
  assert.equal((await web.ask('GET /api/session', { cookie })).status, 401)
})

const addressed = (route: string) => route.replace(':id', '999999').replace(':token', 'unknown')
const bodyFor = (route: string) => (route.startsWith('GET') ? {} : { body: {} })
const silent = () => ({ error: () => {}, info: () => {} }) as never
