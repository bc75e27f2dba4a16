/** The command `dengar`: finds the named command and runs it. `dengar help` lists them. */
import { COMMANDS } from './commands/all.ts'
import { printable } from './commands/printable.ts'
import { stopWhileStarting } from './commands/signals.ts'

const [name = 'help', ...args] = process.argv.slice(2)

// Whoever reads the answers may have enough of them, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  process.exitCode = await run(name, args)
} catch (error) {
  console.error(printable(sentenceOf(error)))
  // What was started before the failure would keep the process alive.
  process.exit(1)
}

async function run(name: string, args: string[]): Promise<number> {
  const found = COMMANDS.find((each) => each.name === name)
  if (!found) return help(name)
  if (args[0] === '-h' || args.includes('--help')) {
    console.log(`dengar ${found.name} ${found.usage}\n\n${found.summary}`)
    for (const line of found.options ?? []) console.log(`  ${line}`)
    return 0
  }
  if (found.usage === '' && args.length > 0) {
    throw new Error(`${name}: it takes no words, but "${args[0]}" was given`)
  }
  if (found.isService) stopWhileStarting()
  const { command } = await found.load()
  return command.run(args)
}

/** What `util.parseArgs` says has no subject. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isAboutWords = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')
  return isAboutWords
    ? `${name}: ${error.message}. "dengar ${name} --help" says what it takes.`
    : error.message
}

function help(name: string): number {
  const isAsked = ['help', '--help', '-h'].includes(name)
  const lines = COMMANDS.map(
    (each) => `  ${`${each.name} ${each.usage}`.padEnd(44)} ${each.summary}`,
  )
  const print = isAsked ? console.log : console.error
  if (!isAsked) print(printable(`dengar: there is no command "${name}".\n`))
  print(`Usage: npm run -s dengar -- COMMAND\n\n${lines.join('\n')}`)
  return isAsked ? 0 : 2
}
