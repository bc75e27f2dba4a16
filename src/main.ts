/** The command `dengar`: finds the named command and runs it. `dengar help` lists them. */
import { COMMANDS } from './commands/all.ts'

const [name = 'help', ...args] = process.argv.slice(2)

try {
  process.exitCode = await run(name, args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  // What was started before the failure would keep the process alive.
  process.exit(1)
}

async function run(name: string, args: string[]): Promise<number> {
  const found = COMMANDS.find((each) => each.name === name)
  if (!found) return help(name)
  if (args.includes('--help')) {
    console.log(`dengar ${found.name} ${found.usage}\n\n${found.summary}`)
    return 0
  }
  const { command } = await found.load()
  return command.run(args)
}

function help(name: string): number {
  const isAsked = name === 'help' || name === '--help'
  const lines = COMMANDS.map(
    (each) => `  ${`${each.name} ${each.usage}`.padEnd(44)} ${each.summary}`,
  )
  const print = isAsked ? console.log : console.error
  if (!isAsked) print(`dengar: there is no command "${name}".\n`)
  print(`Usage: npm run -s dengar -- COMMAND\n\n${lines.join('\n')}`)
  return isAsked ? 0 : 2
}
