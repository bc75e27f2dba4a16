/** A message of a pair as a JSON line has it. */
import type { Told } from '../group/compare.ts'
import { optionalDate, optionalText, textOf, type Line } from './json-lines.ts'

/** @throws a sentence that names the side and the field */
export function toldOf(line: Line, side: 'a' | 'b'): Told {
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
      agency: optionalText(told, 'agency'),
      writer: optionalText(told, 'writer'),
    }
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    throw new Error(`${side}: ${sentence}`, { cause: error })
  }
}
