/** Posts grouped a second, and how long one transaction keeps others waiting. */
import type { Database } from '../src/db/connect.ts'
import { groupWaiting } from '../src/group/group.ts'
import { readWaiting } from '../src/read/job.ts'
import type { Region } from '../src/region/region.ts'
import { freshRegion, makePost, makeSource } from '../tests/helpers.ts'
import { onEachDatabase } from './databases.ts'
import { median, percentile, printTable, rounded } from './table.ts'

const POSTS = 1500
const PROBLEMS = [
  'lampu jalan mati',
  'jalan berlubang',
  'sampah menumpuk',
  'air PDAM tidak mengalir',
]

export const benchGroup = async (): Promise<void> => printTable(await onEachDatabase(measure))

async function measure(db: Database, name: string) {
  const region = await freshRegion(db.sql, 'kendari')
  await fill(db, region)
  while ((await readWaiting(db, region, { limit: 200 })) > 0);
  const times: number[] = []
  const start = performance.now()
  for (let count = 1; count > 0;) {
    const from = performance.now()
    count = await groupWaiting(db, region, { limit: 100 })
    if (count > 0) times.push(performance.now() - from)
  }
  const seconds = (performance.now() - start) / 1000
  const [row] = await db.sql<{ count: number }[]>`select count(*) from candidates`
  return {
    database: name,
    'posts/s': rounded(POSTS / seconds),
    candidates: row!.count,
    'transaction p50 ms': rounded(median(times)),
    'p99 ms': rounded(percentile(times, 0.99)),
  }
}

/** Every third post is told again in nearly the same words. */
async function fill(db: Database, region: Region): Promise<void> {
  const { id: sourceId } = await makeSource(db.sql, { regionId: region.id })
  const kelurahan = region.areas.filter((area) => area.level === 'kelurahan')
  for (let n = 0; n < POSTS; n++) {
    const told = n % 3 === 0 ? Math.max(0, n - 30) : n
    const problem = PROBLEMS[told % PROBLEMS.length]!
    const place = `Lorong Uji ${told}, kelurahan ${kelurahan[told % kelurahan.length]!.name}`
    const text = `Tolong, ${problem} di ${place}, sudah ${n % 9} hari belum diperbaiki`
    await makePost(db.sql, { regionId: region.id, sourceId, text })
  }
}
