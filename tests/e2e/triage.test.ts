/** A day at the queue, in a real browser: by keyboard, with a rival, and with posts that mean harm. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { eventsOf, makeCandidate, type MadeCandidate } from '../makers.ts'
import { accept, assertUsable, openDesk, PASSWORD, signIn, signOut, type Desk } from './desk.ts'

const TITLES = [
  'Lampu jalan padam sejak Senin',
  'Sampah menumpuk di belakang pasar',
  'Got tersumbat di depan sekolah',
  'Jalan berlubang dekat jembatan',
  'Lubang di jembatan makin besar',
  'Air ledeng mati di dua gang',
] as const
const ME = { name: 'Sari Rekaan', login: 'sari' }
const TEXT = 'Lubang besar dekat jembatan, motor jatuh kemarin. Tolong segera ditambal.'

let fresh: Fresh
let desk: Desk
let page: Page
let made: MadeCandidate[]
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  const soon = Date.now() + 6 * 3_600_000
  made = []
  for (const [index, title] of TITLES.entries()) {
    const facts = { title, text: TEXT, dueAt: new Date(soon + index * 60_000), agencyCode: 'DPU' }
    const area = { kecamatanCode: '99.01.01', kelurahanCode: '99.01.01.1001' }
    made.push(await makeCandidate(fresh.sql, desk.region, { ...facts, ...area }))
  }
  page = await desk.page()
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const titles = () => page.locator('.row-title').allTextContents()
const rowOf = (at: Page, title: string) => at.locator('a.row', { hasText: title })
/** Waits until the cursor stands on this row. */
const standsOn = (at: Page, title: string) =>
  at.locator('a.row[aria-current="true"]', { hasText: title }).waitFor()
const statusOf = async ({ id }: MadeCandidate) => {
  const [row] = await fresh.sql<{ status: string; caseId: number | null; decidedBy: number }[]>`
    select status, case_id, decided_by from candidates where id = ${id}`
  return row!
}
/** Presses the keys and waits for the answer to the decision that they send. */
async function decideBy(at: Page, verb: string, ...keys: string[]) {
  const answered = at.waitForResponse((answer) => answer.url().endsWith(`/${verb}`))
  for (const key of keys) await at.keyboard.press(key)
  return (await answered).status()
}

test('an invited officer makes an account, signs out, and signs in again', async () => {
  const link = await desk.invite('humas')
  await page.goto(link)
  await page.getByLabel('Nama lengkap').waitFor()
  await assertUsable(page)
  await accept(page, link, ME)
  assert.match(page.url(), /\/petugas\/beranda$/)
  await page.getByRole('navigation').getByRole('link', { name: 'Antrean' }).click()
  await signOut(page)
  await assertUsable(page)
  await signIn(page, ME.login)
  await standsOn(page, TITLES[0])
  assert.deepEqual(await titles(), [...TITLES])
  await assertUsable(page)
})

test('j and k move the cursor, and the detail follows', async () => {
  await standsOn(page, TITLES[0])
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await standsOn(page, TITLES[2])
  await page.keyboard.press('k')
  await standsOn(page, TITLES[1])
  await page.getByRole('heading', { level: 2, name: TITLES[1] }).waitFor()
  await page.getByText(TEXT).first().waitFor()
})

test('d and a number dismiss: the row leaves, the next is shown, the history has it', async () => {
  await page.keyboard.press('d')
  await page.getByRole('dialog', { name: 'Mengapa diabaikan?' }).waitFor()
  await assertUsable(page)
  assert.equal(await decideBy(page, 'dismiss', '2'), 200)
  await standsOn(page, TITLES[2])
  assert.equal(await rowOf(page, TITLES[1]).count(), 0)
  const [event] = await eventsOf(fresh.sql, { candidateId: made[1]!.id })
  assert.equal(event?.kind, 'candidate.dismissed')
  assert.deepEqual(event.data, { reason: 'unclear', note: null })
})

test('z brings it back to where it stood', async () => {
  assert.equal(await decideBy(page, 'undo', 'z'), 200)
  await standsOn(page, TITLES[1])
  assert.deepEqual(await titles(), [...TITLES])
  assert.equal((await statusOf(made[1]!)).status, 'waiting')
})

let number = ''
test('o opens the form filled in, and Enter makes a case that is disposed and has a number', async () => {
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await standsOn(page, TITLES[3])
  await page.getByText(TEXT).first().waitFor()
  await page.keyboard.press('o')
  const dialog = page.getByRole('dialog', { name: 'Buka sebagai aduan' })
  const valueOf = (label: string) => dialog.getByLabel(label).inputValue()
  assert.equal(await valueOf('Judul'), TITLES[3])
  assert.equal(await valueOf('Uraian'), TEXT)
  assert.equal(await valueOf('Kategori'), 'jalan')
  assert.equal(await valueOf('SKPD'), 'DPU: Dinas Pekerjaan Umum Kota Contoh')
  assert.equal(await valueOf('Kelurahan atau kecamatan'), 'Sumbersari, Contoh Utara')
  assert.ok(await dialog.getByLabel('Langsung disposisi').isChecked())
  await assertUsable(page)
  assert.equal(await decideBy(page, 'open', 'Enter'), 200)
  const [found] = await fresh.sql<{ number: string; status: string; agencyCode: string }[]>`
    select number, status, agency_code from cases`
  assert.deepEqual([found!.status, found!.agencyCode], ['disposed', 'DPU'])
  number = found!.number
  await page.getByRole('status').getByText(`Aduan ${number} dibuka`).waitFor()
  assert.equal(await rowOf(page, TITLES[3]).count(), 0)
})

test('m merges the next candidate into that case, found by its number', async () => {
  await standsOn(page, TITLES[4])
  await page.keyboard.press('m')
  await page.getByRole('dialog', { name: 'Gabungkan ke aduan' }).waitFor()
  await page.keyboard.type(number)
  await page.getByRole('button', { name: number }).waitFor()
  await assertUsable(page)
  assert.equal(await decideBy(page, 'merge', 'Tab', 'Enter'), 200)
  const opened = await statusOf(made[3]!)
  const { status, caseId } = await statusOf(made[4]!)
  assert.deepEqual([status, caseId], ['merged', opened.caseId])
  assert.equal(await rowOf(page, TITLES[4]).count(), 0)
})

const asking = (at: Page) => at.getByRole('dialog', { name: 'Sedang diputuskan petugas lain' })

test('of two officers who decide at once, the second is refused and reads who was first', async () => {
  const rival = await desk.sit('analyst', 'Budi Rekaan')
  await rival.page.goto(`${desk.url}/petugas/antrean/${made[5]!.id}`)
  await standsOn(rival.page, TITLES[5])
  await rival.page.keyboard.press('d')
  await rival.page.getByRole('dialog').waitFor()

  await standsOn(page, TITLES[5])
  await page.locator('.person[data-doing="deciding"]').waitFor()
  await page.keyboard.press('d')
  await page.getByText('Budi Rekaan sedang memutuskan kandidat ini').waitFor()
  await assertUsable(page)
  await page.getByRole('button', { name: 'Ambil alih' }).click()
  await asking(page).waitFor({ state: 'detached' })
  // He is told, and may take it back; but the decision is faster.
  await asking(rival.page).waitFor()
  assert.equal(await decideBy(page, 'dismiss', '1'), 200)
  await asking(rival.page).waitFor({ state: 'detached' })
  assert.equal(await decideBy(rival.page, 'dismiss', '5'), 409)
  const told = /sudah diputuskan oleh Sari Rekaan/
  await rival.page.getByRole('alert').getByText(told).waitFor()
  const row = rowOf(rival.page, TITLES[5])
  await row.getByText(told).waitFor()
  await row.getByText('Sudah diputuskan petugas lain').waitFor()
  await row.click()
  await rival.page
    .locator('#detail')
    .getByText(/Diabaikan oleh Sari Rekaan/)
    .waitFor()
  await assertUsable(rival.page)
  const events = await eventsOf(fresh.sql, { candidateId: made[5]!.id })
  assert.deepEqual(
    events.map(({ kind, data }) => [kind, data['reason']]),
    [['candidate.dismissed', 'not_complaint']],
  )
  await rival.page.context().close()
})

test('what arrives shows as "baru", and the row under the cursor does not move', async () => {
  await page.keyboard.press('k')
  await standsOn(page, TITLES[1])
  const before = await rowOf(page, TITLES[1]).boundingBox()
  const title = 'Kabel listrik putus di jalan'
  await makeCandidate(fresh.sql, desk.region, { title, urgent: true })
  await page.getByText('1 baru', { exact: true }).waitFor()
  assert.deepEqual(await rowOf(page, TITLES[1]).boundingBox(), before)
  assert.deepEqual(await titles(), TITLES.slice(0, 3))
  await assertUsable(page)
  await page.keyboard.press('.')
  await rowOf(page, title).waitFor()
  assert.deepEqual(await titles(), [title, ...TITLES.slice(0, 3)])
  await standsOn(page, TITLES[1])
})

const endSessions = () => fresh.sql`delete from sessions`
const again = () => page.getByRole('dialog', { name: 'Sesi Anda sudah berakhir' })
async function signInAgain() {
  await again().locator('input[name=password]:focus').waitFor()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await again().waitFor({ state: 'detached' })
}

test('a session that ends asks to sign in over the form, and keeps what was typed', async () => {
  await page.keyboard.press('o')
  const words = page.getByLabel('Uraian')
  await words.fill('Sudah saya telepon pasar: truk rusak.')
  await endSessions()
  await again().waitFor()
  await assertUsable(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await signInAgain()
  assert.equal(await words.inputValue(), 'Sudah saya telepon pasar: truk rusak.')
})

test('a form that is sent after the session has ended waits, and is sent by itself after signing in', async () => {
  await page.getByLabel('Judul').fill('Truk sampah rusak')
  await endSessions()
  await page.keyboard.press('Enter')
  await again().waitFor()
  await page.getByText('1 keputusan belum terkirim').waitFor()
  await rowOf(page, TITLES[1]).getByText('Belum terkirim').waitFor()
  const opened = page.waitForResponse((answer) => answer.url().endsWith('/open'))
  await signInAgain()
  assert.equal((await opened).status(), 200)
  await page.getByText('1 keputusan belum terkirim').waitFor({ state: 'detached' })
  assert.equal((await statusOf(made[1]!)).status, 'opened')
  const [found] = await fresh.sql<{ title: string; description: string }[]>`
    select title, description from cases where title = 'Truk sampah rusak'`
  assert.match(found?.description ?? '', /truk rusak/)
})

test('English stays English after a reload and before the next sign-in', async () => {
  await page.getByRole('button', { name: 'Akun' }).click()
  await assertUsable(page)
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await page.getByRole('link', { name: 'Queue' }).waitFor()
  await page.reload()
  await page.getByRole('link', { name: 'Queue' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  const [officer] = await fresh.sql`select language from officers where login = ${ME.login}`
  assert.equal(officer?.['language'], 'en')
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})

test('no page threw, broke its security policy, or asked another host', () => {
  assert.deepEqual(desk.faults, [])
})
