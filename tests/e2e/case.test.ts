/** A case from the desk to its end, and the pages around it, in a real browser. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { freshDatabase, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer, eventsOf, makeCandidate, makeCase } from '../makers.ts'
import { accept, assertUsable, openDesk, PHONE, signIn, signOut, type Desk } from './desk.ts'

type Made = Awaited<ReturnType<typeof makeCase>>
const ANSWER = 'Lubang sudah ditambal regu kami pagi ini.\nKami pantau sampai pekan depan.'

/** For each chart: does anything stand on its canvas? */
const INKED = `[...document.querySelectorAll('figure canvas')].map((canvas) =>
  canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte > 0))`

let fresh: Fresh
let desk: Desk
let humas: Page
let agency: Page
let mine: Made
let others: Made
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  const acting = await asOfficer(fresh.sql, desk.region, 'humas', { name: 'Tuti Rekaan' })
  const place = { kecamatanCode: '99.01.01', kelurahanCode: '99.01.01.1001' }
  mine = await makeCase(fresh.sql, acting, { agencyCode: 'DPU', status: 'opened', ...place })
  others = await makeCase(fresh.sql, acting, { agencyCode: 'DKP', category: 'sampah' })
  humas = (await desk.sit('humas', 'Sari Rekaan')).page
  agency = await desk.page(PHONE)
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const statusOf = async ({ id }: Made) => {
  const [row] = await fresh.sql<{ status: string; agencyCode: string; answer: string | null }[]>`
    select status, agency_code, answer from cases where id = ${id}`
  return row!
}
const numbers = (page: Page) => page.locator('.case-line .case-number').allInnerTexts()
/** Opens an act of the case page; its dialog is a form of its own. */
async function ask(page: Page, act: string) {
  await page.getByRole('group', { name: 'Tindakan' }).getByRole('button', { name: act }).click()
  const dialog = page.getByRole('dialog', { name: act })
  await dialog.waitFor()
  await assertUsable(page)
  return dialog
}
/** Sends the dialog and waits until the page says that it is done. */
async function send(page: Page, act: string, done: string) {
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()
  await page.getByRole('status').getByText(done).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

test('humas finds the case in the list and sends it to its agency', async () => {
  await humas.goto(`${desk.url}/petugas/aduan`)
  await humas.locator('.case-line').first().waitFor()
  assert.deepEqual((await numbers(humas)).sort(), [mine.number, others.number].sort())
  await assertUsable(humas)
  await humas.getByRole('link', { name: mine.number }).click()
  await humas.getByRole('heading', { level: 1 }).waitFor()
  await assertUsable(humas)

  const dialog = await ask(humas, 'Disposisi')
  await dialog.getByLabel('SKPD').fill('Dinas yang tidak ada')
  await dialog.getByText('Pilih dari daftar.').waitFor()
  await dialog.getByLabel('SKPD').fill('DPU: Dinas Pekerjaan Umum Kota Contoh')
  await dialog.getByLabel('Catatan').fill('Mohon didahulukan, dekat sekolah.')
  await send(humas, 'Disposisi', `${mine.number}: didisposisikan`)
  await humas.getByText('Didisposisikan', { exact: true }).first().waitFor()
  assert.deepEqual(await statusOf(mine), { status: 'disposed', agencyCode: 'DPU', answer: null })
})

test('the agency officer signs in on a phone and sees only own cases', async () => {
  await accept(agency, await desk.invite('agency', 'DPU'), { name: 'Joko Rekaan', login: 'joko' })
  await signOut(agency)
  await signIn(agency, 'joko')
  await agency.locator('.home-case').first().waitFor()
  assert.match(agency.url(), /\/petugas\/beranda$/)
  await agency.getByRole('navigation').getByRole('link', { name: 'Aduan' }).click()
  await agency.locator('.case-line').first().waitFor()
  assert.deepEqual(await numbers(agency), [mine.number])
  assert.deepEqual(await agency.getByRole('navigation').getByRole('link').allInnerTexts(), [
    'Beranda',
    'Aduan',
  ])
  await assertUsable(agency)
  await agency.goto(`${desk.url}/petugas/aduan/${others.id}`)
  await agency.getByRole('alert').getByText('tidak ditemukan').waitFor()
  assert.doesNotMatch(await agency.locator('main').innerText(), new RegExp(others.number))
  await agency.goto(`${desk.url}/petugas/antrean`)
  await agency.getByText('Peran Anda tidak membuka halaman ini.').waitFor()
  await assertUsable(agency)
})

test('the agency begins and answers; the citizen-facing words are kept as they were written', async () => {
  await agency.goto(`${desk.url}/petugas/aduan`)
  await agency.getByRole('link', { name: mine.number }).click()
  await ask(agency, 'Mulai ditangani')
  await send(agency, 'Mulai ditangani', `${mine.number}: mulai ditangani`)
  const dialog = await ask(agency, 'Jawab')
  await dialog.getByLabel('Jawaban').fill(ANSWER)
  await send(agency, 'Jawab', `${mine.number}: jawaban tersimpan`)
  assert.equal(await agency.locator('.voice-text.answer').textContent(), ANSWER)
  await assertUsable(agency)
  const { status, answer } = await statusOf(mine)
  assert.deepEqual([status, answer], ['answered', ANSWER])
  await agency.context().close()
})

test('humas reads the answer and closes; the history tells the whole way', async () => {
  await humas.reload()
  await humas.getByText('Lubang sudah ditambal').first().waitFor()
  await ask(humas, 'Selesaikan')
  await send(humas, 'Selesaikan', `${mine.number}: diselesaikan`)
  await humas.locator('.history').getByText('Diselesaikan').waitFor()
  await assertUsable(humas)
  const kinds = (await eventsOf(fresh.sql, { caseId: mine.id })).map(({ kind }) => kind)
  assert.deepEqual(
    kinds.filter((kind) => kind.startsWith('case.')),
    ['case.opened', 'case.disposed', 'case.started', 'case.answered', 'case.closed'],
  )
  const told = await humas.locator('.history > li').allInnerTexts()
  assert.match(told.join('\n'), /Dijawab.*Joko Rekaan/)
})

test('the leader begins with a balance that leaves nothing out', async () => {
  await makeCandidate(fresh.sql, desk.region, { kecamatanCode: '99.01.02', category: 'air' })
  await makeCandidate(fresh.sql, desk.region, { filed: true })
  const { page } = await desk.sit('leader', 'Pimpinan Rekaan')
  await page.goto(`${desk.url}/petugas/`)
  await page.waitForURL(/\/beranda$/)
  await page.getByText('Semua unggahan dan laporan tercatat tempatnya.').waitFor()
  await page.getByRole('navigation').getByRole('link', { name: 'Tren' }).click()
  const balance = page.locator('.balance')
  await balance.getByRole('row', { name: 'Tidak terhitung 0', exact: true }).waitFor()
  await balance.getByText('tidak ada yang tidak terhitung').waitFor()
  for (const line of ['Masuk 3 1', 'Menunggu petugas −1 −1', 'Dibuka sebagai aduan −2 0']) {
    await balance.getByRole('row', { name: line, exact: true }).waitFor()
  }
  await page.context().close()
})

test('the leader sees two charts, and the tables beside them tell the same numbers', async () => {
  const { page } = await desk.sit('leader', 'Wali Rekaan')
  await page.goto(`${desk.url}/petugas/tren`)
  const charts = page.locator('figure canvas')
  await charts.nth(1).waitFor()
  assert.equal(await charts.count(), 2)
  assert.deepEqual(await page.evaluate(INKED), [true, true])
  for (const figure of await page.locator('figure').all()) {
    await figure.getByText('Angka yang sama sebagai tabel').click()
  }
  await assertUsable(page)
  const sentenceOf = (at: number) => charts.nth(at).getAttribute('aria-label')
  assert.match((await sentenceOf(0))!, /4 unggahan dan laporan, 4 di antaranya aduan/)
  assert.equal(await sentenceOf(1), '4 kandidat. Terbanyak: Jalan dan jembatan dengan 2.')
  const byDay = page.locator('figure').first().locator('tbody tr')
  assert.equal(await byDay.count(), 30)
  assert.match(await byDay.first().innerText(), /\t3\t1\t4\t2$/)
  const byArea = page.locator('figure').nth(1).getByRole('row')
  assert.match(await byArea.last().innerText(), /^Jumlah\t.*\t4$/)
  await byArea.getByRole('link', { name: '1' }).first().click()
  await page.waitForURL(/\/antrean\?category=\w+&kecamatan=/)
  await page.context().close()
})

test('the admin invites an officer of an agency and gets a link that works once', async () => {
  const { page } = await desk.sit('admin', 'Admin Rekaan')
  await page.goto(`${desk.url}/petugas/petugas`)
  await page.getByRole('heading', { name: 'Tuti Rekaan' }).waitFor()
  await assertUsable(page)
  await page.getByRole('button', { name: 'Undang petugas' }).click()
  const dialog = page.getByRole('dialog', { name: 'Undang petugas' })
  await dialog.getByLabel('Peran').selectOption({ label: 'Petugas perangkat daerah' })
  await dialog.getByLabel('SKPD').fill('DKP: Dinas Kebersihan dan Pertamanan Kota Contoh')
  await assertUsable(page)
  await dialog.getByRole('button', { name: 'Buat tautan' }).click()
  const link = await dialog.getByRole('textbox', { name: 'Tautan undangan' }).inputValue()
  await assertUsable(page)
  assert.ok(link.startsWith(`${desk.url}/petugas/undangan/`))

  const guest = await desk.page(PHONE)
  await guest.goto(link)
  await guest.getByText('Dinas Kebersihan dan Pertamanan').waitFor()
  await accept(guest, link, { name: 'Wati Rekaan', login: 'wati' })
  await guest.locator('.home-case').first().waitFor()
  await guest.getByRole('navigation').getByRole('link', { name: 'Aduan' }).click()
  await guest.locator('.case-line').first().waitFor()
  assert.deepEqual(await numbers(guest), [others.number])
  await guest.goto(link)
  await guest.getByText('Undangan ini tidak berlaku lagi').waitFor()
  await assertUsable(guest)
  await page.context().close()
})

test('a failing source tells its error in words, and is due as soon as one asks for it', async () => {
  const { id } = await makeSource(fresh.sql, {
    regionId: desk.region.id,
    kind: 'feed',
    name: 'Warta Uji',
    url: 'https://warta.example/feed',
    channel: 'news',
  })
  const error = 'feed: https://warta.example/feed answered 404'
  await fresh.sql`
    update sources set error_count = 3, last_error = ${error},
                       next_check_at = now() + interval '6 hours'
     where id = ${id}`
  const { page } = await desk.sit('admin', 'Admin Kedua')
  await page.goto(`${desk.url}/petugas/sumber`)
  const card = page.getByRole('article').filter({ hasText: 'Warta Uji' })
  await card.getByText('Gagal 3 kali berturut-turut').waitFor()
  await card.getByText('Alamatnya tidak ada lagi').waitFor()
  await card.getByText('Pesan lengkap').click()
  await card.getByText(error, { exact: true }).waitFor()
  await assertUsable(page)
  desk.woken.length = 0
  await card.getByRole('button', { name: 'Periksa sekarang' }).click()
  await page.getByRole('status').getByText('Warta Uji akan diperiksa sebentar lagi').waitFor()
  await card.getByText('sekarang', { exact: true }).waitFor()
  const [due] = await fresh.sql`
    select next_check_at <= now() as is_due from sources where id = ${id}`
  assert.deepEqual([due?.['isDue'], desk.woken], [true, ['collect']])
  await page.getByRole('button', { name: 'Tambah sumber' }).click()
  const adding = page.getByRole('dialog')
  await adding.getByLabel('Jenis').selectOption('webhook')
  await adding.getByLabel('Nama').fill('Pantauan Uji')
  await assertUsable(page)
  await adding.getByRole('button', { name: 'Tambah sumber' }).click()
  await page.getByRole('button', { name: 'Kunci kiriman: Pantauan Uji' }).click()
  const address = page.getByRole('dialog').getByRole('textbox', { name: 'Alamat kiriman' })
  assert.match(await address.inputValue(), /\/intake\/webhook\/\d+$/)
  await assertUsable(page)
  assert.deepEqual(desk.faults, [])
})
