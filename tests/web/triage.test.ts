import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { caseFields, eventsOf, makeCandidate, makeCase } from '../makers.ts'
import { makeCrowd, makeTold } from '../related.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

const made = (options = {}) => makeCandidate(web.fresh.sql, web.region, options)

test('the queue tells how many wait and since when, and its filters narrow it', async () => {
  const { cookie } = await web.enter('analyst')
  await made({ text: 'Sampah menumpuk di pasar basah', category: 'sampah', urgent: true })
  await made({ text: 'Jalan rusak', category: 'jalan', filed: true })
  const all = await web.ask('GET /api/queue', { cookie })
  assert.equal(all.status, 200)
  assert.ok((all.json['total'] as number) >= 2)
  assert.ok(!Number.isNaN(Date.parse(String(all.json['oldestAt']))))
  const titles = async (query: string) => {
    const { json } = await web.ask(`GET /api/queue?${query}`, { cookie })
    return (json['items'] as { title: string }[]).map((item) => item.title)
  }
  assert.deepEqual(await titles('category=sampah'), ['Sampah menumpuk di pasar basah'])
  assert.deepEqual(await titles('urgent=1'), ['Sampah menumpuk di pasar basah'])
  assert.deepEqual(await titles('filed=1'), ['Jalan rusak'])
  assert.deepEqual(await titles('q=basah'), ['Sampah menumpuk di pasar basah'])
  assert.equal((await titles('limit=1')).length, 1)
})

test('a filter that makes no sense is refused with a sentence', async () => {
  const { cookie } = await web.enter('analyst')
  for (const query of [
    'limit=0',
    'limit=201',
    'limit=x',
    'offset=-1',
    'status=lost',
    'urgent=maybe',
    'sort=random',
  ]) {
    const { status, json } = await web.ask(`GET /api/queue?${query}`, { cookie })
    assert.equal(status, 400, query)
    assert.ok((json['fields'] as Record<string, string>)[query.split('=')[0]!], query)
  }
})

test('a candidate comes with its voices, what the machine read, and its history', async () => {
  const { cookie } = await web.enter('analyst')
  const { id } = await made()
  const { status, json } = await web.ask(`GET /api/candidates/${id}`, { cookie })
  assert.equal(status, 200)
  const [voice] = json['voices'] as Record<string, unknown>[]
  assert.match(String(voice!['text']), /Jalan berlubang/)
  assert.equal((voice!['reading'] as Record<string, unknown>)['model'], 'tes-1')
  assert.deepEqual(json['events'], [])
})

test('an observer sees what was said, not who said it', async () => {
  const { cookie } = await web.enter('observer')
  const { id } = await made({ filed: true })
  const { text } = await web.ask(`GET /api/candidates/${id}`, { cookie })
  assert.doesNotMatch(text, /Pelapor Rekaan|0800-000-000|pagar hijau/)
})

test('dismissing through the API leaves the same history as the verb', async () => {
  const { officer, cookie } = await web.enter('analyst')
  const [byVerb, byApi] = [await made(), await made()]
  await dismissCandidate(
    web.fresh.sql,
    { region: web.region, officer },
    { id: byVerb.id, reason: 'spam', note: 'iklan' },
  )
  const { status, json } = await web.ask(`POST /api/candidates/${byApi.id}/dismiss`, {
    cookie,
    body: { reason: 'spam', note: 'iklan' },
  })
  assert.equal(status, 200)
  assert.deepEqual([json['status'], json['dismissReason']], ['dismissed', 'spam'])
  const [one, two] = [
    await eventsOf(web.fresh.sql, { candidateId: byVerb.id }),
    await eventsOf(web.fresh.sql, { candidateId: byApi.id }),
  ]
  assert.deepEqual(two, one)
})

test('merging through the API leaves the same history as the verb', async () => {
  const { officer, cookie } = await web.enter('humas')
  const acting = { region: web.region, officer }
  const target = await makeCase(web.fresh.sql, acting, { agencyCode: 'DPU' })
  const [byVerb, byApi] = [await made(), await made()]
  await mergeCandidate(web.fresh.sql, acting, { id: byVerb.id, caseId: target.id })
  const { json } = await web.ask(`POST /api/candidates/${byApi.id}/merge`, {
    cookie,
    body: { caseId: target.id },
  })
  assert.equal(json['caseNumber'], target.number)
  assert.deepEqual(
    await eventsOf(web.fresh.sql, { candidateId: byApi.id }),
    await eventsOf(web.fresh.sql, { candidateId: byVerb.id }),
  )
})

test('opening through the API leaves the same history as the verb, and tells the number', async () => {
  const { officer, cookie } = await web.enter('humas')
  const [byVerb, byApi] = [await made(), await made()]
  const fields = caseFields({ agencyCode: 'DPU' })
  const opened = await openCandidate(
    web.fresh.sql,
    { region: web.region, officer },
    { id: byVerb.id, ...fields },
  )
  const { status, json } = await web.ask(`POST /api/candidates/${byApi.id}/open`, {
    cookie,
    body: fields,
  })
  assert.equal(status, 200)
  assert.match(String(json['caseNumber']), new RegExp(`^${web.region.casePrefix}-\\d{4}-\\d{5}$`))
  const kinds = async (candidateId: number, caseId: number) => [
    ...(await eventsOf(web.fresh.sql, { candidateId })).map(({ kind }) => kind),
    ...(await eventsOf(web.fresh.sql, { caseId })).map(({ kind, officerId }) => [kind, officerId]),
  ]
  assert.deepEqual(
    await kinds(byApi.id, Number(json['caseId'])),
    await kinds(byVerb.id, opened.caseId!),
  )
})

test('a case that is opened with faults tells each fault at its field', async () => {
  const { cookie } = await web.enter('humas')
  const { id } = await made()
  const body = { ...caseFields({ agencyCode: 'TIDAK-ADA' }), title: '' }
  const { status, json } = await web.ask(`POST /api/candidates/${id}/open`, { cookie, body })
  assert.equal(status, 422)
  assert.deepEqual(Object.keys(json['fields'] as object).sort(), ['agencyCode', 'title'])
})

test('a decision is taken back, and the candidate waits again', async () => {
  const { cookie } = await web.enter('analyst')
  const { id } = await made()
  const done = await web.ask(`POST /api/candidates/${id}/dismiss`, {
    cookie,
    body: { reason: 'unclear' },
  })
  const undone = await web.ask(`POST /api/candidates/${id}/undo`, {
    cookie,
    body: { version: done.json['version'] },
  })
  assert.equal(undone.json['status'], 'waiting')
})

test('who comes second is told who was faster', async () => {
  const [first, second] = [await web.enter('analyst'), await web.enter('analyst')]
  const { id } = await made()
  await web.ask(`POST /api/candidates/${id}/dismiss`, {
    cookie: first.cookie,
    body: { reason: 'spam' },
  })
  const late = await web.ask(`POST /api/candidates/${id}/dismiss`, {
    cookie: second.cookie,
    body: { reason: 'spam' },
  })
  assert.equal(late.status, 409)
  assert.match(String(late.json['error']), /sudah diputuskan oleh/)
})

test('an unknown reason or a strange number is refused before anything happens', async () => {
  const { cookie } = await web.enter('analyst')
  const { id } = await made()
  const asked = [
    [`POST /api/candidates/${id}/dismiss`, { reason: 'malas' }],
    [`POST /api/candidates/${id}/dismiss`, { reason: 'spam', version: -1 }],
    ['POST /api/candidates/abc/dismiss', { reason: 'spam' }],
    ['POST /api/candidates/99999999999999999999/dismiss', { reason: 'spam' }],
    [`POST /api/candidates/${id}/dismiss`, [1, 2]],
  ] as const
  for (const [route, body] of asked) {
    assert.equal(
      (await web.ask(route, { cookie, body })).status,
      400,
      `${route} ${JSON.stringify(body)}`,
    )
  }
  const { json } = await web.ask(`GET /api/candidates/${id}`, { cookie })
  assert.equal(json['status'], 'waiting')
})

test('relations through the API: split, join, reject, and each taken back', async () => {
  const { cookie } = await web.enter('analyst')
  const { sql } = web.fresh
  const texts = ['Lampu jalan mati', 'Lubang di depan pasar']
  const { id, voiceIds } = await makeTold(sql, web.region, texts)
  const other = await makeTold(sql, web.region, ['Gelap sekali di gang'])
  await sql`insert into suggestions ${sql({ candidateId: id, otherId: other.id, score: 0.7 })}`
  const post = async (path: string, body: object) => {
    const { status, json } = await web.ask(`POST /api/candidates/${path}`, { cookie, body })
    assert.equal(status, 200, `${path}: ${JSON.stringify(json)}`)
    return json
  }
  const split = await post(`${id}/split`, { voiceIds: [voiceIds[1]], version: 1 })
  const made = split['candidate'] as { id: number; version: number; splitFrom: number }
  assert.equal(made.splitFrom, id)
  const undone = await post(`${made.id}/undo`, { version: made.version })
  assert.deepEqual([undone['status'], undone['joinedId']], ['joined', id])

  const rejected = await post(`${id}/reject`, { candidateId: other.id })
  assert.ok((rejected['items'] as { rejectedAt: string }[])[0]?.rejectedAt)
  const restored = await post(`${id}/reject/undo`, { candidateId: other.id })
  assert.equal((restored['items'] as { rejectedAt: string | null }[])[0]?.rejectedAt, null)

  const joined = await post(`${id}/join`, { otherId: other.id })
  assert.deepEqual([joined['status'], joined['joinedId']], ['joined', other.id])
  const found = await web.ask(`GET /api/candidates/${other.id}`, { cookie })
  const [, moved] = found.json['voices'] as { rung: string; by: { name: string } }[]
  assert.equal(moved?.rung, 'person')
  assert.ok(moved.by.name)
})

test('relations that name nothing, or two things, are refused before anything happens', async () => {
  const { cookie } = await web.enter('analyst')
  const { id } = await made()
  for (const [verb, body] of [
    ['split', { voiceIds: [] }],
    ['split', { voiceIds: ['1'] }],
    ['split', { voiceIds: Array.from({ length: 1001 }, (_, index) => index + 1) }],
    ['join', {}],
    ['join', { otherId: -1 }],
    ['reject', {}],
    ['reject', { candidateId: 1, caseId: 1 }],
    ['reject/undo', { caseId: 0 }],
  ] as const) {
    const { status } = await web.ask(`POST /api/candidates/${id}/${verb}`, { cookie, body })
    assert.equal(status, 400, `${verb} ${JSON.stringify(body).slice(0, 60)}`)
  }
  const { status, json } = await web.ask(`POST /api/candidates/${id}/join`, {
    cookie,
    body: { otherId: id },
  })
  assert.equal(status, 422)
  assert.match(String(json['error']), /dengan dirinya sendiri/)
})

test('more voices through the API: page after page, copies apart, each seen as the role may see it', async () => {
  const { cookie } = await web.enter('analyst')
  const { id, voiceId } = await makeCrowd(web.fresh.sql, web.region, { voices: 130, copies: 60 })
  type Page = { items: { id: number; authorHandle: string | null }[]; next: number | null }
  const ask = async (query: string, as = cookie) => {
    const { status, json } = await web.ask(`GET /api/candidates/${id}/voices?${query}`, {
      cookie: as,
    })
    assert.equal(status, 200, query)
    return json as Page
  }
  const detail = await web.ask(`GET /api/candidates/${id}`, { cookie })
  const first = detail.json['voices'] as Page['items']
  assert.equal(first.length, 50 + 10)
  const rest = await ask(`after=${String(detail.json['nextVoice'])}`)
  assert.deepEqual([rest.items.length, rest.next], [20, null])
  const copies = await ask(`of=${voiceId}`)
  assert.deepEqual(
    [copies.items.length, (await ask(`of=${voiceId}&after=${copies.next}`)).next],
    [50, null],
  )
  assert.ok(rest.items.every(({ authorHandle }) => authorHandle?.startsWith('warga-')))
  const observer = await web.enter('observer')
  const seen = await ask(`after=${String(detail.json['nextVoice'])}`, observer.cookie)
  assert.ok(seen.items.every(({ authorHandle }) => authorHandle === null))
})

test('more voices of what is not there, or after nonsense, are refused with a sentence', async () => {
  const { cookie } = await web.enter('analyst')
  const { id } = await made()
  const other = await made()
  for (const [path, status] of [
    ['candidates/999999/voices', 404],
    ['cases/999999/voices', 404],
    [`candidates/${id}/voices?after=0`, 400],
    [`candidates/${id}/voices?after=x`, 400],
    [`candidates/${id}/voices?of=99999999999999999999`, 400],
    [`candidates/${id}/voices?after=${other.voiceId}`, 404],
    [`candidates/${id}/voices?of=${other.voiceId}`, 404],
  ] as const) {
    const answer = await web.ask(`GET /api/${path}`, { cookie })
    assert.equal(answer.status, status, path)
    assert.match(String(answer.json['error']), /^[A-Z].* \S/, path)
  }
})

test('the voices of a case are for its agency, and not for another one', async () => {
  const humas = await web.enter('humas')
  const acting = { region: web.region, officer: humas.officer }
  const { id } = await makeCase(web.fresh.sql, acting, { agencyCode: 'DPU' })
  const own = await web.enter('agency', 'DPU')
  const mine = await web.ask(`GET /api/cases/${id}/voices`, { cookie: own.cookie })
  assert.equal((mine.json['items'] as unknown[]).length, 1)
  const other = await web.enter('agency', 'DKP')
  const theirs = await web.ask(`GET /api/cases/${id}/voices`, { cookie: other.cookie })
  assert.equal(theirs.status, 404)
})
