/** What a new officer waits for: how much JavaScript comes first, and when the queue can be used on a slow line. */
import type { Page } from '@playwright/test'
import type { Desk } from '../tests/e2e/desk.ts'
import { median, rounded } from './table.ts'

const BITS_A_SECOND = 1_500_000
const LATENCY_MS = 40
const TIMES = 5

export async function firstLoad(desk: Desk) {
  const bytes: number[] = []
  const waits: number[] = []
  for (let n = 0; n < TIMES; n += 1) {
    const { page } = await desk.sit('analyst', `Analis ${n}`)
    const load = await watchLoad(page)
    const start = performance.now()
    await page.goto(`${desk.url}/petugas/antrean`, { waitUntil: 'commit' })
    await page.locator('.rows [id^=row-]').first().waitFor()
    waits.push(performance.now() - start)
    bytes.push(load.scripts())
    await page.close()
  }
  return [
    {
      what: 'JavaScript until the queue stands, gzip',
      asked: '130 kB',
      reached: `${rounded(median(bytes) / 1000)} kB`,
    },
    {
      what: 'first load to usable queue, 1.5 Mbit/s',
      asked: '2 s',
      reached: `${rounded(median(waits))} ms`,
    },
  ]
}

/** Slows the line and counts what comes over it, as it is sent. */
async function watchLoad(page: Page): Promise<{ scripts: () => number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BITS_A_SECOND / 8,
    uploadThroughput: BITS_A_SECOND / 8,
  })
  const scripts = new Set<string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return { scripts: () => bytes }
}
