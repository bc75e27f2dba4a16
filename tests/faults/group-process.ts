/** A process of its own that groups what waits, a few messages at a time. Arguments: the database, the region. */
import { connectPostgres } from '../../src/db/connect.ts'
import { groupWaiting } from '../../src/group/group.ts'
import { loadRegion } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

const [url = '', regionId = ''] = process.argv.slice(2)
const db = await connectPostgres(url, 2)
const region = await loadRegion(packFolder(regionId))
process.send?.('ready')
await new Promise((resolve) => process.once('message', resolve))
let handled = 0
for (let count = 1; count > 0; handled += count)
  count = await groupWaiting(db, region, { limit: 7 })
await db.close()
process.send?.({ handled })
process.disconnect()
