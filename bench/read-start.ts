/** One start of a reader in a process of its own: how long it took, and what it holds after 2,000 posts. */
import { fileURLToPath } from 'node:url'
import { makeReader } from '../src/read/read.ts'
import { loadRegion } from '../src/region/region.ts'

const region = await loadRegion(fileURLToPath(new URL('../regions/kendari', import.meta.url)))
const read = makeReader(region)
read({ text: 'halo' })
const readyMs = performance.now()
for (let i = 0; i < 2000; i += 1) read({ text: `Jalan rusak di RT ${i} Kadia, tolong pak` })
console.log(JSON.stringify({ readyMs, megabytes: process.memoryUsage.rss() / 1e6 }))
