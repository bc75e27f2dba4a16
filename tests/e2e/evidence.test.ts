/** What strangers wrote, on the officers' screen: always shown as text, never run, and marked where the reasons are. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { freshDatabase, makeSource, type Fresh } from '../helpers.ts'
import { makeCandidate } from '../makers.ts'
import { assertUsable, openDesk, type Desk } from './desk.ts'

/** Markup that would run, marks that turn the direction of writing and are not ended, and very much of it. */
const ATTACK =
  '\u202eterbalik \u2067kanan <script>window.ran = 1</script>' +
  '<img src=x onerror="window.ran = 1"> <a href="javascript:window.ran = 1">buka</a> '
const HOSTILE = ATTACK + 'panjang sekali '.repeat(2_000).slice(0, 20_000 - ATTACK.length)

let fresh: Fresh
let desk: Desk
let page: Page
before(async () => {
  fresh = await freshDatabase()
  desk = await openDesk(fresh)
  const desked = await desk.sit('humas', 'Sari Rekaan')
  page = desked.page
})
after(async () => {
  await desk?.close()
  await fresh?.close()
})

/** Everything that the machine says of a message, hostile too: reasons quote the message. */
async function poisonReading(of: { postId: number | null } | { filingId: number | null }) {
  const { sql } = fresh
  const [column, id] = Object.entries(of)[0]!
  const reasons = [
    { kind: 'complaint', text: HOSTILE, start: 0, end: 8 },
    { kind: HOSTILE, text: HOSTILE, start: 4, end: 30 },
  ]
  const codes = sql.json([{ code: HOSTILE, score: 0.5 }])
  await sql`
    update readings
       set reasons = ${sql.json(reasons)}, categories = ${codes}, agencies = ${codes},
           place = ${HOSTILE}, model = ${HOSTILE}
     where ${sql(column.replace('Id', '_id'))} = ${id}`
}

/** Two candidates with the attack in every text: a post, and a filing that is suggested to be the same. */
async function makeHostile() {
  const { sql } = fresh
  const { id: sourceId } = await makeSource(sql, { regionId: desk.region.id, name: HOSTILE })
  const facts = { text: HOSTILE, title: HOSTILE }
  const post = await makeCandidate(sql, desk.region, { ...facts, sourceId, channel: HOSTILE })
  const filing = await makeCandidate(sql, desk.region, { ...facts, filed: true })
  await sql`
    update posts set title = ${`${HOSTILE}.`}, author_handle = ${HOSTILE}, author_name = ${HOSTILE},
                     canonical_url = 'javascript:window.ran=1'`
  await sql`
    update filings set contact_name = ${HOSTILE}, contact = ${HOSTILE}, address = ${HOSTILE}`
  await sql`update candidates set place = ${HOSTILE}, modus = ${[HOSTILE]}`
  await sql`
    insert into suggestions (candidate_id, other_id, score, reasons)
    values (${post.id}, ${filing.id}, 0.8, ${sql.json([HOSTILE])})`
  await poisonReading({ postId: post.postId })
  await poisonReading({ filingId: filing.filingId })
  return { post, filing }
}

async function assertNothingRan() {
  assert.equal(await page.evaluate('typeof window.ran'), 'undefined')
  assert.equal(await page.locator('body script, img, a[href^="javascript:window"]').count(), 0)
  assert.deepEqual(desk.faults, [])
}

test('a post that attacks in every text field is shown as text, and nothing runs', async () => {
  const { post, filing } = await makeHostile()
  for (const { id } of [post, filing]) {
    await page.goto(`${desk.url}/petugas/antrean/${id}`)
    const text = page.locator('.voice-text')
    await text.waitFor()
    assert.equal(await text.textContent(), HOSTILE)
    assert.equal(await page.locator('#detail h2').textContent(), HOSTILE)
    await assertNothingRan()
    await assertUsable(page)
  }
})

test('the dialogs and the case that is made of it show it as text, too', async () => {
  await page.keyboard.press('o')
  assert.equal(await page.getByLabel('Uraian').inputValue(), HOSTILE)
  assert.equal(await page.getByLabel('Judul').inputValue(), HOSTILE)
  await assertNothingRan()
  await page.getByLabel('Judul').fill(ATTACK)
  await page.getByLabel('Uraian').fill(ATTACK)
  await page.getByLabel('Alamat atau patokan').fill(ATTACK.slice(0, 300))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lihat aduan' }).click()
  await page.locator('.case h1').waitFor()
  assert.equal(await page.locator('.case h1').textContent(), ATTACK.trim())
  await assertUsable(page)
  await assertNothingRan()
})

test('a title that turns the direction of writing does not turn the sentence about it', async () => {
  await page.goto(`${desk.url}/petugas/antrean`)
  await page.locator('a.row').first().waitFor()
  await page.keyboard.press('d')
  await page.keyboard.press('5')
  const said = page.getByRole('status').getByText(/diabaikan: Iklan atau spam/)
  assert.doesNotMatch(await said.innerText(), /[\u202a-\u202e\u2066-\u2069]/)
  await assertNothingRan()
})

test('the marks stand on the words of the reasons, also behind emoji and across each other', async () => {
  const text = 'Tolong 🙏🏽 lampu jalan di Jalan Mawar mati total, gelap sekali'
  const reasons = [
    { kind: 'category', words: 'lampu jalan' },
    { kind: 'place', words: 'Jalan Mawar' },
    { kind: 'complaint', words: 'Mawar mati total' },
    { kind: 'urgent', words: 'gelap' },
  ]
  const spans = reasons.map(({ kind, words }) => {
    const start = text.indexOf(words)
    return { kind, text: `kata ${words}`, start, end: start + words.length }
  })
  const { id, postId } = await makeCandidate(fresh.sql, desk.region, { text })
  await fresh.sql`
    update readings set reasons = ${fresh.sql.json(spans)} where post_id = ${postId}`
  await page.goto(`${desk.url}/petugas/antrean/${id}`)
  const voice = page.locator('.voice-text')
  await voice.getByText('gelap').waitFor()
  assert.equal(await voice.textContent(), text)
  const marks = await voice.locator('mark').allTextContents()
  assert.deepEqual(marks, ['lampu jalan', 'Jalan ', 'Mawar', ' mati total', 'gelap'])
  assert.match(
    (await voice.getByTitle('Aduan: kata').allTextContents()).join(''),
    /Mawar mati total/,
  )
  assert.match((await voice.getByTitle('Tempat: kata').allTextContents()).join(''), /Jalan Mawar/)
  for (const { words } of reasons) await page.getByText(`kata ${words}`).waitFor()
})
