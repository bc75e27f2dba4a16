/** `dengar import FILE`: messages from JSONL, CSV or XLSX become posts. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importFile, planImport, rehearseImport, type ImportPlan } from '../collect/import-file.ts'
import { readChannel } from '../collect/sources/file-post.ts'
import type { RowProblem } from '../collect/sources/file-record.ts'
import { FIELDS, shown } from '../collect/sources/file-columns.ts'
import { readConfig } from '../config.ts'
import { loadRegion } from '../region/region.ts'
import type { Command } from './command.ts'
import { printable } from './printable.ts'
import { withService } from './with-service.ts'

const OPTIONS = {
  name: { type: 'string' },
  channel: { type: 'string', default: 'import' },
  map: { type: 'string', default: '' },
  sheet: { type: 'string', default: '1' },
  'dry-run': { type: 'boolean', default: false },
} as const

type Wishes = {
  file: string
  name: string
  channel: string
  map: string
  sheet: number
  dryRun: boolean
}

export const command: Command = {
  async run(args) {
    try {
      const wishes = readWishes(args)
      const plan = await planImport(wishes.file, { wishes: wishes.map, sheet: wishes.sheet })
      printPlan(wishes.file, plan)
      return await (wishes.dryRun ? rehearse(plan, wishes) : store(plan, wishes))
    } catch (error) {
      say(`import: ${error instanceof Error ? error.message : String(error)}`)
      return 1
    }
  },
}

function readWishes(args: string[]): Wishes {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) {
    throw new Error('name one file, as in: dengar import aduan.csv --map text=isi,at=tanggal')
  }
  const channel = readChannel(values.channel)
  if (channel === null)
    throw new Error(`--channel: "${values.channel}" is not a name such as "facebook"`)
  const sheet = Number(values.sheet)
  if (!Number.isInteger(sheet) || sheet < 1)
    throw new Error('--sheet: give the number of a sheet, from 1')
  const name = (values.name ?? path.basename(file)).trim().slice(0, 200)
  return { file, name, channel, map: values.map, sheet, dryRun: values['dry-run'] }
}

function printPlan(file: string, { table, mapping }: ImportPlan): void {
  say(`${file}: ${table.format}, ${table.columns.length} columns`)
  for (const field of FIELDS) {
    const column = mapping.get(field)
    say(`  ${field.padEnd(8)} ${column === undefined ? '-' : `<- ${shown([column])}`}`)
  }
  const used = new Set(mapping.values())
  const unused = table.columns.filter((column) => !used.has(column))
  if (unused.length > 0) say(`  not used: ${shown(unused)}`)
}

async function rehearse(plan: ImportPlan, { channel }: Wishes): Promise<number> {
  const region = await loadRegion((await readConfig()).regionFolder)
  const progress = showProgress(plan.table.bytes)
  const seen = await rehearseImport(plan, { region, channel, progress: progress.report })
  progress.end()
  for (const { createdAt, channel: from, author, title, text } of seen.posts) {
    const who = author.handle ?? author.name
    console.log(
      JSON.stringify({ at: createdAt.toISOString(), channel: from, author: who, title, text }),
    )
  }
  printProblems(seen)
  console.error(
    `${seen.good} rows can be imported, ${seen.bad} cannot. Nothing was written (--dry-run).`,
  )
  return seen.good > 0 && seen.cutAt === null ? 0 : 1
}

const store = (plan: ImportPlan, { name, channel }: Wishes): Promise<number> =>
  withService(async ({ db, region }) => {
    const progress = showProgress(plan.table.bytes)
    const result = await importFile(db, plan, { region, name, channel, progress: progress.report })
    progress.end()
    printProblems(result)
    const { added, known, bad } = result
    console.log(JSON.stringify({ source: name, added, known, bad }))
    console.error(`${added} new posts, ${known} already known, ${bad} rows skipped.`)
    return added + known > 0 && result.cutAt === null ? 0 : 1
  })

type Read = { problems: RowProblem[]; bad: number; cutAt: number | null }

function printProblems({ problems, bad, cutAt }: Read): void {
  for (const { line, problem } of problems) say(`  line ${line}: ${problem}`)
  if (bad > problems.length) say(`  and ${bad - problems.length} more`)
  if (cutAt === null) return
  say(
    `import: the file could not be read beyond line ${cutAt}. Mend that line and import the file again; ` +
      'what is there already is not doubled.',
  )
}

const say = (text: string) => console.error(printable(text))

const BAR_WIDTH = 30

/** A bar on a terminal; elsewhere a plain line every 5 seconds, so that logs stay readable. */
function showProgress(total: number) {
  const isTerminal = process.stderr.isTTY
  let shownAt = Date.now()
  const report = (bytes: number) => {
    const now = Date.now()
    if (now - shownAt < (isTerminal ? 100 : 5_000)) return
    shownAt = now
    const share = Math.min(bytes / Math.max(total, 1), 1)
    const percent = `${Math.floor(share * 100)} %`
    const bar = '#'.repeat(Math.round(share * BAR_WIDTH)).padEnd(BAR_WIDTH, '.')
    if (isTerminal) process.stderr.write(`\r[${bar}] ${percent.padStart(5)}`)
    else console.error(`import: ${percent} read`)
  }
  const end = () => void (isTerminal && process.stderr.write('\r\u001b[K'))
  return { report, end }
}
