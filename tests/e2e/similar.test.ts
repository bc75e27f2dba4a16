/** What is already known, shown while one types: to the citizen who files and to the officer who merges. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { printVoices } from '../group/print-voices.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { asOfficer, makeCandidate, makeCase } from '../makers.ts'
import { assertUsable, openDesk, PHONE, type Desk } from './desk.ts'

const HOLE = 'Jalan berlubang besar di Jalan Wijaya depan pasar, sudah sebulan tidak diperbaiki'
const LIKE = 'Jalan berlubang besar di Jalan Wijaya depan pasar, sebulan tidak diperbaiki juga'
const DONE = 'Pohon tumbang menutup Jalan Bangau sejak hujan angin kemarin sore'
const BOX = '#serupa'

let fresh: Fresh
let desk: Desk
let hole: { id: number; number: string }
let done: { number: string }
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  const humas = await asOfficer(fresh.sql, desk.region, 'humas')
  hole = await makeCase(fresh.sql, humas, { text: HOLE, agencyCode: 'DPU' })
  const closed = { text: DONE, agencyCode: 'DPU', status: 'closed' } as const
  done = await makeCase(fresh.sql, humas, closed)
  await printVoices(fresh.sql)
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const textOf = (page: Page) => page.getByLabel('Apa yang terjadi?')

test('a citizen who types on a phone reads that it is known, and may send all the same', async () => {
  const page = await desk.page(PHONE)
  await page.goto(`${desk.url}/lapor`)
  await textOf(page).pressSequentially(LIKE.slice(0, 5))
  assert.equal(await page.locator(BOX).innerText(), '')
  await textOf(page).fill(LIKE)
  const note = page.getByRole('region', { name: 'Mungkin sudah dilaporkan' })
  await note.waitFor()
  assert.match(await note.innerText(), new RegExp(hole.number))
  assert.doesNotMatch(await note.innerText(), /Wijaya|berlubang/)
  await assertUsable(page)
  await textOf(page).fill('')
  await note.waitFor({ state: 'detached' })
  await textOf(page).fill(LIKE)
  await note.waitFor()
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await page.getByRole('heading', { name: 'Laporan Anda diterima' }).waitFor()
  await page.getByRole('heading', { name: 'Mungkin sudah dilaporkan' }).waitFor()
  await page.getByText(hole.number).waitFor()
  await assertUsable(page)
  await page.context().close()
})

test('an answer that comes late never shows under newer words', async () => {
  const page = await desk.page()
  await page.goto(`${desk.url}/lapor`)
  let isFirst = true
  await page.route('**/lapor/serupa', async (route) => {
    if (!isFirst) return route.continue()
    isFirst = false
    const answer = await route.fetch()
    await page.waitForTimeout(2_500)
    await route.fulfill({ response: answer })
  })
  const late = page.waitForResponse('**/lapor/serupa')
  await textOf(page).fill(LIKE)
  await page.waitForRequest('**/lapor/serupa')
  await textOf(page).fill('Antrean panjang di loket pajak')
  await page.waitForResponse('**/lapor/serupa')
  await late
  await page.waitForTimeout(2_700)
  assert.equal(await page.locator(BOX).innerText(), '')
  await page.context().close()
})

test('a network that fails while somebody types costs nothing but the hint', async () => {
  const page = await desk.page()
  await page.goto(`${desk.url}/lapor`)
  await page.route('**/lapor/serupa', (route) => route.abort())
  await textOf(page).fill(LIKE)
  await page.waitForRequest('**/lapor/serupa')
  assert.equal(await textOf(page).inputValue(), LIKE)
  assert.equal(await page.locator(BOX).innerText(), '')
  await page.context().close()
})

test('without a script the form has none of it, and the page after sending tells it', async () => {
  const page = await desk.page(PHONE)
  await page.route('**/*.js', (route) => route.abort())
  await page.goto(`${desk.url}/lapor`)
  await textOf(page).fill(LIKE)
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await page.getByRole('heading', { name: 'Mungkin sudah dilaporkan' }).waitFor()
  await page.getByText(hole.number).waitFor()
  await page.context().close()
})

test('an officer finds the case by its words, by the keyboard alone, and merges into it', async () => {
  const title = 'Kabel menjuntai di gang'
  const text = 'Kabel menjuntai rendah di gang kami, anak-anak hampir tersangkut'
  const { id } = await makeCandidate(fresh.sql, desk.region, { title, text })
  const { page } = await desk.sit('humas', 'Sari Rekaan')
  await page.goto(`${desk.url}/petugas/antrean/${id}`)
  await page.locator('#detail h2').getByText(title).waitFor()
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByLabel('Cari aduan serupa').waitFor()
  await page.keyboard.type('lubang wijaya pasar', { delay: 30 })
  const row = page.getByRole('button', { name: hole.number })
  await row.waitFor()
  await assertUsable(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'INPUT')
  await page.keyboard.press('ArrowDown')
  const saved = page.waitForResponse((answer) => answer.url().endsWith(`/${id}/merge`))
  await page.keyboard.press('Enter')
  assert.equal((await saved).status(), 200)
  const [merged] = await fresh.sql<{ caseId: number }[]>`
    select case_id from candidates where id = ${id}`
  assert.equal(merged!.caseId, hole.id)
  await page.context().close()
})

test('on the page of a candidate the search asks nothing before it is opened, and then for what is alike', async () => {
  const { id } = await makeCandidate(fresh.sql, desk.region, { title: 'Lubang lagi', text: LIKE })
  const { page } = await desk.sit('leader', 'Ibu Rekaan')
  let asked = 0
  page.on('request', (request) => void (asked += Number(request.url().includes('/api/similar'))))
  await page.goto(`${desk.url}/petugas/antrean/${id}`)
  const summary = page.locator('summary', { hasText: 'Cari aduan serupa' })
  await summary.waitFor()
  assert.equal(asked, 0)
  await summary.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: hole.number }).waitFor()
  await page.getByLabel('Nomor, judul, tempat, atau masalahnya').fill('resep sambal matah bali')
  await page.getByText('Tidak ada yang serupa.').waitFor()
  await assertUsable(page)
  await page.context().close()
})

test('a finished case is shown as finished, and leads to itself', async () => {
  const title = 'Ranting di jalan'
  const { id } = await makeCandidate(fresh.sql, desk.region, { title, text: `${title} raya timur` })
  const { page } = await desk.sit('humas', 'Budi Rekaan')
  await page.goto(`${desk.url}/petugas/antrean/${id}`)
  await page.locator('#detail h2').getByText(title).waitFor()
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByLabel('Cari aduan serupa').fill(done.number)
  const link = page.getByRole('link', { name: done.number })
  await link.getByText('Sudah berakhir').waitFor()
  await assertUsable(page)
  await link.click()
  await page.locator('.case h1').waitFor()
  await page.context().close()
})

test('no page threw, broke its security policy, or asked another host', () => {
  assert.deepEqual(
    desk.faults.filter((fault) => !fault.includes('ERR_FAILED')),
    [],
  )
})
