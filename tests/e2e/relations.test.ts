/** Which messages tell of one problem: an officer looks, compares, corrects, and takes it back. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import type { Acting } from '../../src/people/officer.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { brokenInvariants } from '../invariants.ts'
import { asOfficer, makeCase } from '../makers.ts'
import { makeCopies, makePrint, makeTold, textsIn } from '../related.ts'
import { assertUsable, openDesk, type Desk } from './desk.ts'

const LAMP = 'Lampu jalan di Gang Melati mati sejak Senin, gelap sekali'
const DARK = 'Gang Melati gelap, lampu mati semua'
const HOLE = 'Lubang besar di depan pasar, motor jatuh'
const COPY = (n: number) => `${LAMP} ${'!'.repeat(n)}`

let fresh: Fresh
let desk: Desk
let page: Page
let main: { id: number; voiceIds: number[] }
let other: { id: number; voiceIds: number[] }
let closed: { id: number; number: string }
before(async () => {
  fresh = await freshDatabase()
  const { sql } = fresh
  desk = await openDesk(fresh)
  const sari: Acting = await asOfficer(sql, desk.region, 'humas', { name: 'Tuti Rekaan' })
  const dueAt = new Date(Date.now() + 3_600_000)
  main = await makeTold(sql, desk.region, [LAMP, HOLE, COPY(1), COPY(2)], { dueAt })
  await makeCopies(sql, main.voiceIds[0]!, main.voiceIds.slice(2))
  other = await makeTold(sql, desk.region, [DARK])
  const made = await makeCase(sql, sari, {
    agencyCode: 'DPU',
    status: 'closed',
    text: 'Lampu Gang Melati mati, bulan lalu',
  })
  closed = made
  await makePrint(sql, desk.region, made.candidate)
  for (const target of [
    { otherId: other.id, score: 0.8 },
    { caseId: made.id, score: 0.6 },
  ]) {
    const reasons = sql.json(['sama: lampu mati; Gang Melati'])
    await sql`insert into suggestions ${sql({ candidateId: main.id, ...target, reasons })}`
  }
  page = (await desk.sit('humas', 'Sari Rekaan')).page
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const detail = () => page.locator('#detail')
const voices = () => detail().locator('.detail-body > div > section > .voices > li')
const answered = (verb: string) =>
  page.waitForResponse((answer) => answer.url().endsWith(`/${verb}`))
const said = (text: string | RegExp) => page.getByRole('status').getByText(text).waitFor()

test('copies are folded under the voice that they repeat, and counted apart', async () => {
  await page.goto(`${desk.url}/petugas/antrean/${main.id}`)
  await voices().nth(1).waitFor()
  assert.equal(await voices().count(), 2)
  await page.locator(`#row-${main.id}`).getByText('2 suara · 2 salinan').waitFor()
  await detail().getByRole('heading', { name: 'Suara 2 · 2 salinan' }).waitFor()
  await detail().getByText('2 salinan dari').click()
  await detail().getByText(COPY(2)).waitFor()
  await detail().getByText('teks hampir sama').first().waitFor()
  await assertUsable(page)
})

test('two texts stand beside each other with their common words, on a phone one above the other', async () => {
  await detail()
    .getByRole('button', { name: `Bandingkan dengan ${DARK}` })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Bandingkan' })
  await dialog.getByText(DARK, { exact: true }).first().waitFor()
  const [mine, theirs] = [
    dialog.getByRole('region', { name: 'Kandidat ini' }),
    dialog.getByRole('region', { name: 'Yang disarankan' }),
  ]
  assert.deepEqual(await theirs.locator('mark').allInnerTexts(), [
    'Gang',
    'Melati',
    'gelap',
    'lampu',
    'mati',
  ])
  const side = async () => [(await mine.boundingBox())!, (await theirs.boundingBox())!] as const
  const [left, right] = await side()
  assert.ok(left.x + left.width <= right.x && Math.abs(left.y - right.y) < 2)
  await assertUsable(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const [above, below] = await side()
  assert.ok(above.y + above.height <= below.y && Math.abs(above.x - below.x) < 2)
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('"bukan masalah yang sama" folds the suggestion away, and is taken back from the toast', async () => {
  const dialog = page.getByRole('dialog', { name: 'Bandingkan' })
  const rejecting = answered('reject')
  await dialog.getByRole('button', { name: 'Bukan masalah yang sama' }).click()
  assert.equal((await rejecting).status(), 200)
  await said(/dinyatakan bukan masalah yang sama/)
  const folded = detail().getByText('1 saran sudah ditolak')
  await folded.click()
  await detail()
    .getByText(/ditolak oleh Sari Rekaan/)
    .waitFor()
  await assertUsable(page)
  await page.getByRole('status').getByRole('button', { name: 'Urungkan' }).click()
  await said(/^Diurungkan/)
  await folded.waitFor({ state: 'detached' })
})

test('a closed case is told of as closed and leads to its page, but takes nothing in', async () => {
  const line = detail().locator('.suggestions > li', { hasText: closed.number })
  await line.getByText('pernah diadukan, sudah ditutup').waitFor()
  assert.equal(await line.getByRole('button', { name: /Gabungkan/ }).count(), 0)
  const link = line.getByRole('link', { name: 'Tinjau ulang aduan' })
  assert.match((await link.getAttribute('href'))!, new RegExp(`/aduan/${closed.id}$`))
})

test('chosen voices become a candidate of their own, and the toast puts them back', async () => {
  await voices().nth(1).getByRole('checkbox').check()
  const splitting = answered('split')
  await detail().getByRole('button', { name: 'Pisahkan 1 suara' }).click()
  const { candidate } = (await (await splitting).json()) as { candidate: { id: number } }
  await said('1 suara dipisahkan sebagai kandidat baru')
  await page.locator(`#row-${candidate.id}`).waitFor()
  await page.locator(`#row-${main.id}`).getByText('1 suara · 2 salinan').waitFor()
  assert.deepEqual(await textsIn(fresh.sql, candidate.id), [HOLE])
  await assertUsable(page)
  const undoing = answered('undo')
  await page.getByRole('status').getByRole('button', { name: 'Urungkan' }).click()
  assert.equal((await undoing).status(), 200)
  await page.locator(`#row-${candidate.id}`).waitFor({ state: 'detached' })
  assert.equal((await textsIn(fresh.sql, main.id)).length, 4)
  await detail().locator('.history').getByText('Pemisahan dibatalkan').waitFor()
})

test('what was split off says where it comes from, and can be put back from its own page', async () => {
  await voices().nth(1).waitFor()
  const splitting = answered('split')
  await voices()
    .nth(1)
    .getByRole('button', { name: /^Pisahkan suara/ })
    .click()
  const { candidate } = (await (await splitting).json()) as { candidate: { id: number } }
  await page.goto(`${desk.url}/petugas/antrean/${candidate.id}`)
  await detail().getByText('dipisahkan Sari Rekaan dari kandidat').waitFor()
  await detail().getByText('Dipisahkan dari kandidat lain').waitFor()
  await assertUsable(page)
  const undoing = answered('undo')
  await detail().getByRole('button', { name: 'Batalkan pemisahan' }).click()
  assert.equal((await undoing).status(), 200)
})

test('joined with the suggested candidate, the row leaves; z brings it and its voices back', async () => {
  await page.goto(`${desk.url}/petugas/antrean/${main.id}`)
  const joining = answered('join')
  await detail()
    .getByRole('button', { name: `Gabungkan dengan ${DARK}` })
    .click()
  assert.equal((await joining).status(), 200)
  await said(/disatukan dengan/)
  await page.locator(`#row-${main.id}`).waitFor({ state: 'detached' })
  await page.locator(`#row-${other.id}`).getByText('3 suara · 2 salinan').waitFor()
  assert.equal((await textsIn(fresh.sql, other.id)).length, 5)
  await page.goto(`${desk.url}/petugas/antrean/${main.id}`)
  await detail().getByText('Suaranya ada di').waitFor()
  await assertUsable(page)
  const undoing = answered('undo')
  await detail().getByRole('button', { name: 'Kembalikan ke antrean' }).click()
  assert.equal((await undoing).status(), 200)
  await page.goto(`${desk.url}/petugas/antrean/${main.id}`)
  await voices().nth(1).waitFor()
  const again = answered('join')
  await detail()
    .getByRole('button', { name: `Gabungkan dengan ${DARK}` })
    .click()
  assert.equal((await again).status(), 200)
  const back = answered('undo')
  await page.keyboard.press('z')
  assert.equal((await back).status(), 200)
  await page.locator(`#row-${main.id}`).waitFor()
  assert.deepEqual(await textsIn(fresh.sql, other.id), [DARK])
})

test('after all of this nothing is lost, and no page did what it may not', async () => {
  assert.deepEqual(await brokenInvariants(fresh.sql, desk.region.id), [])
  assert.deepEqual(desk.faults, [])
})
