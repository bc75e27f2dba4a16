/** `dengar reread`: recompute readings with any version of the reader. */
import { parseArgs } from 'node:util'
import { findModel } from '../learn/find-model.ts'
import { reread, type Changes, type Reread } from '../learn/reread.ts'
import { localDay, startOfDay } from '../region/time-zone.ts'
import type { Command } from './command.ts'
import { printable } from './printable.ts'
import { tableOf } from './table.ts'
import { withService } from './with-service.ts'

const OPTIONS = {
  model: { type: 'string' },
  since: { type: 'string' },
  apply: { type: 'boolean', default: false },
} as const

/** How often a run tells how far it is. */
const TELL_MS = 2000

export const command: Command = {
  async run(args) {
    const { values } = parseArgs({ args, options: OPTIONS })
    const { model: name, since, apply } = values
    if (name === undefined) {
      throw new Error('reread: name a model, as in: dengar reread --model bawaan-1')
    }
    return withService(async ({ db, region }) => {
      const model = await findModel(db.sql, region.id, name)
      const from = since === undefined ? new Date(0) : dayOf(since, region.timezone)
      const warn = (problem: string) => console.error(printable(problem))
      const result = await reread(db, region, {
        model,
        since: from,
        apply,
        warn,
        progress: makeTell(),
      })
      print(result, { name, apply })
      return 0
    })
  },
}

/** @throws a sentence when the text is no day of the calendar */
function dayOf(text: string, timezone: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  const at = isDay ? startOfDay(text, timezone) : null
  // The 31st of February is read as a day in March.
  if (at && localDay(at, timezone) === text) return at
  throw new Error('reread: --since is a day such as 2026-01-01')
}

function makeTell(): (done: number, total: number) => void {
  let last = Date.now()
  return (done, total) => {
    if (Date.now() - last < TELL_MS) return
    last = Date.now()
    console.error(`${done} of ${total}`)
  }
}

function print({ all, undecided, again, candidates }: Reread, run: Run): void {
  const row = (what: string, key: keyof Changes) => ({
    '': what,
    all: all[key],
    undecided: undecided[key],
  })
  console.log(`Read by ${run.name}, against the readings that ${run.apply ? 'counted' : 'count'}:`)
  console.log(
    tableOf([
      row('messages', 'messages'),
      row('would be complaints, were none', 'toComplaint'),
      row('would be none, were complaints', 'toOther'),
      row('complaints of another category', 'category'),
    ]),
  )
  console.log(
    run.apply
      ? `The new readings count for the undecided: ${again} posts go back to grouping, ` +
          `${candidates} waiting candidates have new facts.`
      : 'Nothing that counts was changed. With --apply the new readings count for the undecided.',
  )
}

type Run = { name: string; apply: boolean }
