import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lookUp } from '../../src/group/look-up.ts'
import { toMessage } from '../../src/group/message.ts'
import { vectorText } from '../../src/group/embed.ts'
import { nearestInKelurahan } from '../../src/group/queries-found.ts'
import { currentEmbedders } from '../../src/group/queries-refill.ts'
import { claimReadPosts } from '../../src/group/queries.ts'
import { MOST_IN_KELURAHAN } from '../../src/group/reach.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { LAMP, startTelling } from './telling.ts'

const DAY_MS = 86_400_000
const KORUMBA = /Korumba/

let fresh: Fresh
before(async () => {
  fresh = await freshDatabase()
})
after(() => fresh.close())

/** Twenty lanes of two kelurahan that all tell of a lamp, and one more telling that nobody has grouped yet. */
async function manyLamps() {
  const told = await startTelling(fresh)
  for (let n = 1; n <= 20; n += 1) {
    const kelurahan = n % 2 === 0 ? 'Korumba' : 'Lepo-lepo'
    await told.post(`Lampu jalan di lorong ${n} Kelurahan ${kelurahan} mati, tolong diganti segera`)
  }
  await told.handle()
  await told.post(LAMP)
  await told.read()
  const { id: regionId, casePrefix } = told.region
  return fresh.sql.begin(async (tx) => {
    const [waiting] = await claimReadPosts(tx, regionId, 1)
    const { active } = await currentEmbedders(tx)
    const message = toMessage(waiting!)
    const vector = vectorText(message.made.vector)
    const search = { tx, regionId, casePrefix, embedderId: active.id }
    const since = new Date(waiting!.at.getTime() - DAY_MS)
    const until = new Date(waiting!.at.getTime() + DAY_MS)
    const asking = { asker: 0, since, until, vector, kelurahanCode: waiting!.kelurahanCode! }
    return {
      told,
      found: await nearestInKelurahan(tx, search, [asking]),
      earlier: await nearestInKelurahan(tx, search, [
        { ...asking, until: new Date(since.getTime() + 1000) },
      ]),
      whole: await lookUp(search, [{ ...message, vector }]),
    }
  })
}

test('what was told of the same kelurahan is found without the index of vectors', async () => {
  const { told, found, earlier, whole } = await manyLamps()
  const texts = await fresh.sql<{ id: number; text: string }[]>`
    select v.id, p.text from voices v join posts p on p.id = v.post_id
     where p.region_id = ${told.region.id}`
  const textOf = new Map(texts.map(({ id, text }) => [id, text]))
  assert.equal(found.length, MOST_IN_KELURAHAN)
  for (const { voiceId } of found) assert.match(textOf.get(voiceId)!, KORUMBA)
  assert.equal(earlier.length, 0, 'out of its time nothing is found')
  const alike = new Set(whole.ways.alike.get(0))
  for (const { voiceId } of found) assert.ok(alike.has(voiceId), 'the whole look-up has it, too')
})
