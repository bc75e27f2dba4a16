/** The daily sample in a real browser: judged by keyboard, taken back, and what the figures say of it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { groupWaiting } from '../../src/group/group.ts'
import { drawSample } from '../../src/triage/draw-sample.ts'
import { freshDatabase, makeSource, type Fresh } from '../helpers.ts'
import { makeSetAside } from '../makers.ts'
import { assertUsable, openDesk, type Desk } from './desk.ts'

const TEXTS = [
  'Selamat pagi, semoga hari ini lancar',
  'Got depan rumah kami meluap lagi tiap hujan, airnya masuk ke dapur',
  'Resep sambal tumis ikan ada di kolom komentar',
]

let fresh: Fresh
let desk: Desk
let page: Page
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  const { id: sourceId } = await makeSource(fresh.sql, {
    regionId: desk.region.id,
    name: 'Warga Rekaan',
  })
  const at = new Date(Date.now() - 48 * 3_600_000)
  for (const text of TEXTS) await makeSetAside(fresh.sql, desk.region, { text, sourceId, at })
  await drawSample(fresh.db, desk.region)
  const analyst = await desk.sit('analyst', 'Rahmat Rekaan')
  page = analyst.page
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const progress = (n: number) => page.getByText(`${n} dari ${TEXTS.length}`).waitFor()
const shown = async () => (await page.locator('.voice-text').textContent()) ?? ''
const verdicts = () => fresh.sql<{ text: string; verdict: string | null; skipped: boolean }[]>`
  select p.text, m.verdict, m.skipped
    from samples m join posts p on p.id = m.post_id where m.decided_at is not null order by m.id`

test('the badge counts what waits, and the page shows one post and nothing of the machine', async () => {
  await page.goto(`${desk.url}/petugas/antrean`)
  const link = page.getByRole('navigation').getByRole('link', { name: /Sampel/ })
  await link.getByText('3', { exact: true }).waitFor()
  await link.click()
  await progress(1)
  const words = await page.locator('main').innerText()
  assert.match(words, /Warga Rekaan/)
  assert.doesNotMatch(words, /peluang|kategori|alasan|disisihkan|%/i)
  assert.deepEqual(await page.locator('.acts kbd').allTextContents(), ['o', 'd', 's'])
  await assertUsable(page)
})

test('o, d and s judge the post on screen, and the next one comes', async () => {
  for (const [index] of TEXTS.entries()) {
    await progress(index + 1)
    const text = await shown()
    await page.keyboard.press(text.startsWith('Got') ? 'o' : text.startsWith('Resep') ? 's' : 'd')
  }
  await page.getByText('Selesai: 3 unggahan sudah ditangani.').waitFor()
  const judged = new Map((await verdicts()).map((row) => [row.text, row]))
  assert.equal(judged.get(TEXTS[0]!)!.verdict, 'not_complaint')
  assert.equal(judged.get(TEXTS[1]!)!.verdict, 'complaint')
  assert.equal(judged.get(TEXTS[2]!)!.skipped, true)
  assert.deepEqual(desk.woken, ['group'])
  const badge = page.getByRole('navigation').getByRole('link', { name: /Sampel/ })
  assert.equal((await badge.innerText()).trim(), 'Sampel')
  await assertUsable(page)
})

test('z takes the last verdict back, and the same post is there again', async () => {
  await page.keyboard.press('z')
  await page.getByText('Penilaian terakhir diurungkan.').waitFor()
  await progress(3)
  assert.equal((await verdicts()).length, 2)
  // Which post came last is left to chance.
  await page.keyboard.press((await shown()).startsWith('Got') ? 'o' : 'd')
  await page.getByText('Selesai: 3 unggahan sudah ditangani.').waitFor()
})

test('what was called a complaint is in the queue, and its history says where it was found', async () => {
  await groupWaiting(fresh.db, desk.region, { limit: 10, mostMs: 60_000 })
  await page.goto(`${desk.url}/petugas/antrean`)
  await page.locator('a.row', { hasText: 'Got depan rumah' }).waitFor()
  await page.getByText('Ditemukan lewat sampel harian').waitFor()
})

test('of two analysts the second is told who was faster, and goes on with what is left', async () => {
  await fresh.sql`
    update samples set verdict = null, skipped = false, decided_by = null, decided_at = null
     where verdict = 'not_complaint'`
  const rival = await desk.sit('analyst', 'Budi Rekaan')
  for (const at of [page, rival.page]) {
    await at.goto(`${desk.url}/petugas/sampel`)
    await at.locator('.voice-text').waitFor()
  }
  await page.keyboard.press('d')
  await page.getByText('Tercatat: bukan aduan.').waitFor()
  await rival.page.keyboard.press('o')
  await rival.page
    .getByRole('alert')
    .getByText(/sudah dinilai oleh Rahmat Rekaan/)
    .waitFor()
  await rival.page.context().close()
})

test('leaders see the figures with their intervals, and that the sample is still small', async () => {
  const leader = await desk.sit('leader', 'Ibu Rekaan')
  await leader.page.goto(`${desk.url}/petugas/ketepatan`)
  await leader.page.getByText(/^Dari 3 unggahan yang disisihkan, diperkirakan \d/).waitFor()
  await leader.page.getByText('Sampel yang dinilai masih sedikit').waitFor()
  await leader.page.getByRole('table').first().waitFor()
  assert.equal(await leader.page.getByRole('link', { name: /Sampel/ }).count(), 0)
  await assertUsable(leader.page)
  assert.deepEqual(desk.faults, [])
})
