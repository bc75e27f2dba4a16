import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import zlib from 'node:zlib'
import { makeSafeFetch } from '../../src/collect/safe-fetch.ts'
import { makeGuardedAgent, RefusedError } from '../../src/collect/safe-fetch-agent.ts'
import { fetchFrom, startServer, type LocalServer } from './local-server.ts'

const CAP = 200_000
let server: LocalServer
let connections = 0
const canary = createServer((socket) => {
  connections++
  socket.destroy()
})

before(async () => {
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  server = await startServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const zeros = Buffer.alloc(20_000_000)
    switch (url.pathname) {
      case '/gzip-bomb':
        response.setHeader('content-encoding', 'gzip')
        return response.end(zlib.gzipSync(zeros))
      case '/deflate-bomb':
        response.setHeader('content-encoding', 'deflate')
        return response.end(zlib.deflateSync(zeros))
      case '/br-bomb':
        response.setHeader('content-encoding', 'br')
        return response.end(zlib.brotliCompressSync(zeros))
      case '/packed': {
        const encoding = url.searchParams.get('as') ?? ''
        const text = Buffer.from('Jalan rusak')
        const pack: Record<string, (text: Buffer) => Buffer> = {
          gzip: zlib.gzipSync,
          deflate: zlib.deflateSync,
          raw: zlib.deflateRawSync,
          br: zlib.brotliCompressSync,
        }
        response.setHeader('content-encoding', encoding === 'raw' ? 'deflate' : encoding)
        return response.end(pack[encoding]?.(text))
      }
      case '/cut-gzip':
        response.setHeader('content-encoding', 'gzip')
        return response.end(
          zlib.gzipSync(Buffer.from('lampu jalan '.repeat(5_000))).subarray(0, -12),
        )
      case '/zstd':
        response.setHeader('content-encoding', 'zstd')
        return response.end('x')
      case '/large':
        return response.end(Buffer.alloc(CAP + 1))
      case '/endless': {
        const timer = setInterval(() => response.write('.'), 50)
        return void request.socket.on('close', () => clearInterval(timer))
      }
      case '/silent':
        return void request.resume()
      case '/moved':
        return response.writeHead(301, { location: '/moved-again' }).end()
      case '/moved-again':
        return response.writeHead(308, { location: '/here' }).end()
      case '/moved-then-found':
        return response.writeHead(301, { location: '/found' }).end()
      case '/found':
        return response.writeHead(302, { location: '/here' }).end()
      case '/round':
        return response.writeHead(302, { location: '/round' }).end()
      case '/to':
        return response.writeHead(302, { location: url.searchParams.get('url') ?? '' }).end()
      case '/here':
        return response.end(JSON.stringify(request.headers))
      default:
        return response.writeHead(404).end()
    }
  })
})
after(async () => {
  await server.close()
  await new Promise((resolve) => canary.close(resolve))
})

const refused = (sentence: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Error)
  assert.match(error.message, /^fetch: /)
  assert.match(error.message, sentence)
  return true
}

test('every spelling of this machine and its network is refused before a packet leaves', async () => {
  const { port } = canary.address() as AddressInfo
  // The port is not the reason that is tested: the default ports are, and here nothing listens on them.
  const hosts =
    '127.0.0.1 127.1 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 0 127.000.000.001 [::1] ' +
    '[::ffff:127.0.0.1] [::ffff:7f00:1] [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [::] 169.254.169.254 ' +
    '10.1.2.3 192.168.1.1 172.16.0.1 100.64.0.1 [fe80::1] [fc00::1] ①②⑦.⓪.⓪.① localhost LOCALHOST'
  const fetch = makeSafeFetch({ timeoutMs: 5_000 })
  for (const host of hosts.split(' ')) {
    for (const scheme of ['http', 'https']) {
      await assert.rejects(fetch(`${scheme}://${host}/`), (error) => {
        assert.ok(error instanceof RefusedError, `${host}: ${String(error)}`)
        return true
      })
    }
    await assert.rejects(
      fetch(`http://${host}:${port}/`),
      refused(/port \d+; only 80 and 443|not a public/),
    )
  }
  assert.equal(connections, 0)
})

test('the agent itself lets no connection to a private address through, on any port', async () => {
  const { port } = canary.address() as AddressInfo
  const agent = makeGuardedAgent([], 1_000)
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433']) {
    const asked = agent.request({ origin: `http://${host}:${port}`, path: '/', method: 'GET' })
    await assert.rejects(asked, (error) => {
      assert.ok(error instanceof RefusedError, `${host}: ${String(error)}`)
      return true
    })
  }
  assert.equal(connections, 0)
  await agent.close()
})

test('an exemption is for one host and port only', async () => {
  const { port } = canary.address() as AddressInfo
  const fetch = fetchFrom(server)
  assert.equal((await fetch(`${server.url}/here`)).status, 200)
  await assert.rejects(fetch(`http://127.0.0.1:${port}/`), refused(/only 80 and 443/))
  const byName = server.url.replace('127.0.0.1', 'localhost')
  await assert.rejects(fetch(byName), refused(/only 80 and 443/))
  assert.equal(connections, 0)
})

test('a redirect is checked like an address that was written down', async () => {
  const { port } = canary.address() as AddressInfo
  const fetch = fetchFrom(server)
  const targets: [string, RegExp][] = [
    [`http://127.0.0.1:${port}/`, /redirects to .* port/],
    ['http://127.0.0.1/', /127\.0\.0\.1 is not a public address/],
    ['http://localhost/', /localhost \(.*\) is not a public address/],
    ['http://[::1]/', /not a public address/],
    ['file:///etc/passwd', /not an http or https address/],
    ['http://user:pass@example.org/', /carries a user name or password/],
    ['http://', /not a web address/],
  ]
  for (const [target, sentence] of targets) {
    const address = `${server.url}/to?url=${encodeURIComponent(target)}`
    await assert.rejects(fetch(address), refused(sentence))
  }
  assert.equal(connections, 0)
})

test('only http and https are fetched, without credentials, which no message repeats', async () => {
  const fetch = makeSafeFetch()
  for (const address of [
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'data:,x',
    'berita',
  ]) {
    await assert.rejects(fetch(address), refused(/is refused: it is not/))
  }
  await assert.rejects(fetch('https://admin:rahasia@example.org/'), (error: Error) => {
    assert.match(error.message, /carries a user name or password/)
    assert.doesNotMatch(error.message, /rahasia/)
    return true
  })
  await assert.rejects(fetch('http://example.org:8080/'), refused(/port 8080; only 80 and 443/))
})

test('bombs of every packing are stopped at the cap', async () => {
  const fetch = fetchFrom(server, { maxBytes: CAP })
  const before = process.memoryUsage().rss
  for (const bomb of ['gzip-bomb', 'deflate-bomb', 'br-bomb']) {
    await assert.rejects(
      fetch(`${server.url}/${bomb}`),
      refused(/unpacks to more than 200000 bytes/),
    )
  }
  await assert.rejects(
    fetch(`${server.url}/large`),
    refused(/sends a body of more than 200000 bytes/),
  )
  assert.ok(process.memoryUsage().rss - before < 150_000_000)
})

test('packed bodies are unpacked, also where they were cut off', async () => {
  const fetch = fetchFrom(server)
  for (const encoding of ['gzip', 'deflate', 'raw', 'br']) {
    assert.equal(
      (await fetch(`${server.url}/packed?as=${encoding}`)).text(),
      'Jalan rusak',
      encoding,
    )
  }
  assert.match((await fetch(`${server.url}/cut-gzip`)).text(), /^lampu jalan lampu/)
  await assert.rejects(fetch(`${server.url}/zstd`), refused(/packed as "zstd"/))
})

test('permanent redirects say where the source moved to, temporary ones do not', async () => {
  const fetch = fetchFrom(server)
  const moved = await fetch(`${server.url}/moved`)
  assert.equal(moved.movedTo, `${server.url}/here`)
  assert.equal(moved.url, `${server.url}/here`)
  assert.equal((await fetch(`${server.url}/moved-then-found`)).movedTo, `${server.url}/found`)
  assert.equal((await fetch(`${server.url}/found`)).movedTo, undefined)
  await assert.rejects(fetch(`${server.url}/round`), refused(/redirects more than 5 times/))
})

test('connections are not kept, and the agent is named', async () => {
  const answer = await fetchFrom(server, { userAgent: 'Dengar uji' })(`${server.url}/here`)
  const headers = JSON.parse(answer.text()) as Record<string, string>
  assert.equal(headers['connection'], 'close')
  assert.equal(headers['user-agent'], 'Dengar uji')
})

test('a server that is silent or never ends is left after the time limit', async () => {
  const fetch = fetchFrom(server, { timeoutMs: 400 })
  const start = performance.now()
  await assert.rejects(fetch(`${server.url}/silent`), refused(/did not finish within 0\.4 s/))
  await assert.rejects(fetch(`${server.url}/endless`), refused(/did not finish within 0\.4 s/))
  assert.ok(performance.now() - start < 3_000)
})

test('what cannot be reached is said in words', async () => {
  const closed = await startServer(() => {})
  const fetch = fetchFrom(closed)
  await closed.close()
  await assert.rejects(fetch(closed.url), refused(/does not accept connections/))
  await assert.rejects(makeSafeFetch()('http://tidak-ada.invalid/'), refused(/host name/))
})
