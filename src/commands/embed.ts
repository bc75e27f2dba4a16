/** `dengar embed`: give every voice a vector by the function of today, now and at full speed. */
import { parseArgs } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Sql } from '../db/connect.ts'
import {
  allEmbedders,
  countVoices,
  currentEmbedders,
  type EmbedderState,
} from '../group/queries-refill.ts'
import { refillFingerprints, useEmbedder } from '../group/refill.ts'
import type { Command } from './command.ts'
import { tableOf } from './table.ts'
import { withService } from './with-service.ts'

const OPTIONS = { status: { type: 'boolean', default: false } } as const
const STEP = { limit: 256, mostMs: 1000 }
/** How often a run tells how far it is, and asks again when another process does the work. */
const TELL_MS = 2000
const ASK_MS = 1000

export const command: Command = {
  async run(args) {
    const { values } = parseArgs({ args, options: OPTIONS })
    return withService(async ({ db, config }) => {
      if (!values.status) {
        await useEmbedder(db.sql, config.embedModel)
        await fillAll(db)
      }
      await printStatus(db.sql)
      return 0
    })
  },
}

async function fillAll(db: Database): Promise<void> {
  const tell = makeTell(db.sql)
  for (;;) {
    const { activated, next } = await refillFingerprints(db, STEP)
    if (activated !== null) console.error(`${activated} has taken over.`)
    if (next === 'nothing') return
    if (next === 'elsewhere') await wait(ASK_MS)
    await tell()
  }
}

/** Counts in the database, because other processes fill as well. */
function makeTell(sql: Sql): () => Promise<void> {
  const begun = Date.now()
  let last = begun
  let first: number | null = null
  return async () => {
    if (Date.now() - last < TELL_MS) return
    last = Date.now()
    const { filling } = await currentEmbedders(sql)
    const row = (await allEmbedders(sql)).find(({ id }) => id === filling?.id)
    if (!row) return
    const total = await countVoices(sql)
    first ??= row.vectors
    const rate = ((row.vectors - first) * 1000) / Math.max(1, last - begun)
    console.error(
      `${row.vectors} of ${total}${rate > 0 ? `, ${paceOf(rate, total - row.vectors)}` : ''}`,
    )
  }
}

const paceOf = (rate: number, left: number): string =>
  `${rate.toFixed(rate < 10 ? 1 : 0)} a second, ${durationOf(Math.max(0, left) / rate)} left`

const durationOf = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`

async function printStatus(sql: Sql): Promise<void> {
  const rows = await allEmbedders(sql)
  const voices = await countVoices(sql)
  const timeOf = (at: Date | null): string =>
    at === null ? '-' : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  console.log(
    tableOf(
      rows.map(({ name, status, vectors, startedAt, doneAt }: EmbedderState) => ({
        function: name,
        status,
        vectors,
        voices,
        since: timeOf(startedAt),
        done: timeOf(doneAt),
      })),
    ),
  )
}
