import assert from 'node:assert/strict'
import net from 'node:net'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { Hono } from 'hono'
import type { App } from '../../src/web/app.ts'
import { clientAddress } from '../../src/web/client-address.ts'
import { limitBody } from '../../src/web/body-limit.ts'
import { serve } from '../../src/web/server.ts'

const routes = () =>
  new Hono()
    .get('/', (c) => c.text('halo'))
    .get('/who', (c) => c.text(clientAddress(c, 0)))
    .get('/slow', async (c) => {
      await wait(300)
      return c.text('selesai')
    }) as unknown as App

test('it listens where it says', async () => {
  const server = await serve({ app: routes(), host: '127.0.0.1', port: 0 })
  assert.equal(await (await fetch(server.address)).text(), 'halo')
  await server.close()
})

test('a request that is under way when the stop comes is answered', async () => {
  const server = await serve({ app: routes(), host: '127.0.0.1', port: 0 })
  const slow = fetch(`${server.address}/slow`)
  await wait(100)
  const stopped = server.close()
  assert.equal(await (await slow).text(), 'selesai')
  await stopped
  await assert.rejects(fetch(server.address))
})

test('idle connections do not hold up the stop', async () => {
  const server = await serve({ app: routes(), host: '127.0.0.1', port: 0 })
  await (await fetch(server.address)).text()
  const start = performance.now()
  await server.close()
  assert.ok(performance.now() - start < 2000)
})

test('a port that is taken is named in a sentence', async () => {
  const server = await serve({ app: routes(), host: '127.0.0.1', port: 0 })
  const port = Number(new URL(server.address).port)
  await assert.rejects(
    serve({ app: routes(), host: '127.0.0.1', port }),
    /port \d+ on 127\.0\.0\.1 is in use/,
  )
  await server.close()
})

test('a client that never finishes its headers is cut off', async () => {
  const server = await serve({
    app: routes(),
    host: '127.0.0.1',
    port: 0,
    limits: { headersTimeout: 300, connectionsCheckingInterval: 100 },
  })
  const socket = net.connect(Number(new URL(server.address).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n')
  let said = ''
  socket.on('data', (chunk) => (said += String(chunk)))
  await new Promise((resolve) => socket.on('close', resolve))
  assert.match(said, /^HTTP\/1\.1 408/)
  await server.close()
})

test('the address for throttles is the one of the connection', async () => {
  const server = await serve({ app: routes(), host: '127.0.0.1', port: 0 })
  const answer = await fetch(`${server.address}/who`, {
    headers: { 'x-forwarded-for': '203.0.113.9' },
  })
  assert.equal(await answer.text(), '127.0.0.1')
  await server.close()
})

test('a body in chunks, without a length, is taken up to the limit like any other', async () => {
  const app = new Hono()
    .post('/', limitBody(100_000), async (c) =>
      c.text(String((await c.req.arrayBuffer()).byteLength)),
    )
    .onError((error, c) => c.text(error.message, 413)) as unknown as App
  const server = await serve({ app, host: '127.0.0.1', port: 0 })
  const send = (bytes: number) => {
    const body = new Blob(['x'.repeat(bytes)]).stream()
    return fetch(server.address, { method: 'POST', body, duplex: 'half' })
  }
  assert.equal(await (await send(100_000)).text(), '100000')
  const refused = await send(100_001)
  assert.equal(refused.status, 413)
  assert.match(await refused.text(), /lebih besar dari 100 kB/)
  await server.close()
})

test('after a body that was refused unread, the connection is not used again', async () => {
  const app = new Hono()
    .post('/', limitBody(1000), (c) => c.text('diterima'))
    .onError((error, c) => c.text(error.message, 413)) as unknown as App
  const server = await serve({ app, host: '127.0.0.1', port: 0 })
  const refused = await fetch(server.address, { method: 'POST', body: 'x'.repeat(3_000_000) })
  assert.equal(refused.status, 413)
  assert.equal(refused.headers.get('connection'), 'close')
  await refused.text()
  const next = await fetch(server.address, { method: 'POST', body: 'x' })
  assert.equal(await next.text(), 'diterima')
  await server.close()
})
