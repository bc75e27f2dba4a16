/** What a newcomer sees: `npm run demo`, a real browser, and the first decisions by keyboard. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { openBrowser } from '../browser.ts'
import { eventually, startDengar, type Running } from '../service.ts'

const PASSWORD = 'angin-teluk-pagi-hari'
let demo: Running
let browser: Browser
let page: Page
before(async () => {
  demo = await startDengar(['demo', '--minutes', '2'], { DENGAR_LOG_LEVEL: 'warn' })
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
})
after(async () => {
  await browser?.close()
  await demo?.stop()
})

async function seriousFaults(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map(
      (each) => `${page.url()}: ${each.id} at ${each.nodes.map((node) => node.target).join(', ')}`,
    )
}

test('the one-time link makes the first officer', { timeout: 120_000 }, async () => {
  const [, url] = await demo.until(/For officers +(\S+undangan\S+)/, 90_000)
  await page.goto(url!)
  await page.getByLabel('Nama lengkap').fill('Analis Peraga')
  await page.getByLabel('Nama pengguna').fill('analis')
  await page.getByLabel('Kata sandi').first().fill(PASSWORD)
  assert.deepEqual(await seriousFaults(), [])
  await page.getByRole('button', { name: /buat|simpan|mulai/i }).click()
  await page.waitForURL(/beranda/)
  await page.getByRole('navigation').getByRole('link', { name: 'Antrean' }).click()
  await page.waitForURL(/antrean/)
})

test('within 30 seconds the queue shows candidates of several sources', async () => {
  const queue = await eventually(
    'candidates of three sources or more',
    async () => {
      const answer = await page.request.get(`${demo.url}/api/queue?limit=200`)
      const { items } = (await answer.json()) as { items: { sources: string[] }[] }
      const sources = new Set(items.flatMap((item) => item.sources))
      return sources.size >= 3 && items.length >= 10 && items
    },
    30_000,
  )
  assert.ok(queue.length >= 10)
  await page.reload()
  await page
    .getByRole('listitem')
    .or(page.getByRole('option'))
    .or(page.getByRole('row'))
    .first()
    .waitFor()
  assert.deepEqual(await seriousFaults(), [])
})

test('a sample of the morning waits to be judged', { timeout: 90_000 }, async () => {
  const { total } = await eventually(
    'a sample of twenty',
    async () => {
      const answer = await page.request.get(`${demo.url}/api/samples/next`)
      const desk = (await answer.json()) as { total: number }
      return desk.total > 0 && desk
    },
    60_000,
  )
  assert.equal(total, 20)
})

test('at phone width nothing scrolls sideways', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const name of [
    'beranda',
    'latihan',
    'antrean',
    'aduan',
    'sampel',
    'sumber',
    'tren',
    'ketepatan',
    'mesin',
    'petugas',
  ]) {
    await page.goto(`${demo.url}/petugas/${name}`)
    await page.waitForLoadState('networkidle')
    const overflow = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    assert.ok(overflow <= 0, `${name}: ${overflow} px too wide`)
    assert.deepEqual(await seriousFaults(), [])
  }
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('the citizen pages work without JavaScript and have no serious fault', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  })
  const citizen = await context.newPage()
  await citizen.goto(`${demo.url}/lapor`)
  await citizen
    .getByLabel('Apa yang terjadi?')
    .fill('Got depan rumah tersumbat, air naik ke jalan setiap hujan.')
  await citizen.getByRole('button', { name: /kirim/i }).click()
  await citizen.getByText(/nomor/i).first().waitFor()
  await context.close()
  for (const path of ['/', '/lapor', '/lacak', '/privasi']) {
    await page.goto(`${demo.url}${path}`)
    assert.deepEqual(await seriousFaults(), [])
  }
})
