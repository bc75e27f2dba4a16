/** What is looked at and set: watch words, the region pack, officers and roles, sources; the bar and paper. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openSession } from '../../src/people/session.ts'
import { freshDatabase, makePost, makeSource, type Fresh } from '../helpers.ts'
import { asOfficer, makeCandidate } from '../makers.ts'
import { assertUsable, openDesk, PHONE, type Desk } from './desk.ts'

let fresh: Fresh
let desk: Desk
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
})
after(async () => {
  await desk.close()
  await fresh.close()
})

const open = async (page: Page, place: string) => {
  await page.goto(`${desk.url}/petugas/${place}`)
  await page.locator('main h1').waitFor()
}

test('an admin adds a watch word, switches it off, takes both back, and removes it', async () => {
  const { page } = await desk.sit('admin', 'Rahma')
  await open(page, 'kata-pantauan')
  await page.getByLabel('Kata atau frasa').fill('halte bocor')
  await page.getByLabel('Kategori', { exact: true }).selectOption({ label: 'Listrik' })
  await page.getByLabel('Kategori', { exact: true }).press('Tab')
  await page.keyboard.press('Enter')
  const off = page.getByRole('button', { name: 'Matikan: halte bocor' })
  await off.waitFor()
  assert.equal(await page.getByLabel('Kata atau frasa').inputValue(), '')

  await off.click()
  await page.getByRole('button', { name: 'Aktifkan: halte bocor' }).waitFor()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await off.waitFor()

  await page.getByRole('button', { name: 'Ubah kategori: halte bocor' }).click()
  await page.getByRole('dialog').getByLabel('Kategori').selectOption('')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('heading', { name: 'Tanpa kategori' }).waitFor()

  await page.getByRole('button', { name: 'Hapus: halte bocor' }).click()
  await off.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await off.waitFor()

  await page.getByLabel('Kata atau frasa').fill('jln RUSAK')
  await page.keyboard.press('Enter')
  await page.getByText('“jalan rusak” sudah dipantau').waitFor()
  await page.getByRole('button', { name: /Kata sendiri/ }).click()
  assert.match(page.url(), /tampil=own/)
  assert.equal(await page.locator('.word-row').count(), 1)
  await assertUsable(page)
})

test('an analyst sees watch words and the region, and can change neither', async () => {
  const { page } = await desk.sit('analyst', 'Analis')
  await open(page, 'kata-pantauan')
  await page.getByText('pungli').first().waitFor()
  assert.equal(await page.getByRole('button', { name: /Matikan|Hapus|Pantau$/ }).count(), 0)
  await open(page, 'wilayah')
  for (const part of ['Kecamatan dan kelurahan', 'Perangkat daerah', 'Tenggat dan hari kerja']) {
    await page.getByRole('button', { name: part, exact: true }).click()
    await page.locator('.panel, .cards').first().waitFor()
    await assertUsable(page)
  }
  await page.getByRole('button', { name: 'Ringkasan' }).click()
  await page.getByText('Sidik paket').waitFor()
  await assertUsable(page)
})

test('a role is changed after a warning, and the last admin is told why it keeps its own', async () => {
  const { page } = await desk.sit('admin', 'Rahma')
  await fresh.sql`update officers set role = 'observer' where role = 'admin' and name = 'Rahma'
    and id <> (select max(id) from officers where name = 'Rahma')`
  await asOfficer(fresh.sql, desk.region, 'analyst', { name: 'Budi Santoso' })
  await open(page, 'petugas')
  await page.getByRole('heading', { name: 'Siapa boleh apa' }).waitFor()
  await page.getByRole('button', { name: 'Ubah peran Budi Santoso' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('langsung keluar dari semua perangkat').waitFor()
  await dialog.getByLabel('Peran baru').selectOption({ label: 'Humas' })
  await assertUsable(page)
  await dialog.getByRole('button', { name: 'Ubah peran' }).click()
  await page.getByText('Budi Santoso kini Humas').waitFor()

  await page.getByRole('button', { name: 'Ubah peran Rahma' }).last().click()
  await dialog.getByText('satu-satunya admin').waitFor()
  await dialog.getByLabel('Peran baru').selectOption({ label: 'Humas' })
  await dialog.getByRole('button', { name: 'Ubah peran' }).click()
  await dialog.getByText('Harus tetap ada admin yang aktif.').waitFor()
  await page.keyboard.press('Escape')
  await assertUsable(page)
})

test('a source tells in words what is wrong and when it was silent; it is paused, resumed and slowed down', async () => {
  const { id } = await makeSource(fresh.sql, {
    regionId: desk.region.id,
    kind: 'feed',
    name: 'Warta Pagi',
    url: 'https://warta.example/f',
  })
  const day = 24 * 3_600_000
  for (const ago of [13, 12, 11, 10, 9]) {
    const createdAt = new Date(Date.now() - ago * day)
    await makePost(fresh.sql, { regionId: desk.region.id, sourceId: id, text: 'a', createdAt })
  }
  await fresh.sql`
    update sources set error_count = 4, checked_at = now(),
           last_error = 'feed: https://warta.example/f answered 404'
     where id = ${id}`
  const { page } = await desk.sit('admin', 'Rahma')
  await open(page, 'sumber')
  const card = page.locator('article', { hasText: 'Warta Pagi' })
  await card.getByText('Gagal 4 kali berturut-turut').waitFor()
  await card.getByText('Alamatnya tidak ada lagi').waitFor()
  await card.getByRole('img', { name: /Warta Pagi: 5 unggahan dalam 14 hari/ }).waitFor()
  await card.getByText(/^sejak .+ \(9 hari\)$/).waitFor()
  await page.getByRole('button', { name: 'Jeda Warta Pagi' }).click()
  await card.getByText('Dijeda').waitFor()
  await page.getByRole('button', { name: 'Lanjutkan Warta Pagi' }).click()
  await page.getByRole('button', { name: 'Ubah Warta Pagi' }).click()
  await page.getByLabel('Periksa setiap (menit)').fill('120')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await card.getByText('12 sehari, setiap 2 jam').waitFor()
  await assertUsable(page)
})

test('the bar holds five places and one group, by keyboard too, and marks where one is', async () => {
  const { page } = await desk.sit('admin', 'Rahma')
  await open(page, 'wilayah')
  const bar = page.getByRole('navigation', { name: 'Menu utama' })
  assert.equal(await bar.locator('> a').count(), 5)
  const more = bar.getByRole('button', { name: 'Lainnya (sekarang: Wilayah)' })
  await more.focus()
  await page.keyboard.press('Enter')
  const here = page.getByRole('link', { name: 'Wilayah', exact: true })
  await here.waitFor()
  assert.equal(await here.getAttribute('aria-current'), 'page')
  await page.keyboard.press('Escape')
  assert.equal(await here.isVisible(), false)
  assert.equal(await page.locator('.nav-more:focus').count(), 1)

  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/ketepatan/)
  assert.equal(await here.isVisible(), false)

  // 640 px is what is left of 1280 px at 200 %, 320 px of the same at 400 %.
  for (const width of [1280, 1000, 900, 640, PHONE.width, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate<number>(
      "document.querySelector('.nav').scrollWidth - document.querySelector('.nav').clientWidth",
    )
    assert.ok(overflow <= 0, `the bar is ${overflow} px too wide at ${width} px`)
    const surplus = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    assert.ok(surplus <= 0, `${surplus} px at ${width} px`)
  }
  const { officer } = await asOfficer(fresh.sql, desk.region, 'agency', { agencyCode: 'DPU' })
  const { token } = await openSession(fresh.sql, officer)
  const agency = await desk.page()
  await agency.context().addCookies([{ name: 'dengar_session', value: token, url: desk.url }])
  await open(agency, 'beranda')
  assert.equal(await agency.getByRole('button', { name: 'Lainnya' }).count(), 0)
})

test('on paper stands what one reads: no bar, no buttons, and where a link leads', async () => {
  const { page } = await desk.sit('admin', 'Rahma')
  const made = await makeCandidate(fresh.sql, desk.region, { text: 'Jalan amblas di depan pasar' })
  await fresh.sql`update posts set canonical_url = 'https://warta.example/a' where id = ${made.postId}`
  await page.emulateMedia({ media: 'print' })
  for (const place of [`antrean/${made.id}`, 'tren', 'beranda', 'wilayah']) {
    await page.goto(`${desk.url}/petugas/${place}`)
    await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' })
    for (const hidden of ['header nav', 'header .top', 'main button']) {
      const shown = await page.locator(hidden).filter({ visible: true }).count()
      assert.equal(shown, 0, `${hidden} on ${place}`)
    }
  }
  await page.goto(`${desk.url}/petugas/antrean/${made.id}`)
  const link = page.locator('a[href="https://warta.example/a"]').first()
  await link.waitFor()
  const told = await page.evaluate<string>(
    `getComputedStyle(document.querySelector('a[href="https://warta.example/a"]'), '::after').content`,
  )
  assert.match(told, /https:\/\/warta\.example\/a/)
})

test('no page threw, broke the policy or asked another host', () => {
  assert.deepEqual(desk.faults, [])
})
