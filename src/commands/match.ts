/** `dengar match`: posts in, their groups and the cases that they may belong to out. Needs no database. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { makeMatcher, type KnownCase, type NewPost } from '../group/match.ts'
import { makeReader } from '../read/read.ts'
import type { Reading } from '../read/reading.ts'
import { parentCode } from '../region/area-code.ts'
import { nameKey } from '../region/name-key.ts'
import type { Region } from '../region/region.ts'
import type { Command } from './command.ts'
import {
  answerLines,
  optionalDate,
  optionalText,
  parseLine,
  readWishes,
  splitLines,
  textOf,
  type Line,
} from './json-lines.ts'

type Read = (text: string, channel: string | undefined) => Reading

export const command: Command = {
  async run(args) {
    const { region, cases } = await readWishes(args)
    if (cases === undefined) {
      throw new Error(
        'match: name the file of cases, as in: dengar match --cases cases.jsonl < posts.jsonl',
      )
    }
    const reader = makeReader(region)
    const read: Read = (text, channel) => reader({ text, channel })
    const match = makeMatcher(await loadCases(cases, region, read))
    return answerLines('match', (line) => ({
      id: line['id'] ?? null,
      ...match(postOf(line, read)),
    }))
  },
}

async function loadCases(file: string, region: Region, read: Read): Promise<KnownCase[]> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Error(`match: there is no file ${file}`)
  const cases: KnownCase[] = []
  let number = 0
  for await (const text of splitLines(createReadStream(file))) {
    number += 1
    if (text.trim() === '') continue
    try {
      cases.push(caseOf(parseLine(text), region, read))
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      throw new Error(`match: ${file}, line ${number}: ${sentence}`, { cause: error })
    }
  }
  return cases
}

/** A filed case as a JSON line has it. @throws a sentence that names the field */
export function caseOf(line: Line, region: Region, read: Read): KnownCase {
  const title = optionalText(line, 'title') ?? ''
  const description = optionalText(line, 'description') ?? ''
  const place = optionalText(line, 'place')
  const text = description.startsWith(title) ? description : `${title}\n${description}`
  const reading = read(`${text}\n${place ?? ''}`, 'filed')
  const kelurahan =
    codeOf(region, 'kelurahan', optionalText(line, 'kelurahan')) ?? reading.kelurahan
  return {
    id: idOf(line),
    isOpen: !['closed', 'declined'].includes(optionalText(line, 'status') ?? 'opened'),
    told: {
      text,
      address: place,
      kelurahan,
      kecamatan:
        codeOf(region, 'kecamatan', optionalText(line, 'kecamatan')) ??
        (kelurahan ? parentCode(kelurahan) : undefined) ??
        reading.kecamatan,
      date: optionalDate(line, 'filed_at'),
      category: optionalText(line, 'category') ?? reading.category,
      place: reading.place,
      outside: reading.outside,
    },
  }
}

/** A post as a JSON line has it, with what the reader finds in it. */
export function postOf(line: Line, read: Read): NewPost {
  const text = textOf(line, 'text')
  const channel = optionalText(line, 'channel')
  const author = optionalText(line, 'author')
  const reading = read(text, channel)
  return {
    id: idOf(line),
    isComplaint: reading.complaint,
    isOutside: reading.outside,
    told: {
      text,
      outside: reading.outside,
      kelurahan: reading.kelurahan,
      kecamatan: reading.kecamatan,
      date: optionalDate(line, 'at'),
      category: reading.category,
      place: reading.place,
      writer: author === undefined ? null : `${channel ?? ''}:${author}`,
    },
  }
}

/** An area may be given by its code or by its name. */
function codeOf(region: Region, level: 'kecamatan' | 'kelurahan', given: string | undefined) {
  if (given === undefined) return undefined
  const areas = region.areas.filter((area) => area.level === level)
  const found = areas.find(
    (area) =>
      area.code === given ||
      [area.name, ...area.aliases].some((name) => nameKey(name) === nameKey(given)),
  )
  return found?.code
}

function idOf(line: Line): string | number {
  const id = line['id']
  if (typeof id === 'string' || typeof id === 'number') return id
  throw new Error('"id" is missing')
}
