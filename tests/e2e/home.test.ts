/** The first page of each role and practice, in a real browser. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { ROLES, type Role } from '../../src/people/roles.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { mergeCandidate } from '../../src/triage/merge.ts'
import { DISMISS_REASONS } from '../../src/triage/reasons.ts'
import { freshDatabase, type Fresh } from '../helpers.ts'
import { asOfficer, makeCandidate, makeCase } from '../makers.ts'
import { assertUsable, openDesk, PHONE, type Desk } from './desk.ts'

const HOUR = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR)

let fresh: Fresh
let desk: Desk
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

/** The titles of the parts that stand on the page, in their order. */
const parts = async (page: Page) => {
  await page.locator('.home h2').first().waitFor()
  return page.locator('.home h2').allInnerTexts()
}

test('with too few decisions practice says how many it needs', async () => {
  const { page } = await desk.sit('analyst', 'Rahmat Rekaan')
  await page.goto(`${desk.url}/petugas/latihan`)
  await page.getByText('Belum cukup keputusan untuk latihan.').waitFor()
  await page.getByText('ada 0, perlu 10').waitFor()
  await assertUsable(page)
  await page.context().close()
})

test('each role begins at its own work, and every page is usable in both widths', async () => {
  await somethingToDo()
  const FIRST: Record<Role, string> = {
    analyst: 'Antrean verifikasi',
    humas: 'Aduan',
    agency: 'Lewat tenggat 1',
    leader: 'Keluhan tujuh hari terakhir',
    observer: 'Neraca',
    admin: 'Sumber',
  }
  for (const role of ROLES) {
    const { page } = await sitAs(role)
    await page.goto(`${desk.url}/petugas/`)
    await page.waitForURL(role === 'analyst' ? /\/antrean$/ : /\/beranda$/)
    await page.goto(`${desk.url}/petugas/beranda`)
    const [first] = await parts(page)
    assert.equal(first, FIRST[role], role)
    await page.waitForLoadState('networkidle')
    await assertUsable(page)
    await page.context().close()
  }
  assert.deepEqual(desk.faults, [])
})

test('a number opens the list that it counts', async () => {
  const { page } = await desk.sit('humas', 'Sari Rekaan')
  await page.goto(`${desk.url}/petugas/beranda`)
  await page.getByRole('link', { name: 'Menunggu disposisi 1' }).click()
  await page.waitForURL(/\/aduan\?status=opened$/)
  await page.locator('.case-line').first().waitFor()
  assert.equal(await page.locator('.case-line').count(), 1)
  await page.goBack()
  await page.getByRole('link', { name: /^Mendesak 1/ }).click()
  await page.waitForURL(/\/antrean\?urgent=1$/)
  await page.context().close()
})

test('an agency officer opens the late case with one tap on a phone', async () => {
  const { page } = await sitAs('agency')
  await page.setViewportSize(PHONE)
  await page.goto(`${desk.url}/petugas/beranda`)
  const late = page.locator('[data-bucket=late] .home-case')
  await late.waitFor()
  const box = (await late.boundingBox())!
  assert.ok(box.height >= 44, `${box.height} px high`)
  await late.click()
  await page.waitForURL(/\/aduan\/\d+$/)
  await page.context().close()
})

test('practice is decided by the keys of the queue, scored at once and summed up at the end', async () => {
  const { page, officer } = await desk.sit('analyst', 'Wati Rekaan')
  const before = await rowsOf()
  await page.goto(`${desk.url}/petugas/latihan`)
  await page.getByText('Soal 1 dari 10').waitFor()
  await assertUsable(page)
  for (let item = 1; item <= 10; item += 1) {
    await page.getByText(`Soal ${item} dari 10`).waitFor()
    await page.keyboard.press('d')
    await page.getByRole('dialog', { name: 'Mengapa diabaikan?' }).waitFor()
    await page.keyboard.press('5')
    await page.locator('.practice-answer').waitFor()
    if (item === 1) await assertUsable(page)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('heading', { name: 'Hasil latihan' }).waitFor()
  await page.getByRole('heading', { name: 'Yang perlu dipelajari' }).waitFor()
  await page.getByText('Hanya tersimpan di peramban ini.').waitFor()
  await assertUsable(page)
  assert.deepEqual(await rowsOf(), before)
  const kept = await page.evaluate<string>(`localStorage.getItem('dengar.practice.${officer.id}')`)
  assert.equal((JSON.parse(kept) as { seen: number[] }).seen.length, 10)
  await page.getByRole('button', { name: 'Latihan lagi' }).click()
  await page.getByText('Soal 1 dari 10').waitFor()
  await page.context().close()
  assert.deepEqual(desk.faults, [])
})

test('who may not decide has no practice', async () => {
  const { page } = await desk.sit('leader', 'Wali Rekaan')
  await page.goto(`${desk.url}/petugas/latihan`)
  await page.getByText('Peran Anda tidak membuka halaman ini.').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Latihan' }).count(), 0)
  await page.context().close()
})

async function sitAs(role: Role) {
  const seat = await desk.sit(role === 'agency' ? 'analyst' : role, `${role} Rekaan`)
  if (role !== 'agency') return seat
  await fresh.sql`
    update officers set role = 'agency', agency_code = 'DPU' where id = ${seat.officer.id}`
  return seat
}

async function rowsOf(): Promise<number[]> {
  const rows = await fresh.sql<{ count: number }[]>`
    select count(*) from events union all select count(*) from candidates
    union all select count(*) from voices union all select count(*) from posts`
  return rows.map(({ count }) => count)
}

/** Candidates that wait, cases in every state, past decisions, and an agency that is late. */
async function somethingToDo() {
  const { sql } = fresh
  const { region } = desk
  const humas = await asOfficer(sql, region, 'humas', { name: 'Juru Rekaan' })
  await makeCandidate(sql, region, { urgent: true, at: hoursAgo(3), category: 'listrik' })
  await makeCandidate(sql, region, { filed: true, at: hoursAgo(60), dueAt: hoursAgo(12) })
  for (let count = 0; count < 5; count += 1) {
    await makeCandidate(sql, region, { category: 'sampah', at: hoursAgo(10 + count) })
  }
  await makeCase(sql, humas, { agencyCode: 'DPU', status: 'opened' })
  await makeCase(sql, humas, { agencyCode: 'DPU', status: 'answered' })
  const late = await makeCase(sql, humas, { agencyCode: 'DPU' })
  await sql`update clocks set due_at = ${hoursAgo(30)} where case_id = ${late.id}`
  for (const reason of DISMISS_REASONS) {
    const { id } = await makeCandidate(sql, region, { text: `Unggahan latihan: ${reason}` })
    await dismissCandidate(sql, humas, { id, reason, note: 'Sudah dicek ke kelurahan.' })
  }
  const same = await makeCandidate(sql, region, { text: 'Lubang yang sama di depan pasar' })
  await mergeCandidate(sql, humas, { id: same.id, caseId: late.id })
}
