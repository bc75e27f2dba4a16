import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { Hub } from '../../src/web/live/hub.ts'
import { openStream } from '../../src/web/live/stream.ts'
import { openSession } from '../../src/people/session.ts'
import { freshDatabase, freshRegion } from '../helpers.ts'
import { asOfficer } from '../makers.ts'
import { eventually } from '../service.ts'

const watched = () => {
  const seen = { ends: 0, cuts: 0 }
  const stream = openStream({
    onEnd: () => void (seen.ends += 1),
    cut: () => void (seen.cuts += 1),
  })
  return { stream, seen }
}
const text = async (body: ReadableStream<Uint8Array>) => new Response(body).text()

test('what was sent is read, and the end comes after it', async () => {
  const { stream, seen } = watched()
  stream.send(Buffer.from('satu '))
  stream.send(Buffer.from('dua'))
  stream.end()
  stream.end()
  stream.send(Buffer.from('tiga'))
  assert.equal(await text(stream.body), 'satu dua')
  assert.deepEqual(seen, { ends: 1, cuts: 0 })
})

test('who does not read is cut off before half a megabyte waits for them', () => {
  const { stream, seen } = watched()
  const chunk = Buffer.alloc(10_000)
  for (let n = 0; n < 52; n += 1) stream.send(chunk)
  assert.deepEqual(seen, { ends: 0, cuts: 0 })
  stream.send(chunk)
  assert.deepEqual(seen, { ends: 1, cuts: 1 })
  stream.send(chunk)
  assert.deepEqual(seen, { ends: 1, cuts: 1 })
})

test('a browser that goes away ends it once', async () => {
  const { stream, seen } = watched()
  await stream.body.cancel()
  stream.end()
  stream.send(Buffer.from('x'))
  assert.deepEqual(seen, { ends: 1, cuts: 0 })
})

test('while nobody listens nothing is asked of the database, and two hundred leave nothing behind', async () => {
  const fresh = await freshDatabase()
  const region = await freshRegion(fresh.sql)
  const { officer } = await asOfficer(fresh.sql, region, 'analyst')
  const { token } = await openSession(fresh.sql, officer)
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) })
  const hub = new Hub({ db: fresh.db, region, log })
  const join = () => {
    const stream = openStream({ onEnd: () => hub.leave(listener), cut: () => {} })
    const listener = { stream, token, officerId: officer.id, since: undefined }
    return { stream, joined: hub.join(listener) }
  }
  for (let round = 0; round < 3; round += 1) {
    const streams = Array.from({ length: 200 }, join)
    await Promise.all(streams.map(({ joined }) => joined))
    assert.deepEqual([hub.size, hub.countOf(officer.id)], [200, 200])
    for (const { stream } of streams) await stream.body.cancel()
    assert.equal(hub.size, 0)
  }
  // A timer that was left would now ask a database that is closed.
  await fresh.close()
  await wait(1500)
  assert.deepEqual(warnings, [])
})

test('a database that does not answer is waited for; nobody is sent away', async () => {
  const fresh = await freshDatabase()
  const region = await freshRegion(fresh.sql)
  const { officer } = await asOfficer(fresh.sql, region, 'analyst')
  const { token } = await openSession(fresh.sql, officer)
  const warnings: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) })
  const hub = new Hub({ db: fresh.db, region, log })
  const stream = openStream({ onEnd: () => hub.leave(listener), cut: () => {} })
  const listener = { stream, token, officerId: officer.id, since: undefined }
  await hub.join(listener)
  await fresh.sql`alter table holds rename to holds_away`
  await eventually('it is noticed', async () => warnings.length > 0, 5000)
  await wait(1500)
  assert.deepEqual([hub.size, warnings.length], [1, 1], 'said once, not each second')
  await fresh.sql`alter table holds_away rename to holds`
  stream.end()
  assert.equal(hub.size, 0)
  await fresh.close()
})
