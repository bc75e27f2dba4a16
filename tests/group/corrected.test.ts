/** What a person has set stays while more people tell of the same problem. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Acting } from '../../src/people/officer.ts'
import type { Change } from '../../src/triage/check-change.ts'
import { changeCandidate } from '../../src/triage/change.ts'
import { listQueue } from '../../src/triage/queue.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer } from '../makers.ts'
import { LAMP, startTelling, type Told } from './telling.ts'

const DANGER = `${LAMP}, kabelnya putus dan tersetrum, ada korban!`

let fresh: Fresh
let told: Told
let humas: Acting
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())
beforeEach(async () => {
  told = await startTelling(fresh)
  humas = await asOfficer(fresh.sql, told.region, 'humas')
})

async function makeLamp(wish: Change) {
  await told.post(LAMP)
  await told.handle()
  const [made] = await told.candidates()
  return changeCandidate(fresh.sql, humas, { id: made!.id, change: wish })
}
const row = async () => (await listQueue(fresh.sql, humas)).items[0]!

test('a value that a person took away is not filled in again by the next voice', async () => {
  const taken = { agencyCode: null, kelurahanCode: null, kecamatanCode: null, place: null }
  const before = await makeLamp({ ...taken, title: 'Lampu padam' })
  assert.deepEqual([before.agency, before.kelurahan, before.place], [null, null, null])
  await told.post(`${LAMP}!!!`)
  await told.handle()
  const { voiceCount, agency, kecamatan, kelurahan, place, title } = await row()
  assert.equal(voiceCount, 2)
  assert.deepEqual(
    [agency, kecamatan, kelurahan, place, title],
    [null, null, null, null, 'Lampu padam'],
  )
})

test('what is not urgent by a person’s word does not become so by another voice', async () => {
  await told.post(DANGER)
  await told.handle()
  const [made] = await told.candidates()
  const first = await row()
  assert.equal(first.urgent, true)
  await changeCandidate(fresh.sql, humas, { id: made!.id, change: { urgent: false } })
  await told.post(`${DANGER} tolong`)
  await told.handle()
  const { voiceCount, urgent } = await row()
  assert.deepEqual([voiceCount, urgent], [2, false])
})

test('a new voice wakes what is snoozed, and the officer sees the same version', async () => {
  const until = new Date(Date.now() + 3_600_000)
  const { version } = await makeLamp({ snoozedUntil: until })
  assert.equal((await listQueue(fresh.sql, humas)).total, 0)
  await told.post(`${LAMP}!!!`)
  await told.handle()
  const awake = await row()
  assert.deepEqual([awake.snoozedUntil, awake.version, awake.voiceCount], [null, version, 2])
  assert.deepEqual(await brokenInvariants(fresh.sql, told.region.id), [])
})
