/** `dengar compare`: pairs of messages in, "the same problem or not" out. Needs no database. */
import { compare, type Told } from '../group/compare.ts'
import type { Command } from './command.ts'
import { answerLines, optionalDate, optionalText, textOf, type Line } from './json-lines.ts'

export const command: Command = {
  run: () =>
    answerLines('compare', (line) => ({
      id: line['id'] ?? null,
      ...compare(toldOf(line, 'a'), toldOf(line, 'b')),
    })),
}

function toldOf(line: Line, side: 'a' | 'b'): Told {
  const value = line[side]
  if (typeof value !== 'object' || value === null) {
    throw new Error(`"${side}" is missing; write {"id":1,"a":{"text":"..."},"b":{"text":"..."}}`)
  }
  const told = value as Line
  try {
    return {
      text: textOf(told, 'text'),
      address: optionalText(told, 'alamat') ?? optionalText(told, 'address'),
      kelurahan: optionalText(told, 'kelurahan'),
      kecamatan: optionalText(told, 'kecamatan'),
      date: optionalDate(told, 'date'),
      category: optionalText(told, 'category'),
    }
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    throw new Error(`${side}: ${sentence}`, { cause: error })
  }
}
