/** What an officer feels at the keyboard: measured inside a real page, from the key to the painted frame. */
import type { Page } from '@playwright/test'
import { median, percentile, rounded } from './table.ts'

/** Runs in the page: notes for each key how long it took until the frame that shows it was painted. */
const WATCH = `
  window.painted = []
  addEventListener('keydown', (event) => {
    const pressed = event.timeStamp
    requestAnimationFrame(() => {
      // A message is handled after the frame was painted; the frame's own callback runs before.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => window.painted.push(performance.now() - pressed)
      channel.port2.postMessage(0)
    })
  }, true)`

const BETWEEN_MS = 40

/** Presses the keys one after another. @returns milliseconds until each was painted */
export async function pressKeys(page: Page, keys: readonly string[]): Promise<number[]> {
  await page.evaluate('window.painted && (window.painted.length = 0)')
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(BETWEEN_MS)
  }
  await page.waitForTimeout(500)
  return page.evaluate<number[]>('window.painted')
}

/** Begins to watch; once for each page. */
export const watchKeys = (page: Page) => page.evaluate(WATCH)

/** Makes the page's processor so many times slower; 1: as it is. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: times })
}

export const toFigures = (ms: number[]) => ({
  median: rounded(median(ms)),
  p95: rounded(percentile(ms, 0.95)),
})
