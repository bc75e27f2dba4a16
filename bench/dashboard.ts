/**
 * `npm run bench -- dashboard`: what an officer feels, in a real browser on the embedded database, and then what
 * fifty of them do at once.
 */
import type { Page } from '@playwright/test'
import { makeSafeFetch } from '../src/collect/safe-fetch.ts'
import { connectEmbedded, type Database } from '../src/db/connect.ts'
import { migrate } from '../src/db/migrate.ts'
import { makeLog } from '../src/log.ts'
import { openDesk, type Desk } from '../tests/e2e/desk.ts'
import { makePost, makeSource } from '../tests/helpers.ts'
import { startWorkers } from '../workers/main.ts'
import { benchDesk } from './desk.ts'
import { fillQueue } from './filled-queue.ts'
import { firstLoad } from './first-load.ts'
import { pressKeys, slowDown, toFigures, watchKeys } from './keys.ts'
import { percentile, printTable, rounded } from './table.ts'

const WAITING = 10_000
const ACTS = 60
const ARRIVALS = 15
/** Held down and pressed: mostly down the list, sometimes up, sometimes selected. */
const KEYS = Array.from({ length: 200 }, (_, n) => (n % 10 === 9 ? 'x' : n % 7 === 6 ? 'k' : 'j'))

type Row = { what: string; asked: string; reached: string }

export async function benchDashboard(): Promise<void> {
  const rows: Row[] = []
  const db = await connectEmbedded(null)
  await migrate(db.sql)
  const desk = await openDesk({ db, sql: db.sql, url: null, close: () => db.close() })
  try {
    await fillQueue(db.sql, desk.region, WAITING)
    rows.push(...(await keyboard(desk)))
    rows.push(...(await firstLoad(desk)))
    rows.push(await arrivals(db, desk))
  } finally {
    await desk.close()
    await db.close()
  }
  printTable(rows)
  console.log('')
  await benchDesk()
}

async function keyboard(desk: Desk): Promise<Row[]> {
  const { page } = await desk.sit('analyst', 'Analis Uji')
  await openQueue(page, desk)
  await watchKeys(page)
  const normal = toFigures(await pressKeys(page, KEYS))
  await slowDown(page, 4)
  const slow = toFigures(await pressKeys(page, KEYS))
  await page.close()
  const acts = await decide(desk)
  const what = `key to paint, ${WAITING} rows`
  return [
    {
      what: `${what}, normal`,
      asked: '17 ms, p95 33 ms',
      reached: `${normal.median} ms, p95 ${normal.p95} ms`,
    },
    {
      what: `${what}, 4x slower`,
      asked: '50 ms, p95 90 ms',
      reached: `${slow.median} ms, p95 ${slow.p95} ms`,
    },
    {
      what: 'act to server-confirmed, embedded',
      asked: 'p95 100 ms',
      reached: `p95 ${rounded(percentile(acts, 0.95))} ms`,
    },
  ]
}

/** Dismisses one after another by two keys. @returns milliseconds from the second key to the server's answer */
async function decide(desk: Desk): Promise<number[]> {
  const { page } = await desk.sit('analyst', 'Analis Cepat')
  await openQueue(page, desk)
  const times: number[] = []
  for (let n = 0; n < ACTS; n += 1) {
    await page.keyboard.press('d')
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/dismiss'))
    const start = performance.now()
    await page.keyboard.press('5')
    await (await saved).finished()
    times.push(performance.now() - start)
  }
  await page.close()
  return times
}

/** From a post that was collected until a row or a notice tells of it on a screen that is open. */
async function arrivals(db: Database, desk: Desk): Promise<Row> {
  const log = makeLog({ dataFolder: '.', logLevel: 'error' })
  const fetch = makeSafeFetch({ allow: [], userAgent: 'Dengar/bench' })
  const { region } = desk
  const config = { dataFolder: '.' } as never
  const workers = await startWorkers({ db, region, config, log, fetch })
  const { page } = await desk.sit('analyst', 'Analis Kabar')
  const { id: sourceId } = await makeSource(db.sql, { regionId: region.id })
  await openQueue(page, desk)
  const times: number[] = []
  for (let n = 0; n < ARRIVALS; n += 1) {
    const notice = page.getByRole('button', { name: new RegExp(`^${n + 1} baru`) })
    const start = performance.now()
    const text = `Tolong, pohon tumbang menutup jalan di RT ${n + 1}, kabel listrik ikut putus, sejak pagi belum diangkat`
    await makePost(db.sql, { regionId: region.id, sourceId, text })
    await db.bus.notify('posts', region.id)
    await notice.waitFor()
    times.push(performance.now() - start)
  }
  await workers.stop()
  return {
    what: 'a post collected, visible in the queue',
    asked: 'p95 3 s',
    reached: `p95 ${rounded(percentile(times, 0.95))} ms`,
  }
}

async function openQueue(page: Page, desk: Desk): Promise<void> {
  await page.goto(`${desk.url}/petugas/antrean`)
  await page.locator('.rows [aria-current=true], .rows [aria-selected=true]').first().waitFor()
}
