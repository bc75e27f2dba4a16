/** The screen of one candidate when everything is too much: five thousand voices, a book of a post, a wrong clock. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { freshDatabase, makePost, makeSource, type Fresh } from '../helpers.ts'
import { eventsOf, makeCandidate } from '../makers.ts'
import { makeCrowd } from '../related.ts'
import { assertUsable, openDesk, type Desk } from './desk.ts'

const TRICKS = 'aman \u202eterbalik\u202c \u2067kanan lam\u200bpu '
const BOOK = (TRICKS + '<b>tebal</b> panjang sekali '.repeat(5_000)).slice(0, 100_000)

let fresh: Fresh
let desk: Desk
let page: Page
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  page = (await desk.sit('analyst', 'Sari Rekaan')).page
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

const voices = () => page.locator('.detail-body > div > section > .voices > li')
const openOne = async (id: number) => {
  await page.goto(`${desk.url}/petugas/antrean/${id}`)
  await page.locator('.voice-text').first().waitFor()
}

/** A book of a post: a reply, with attachments, changed by its author. */
async function makeBook() {
  const { sql } = fresh
  const regionId = desk.region.id
  const { id: sourceId } = await makeSource(sql, { regionId })
  const made = await makeCandidate(sql, desk.region, { text: BOOK, title: TRICKS, sourceId })
  await makePost(sql, {
    regionId,
    sourceId,
    nativeId: 'induk',
    text: 'Siapa yang lampunya mati?',
    authorHandle: 'penanya_rekaan',
  })
  const media = [
    { type: 'image', url: 'https://gambar.test/1.jpg', alt: 'Tiang lampu' },
    { type: 'video', url: 'javascript:window.ran=1' },
  ]
  await sql`
    update posts set kind = 'reply', parent_native_id = 'induk', source_kind = 'file',
                     media = ${sql.json(media)}, edited_at = now() - interval '1 day'
     where id = ${made.postId}`
  return made
}

test('a candidate of 5,000 voices opens at once, and the others come while one reads', async () => {
  const { id } = await makeCrowd(fresh.sql, desk.region, { voices: 5000, copies: 1000 })
  const started = performance.now()
  await openOne(id)
  const ms = performance.now() - started
  assert.ok(ms < 6_000, `opened after ${Math.round(ms)} ms`)
  await page.getByRole('heading', { name: 'Suara 4.000 · 1.000 salinan' }).waitFor()
  assert.equal(await voices().count(), 50)
  await page.getByRole('button', { name: 'Tampilkan berikutnya dari 3.950 suara lagi' }).click()
  await page.getByRole('button', { name: 'Tampilkan berikutnya dari 3.900 suara lagi' }).waitFor()
  assert.equal(await voices().count(), 100)
  const copies = page.locator('.copies').first()
  await copies.getByText('1.000 salinan').click()
  await copies.getByRole('button', { name: 'dari 990 suara lagi' }).click()
  await copies.getByRole('button', { name: 'dari 940 suara lagi' }).waitFor()
  assert.equal(await copies.locator('.voices > li').count(), 60)
})

test('a post of 100,000 characters is folded, and whole when one asks for it', async () => {
  const { id } = await makeBook()
  await openOne(id)
  const text = page.locator('.voice-text').first()
  assert.ok((await text.textContent())!.length <= 20_000)
  const started = performance.now()
  await page.getByRole('button', { name: 'Selengkapnya (100.000 huruf)' }).click()
  await page.getByRole('button', { name: 'Ringkas' }).waitFor()
  assert.equal(await text.textContent(), BOOK)
  const ms = performance.now() - started
  assert.ok(ms < 4_000, `shown after ${Math.round(ms)} ms`)
  await page.getByRole('button', { name: 'Ringkas' }).click()
})

/** In the browser: the words of the first line stand from left to right as they were written. */
const IN_ORDER = `(() => {
  const left = (word) => {
    const walker = document.createTreeWalker(document.querySelector('.voice-text'), 4)
    while (walker.nextNode()) {
      const start = walker.currentNode.data.indexOf(word)
      if (start < 0) continue
      const range = document.createRange()
      range.setStart(walker.currentNode, start)
      range.setEnd(walker.currentNode, start + word.length)
      return range.getBoundingClientRect().left
    }
  }
  return left('aman') < left('terbalik') && left('terbalik') < left('kanan')
})()`

test('what nobody sees is marked and turns nothing around it', async () => {
  const first = page.locator('.voice').first()
  await first.getByText('Teks ini memuat 4 huruf tersembunyi').waitFor()
  assert.equal(await first.locator('.voice-text .hidden-mark').count(), 4)
  const isInOrder = await page.evaluate<boolean>(IN_ORDER)
  assert.ok(isInOrder, 'the words stand as they were written')
})

test('where it comes from: what it answers, what is attached, and the copy that is kept', async () => {
  const first = page.locator('.voice').first()
  await first.getByText('Menjawab @penanya_rekaan').click()
  await first.getByText('Siapa yang lampunya mati?').waitFor()
  const picture = first.getByRole('link', { name: 'Gambar 1' })
  assert.equal(await picture.getAttribute('href'), 'https://gambar.test/1.jpg')
  assert.equal(await first.getByRole('link', { name: 'Video 2' }).count(), 0)
  await first.getByText('Salinan tersimpan').first().click()
  await first.getByText('berubah di sumbernya').first().waitFor()
  await first.getByText(/Penulisnya sudah mengubahnya pada/).waitFor()
  assert.equal(await page.locator('img').count(), 0, 'nothing is loaded from elsewhere')
  await assertUsable(page)
  assert.deepEqual(desk.faults, [])
})

test('a computer whose clock is hours wrong shows the ages of all the others', async () => {
  const { id } = await makeCandidate(fresh.sql, desk.region, {
    text: 'Pipa bocor',
    // Not on the edge of a minute: the server's clock is known to half a second.
    at: new Date(Date.now() - 5.5 * 60_000),
  })
  const { page: late } = await desk.sit('analyst', 'Jam Keliru')
  await late.addInitScript('{ const real = Date.now; Date.now = () => real() - 3 * 3600000 }')
  await late.goto(`${desk.url}/petugas/antrean/${id}`)
  await late
    .locator('.voice')
    .getByText(/[56] menit lalu/)
    .waitFor()
  await late
    .locator('.detail-head')
    .getByText(/sisa 23 jam/)
    .waitFor()
  await late.context().close()
})

test('who looks at it is seen by the others', async () => {
  const { id } = await makeCandidate(fresh.sql, desk.region, { text: 'Got mampet' })
  await openOne(id)
  const { page: other } = await desk.sit('humas', 'Budi Rekaan')
  await other.goto(`${desk.url}/petugas/antrean/${id}`)
  await page.locator('.detail-head').getByText('Budi Rekaan sedang melihat ini').waitFor()
  await other.context().close()
})

test('the reading is corrected by keys: field, value, and the next one', async () => {
  const { sql } = fresh
  const { id: sourceId } = await makeSource(sql, { regionId: desk.region.id })
  const { id } = await makeCandidate(sql, desk.region, { text: 'Bau busuk di TPS', sourceId })
  await openOne(id)
  const row = async () => {
    const [found] = await sql<
      { category: string; labels: string[]; mine: boolean; snoozed: boolean; agency: string }[]
    >`select category, labels, assigned_to is not null as mine, snoozed_until > now() as snoozed,
             agency_code as agency
        from candidates where id = ${id}`
    return found!
  }
  const saved = (words: RegExp) => page.getByRole('status').getByText(words).waitFor()
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('e')
  await page.getByRole('button', { name: 'Kategori' }).waitFor()
  await press('k')
  await page.getByRole('combobox', { name: 'Kategori' }).fill('sampah')
  await assertUsable(page)
  await press('Enter')
  await saved(/kategori menjadi Sampah/)
  await press('l')
  await page.getByRole('combobox', { name: 'Cari atau buat label' }).fill('Rapat Senin')
  await press('Enter')
  await saved(/diberi label “rapat senin”/)
  await press('f')
  await page.getByRole('combobox', { name: 'Cari tujuan' }).fill('umum')
  await press('Enter')
  await saved(/diteruskan ke/)
  await press('a')
  await page.getByRole('option', { name: /^Saya/ }).waitFor()
  await press('1')
  await saved(/menjadi tugas Anda/)
  await page.getByText('rapat senin').first().waitFor()
  await press('s')
  await page.getByText(/Tenggatnya .*: saat itu kembali ke antrean/).waitFor()
  await assertUsable(page)
  await press('1')
  await saved(/ditunda sampai/)
  await page.waitForTimeout(500)
  const { category, labels, mine, snoozed, agency } = await row()
  assert.deepEqual(
    { category, labels, mine, snoozed, isSent: agency !== null },
    { category: 'sampah', labels: ['rapat senin'], mine: true, snoozed: true, isSent: true },
  )
  const kinds = (await eventsOf(sql, { candidateId: id })).map(({ kind }) => kind)
  assert.deepEqual(new Set(kinds), new Set(['candidate.changed']))
  assert.equal(kinds.length, 5)
  assert.deepEqual(desk.faults, [])
})
