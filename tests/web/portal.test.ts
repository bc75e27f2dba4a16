import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { loadRegion } from '../../src/region/region.ts'
import { filingForm } from '../../src/web/portal/filing-form.ts'
import { openTicket, sealTicket } from '../../src/web/portal/ticket-link.ts'
import { packFolder } from '../helpers.ts'
import { startWeb, type Web } from './start-web.ts'

let web: Web
before(async () => {
  web = await startWeb()
})
after(() => web.close())

const TEXT = 'Lampu jalan di depan pasar mati sejak tiga malam.'
const keyIn = (page: string) => /name="requestKey" value="([\w-]{36})"/.exec(page)![1]!

/** Loads the form and sends it as a browser without script and without cookies does. */
async function file(fields: Record<string, string> = {}) {
  const page = await web.ask('GET /lapor')
  return web.ask('POST /lapor', { form: { requestKey: keyIn(page.text), text: TEXT, ...fields } })
}

async function ticketOf(filed: { headers: Headers }) {
  const { text } = await web.ask(`GET ${filed.headers.get('location')}`)
  const codes = [...text.matchAll(/class="code">([^<]+)</g)].map((match) => match[1]!)
  return { number: codes[0]!, secret: codes[1]!, text }
}

const filings = async () => {
  const [row] = await web.fresh.sql<{ filings: number }[]>`select count(*) as filings from filings`
  return row!.filings
}

test('a complaint is filed without cookie, script or account, and answered with a ticket', async () => {
  const filed = await file()
  assert.equal(filed.status, 303)
  assert.equal(filed.headers.get('set-cookie'), null)
  const { number, secret, text } = await ticketOf(filed)
  assert.match(number, new RegExp(`^${web.region.casePrefix}-L-[0-9A-Z]{6}$`))
  assert.ok(secret.replaceAll('-', '').length >= 17)
  assert.match(text, /hanya ditampilkan sekali/)
  const [row] = await web.fresh.sql`select text, confidential from filings where number = ${number}`
  assert.deepEqual({ ...row }, { text: TEXT, confidential: false })
})

test('the form files everything that the citizen chose to say', async () => {
  const filed = await file({
    category: 'penerangan',
    kelurahan: '99.01.01.1001',
    address: 'Jalan Melati 3',
    name: 'Wa Ode',
    contact: '0812',
    confidential: '1',
  })
  const { number } = await ticketOf(filed)
  const [row] = await web.fresh.sql`
    select category, kelurahan_code, address, contact_name, contact, confidential
      from filings where number = ${number}`
  assert.deepEqual(
    { ...row },
    {
      category: 'penerangan',
      kelurahanCode: '99.01.01.1001',
      address: 'Jalan Melati 3',
      contactName: 'Wa Ode',
      contact: '0812',
      confidential: true,
    },
  )
})

test('pressing send twice files once, and both presses show the same ticket', async () => {
  const page = await web.ask('GET /lapor')
  const form = { requestKey: keyIn(page.text), text: TEXT }
  const count = await filings()
  const [first, second] = await Promise.all([
    web.ask('POST /lapor', { form }),
    web.ask('POST /lapor', { form }),
  ])
  assert.equal(await filings(), count + 1)
  const tickets = [await ticketOf(first), await ticketOf(second)]
  assert.deepEqual(tickets[0], tickets[1])
})

test('someone who goes back and writes about something else files a second complaint', async () => {
  const page = await web.ask('GET /lapor')
  const requestKey = keyIn(page.text)
  const count = await filings()
  const one = await web.ask('POST /lapor', { form: { requestKey, text: TEXT } })
  const two = await web.ask('POST /lapor', {
    form: { requestKey, text: 'Selokan di lorong kami tersumbat.' },
  })
  assert.equal(await filings(), count + 2)
  assert.notEqual((await ticketOf(one)).number, (await ticketOf(two)).number)
})

test('two visitors never get the same form', async () => {
  const [one, two] = [await web.ask('GET /lapor'), await web.ask('GET /lapor')]
  assert.notEqual(keyIn(one.text), keyIn(two.text))
  assert.equal(one.headers.get('cache-control'), 'no-store')
})

test('a form without text comes back with a sentence and with everything that was typed', async () => {
  const count = await filings()
  const filed = await file({
    text: '',
    address: 'Jalan Melati 3',
    category: 'sampah',
    kelurahan: '99.01.02.1001',
    confidential: '1',
  })
  assert.equal(filed.status, 422)
  assert.match(filed.text, /id="text-error">Ceritakan masalahnya/)
  assert.match(filed.text, /aria-invalid="true" aria-describedby="text-error"/)
  assert.match(filed.text, /value="Jalan Melati 3"/)
  assert.match(filed.text, /<option value="sampah" selected>/)
  assert.match(filed.text, /<option value="99\.01\.02\.1001" selected>/)
  assert.match(filed.text, /name="confidential" value="1" checked/)
  assert.equal(await filings(), count)
})

test('100 kB of text is answered with a sentence, and the text is still there', async () => {
  const filed = await file({ text: 'panjang sekali '.repeat(7000) })
  assert.equal(filed.status, 422)
  assert.match(filed.text, /paling panjang 5000 huruf/)
  assert.ok(filed.text.length > 100_000)
})

test('what fills the trap is refused, and a person is told how to go on', async () => {
  const count = await filings()
  const filed = await file({ website: 'https://spam.example' })
  assert.equal(filed.status, 422)
  assert.match(filed.text, /Kosongkan kolom/)
  assert.ok(filed.text.includes(TEXT))
  assert.equal(await filings(), count)
})

test('markup in any field is shown as text', async () => {
  const evil = `"><script>alert(1)</script>'&`
  const names = [
    'requestKey',
    'text',
    'category',
    'kelurahan',
    'address',
    'name',
    'contact',
    'website',
  ]
  const form = Object.fromEntries(names.map((name) => [name, evil]))
  const pages = [
    await web.ask('POST /lapor', { form: { ...form, text: '' } }),
    await web.ask('POST /lapor', { form }),
    await web.ask('POST /lacak', { form: { number: evil, secret: evil } }),
    await web.ask(`GET /tiket?t=${encodeURIComponent(evil)}`),
    await web.ask(`GET /${encodeURIComponent(evil)}`),
  ]
  for (const { text } of pages) {
    assert.doesNotMatch(text, /<script(?! src="\/lapor\/serupa-)|">'&/)
    assert.equal(text.match(/<main>/g)?.length, 1)
  }
})

test('one network cannot file without end', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.20' }
  let last = 0
  for (let i = 0; i < 31; i++) {
    const page = await web.ask('GET /lapor')
    const form = { requestKey: keyIn(page.text), text: TEXT }
    last = (await web.ask('POST /lapor', { headers, form })).status
  }
  assert.equal(last, 429)
})

test('a ticket page that was not made here, or is too old, shows nothing', async () => {
  for (const sealed of ['', 'x', 'A'.repeat(80), 'A'.repeat(5000)]) {
    const { status, text } = await web.ask(`GET /tiket?t=${sealed}`)
    assert.equal(status, 410)
    assert.doesNotMatch(text, /class="code"/)
  }
})

test('number and secret show the way of the complaint so far', async () => {
  const { number, secret } = await ticketOf(await file())
  const { status, text, headers } = await web.ask('POST /lacak', { form: { number, secret } })
  assert.equal(status, 200)
  assert.match(text, /Menunggu verifikasi/)
  assert.match(text, /Laporan diterima: <time datetime="/)
  assert.equal(headers.get('cache-control'), 'no-store')
  const typed = { number: number.toLowerCase(), secret: ` ${secret.toLowerCase()} ` }
  assert.equal((await web.ask('POST /lacak', { form: typed })).status, 200)
})

test('an unknown number and a wrong secret get the same page', async () => {
  const mine = await ticketOf(await file())
  const other = await ticketOf(await file({ text: 'Air ledeng keruh sejak kemarin pagi.' }))
  const wrong = await web.ask('POST /lacak', {
    form: { number: mine.number, secret: other.secret },
  })
  const unknown = await web.ask('POST /lacak', {
    form: { number: `${web.region.casePrefix}-L-ZZZZZZ`, secret: other.secret },
  })
  assert.equal(wrong.status, 404)
  assert.equal(unknown.status, 404)
  assert.equal(wrong.text.replace(mine.number, ''), unknown.text.replace(/[A-Z]+-L-ZZZZZZ/, ''))
  assert.ok(!wrong.text.includes(other.secret))
})

test('the time on the page is the time of the region', async () => {
  const { number, secret } = await ticketOf(await file())
  await web.fresh.sql`update filings set filed_at = '2026-11-22T18:30:00Z' where number = ${number}`
  const { text } = await web.ask('POST /lacak', { form: { number, secret } })
  assert.match(text, /23 November 2026 pukul 01\.30/)
})

test('the emergency numbers stand on top of the front page and of the form', async () => {
  for (const address of ['/', '/lapor']) {
    const { text } = await web.ask(`GET ${address}`)
    assert.ok(text.indexOf('href="tel:112"') < text.indexOf('<h1>'), address)
  }
})

test('small counts on the front page point at nobody', async () => {
  const fresh = await startWeb()
  try {
    await fresh.ask('POST /lapor', { form: { text: TEXT } })
    const { text } = await fresh.ask('GET /')
    assert.match(text, /<b>kurang dari 5<\/b> laporan warga diterima/)
    assert.match(text, /<b>0<\/b> aduan ditangani/)
  } finally {
    await fresh.close()
  }
})

test('pages are Indonesian, have one heading, a name for each control, and stay small', async () => {
  for (const address of ['/', '/lapor', '/lacak', '/privasi', '/tidak-ada']) {
    const { text } = await web.ask(`GET ${address}`)
    assert.match(text, /<html lang="id">/, address)
    assert.equal(text.match(/<h1>/g)?.length, 1, address)
    assert.match(text, /<meta name="viewport" content="width=device-width,initial-scale=1">/)
    for (const [, id] of text.matchAll(/<(?:input|select|textarea) id="([^"]+)"/g)) {
      assert.ok(text.includes(`for="${id}"`), `${address}: ${id}`)
    }
    assert.doesNotMatch(text, /(src|href)="https?:/, address)
    assert.ok(gzipSync(text).length <= 3_500, `${address}: ${gzipSync(text).length} bytes`)
  }
})

test('the form of a whole city stays far below 10 kB', async () => {
  const typed = { requestKey: 'x', text: '', category: '', kelurahan: '', address: '', name: '' }
  const rest = { contact: '', confidential: false, website: '' }
  const region = await loadRegion(packFolder('kendari'))
  const page = String(await filingForm(region, { ...typed, ...rest }))
  assert.ok((page.match(/<option/g)?.length ?? 0) > 60)
  assert.ok(gzipSync(page).length <= 4_000, `${gzipSync(page).length} bytes`)
})

test('a ticket link opens for a quarter of an hour, and only where it was made', () => {
  const key = Buffer.alloc(32, 1)
  const ticket = { number: 'CTH-L-ABC123', secret: 'rahasia' }
  const now = new Date('2026-11-22T03:00:00Z')
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const sealed = sealTicket(key, ticket, now)
  assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /rahasia|ABC123/)
  assert.deepEqual(openTicket(key, sealed, later(14)), ticket)
  assert.equal(openTicket(key, sealed, later(16)), null)
  assert.equal(openTicket(Buffer.alloc(32, 2), sealed, now), null)
  const changed = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`
  assert.equal(openTicket(key, changed, now), null)
})
