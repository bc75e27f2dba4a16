/** `dengar read`: posts as JSON lines in, readings out. Needs no database. */
import { makeReader } from '../read/read.ts'
import type { Region } from '../region/region.ts'
import type { Command } from './command.ts'
import {
  answerLines,
  optionalDate,
  optionalText,
  readWishes,
  textOf,
  type Line,
} from './json-lines.ts'

export const command: Command = {
  async run(args) {
    const { region } = await readWishes(args)
    return answerLines('read', makeAnswer(region))
  },
}

/** Reads a line; areas come as names, and as official codes beside them. */
export function makeAnswer(region: Region): (line: Line) => Line {
  const read = makeReader(region)
  const names = new Map(region.areas.map((area) => [area.code, area.name]))
  const nameOf = (code: string | null) => (code === null ? null : (names.get(code) ?? null))
  return (line) => {
    const reading = read({
      text: textOf(line, 'text'),
      title: optionalText(line, 'title'),
      channel: optionalText(line, 'channel'),
      author: optionalText(line, 'author'),
      at: optionalDate(line, 'at'),
    })
    return {
      id: line['id'] ?? null,
      complaint: reading.complaint,
      probability: Math.round(reading.probability * 1e4) / 1e4,
      category: reading.category,
      agency: reading.agency,
      kecamatan: nameOf(reading.kecamatan),
      kelurahan: nameOf(reading.kelurahan),
      place: reading.place,
      urgent: reading.urgent,
      modus: reading.modus,
      reasons: reading.reasons,
      model: reading.model,
      kecamatan_code: reading.kecamatan,
      kelurahan_code: reading.kelurahan,
      outside: reading.outside,
      emergency: reading.emergency,
      call: reading.call,
      point: reading.point,
      lapor: reading.lapor,
      categories: reading.categories,
      agencies: reading.agencies,
    }
  }
}
