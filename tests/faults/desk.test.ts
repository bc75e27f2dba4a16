/** Fifty officers who decide at once through one server: nothing is decided twice, and no act is lost. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { serve, type Serving } from '../../src/web/server.ts'
import { type Act, decideAll, decideOn } from '../desk-race.ts'
import { brokenInvariants } from '../invariants.ts'
import { makeCandidate, makeCase } from '../makers.ts'
import { makeTold } from '../related.ts'
import { listenLive } from '../web/listen-live.ts'
import { startWeb, type Web } from '../web/start-web.ts'

const OFFICERS = 50
const CANDIDATES = 400
const DECISIONS = ['dismiss', 'open', 'merge']

let web: Web
let server: Serving
let officers: { id: number; cookie: string }[]
let desk: Parameters<typeof decideAll>[0]
before(async () => {
  web = await startWeb()
  server = await serve({ app: web.app, host: '127.0.0.1', port: 0 })
  officers = await Promise.all(
    Array.from({ length: OFFICERS }, async (_, n) => {
      const { officer, cookie } = await web.enter(n % 5 === 0 ? 'humas' : 'analyst')
      return { id: officer.id, cookie }
    }),
  )
  const { officer } = await web.enter('humas')
  const acting = { region: web.region, officer }
  const { id } = await makeCase(web.fresh.sql, acting, { agencyCode: 'DPU' })
  const cookies = officers.map(({ cookie }) => cookie)
  desk = { address: server.address, cookies, caseIds: [id] }
})
after(async () => {
  await server.close()
  await web.close()
})

/** What the database has of decisions on these candidates: who, and how often. */
const decided = (ids: number[]) => web.fresh.sql<
  { id: number; status: string; by: number | null; events: number; officer: number | null }[]
>`
  select c.id, c.status, c.decided_by as by, count(e.id) as events, max(e.officer_id) as officer
    from candidates c
    left join events e on e.candidate_id = c.id
     and e.kind in ('candidate.dismissed', 'candidate.opened', 'candidate.merged')
   where c.id = any(${ids}::bigint[])
   group by c.id
   order by c.id`

const STATUS: Record<string, string> = { dismiss: 'dismissed', open: 'opened', merge: 'merged' }
const decisionsOf = (acts: Act[]) => acts.filter(({ what }) => DECISIONS.includes(what))

test('nobody is handed what a colleague has, each act counts once, and all of it is told live', async () => {
  const ids: number[] = []
  for (let n = 0; n < CANDIDATES; n += 1) {
    const urgent = n % 7 === 0
    ids.push((await makeCandidate(web.fresh.sql, web.region, { urgent })).id)
  }
  const ear = await listenLive(server.address, officers[0]!.cookie)
  await ear.next('hello')
  const told = new Map<number, number>()
  const hearing = (async () => {
    while (told.size < CANDIDATES) {
      const { items } = (await ear.next('changed', 30_000)).data as {
        items: { candidateId: number; status: string; by: { id: number } }[]
      }
      for (const item of items)
        if (item.status !== 'waiting') told.set(item.candidateId, item.by.id)
    }
  })()

  const acts = await decideAll(desk)
  await hearing
  ear.stop()
  const refused = acts.filter(({ status }) => status !== 200)
  assert.deepEqual(refused, [], 'what is handed out is free to decide on')
  const done = decisionsOf(acts)
  assert.equal(done.length, CANDIDATES)
  assert.equal(new Set(done.map(({ candidateId }) => candidateId)).size, CANDIDATES)
  const expected = done
    .map(({ candidateId, what, by }) => {
      const officer = officers[by]!.id
      return { id: candidateId, status: STATUS[what], by: officer, events: 1, officer }
    })
    .sort((a, b) => a.id! - b.id!)
  assert.deepEqual(
    (await decided(ids)).map((row) => ({ ...row })),
    expected,
  )
  assert.deepEqual(
    expected.map(({ id }) => told.get(id!)),
    expected.map(({ by }) => by),
  )
  assert.ok(new Set(done.map(({ by }) => by)).size > OFFICERS / 2, 'the work was shared')
})

test('all decide on the same one at the same moment: one succeeds, the others read who', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await makeTold(web.fresh.sql, web.region, [`Lampu mati ${round}`])
    const acts = await decideOn(desk, { id, version: 1 })
    const won = acts.filter(({ status }) => status === 200)
    assert.equal(won.length, 1)
    const lost = acts.filter(({ status }) => status === 409)
    assert.equal(lost.length, OFFICERS - 1)
    for (const { error } of lost) assert.match(error ?? '', /sudah diputuskan oleh petugas-/)
    const [row] = await decided([id])
    assert.deepEqual([row?.by, row?.events], [officers[won[0]!.by]!.id, 1])
  }
})

test('afterwards the history is whole and every count is right', async () => {
  // What was made here without grouping has no fingerprint.
  const broken = await brokenInvariants(web.fresh.sql, web.region.id)
  assert.deepEqual(
    broken.filter((sentence) => !/fingerprint/.test(sentence)),
    [],
  )
})
