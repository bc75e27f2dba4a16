/** Files of labelled pairs, and of posts and cases that people grouped, for training and measuring the comparison. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Told } from '../group/compare.ts'
import type { KnownCase } from '../group/match.ts'
import {
  clusterLetters,
  type FiledCase,
  type Grouped,
  type LabelledPair,
} from '../learn/match-pairs.ts'
import { makeReader } from '../read/read.ts'
import type { Region } from '../region/region.ts'
import { optionalText, parseLine, splitLines, textOf, type Line } from './json-lines.ts'
import { caseOf, postOf } from './match.ts'
import { toldOf } from './told-line.ts'

/** Pairs as {"id", "label": "same" | "related" | "different", "sure", "a", "b"}. @throws a sentence with file and line */
export async function readPairs(files: readonly string[]): Promise<LabelledPair[]> {
  const pairs: Omit<LabelledPair, 'clusters'>[] = []
  for (const file of files) {
    await eachLine(file, (line) => {
      pairs.push({
        id: textOf(line, 'id'),
        kind: 'letters',
        a: toldOf(line, 'a'),
        b: toldOf(line, 'b'),
        same: isSame(line),
        sure: line['sure'] !== 0 && line['sure'] !== false,
      })
    })
  }
  return clusterLetters(pairs)
}

function isSame(line: Line): boolean {
  const label = optionalText(line, 'label')
  if (label === undefined && (line['same'] === 1 || line['same'] === 0)) return line['same'] === 1
  if (label === 'same' || label === 'related' || label === 'different') return label === 'same'
  throw new Error('"label" is none of same, related and different')
}

export type GroupedSet = { posts: Grouped[]; cases: FiledCase[]; known: KnownCase[] }

/** Posts with their group and case by hand, read as the service would read them. @throws a sentence */
export async function readGrouped(
  files: { posts: string; cases: string },
  region: Region,
): Promise<GroupedSet> {
  const reader = makeReader(region)
  const read = (text: string, channel: string | undefined) => reader({ text, channel })
  const posts: Grouped[] = []
  const known: KnownCase[] = []
  await eachLine(files.cases, (line) => known.push(caseOf(line, region, read)))
  await eachLine(files.posts, (line) => {
    const { complaint, outside } = read(textOf(line, 'text'), optionalText(line, 'channel'))
    const group = optionalText(line, 'group') ?? null
    posts.push({
      id: textOf(line, 'id'),
      told: toldOfPost(line, read),
      group,
      case: optionalText(line, 'case') ?? null,
      isComplaint: complaint,
      isHeard: (complaint || group !== null) && !outside,
    })
  })
  const cases = known.map(({ id, told, isOpen }) => ({ id: String(id), told, isOpen }))
  return { posts, cases, known }
}

function toldOfPost(line: Line, read: Parameters<typeof postOf>[1]): Told {
  const { told } = postOf(line, read)
  const writer = told.writer ?? optionalText(line, 'author')
  return writer === undefined ? told : { ...told, writer }
}

async function eachLine(file: string, use: (line: Line) => void): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Error(`match: there is no file ${file}`)
  let number = 0
  for await (const text of splitLines(createReadStream(file))) {
    number += 1
    if (text.trim() === '') continue
    try {
      use(parseLine(text))
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      throw new Error(`match: ${file}, line ${number}: ${sentence}`, { cause: error })
    }
  }
}
