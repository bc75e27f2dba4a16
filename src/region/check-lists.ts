/** What each of the plain lists must keep by itself: clocks, sources, watch words, holidays. */
import type { Pack } from './pack.ts'

/** Stages that must have a time limit, or a complaint could wait for ever. */
const STAGES_WITH_CLOCK = ['answer', 'triage']

/** Problems of the clocks in region.json, each as a sentence with file and line. */
export function checkClocks(pack: Pack): string[] {
  if (!pack.settings) return []
  const { clocks } = pack.settings
  const problems: string[] = []
  const seen = new Set<string>()
  for (const [index, clock] of clocks.entries()) {
    const key = `${clock.stage} ${clock.rung}`
    if (seen.has(key)) {
      const line = pack.settingsLine(`clocks.${index}`)
      problems.push(`region.json:${line}: stage ${clock.stage} has the rung ${clock.rung} twice`)
    }
    seen.add(key)
  }
  for (const stage of STAGES_WITH_CLOCK) {
    if (clocks.some((clock) => clock.stage === stage)) continue
    const line = pack.settingsLine('clocks')
    problems.push(`region.json:${line}: clocks has no time limit for the stage ${stage}`)
  }
  return problems
}

/** Problems of sources.csv, each as a sentence with file and line. */
export function checkSources(pack: Pack): string[] {
  const problems: string[] = []
  const lineOfName = new Map<string, number>()
  const lineOfAddress = new Map<string, number>()
  for (const { line, row } of pack.sources) {
    const name = `${row.kind} ${row.name.toLowerCase()}`
    const namedIn = lineOfName.get(name)
    if (namedIn) {
      problems.push(
        `sources.csv:${line}: ${row.kind} "${row.name}" already stands in line ${namedIn}`,
      )
    } else lineOfName.set(name, line)

    if (row.url === '') continue
    const address = addressKey(row.url)
    const sameIn = lineOfAddress.get(address)
    if (sameIn) {
      problems.push(`sources.csv:${line}: ${row.url} is the same address as in line ${sameIn}`)
    } else lineOfAddress.set(address, line)
  }
  return problems
}

/** Problems of watch-words.csv, each as a sentence with file and line. */
export function checkWatchWords(pack: Pack): string[] {
  return findRepeats(
    pack.watchWords.map(({ line, row }) => ({ line, key: row.word.toLowerCase() })),
    (key, earlier) => `"${key}" already stands in line ${earlier}`,
  ).map((problem) => `watch-words.csv:${problem}`)
}

/** Problems of holidays.csv, each as a sentence with file and line. */
export function checkHolidays(pack: Pack): string[] {
  return findRepeats(
    pack.holidays.map(({ line, row }) => ({ line, key: row.date })),
    (key, earlier) => `${key} already stands in line ${earlier}; a day is off once`,
  ).map((problem) => `holidays.csv:${problem}`)
}

function findRepeats(
  entries: { line: number; key: string }[],
  say: (key: string, earlier: number) => string,
): string[] {
  const lineOf = new Map<string, number>()
  return entries.flatMap(({ line, key }) => {
    const earlier = lineOf.get(key)
    if (earlier !== undefined) return [`${line}: ${say(key, earlier)}`]
    lineOf.set(key, line)
    return []
  })
}

/** The same feed is often written with and without `www.` or the last slash. */
function addressKey(address: string): string {
  const url = new URL(address)
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.host.replace(/^www\./, '')}${path}${url.search}`
}
