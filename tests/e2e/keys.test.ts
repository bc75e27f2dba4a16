/** The queue by keyboard only: one by one, many at once, taken back, and without a connection. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import type { Acting } from '../../src/people/officer.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { asOfficer, makeCandidate, makeCase } from '../makers.ts'
import { assertUsable, openDesk, type Desk } from './desk.ts'

const COUNT = 100
const HOUR = 3_600_000

let fresh: Fresh
let desk: Desk
let page: Page
let rival: Acting
let number: string
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  rival = await asOfficer(fresh.sql, desk.region, 'humas', { name: 'Budi Rekaan' })
  number = (await makeCase(fresh.sql, rival, { agencyCode: 'DPU' })).number
  page = (await desk.sit('analyst', 'Sari Rekaan')).page
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const rows = () => page.locator('a.row')
const current = () => page.locator('a.row[aria-current="true"] .row-title')
const dialog = () => page.locator('dialog[open]')
async function keys(...all: string[]) {
  for (const key of all) await page.keyboard.press(key)
}
/** Some waiting candidates, in the order of the list. */
async function fill(count: number, name: string, urgent = false) {
  const ids: number[] = []
  for (let index = 0; index < count; index++) {
    const dueAt = new Date(Date.now() + 48 * HOUR + index * 60_000)
    const title = `${name} ${index + 1}`
    ids.push((await makeCandidate(fresh.sql, desk.region, { title, dueAt, urgent })).id)
  }
  await page.goto(`${desk.url}/petugas/antrean`)
  await page.locator('a.row[aria-current="true"]', { hasText: `${name} 1` }).waitFor()
  return ids
}
async function tally(ids: number[]) {
  const found = await fresh.sql<{ state: string; count: number }[]>`
    select case when snoozed_until is not null then 'snoozed' else status end as state,
           count(*)::int as count
      from candidates where id = any(${ids}) group by 1 order by 1`
  return Object.fromEntries(found.map(({ state, count }) => [state, count]))
}
/** Waits until the server knows of every act. */
async function saved(ids: number[], wanted: Record<string, number>) {
  const until = Date.now() + 12_000
  while (Date.now() < until) {
    if (JSON.stringify(await tally(ids)) === JSON.stringify(wanted)) return
    await page.waitForTimeout(50)
  }
  assert.deepEqual(await tally(ids), wanted)
}

test('an analyst clears a hundred mixed candidates by keyboard only', async () => {
  const ids = await fill(COUNT, 'Campuran')
  // The dialogs are fetched ahead once the first screen stands.
  await page.waitForLoadState('networkidle').catch(() => null)
  for (let turn = 0; turn < COUNT; turn++) {
    const title = (await current().textContent()) ?? ''
    if (turn % 10 === 0) await keys('o')
    else if (turn % 10 === 1) await keys('m')
    else if (turn % 10 === 2) await keys('s')
    else await keys('d', String((turn % 7) + 1))
    if (turn % 10 === 0) {
      await dialog().getByLabel('Uraian').waitFor()
      await keys('Enter')
    } else if (turn % 10 === 1) {
      await dialog().getByLabel('Cari aduan serupa').waitFor()
      await page.keyboard.type(number)
      await dialog().getByRole('button', { name: number }).waitFor()
      await keys('Tab', 'Enter')
    } else if (turn % 10 === 2) {
      await dialog().locator('.choices button').first().waitFor()
      await keys('1')
    }
    await page.locator(`a.row[aria-current="true"]`, { hasText: title }).waitFor({
      state: 'detached',
    })
  }
  await page.getByText('Tidak ada kandidat yang menunggu.').waitFor()
  await saved(ids, { dismissed: 70, merged: 10, opened: 10, snoozed: 10 })
})

test('many are selected, set aside as one, and brought back as one, with words', async () => {
  const ids = await fill(40, 'Borongan')
  await keys('x', ...Array.from({ length: 11 }, () => 'Shift+J'))
  await page.getByText('12 dipilih', { exact: true }).waitFor()
  await keys('Shift+ArrowUp', 'Shift+ArrowUp')
  await page.getByText('10 dipilih', { exact: true }).waitFor()
  await assertUsable(page)
  await keys('Escape', '*')
  await page.getByText('40 dipilih', { exact: true }).waitFor()
  await keys('d')
  await page.getByRole('dialog', { name: 'Mengapa 40 kandidat diabaikan?' }).waitFor()
  await keys('5')
  await page.getByText('40 kandidat diabaikan: Iklan atau spam').waitFor()
  await saved(ids, { dismissed: 40 })
  await keys('z')
  await page.getByText('Diurungkan: 40 kandidat diabaikan: Iklan atau spam').waitFor()
  await saved(ids, { waiting: 40 })
  assert.equal((await page.getByText('40 kandidat', { exact: false }).count()) > 0, true)
})

test('any of the last steps is taken back from their list, not only the last', async () => {
  await keys('d', '1')
  const first = (await current().textContent()) ?? ''
  await keys('d', '2', 'd', '3')
  await page.getByRole('button', { name: 'Langkah terakhir' }).click()
  await page.getByRole('button', { name: new RegExp(`Urungkan: “${first}”`) }).click()
  await page.locator('a.row[aria-current="true"]', { hasText: first }).waitFor()
  await page.getByText(`Diurungkan: “${first}”`).waitFor()
  // What came back has the focus, so that Enter opens it and no other.
  await page.locator('a.row[aria-current="true"]:focus', { hasText: first }).waitFor()
  const [found] = await fresh.sql`select status from candidates where title = ${first}`
  assert.equal(found?.['status'], 'waiting')
})

test('without a connection decisions wait, are sent when it is back, and a conflict names who was first', async () => {
  const ids = await fill(6, 'Terputus', true)
  await page.context().setOffline(true)
  await keys('d', '1', 'd', '2', 'd', '3')
  await page.getByText('3 keputusan belum terkirim').waitFor()
  assert.equal(await page.getByText('Belum terkirim', { exact: true }).count(), 3)
  await assertUsable(page)
  await dismissCandidate(fresh.sql, rival, { id: ids[1]!, version: 1, reason: 'solved' })
  await page.context().setOffline(false)
  await page.getByText('1 keputusan tidak diterima server').waitFor()
  await saved(ids, { dismissed: 3, waiting: 3 })
  await page.getByRole('button', { name: 'Lihat' }).click()
  await dialog()
    .getByText(/sudah diputuskan oleh Budi Rekaan/)
    .waitFor()
  await assertUsable(page)
  await dialog()
    .getByRole('button', { name: /Hapus dari daftar/ })
    .click()
  await keys('Escape')
  const decided = await fresh.sql<{ id: number; dismissReason: string }[]>`
    select id, dismiss_reason from candidates where id = any(${ids}) and status = 'dismissed'
     order by id`
  assert.deepEqual(
    decided.map(({ dismissReason }) => dismissReason),
    ['not_complaint', 'solved', 'elsewhere'],
  )
})

test('an undo that could not be sent outlives the page', async () => {
  const ids = await fill(1, 'Tertahan', true)
  await keys('d', '1')
  await saved(ids, { dismissed: 1 })
  const UNDO = '**/api/candidates/*/undo'
  await page.route(UNDO, (route) => route.abort())
  await keys('z')
  await page.getByText('1 keputusan belum terkirim').waitFor()
  await page.reload()
  await page.getByText('1 keputusan belum terkirim').waitFor()
  await page.unroute(UNDO)
  await saved(ids, { waiting: 1 })
  // The server has it back before this page has heard of it.
  const shown = page.locator('.detail', { hasText: 'Tertahan 1' })
  await shown.getByRole('button', { name: 'Abaikan', exact: true }).waitFor()
  await keys('d', '1')
  await saved(ids, { dismissed: 1 })
})

test('a row that was decided stays away when the answer to an act before it comes late', async () => {
  const ids = await fill(2, 'Terlambat', true)
  const first = page.locator(`#row-${ids[0]}`)
  const ACTS = /api\/candidates\/\d+(\/dismiss)?$/
  await page.route(ACTS, async (route) => {
    if (route.request().method() !== 'GET') await page.waitForTimeout(400)
    await route.continue()
  })
  const labelled = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await keys('l')
  await dialog().getByRole('combobox').waitFor()
  await page.keyboard.type('terlambat')
  await keys('Enter', 'd', '1')
  await first.waitFor({ state: 'detached' })
  await labelled
  await page.waitForTimeout(100)
  assert.equal(await first.count(), 0)
  await saved(ids, { dismissed: 1, waiting: 1 })
  await page.unroute(ACTS)
})

test('the palette finds a command by a few letters, and the sheet tells every key', async () => {
  await keys('Control+k')
  await page.keyboard.type('teru')
  await dialog()
    .getByRole('option', { name: /Teruskan/ })
    .waitFor()
  await assertUsable(page)
  await keys('Escape', '?')
  for (const key of ['Shift j', 'n', 'z', '*']) {
    await dialog()
      .locator('kbd', { hasText: new RegExp(`^${key.replace('*', '\\*')}$`) })
      .first()
      .waitFor()
  }
  await keys('Escape')
})

test('views are kept, named and counted, and are an address', async () => {
  await page.goto(`${desk.url}/petugas/antrean?age=24&assigned=none`)
  await page.getByRole('button', { name: 'Simpan tampilan ini' }).click()
  await dialog().getByLabel('Nama').fill('Lama menunggu')
  await keys('Enter')
  await page.getByRole('button', { name: /Lama menunggu/, pressed: true }).waitFor()
  await page.goto(`${desk.url}/petugas/antrean`)
  await rows().first().waitFor()
  await assertUsable(page)
  await page.getByRole('button', { name: /Lama menunggu/ }).click()
  await page.waitForURL(/age=24&assigned=none/)
})

test('no page threw, broke its security policy, or asked another host', () => {
  assert.deepEqual(desk.faults, [])
})
