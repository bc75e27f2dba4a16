/** The dashboard's end of the live stream, with a real server and an EventSource as browsers have it. */
import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { Agent, EventSource as NodeEventSource } from 'undici'
import { expired } from '../../dashboard/src/connection.ts'
import {
  arrivals,
  changes,
  gaps,
  holds,
  isLive,
  startLive,
  stopLive,
} from '../../dashboard/src/live.ts'
import { serve, type Serving } from '../../src/web/server.ts'
import { splitCandidate } from '../../src/triage/split.ts'
import { makeCandidate } from '../makers.ts'
import { makeTold } from '../related.ts'
import { eventually } from '../service.ts'
import { startWeb, type Web } from '../web/start-web.ts'

let web: Web
let server: Serving
let sari: Awaited<ReturnType<Web['enter']>>
let budi: Awaited<ReturnType<Web['enter']>>
/** Every stream that the page has opened. */
const opened: { url: string; source: EventSource }[] = []
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })

before(async () => {
  web = await startWeb()
  server = await serve({ app: web.app, host: '127.0.0.1', port: 0 })
  Object.assign(globalThis, {
    document: page,
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    EventSource: class extends NodeEventSource {
      constructor(path: string) {
        const cookie = sari.cookie
        const dispatcher = new Agent().compose((dispatch) => (options, handler) => {
          const headers = { ...(options.headers as Record<string, string>), cookie }
          return dispatch({ ...options, headers }, handler)
        })
        super(`${server.address}${path}`, { node: { dispatcher } })
        opened.push({ url: path, source: this as unknown as EventSource })
      }
    },
  })
})
after(async () => {
  await server.close()
  await web.close()
})
beforeEach(async () => {
  sari = await web.enter('analyst')
  budi = await web.enter('humas')
})
afterEach(() => {
  stopLive()
  expired.set(false)
  opened.length = 0
})

const isOpen = () => eventually('the stream is open', async () => isLive.get(), 5000)
const dismiss = async () => {
  const { id } = await makeCandidate(web.fresh.sql, web.region)
  const body = { reason: 'spam' }
  await web.ask(`POST /api/candidates/${id}/dismiss`, { cookie: budi.cookie, body })
  return id
}
const heard = (id: number) => eventually(`${id} is told`, async () => changes.get().get(id), 5000)

test('a decision of a colleague, who is where, and what arrives come into the stores', async () => {
  startLive()
  await isOpen()
  const change = await heard(await dismiss())
  assert.deepEqual([change.status, change.by?.id], ['dismissed', budi.officer.id])

  const { sql } = web.fresh
  const { id, voiceIds } = await makeTold(sql, web.region, ['Lampu mati', 'Lubang di pasar'])
  const acting = { region: web.region, officer: budi.officer }
  const split = await splitCandidate(sql, acting, { id, voiceIds: voiceIds.slice(1) })
  await eventually('it arrives', async () => arrivals.get().includes(split.candidate.id))

  const body = { doing: 'deciding' }
  await web.ask(`POST /api/candidates/${id}/hold`, { cookie: budi.cookie, body })
  const [hold] = await eventually('he is seen', async () => holds.get().get(id))
  assert.deepEqual([hold?.officer.id, hold?.doing], [budi.officer.id, 'deciding'])
  await web.ask(`DELETE /api/candidates/${id}/hold`, { cookie: budi.cookie })
  await eventually('he has gone', async () => !holds.get().has(id))
})

test('after a break of the server it comes back and hears what was missed', async () => {
  startLive()
  await isOpen()
  await heard(await dismiss())
  const { port } = new URL(server.address)
  await server.close()
  await eventually('the break is seen', async () => !isLive.get(), 5000)
  const missed = await dismiss()
  server = await serve({ app: web.app, host: '127.0.0.1', port: Number(port) })
  assert.ok(await heard(missed))
  assert.match(opened.at(-1)!.url, /\?after=\d+-\d+$/)
  assert.equal(gaps.get(), 0)
})

test('who missed too much is told once to load anew', async () => {
  startLive()
  await isOpen()
  const before = gaps.get()
  page.dispatchEvent(new Event('online'))
  await isOpen()
  assert.equal(gaps.get(), before)
  await web.fresh.sql`
    insert into events (region_id, kind, prev_hash, hash)
    select ${web.region.id}, 'officer.signed_in', '', '' from generate_series(1, 3001)`
  page.dispatchEvent(new Event('online'))
  await eventually('the gap is seen', async () => gaps.get() === before + 1, 5000)
})

test('a session that ends closes the stream, and signing in again opens it', async () => {
  startLive()
  await isOpen()
  const old = sari
  await web.ask('DELETE /api/session', { cookie: old.cookie })
  await eventually('the end is told', async () => expired.get(), 8000)
  assert.equal(isLive.get(), false)
  const count = opened.length
  await wait(1500)
  assert.equal(opened.length, count, 'nobody knocks while the sign-in stands open')
  sari = await web.enter('analyst')
  expired.set(false)
  await isOpen()
})

test('signing out closes it for good and forgets everything', async () => {
  startLive()
  await isOpen()
  await heard(await dismiss())
  stopLive()
  assert.deepEqual([changes.get().size, holds.get().size, arrivals.get()], [0, 0, []])
  const count = opened.length
  page.dispatchEvent(new Event('online'))
  page.dispatchEvent(new Event('visibilitychange'))
  await wait(300)
  assert.equal(opened.length, count)
  assert.ok(opened.every(({ source }) => source.readyState === 2))
})

test('a page that is opened in the background begins when it is looked at', async () => {
  page.visibilityState = 'hidden'
  startLive()
  page.dispatchEvent(new Event('online'))
  await wait(100)
  assert.equal(opened.length, 0)
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  await isOpen()
  assert.equal(opened.length, 1)
})

test('starting twice opens one stream', async () => {
  startLive()
  startLive()
  await isOpen()
  assert.equal(opened.length, 1)
})

test('what was cleared arrives no second time, and each arrival counts once', async () => {
  startLive()
  await isOpen()
  const say = (name: string, data: object) =>
    opened.at(-1)?.source.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  say('arrived', { candidateIds: [7, 8] })
  say('arrived', { candidateIds: [8, 9] })
  assert.deepEqual(arrivals.get(), [7, 8, 9])
  arrivals.set([])
  say('arrived', { candidateIds: [10] })
  assert.deepEqual(arrivals.get(), [10])
})

test('of what comes late the newer state stays, and the list does not grow without end', async () => {
  startLive()
  await isOpen()
  const change = (candidateId: number, version: number) => {
    return { candidateId, version, kind: 'candidate.changed', status: 'waiting', by: null, at: '' }
  }
  const say = (items: object[]) => {
    const data = JSON.stringify({ items })
    opened.at(-1)?.source.dispatchEvent(new MessageEvent('changed', { data }))
  }
  say([change(1, 5)])
  say([change(1, 4)])
  assert.equal(changes.get().get(1)?.version, 5)
  say(Array.from({ length: 2100 }, (_, n) => change(100 + n, 1)))
  assert.equal(changes.get().size, 2000)
  assert.equal(changes.get().has(1), false)
})
