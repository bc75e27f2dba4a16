/** Two officers at one queue: who gets what, who is told of what, and what a screen reader hears of it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import type { Acting } from '../../src/people/officer.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { makeCandidate } from '../makers.ts'
import { eventually } from '../service.ts'
import { assertUsable, openDesk, type Desk } from './desk.ts'

const HOUR = 3_600_000

let fresh: Fresh
let desk: Desk
let sari: Page
let budi: Page
let rival: Acting
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  sari = (await desk.sit('analyst', 'Sari Rekaan')).page
  const second = await desk.sit('humas', 'Budi Rekaan')
  budi = second.page
  rival = { region: desk.region, officer: second.officer }
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const row = (page: Page, id: number) => page.locator(`#row-${id}`)
const current = (page: Page) => page.locator('a.row[aria-current="true"]')
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
async function keys(page: Page, ...all: string[]) {
  for (const key of all) await page.keyboard.press(key)
}
/** Waiting candidates in the order of their list; each test has a word of its own to find them by. */
async function fill(word: string, count: number) {
  const ids: number[] = []
  for (let index = 0; index < count; index++) ids.push(await makeOne(`${word} ${index + 1}`, index))
  return ids
}
async function makeOne(title: string, place = 0) {
  const dueAt = new Date(Date.now() + 48 * HOUR + place * 60_000)
  return (await makeCandidate(fresh.sql, desk.region, { title, dueAt })).id
}
async function look(page: Page, word: string, query = '') {
  const live = page.waitForRequest((asked) => asked.url().includes('/api/live'))
  await page.goto(`${desk.url}/petugas/antrean?q=${word}${query}`)
  await current(page).waitFor()
  await live
}
const notify = () => fresh.db.bus.notify('desk', desk.region.id)
/** A colleague decides elsewhere, and the desks hear of it. */
async function decideElsewhere(id: number, version = 1) {
  await dismissCandidate(fresh.sql, rival, { id, version, reason: 'solved' })
  await notify()
}
async function statusOf(ids: number[]) {
  const rows = await fresh.sql<{ id: number; status: string }[]>`
    select id, status from candidates where id = any(${ids})`
  return ids.map((id) => rows.find((each) => each.id === id)?.status)
}
const becomes = (ids: number[], ...statuses: string[]) =>
  eventually(statuses.join(), async () => (await statusOf(ids)).join() === statuses.join())
/** The server has saved the second version of it. */
const isChanged = (id: number) =>
  eventually('a second version', async () => {
    const [found] = await fresh.sql`select version from candidates where id = ${id}`
    return found?.['version'] === 2
  })
const topOf = async (page: Page) => (await current(page).boundingBox())?.y

test('n hands two officers different candidates, and each sees what the other has', async () => {
  const [first, second] = await fill('Giliran', 3)
  await Promise.all([look(sari, 'Giliran'), look(budi, 'Giliran')])
  await Promise.all([keys(sari, 'n'), keys(budi, 'n')])
  const held = await eventually('two officers hold one each', async () => {
    const rows = await fresh.sql<{ candidateId: number; name: string }[]>`
      select h.candidate_id, o.name from holds h join officers o on o.id = h.officer_id
       where h.doing = 'deciding' order by h.candidate_id`
    return rows.length === 2 && rows
  })
  assert.deepEqual(
    held.map(({ candidateId }) => candidateId),
    [first, second],
  )
  for (const { candidateId, name } of held) {
    const [own, other] = name === 'Sari Rekaan' ? [sari, budi] : [budi, sari]
    await own.locator(`#row-${candidateId}[aria-current="true"]`).waitFor()
    await row(other, candidateId).getByText(`${name} sedang memutuskan ini`).waitFor()
  }
})

test('who decides on what a colleague decides on is asked, takes it over, and the colleague is told', async () => {
  const [id] = (await fill('Rebutan', 1)) as [number]
  await Promise.all([look(sari, 'Rebutan'), look(budi, 'Rebutan')])
  const TAKEN = 'Sedang diputuskan petugas lain'
  await keys(sari, 'd')
  await dialog(sari, 'Mengapa diabaikan?').waitFor()
  await row(budi, id).getByText('Sari Rekaan sedang memutuskan ini').waitFor()
  await keys(budi, 'd')
  await dialog(budi, TAKEN)
    .getByText(/^Sari Rekaan sedang memutuskan kandidat ini/)
    .waitFor()
  await assertUsable(budi)
  // Its question is not answered by a key that was meant for the dialog under it.
  await keys(budi, '1')
  assert.deepEqual(await statusOf([id]), ['waiting'])
  await budi.getByRole('button', { name: 'Ambil alih' }).click()
  await dialog(budi, TAKEN).waitFor({ state: 'detached' })
  await dialog(sari, TAKEN)
    .getByText(/^Budi Rekaan sedang memutuskan/)
    .waitFor()
  await sari.getByRole('button', { name: 'Ambil alih' }).click()
  await dialog(budi, TAKEN)
    .getByText(/^Sari Rekaan sedang memutuskan/)
    .waitFor()
  await budi.getByRole('button', { name: 'Batal' }).click()
  await dialog(sari, TAKEN).waitFor({ state: 'detached' })
  await keys(sari, '3')
  await becomes([id], 'dismissed')
  await row(budi, id).getByText('Diabaikan oleh Sari Rekaan').waitFor()
})

test("a colleague's decision greys the row and names them, and nothing moves under the cursor", async () => {
  const ids = (await fill('Kelabu', 5)) as [number, number, number, number, number]
  await look(sari, 'Kelabu')
  // What was only changed here is as much the colleague's to decide as any other.
  await keys(sari, 'j', 'l')
  await dialog(sari, 'Label').waitFor()
  await sari.keyboard.type('diteliti')
  await keys(sari, 'Enter')
  await row(sari, ids[1]).getByText('diteliti').waitFor()
  await keys(sari, 'j')
  await isChanged(ids[1])
  const before = await topOf(sari)
  await decideElsewhere(ids[0])
  await decideElsewhere(ids[1], 2)
  await decideElsewhere(ids[2])
  for (const id of ids.slice(0, 3)) {
    await sari.locator(`#row-${id}[data-gone]`).getByText('Diabaikan oleh Budi Rekaan').waitFor()
  }
  assert.equal(await topOf(sari), before)
  assert.equal(await current(sari).getAttribute('id'), `row-${ids[2]}`)
  assert.equal(await sari.locator('a.row').count(), 5)
  await sari
    .locator('#detail')
    .getByText(/Diabaikan oleh Budi Rekaan/)
    .waitFor()
  await keys(sari, 'd')
  await sari.getByText('Yang ini sudah diputuskan.').waitFor()
})

test('what arrives is counted, moves nothing, and is taken in by the full stop', async () => {
  const [, second] = (await fill('Datang', 2)) as [number, number]
  await look(sari, 'Datang')
  await keys(sari, 'j')
  const before = await topOf(sari)
  const more = [await makeOne('Datang lagi', -60), await makeOne('Datang pula', -30)]
  await notify()
  await sari.getByRole('button', { name: '2 baru: Tampilkan 2 kandidat baru' }).waitFor()
  assert.deepEqual([await topOf(sari), await sari.locator('a.row').count()], [before, 2])
  await assertUsable(sari)
  await keys(sari, '.')
  for (const id of more) await row(sari, id).waitFor()
  assert.equal(await current(sari).getAttribute('id'), `row-${second}`)
  assert.equal(await sari.getByText('2 baru').count(), 0)
  await sari
    .locator('.queue-summary')
    .getByText(/^4 kandidat/)
    .waitFor()
})

test('an act on many tells which were refused and why, and only the others are taken back', async () => {
  const ids = (await fill('Sebagian', 4)) as [number, number, number, number]
  await look(sari, 'Sebagian')
  await keys(sari, 'x', 'Shift+J', 'Shift+J', 'd')
  await dialog(sari, 'Mengapa 3 kandidat diabaikan?').waitFor()
  await dismissCandidate(fresh.sql, rival, { id: ids[1], version: 1, reason: 'solved' })
  await keys(sari, '5')
  const partly = dialog(sari, '1 kandidat tidak ikut tersimpan')
  await partly.getByRole('link', { name: 'Sebagian 2' }).waitFor()
  await partly.getByText(/sudah diputuskan oleh Budi Rekaan/).waitFor()
  await assertUsable(sari)
  await keys(sari, 'Enter')
  await sari.locator(`#row-${ids[1]}[data-gone]`).waitFor()
  await becomes(ids, 'dismissed', 'dismissed', 'dismissed', 'waiting')
  await keys(sari, 'z')
  await becomes(ids, 'waiting', 'dismissed', 'waiting', 'waiting')
  const [kept] = await fresh.sql`select dismiss_reason from candidates where id = ${ids[1]}`
  assert.equal(kept?.['dismissReason'], 'solved')
})

test('the undo of an act that was refused wholly takes back nothing else', async () => {
  const ids = (await fill('Seluruhnya', 3)) as [number, number, number]
  await look(sari, 'Seluruhnya')
  await keys(sari, 'd', '1')
  await becomes(ids, 'dismissed', 'waiting', 'waiting')
  await keys(sari, 'x', 'Shift+J', 'd')
  await dialog(sari, 'Mengapa 2 kandidat diabaikan?').waitFor()
  for (const id of ids.slice(1)) {
    await dismissCandidate(fresh.sql, rival, { id, version: 1, reason: 'solved' })
  }
  await keys(sari, '5')
  const none = dialog(sari, '2 kandidat tidak ikut tersimpan')
  await none.getByText(/^Tidak ada yang tersimpan/).waitFor()
  await keys(sari, 'Enter')
  await sari.locator('.toast').getByRole('button', { name: 'Urungkan' }).click()
  await sari.getByText('Tidak ada keputusan yang dapat diurungkan.').first().waitFor()
  assert.deepEqual(await statusOf(ids), ['dismissed', 'dismissed', 'dismissed'])
})

test('what is assigned and labelled is found by both through the address', async () => {
  const ids = (await fill('Penugasan', 4)) as [number, number, number, number]
  await look(sari, 'Penugasan')
  await keys(sari, 'a')
  await dialog(sari, 'Tugaskan kepada').waitFor()
  await keys(sari, '1')
  await sari.getByText('“Penugasan 1” menjadi tugas Anda').waitFor()
  await keys(sari, 'l')
  await dialog(sari, 'Label').waitFor()
  await sari.keyboard.type('Pasar  Pagi')
  await keys(sari, 'Enter')
  await row(sari, ids[0]).getByText('pasar pagi').waitFor()
  await keys(sari, 'j', 'x', 'Shift+J', 'a')
  await sari.keyboard.type('budi')
  await dialog(sari, 'Tugaskan kepada')
    .getByRole('option', { name: /Budi Rekaan/ })
    .waitFor()
  await keys(sari, 'Enter')
  for (const id of ids.slice(1, 3)) await row(sari, id).getByText('Tugas Budi Rekaan').waitFor()
  await sari.locator('#detail').getByText('petugas: kosong menjadi Budi Rekaan').waitFor()
  await isChanged(ids[2])

  await look(budi, 'Penugasan', '&assigned=me')
  await row(budi, ids[2]).waitFor()
  assert.equal(await budi.locator('a.row').count(), 2)
  await look(sari, 'Penugasan', '&assigned=me&label=pasar+pagi')
  assert.equal(await sari.locator('a.row').count(), 1)
  await sari.getByRole('button', { name: 'Hapus saringan Tugas saya' }).waitFor()
  await sari.getByRole('button', { name: 'Hapus saringan pasar pagi' }).click()
  await sari.waitForURL(/assigned=me&q=Penugasan$/)
})

/** What each act asks, as it is called. */
const ASKS: Record<string, string[]> = {
  o: ['dialog "Buka sebagai aduan"', 'textbox "Judul": Terdengar 1', 'button "Buka aduan"'],
  m: ['dialog "Gabungkan ke aduan yang sudah ada"', 'textbox "Cari aduan serupa"'],
  d: ['dialog "Mengapa diabaikan?"', 'button "Bukan aduan"', 'textbox "Catatan (boleh kosong)"'],
  f: ['dialog "Teruskan ke"', 'combobox "Cari tujuan" [expanded]', 'listbox "Pilihan"'],
  s: ['dialog "Tunda sampai"', 'button "Satu jam lagi', 'textbox "Waktu lain"'],
  a: ['dialog "Tugaskan kepada"', 'combobox "Cari petugas" [expanded]', '"Saya (Sari Rekaan)'],
  l: ['dialog "Label"', 'combobox "Cari atau buat label" [expanded]'],
  e: ['dialog "Betulkan bacaan"', 'button "Kategori Jalan dan jembatan"', 'button "Mendesak ya"'],
}

test('a screen reader hears rows, acts and dialogs by their names', async () => {
  const dueAt = new Date(Date.now() + HOUR)
  const title = 'Terdengar 1'
  await makeCandidate(fresh.sql, desk.region, { title, dueAt, urgent: true, filed: true })
  await look(sari, 'Terdengar')
  const list = await sari.getByRole('list', { name: 'Daftar kandidat' }).ariaSnapshot()
  assert.match(list, /checkbox "Pilih: Terdengar 1"/)
  assert.match(list, /link "Mendesak Laporan Jalan dan jembatan baru saja Terdengar 1 .*1 suara/)
  const detail = sari.getByRole('region', { name: 'Rincian kandidat' })
  const acts = await detail.ariaSnapshot()
  assert.match(acts, /heading "Terdengar 1" \[level=2\]/)
  const names = [...acts.matchAll(/- button "([^"]+)"/g)].map(([, name]) => name)
  assert.deepEqual(names.slice(0, 8), [
    'Buka aduan',
    'Gabungkan',
    'Abaikan',
    'Teruskan',
    'Tunda',
    'Tugaskan',
    'Label',
    'Betulkan',
  ])
  await keys(sari, 'k')
  for (const [key, wanted] of Object.entries(ASKS)) {
    await keys(sari, key)
    const open = sari.locator('dialog[open]')
    await open.waitFor()
    const heard = await open.ariaSnapshot()
    for (const each of wanted) assert.ok(heard.includes(each), `${key}: ${each} in\n${heard}`)
    await keys(sari, 'Escape')
    await open.waitFor({ state: 'detached' })
    // The focus is back on the row, not lost.
    assert.equal(await sari.evaluate<string>('document.activeElement.className'), 'row')
  }
})

test('no page threw, broke its security policy, or asked another host', () => {
  assert.deepEqual(desk.faults, [])
})
