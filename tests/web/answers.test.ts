import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { STYLE_SOURCE } from '../../src/web/portal/style.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

/** A web whose database has gone away: each page that needs it meets a real fault. */
async function withoutDatabase(work: (broken: Web) => Promise<void>) {
  const broken = await startWeb()
  await broken.close()
  await work(broken)
}

const EXPECTED: [name: string, value: RegExp][] = [
  ['content-security-policy', /default-src 'none'/],
  ['content-security-policy', /frame-ancestors 'none'/],
  ['content-security-policy', /script-src 'self'(;|$)/],
  ['content-security-policy', /form-action 'self'/],
  ['content-security-policy', /base-uri 'none'/],
  ['x-frame-options', /^DENY$/],
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^strict-origin-when-cross-origin$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\)/],
  ['x-request-id', /^[\w-]{36}$/],
]

function assertSecure(headers: Headers, of: string) {
  for (const [name, value] of EXPECTED)
    assert.match(headers.get(name) ?? '', value, `${of}: ${name}`)
  assert.doesNotMatch(headers.get('content-security-policy')!, /unsafe/, of)
}

test('every kind of answer carries the security headers', async () => {
  const large = 'x'.repeat(600_000)
  const kinds: [route: string, options: object, status: number][] = [
    ['GET /', {}, 200],
    ['GET /healthz', {}, 200],
    ['GET /api/openapi.json', {}, 200],
    ['GET /api/session', {}, 401],
    ['GET /tidak-ada', {}, 404],
    ['GET /api/tidak-ada', {}, 404],
    ['POST /api/session', { body: {} }, 400],
    ['POST /api/session', { body: { login: large } }, 413],
    ['POST /lapor', { form: { text: large } }, 413],
    ['GET /petugas/', {}, 503],
    ['GET /petugas', {}, 308],
  ]
  for (const [route, options, status] of kinds) {
    const answer = await web.ask(route, options)
    assert.equal(answer.status, status, route)
    assertSecure(answer.headers, route)
  }
})

test('a fault is answered with a sentence and a number, never with its cause', async () => {
  await withoutDatabase(async (broken) => {
    const { cookie } = { cookie: 'dengar_session=x' }
    const answer = await broken.ask('GET /api/session', { cookie })
    assert.equal(answer.status, 500)
    assert.equal(answer.json['error'], 'Terjadi kesalahan, sudah dicatat.')
    assert.equal(answer.json['requestId'], answer.headers.get('x-request-id'))
    assert.doesNotMatch(answer.text, /CONNECTION|postgres|stack|sql/i)
    assertSecure(answer.headers, '500')
    const logged = broken.lines.find((line) => line.msg === 'request failed')
    assert.equal(logged?.['requestId'], answer.json['requestId'])
    assert.equal(logged?.['route'], '/api/session')
  })
})

test('a person who meets a fault sees a page with the number to tell', async () => {
  await withoutDatabase(async (broken) => {
    const answer = await broken.ask('GET /')
    assert.equal(answer.status, 500)
    assert.match(answer.text, /Terjadi kesalahan, sudah dicatat\./)
    assert.ok(answer.text.includes(answer.headers.get('x-request-id')!))
  })
})

test('an unknown address is a page for people and JSON for programs', async () => {
  const page = await web.ask('GET /tidak-ada')
  assert.match(page.text, /<h1>Halaman tidak ditemukan<\/h1>/)
  const json = await web.ask('GET /api/tidak-ada')
  assert.deepEqual(Object.keys(json.json).sort(), ['error', 'requestId'])
})

test('one log line a request: number, route pattern, status and time', async () => {
  web.lines.length = 0
  const answer = await web.ask('GET /api/cases/12')
  const lines = web.lines.filter((line) => line.msg === 'request')
  assert.equal(lines.length, 1)
  const { requestId, method, route, status, ms } = lines[0]!
  assert.deepEqual([method, route, status], ['GET', '/api/cases/:id', 401])
  assert.equal(requestId, answer.headers.get('x-request-id'))
  assert.equal(typeof ms, 'number')
})

test('secrets in addresses, cookies and bodies never reach the log', async () => {
  web.lines.length = 0
  const secret = 'rahasia-yang-bocor'
  await web.ask(`GET /tiket?t=${secret}`)
  await web.ask(`GET /api/invitations/${secret}`)
  await web.ask(`GET /${secret}?q=${secret}`)
  await web.ask('POST /lacak', { form: { number: secret, secret } })
  await web.ask('POST /api/session', {
    cookie: `dengar_session=${secret}`,
    body: { login: secret, password: secret },
  })
  assert.ok(web.lines.length >= 5)
  assert.doesNotMatch(JSON.stringify(web.lines), new RegExp(secret))
})

test('answers of the API are never cached', async () => {
  for (const route of ['GET /api/session', 'GET /api/openapi.json']) {
    assert.equal((await web.ask(route)).headers.get('cache-control'), 'no-store', route)
  }
})

test('the policy lets through the one inline style of the pages', async () => {
  const { headers, text } = await web.ask('GET /')
  assert.ok(headers.get('content-security-policy')!.includes(STYLE_SOURCE))
  assert.equal(text.match(/<style>/g)?.length, 1)
  assert.doesNotMatch(text, / style="|<script/)
})

test('on https browsers are told to stay on https', async () => {
  assert.equal((await web.ask('GET /')).headers.get('strict-transport-security'), null)
  const secure = await startWeb({ publicUrl: 'https://dengar.example' })
  try {
    assert.match(
      (await secure.ask('GET /')).headers.get('strict-transport-security')!,
      /max-age=\d{7,}/,
    )
  } finally {
    await secure.close()
  }
})

test('large answers are compressed for who can read that', async () => {
  const answer = await web.app.request('/lapor', { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(answer.headers.get('content-encoding'), 'gzip')
  await answer.body?.cancel()
})

test('a character that the database cannot keep is refused with a sentence, wherever it stands', async () => {
  const { cookie } = await web.enter('admin')
  const feed = { kind: 'feed', name: 'Warta\u0000', url: 'https://warta.example/' }
  for (const [route, options] of [
    ['POST /api/session', { body: { login: 'sari\u0000', password: 'x' } }],
    ['POST /api/sources', { cookie, body: feed }],
    ['GET /api/queue?q=%00', { cookie }],
  ] as const) {
    const { status, json } = await web.ask(route, options)
    assert.equal(status, 422, route)
    assert.match(String(json['error']), /karakter yang tidak dapat disimpan/)
  }
})

test('a body above the limit of the API is refused before it is read', async () => {
  const { status, json } = await web.ask('POST /api/session', {
    body: { login: 'x'.repeat(300_000) },
  })
  assert.equal(status, 413)
  assert.match(String(json['error']), /256 kB/)
})
