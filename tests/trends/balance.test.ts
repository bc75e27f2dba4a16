import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { Acting } from '../../src/people/officer.ts'
import type { Region } from '../../src/region/region.ts'
import { balance } from '../../src/trends/balance.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { type Fresh, freshDatabase, freshRegion, makePost, makeSource } from '../helpers.ts'
import { asOfficer, caseFields, makeCandidate } from '../makers.ts'

let fresh: Fresh
let region: Region
let humas: Acting
beforeEach(async () => {
  fresh = await freshDatabase()
  region = await freshRegion(fresh.sql)
  humas = await asOfficer(fresh.sql, region, 'humas')
})
afterEach(() => fresh.close())

const NOTHING = {
  total: 0,
  unread: 0,
  ungrouped: 0,
  setAside: 0,
  waiting: 0,
  dismissed: 0,
  merged: 0,
  opened: 0,
}
const candidate = (filed: boolean) => makeCandidate(fresh.sql, region, { filed })

/** One message in every place where it can stand: seven posts, four filings. */
async function oneEverywhere() {
  const { id: sourceId } = await makeSource(fresh.sql, { regionId: region.id })
  const post = () => makePost(fresh.sql, { regionId: region.id, sourceId, text: 'Halo' })
  await post()
  const { id: read } = await post()
  await fresh.sql`update posts set read_at = now() where id = ${read}`
  const { id: aside } = await post()
  await fresh.sql`
    update posts set read_at = now(), grouped_at = now(), outcome = 'set_aside' where id = ${aside}`
  for (const filed of [false, true]) {
    const [dismissed, opened, merged] = [
      await candidate(filed),
      await candidate(filed),
      await candidate(filed),
    ]
    await candidate(filed)
    await dismissCandidate(fresh.sql, humas, { id: dismissed.id, reason: 'spam' })
    const { caseId } = await openCandidate(fresh.sql, humas, { id: opened.id, ...caseFields() })
    await mergeCandidate(fresh.sql, humas, { id: merged.id, caseId: caseId! })
  }
}

test('an empty region balances', async () => {
  assert.deepEqual(await balance(fresh.sql, region.id), {
    posts: NOTHING,
    filings: NOTHING,
    unaccounted: 0,
  })
})

test('every message is counted in exactly one place', async () => {
  await oneEverywhere()
  const each = { waiting: 1, dismissed: 1, merged: 1, opened: 1 }
  assert.deepEqual(await balance(fresh.sql, region.id), {
    posts: { total: 7, unread: 1, ungrouped: 1, setAside: 1, ...each },
    filings: { ...NOTHING, total: 4, ...each },
    unaccounted: 0,
  })
})

test('a voice that gets lost shows as unaccounted, of a post as of a filing', async () => {
  await oneEverywhere()
  const post = await candidate(false)
  await fresh.sql`delete from voices where id = ${post.voiceId}`
  const lost = await balance(fresh.sql, region.id)
  assert.deepEqual([lost.unaccounted, lost.posts.total, lost.posts.waiting], [1, 8, 1])
  const filing = await candidate(true)
  await fresh.sql`update voices set left_at = now() where id = ${filing.voiceId}`
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 2)
})

test('a post that stands in two places at once shows, even if another one stands nowhere', async () => {
  const twice = await candidate(false)
  await fresh.sql`update posts set outcome = 'set_aside' where id = ${twice.postId}`
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 1)
  const nowhere = await candidate(false)
  await fresh.sql`delete from voices where id = ${nowhere.voiceId}`
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 2)
})

test('a message whose candidate belongs to another region is not accounted for', async () => {
  const stray = await candidate(false)
  await fresh.sql`
    insert into regions (id, name, timezone, pack_hash) values ('lain', 'Lain', 'Asia/Jakarta', '')`
  await fresh.sql`update candidates set region_id = 'lain' where id = ${stray.id}`
  assert.equal((await balance(fresh.sql, region.id)).unaccounted, 1)
})
