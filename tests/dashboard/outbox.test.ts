/** Acts on their way to a server that comes and goes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outbox, type Verdict } from '../../dashboard/src/outbox.ts'

const SARI = 7
const BUDI = 8
const DONE: Verdict<string> = { kind: 'done', result: 'tersimpan' }
const OFFLINE: Verdict<string> = { kind: 'unsent', mayBeDone: false }
const LOST: Verdict<string> = { kind: 'unsent', mayBeDone: true }
const TAKEN: Verdict<string> = { kind: 'refused', sentence: 'Sudah diputuskan oleh Budi Rekaan.' }

/** What a browser keeps, shared by its tabs. */
function makeStorage() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** A server that answers as it is told, act by act; without an instruction it does it. */
function makeServer(...answers: Verdict<string>[]) {
  const got: string[] = []
  return {
    got,
    answers,
    send: async (act: string) => {
      got.push(act)
      return answers.shift() ?? DONE
    },
  }
}

function open(server: ReturnType<typeof makeServer>, storage = makeStorage(), owner = SARI) {
  const told: string[] = []
  const outbox = new Outbox<string, string>({
    send: server.send,
    storage,
    onDone: (result) => told.push(result),
  })
  outbox.open(owner)
  return { outbox, storage, told }
}
const rest = () => new Promise((resolve) => setTimeout(resolve, 5))
const acts = (entries: { act: string }[]) => entries.map(({ act }) => act)

test('an act is written down before it is sent, and forgotten when it is done', async () => {
  const server = makeServer()
  const { outbox, storage } = open(server)
  const { settled } = outbox.add('a')
  assert.match(storage.kept.get(`dengar.outbox.${SARI}`) ?? '', /"act":"a"/)
  assert.deepEqual(await settled, DONE)
  assert.equal(storage.kept.size, 0)
  assert.deepEqual(outbox.waiting.get(), [])
})

test('acts are sent one after the other, in the order in which they were done', async () => {
  const server = makeServer()
  const { outbox } = open(server)
  const all = ['a', 'b', 'c'].map((act) => outbox.add(act).settled)
  await Promise.all(all)
  assert.deepEqual(server.got, ['a', 'b', 'c'])
})

test('without a connection they wait, and go out in their order when it is back', async () => {
  const server = makeServer(OFFLINE)
  const { outbox } = open(server)
  const all = ['a', 'b', 'c'].map((act) => outbox.add(act).settled)
  await rest()
  assert.deepEqual([server.got, outbox.isStuck.get()], [['a'], true])
  assert.deepEqual(acts(outbox.waiting.get()), ['a', 'b', 'c'])
  outbox.retry()
  await Promise.all(all)
  assert.deepEqual(server.got, ['a', 'a', 'b', 'c'])
  assert.equal(outbox.isStuck.get(), false)
})

test('what a closed tab left unsent is taken up by the next page of the same officer', async () => {
  const left = open(makeServer(OFFLINE))
  left.outbox.add('a')
  await rest()
  const server = makeServer()
  const { told } = open(server, left.storage)
  await rest()
  assert.deepEqual([server.got, told, left.storage.kept.size], [['a'], ['tersimpan'], 0])
})

test('another officer at the same browser neither sends nor sees it', async () => {
  const left = open(makeServer(OFFLINE))
  left.outbox.add('a')
  await rest()
  const server = makeServer()
  const { outbox } = open(server, left.storage, BUDI)
  outbox.add('b')
  await rest()
  assert.deepEqual(server.got, ['b'])
  assert.match(left.storage.kept.get(`dengar.outbox.${SARI}`) ?? '', /"act":"a"/)
})

test('an officer who leaves in the middle of a sending keeps the act for the next time', async () => {
  let answer: (verdict: Verdict<string>) => void = () => undefined
  const storage = makeStorage()
  const outbox = new Outbox<string, string>({
    send: () => new Promise((resolve) => (answer = resolve)),
    storage,
  })
  outbox.open(SARI)
  const { settled } = outbox.add('a')
  outbox.open(null)
  assert.deepEqual(await settled, { kind: 'dropped' })
  answer(DONE)
  await rest()
  assert.match(storage.kept.get(`dengar.outbox.${SARI}`) ?? '', /"act":"a"/)
})

test('what is refused at once is told to who did it, and is no conflict', async () => {
  const { outbox, storage } = open(makeServer(TAKEN))
  assert.deepEqual(await outbox.add('a').settled, TAKEN)
  assert.deepEqual([outbox.conflicts.get(), storage.kept.size], [[], 0])
})

test('what is refused after it has waited is a conflict, until the officer has read it', async () => {
  const server = makeServer(OFFLINE, TAKEN, DONE)
  const { outbox, storage } = open(server)
  const first = outbox.add('a').settled
  const second = outbox.add('b').settled
  await rest()
  outbox.retry()
  assert.deepEqual([(await first).kind, (await second).kind], ['refused', 'done'])
  const [conflict] = outbox.conflicts.get()
  assert.deepEqual([conflict?.act, conflict?.refused], ['a', 'Sudah diputuskan oleh Budi Rekaan.'])
  const later = open(makeServer(), storage).outbox
  assert.deepEqual(acts(later.conflicts.get()), ['a'])
  later.forget(conflict!.uid)
  assert.deepEqual([later.conflicts.get(), storage.kept.size], [[], 0])
})

test('an act that never left can be dropped; one that may have arrived cannot', async () => {
  const server = makeServer(LOST)
  const { outbox } = open(server)
  const sent = outbox.add('a')
  const behind = outbox.add('b')
  await rest()
  assert.equal(outbox.drop(behind.uid), true)
  assert.deepEqual(await behind.settled, { kind: 'dropped' })
  assert.equal(outbox.drop(sent.uid), false)
  outbox.retry()
  await sent.settled
  assert.deepEqual(server.got, ['a', 'a'])
})

test('two tabs of one officer keep what the other has written', async () => {
  const storage = makeStorage()
  const one = open(makeServer(OFFLINE), storage).outbox
  const other = open(makeServer(OFFLINE), storage).outbox
  one.add('a')
  other.add('b')
  await rest()
  assert.match(storage.kept.get(`dengar.outbox.${SARI}`) ?? '', /"act":"a".*"act":"b"/)
})

test('what is no outbox any more is passed over, and a full storage loses nothing of this page', async () => {
  const storage = makeStorage()
  storage.kept.set(`dengar.outbox.${SARI}`, '[{"uid":1},"x",null')
  const full = {
    ...storage,
    setItem() {
      throw new Error('full')
    },
  }
  const server = makeServer()
  const outbox = new Outbox<string, string>({ send: server.send, storage: full })
  outbox.open(SARI)
  assert.deepEqual(await outbox.add('a').settled, DONE)
})

test('an act that follows at once from the end of another is sent once', async () => {
  const server = makeServer()
  const { outbox } = open(server)
  const first = outbox.add('a')
  outbox.add('b')
  await first.settled
  const third = outbox.add('c')
  await third.settled
  assert.deepEqual(server.got, ['a', 'b', 'c'])
})
