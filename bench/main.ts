/**
 * `npm run bench [-- NAME [FOLDER]]`: what is measured, as tables. Machines are noisy: compare figures of
 * one run, quote medians and ratios.
 */
import path from 'node:path'
import { existsSync } from 'node:fs'
import { TEST_DATA } from '../tests/helpers.ts'
import { benchApi } from './api.ts'
import { benchCollect } from './collect.ts'
import { benchDashboard } from './dashboard.ts'
import { benchFeeds } from './feeds.ts'
import { benchGroup } from './group.ts'
import { benchMatch } from './match.ts'
import { benchRead } from './read.ts'
import { benchSimilar } from './similar.ts'

const BENCHES: Record<string, (folder?: string) => Promise<void>> = {
  read: () => benchRead(),
  collect: () => benchCollect(),
  group: () => benchGroup(),
  similar: (cases) => benchSimilar(cases === undefined ? undefined : Number(cases)),
  match: (cases) => benchMatch(cases === undefined ? undefined : Number(cases)),
  api: () => benchApi(),
  dashboard: () => benchDashboard(),
  feeds: (folder = path.join(TEST_DATA ?? '', 'feeds/gofeed/testdata')) => {
    if (existsSync(folder)) return benchFeeds(folder)
    console.log(
      `feeds: there are no feed documents in ${folder}; name their folder: npm run bench -- feeds FOLDER`,
    )
    return Promise.resolve()
  },
}

const [name, folder] = process.argv.slice(2)
if (name !== undefined && !(name in BENCHES)) {
  console.error(`bench: there is no "${name}"; choose from ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
for (const each of name === undefined ? Object.keys(BENCHES) : [name]) {
  console.log(`\n## ${each}\n`)
  await BENCHES[each]!(folder)
}
