/** `dengar compare`: pairs of messages in, "the same problem or not" out. Needs no database. */
import { compare } from '../group/compare.ts'
import type { Command } from './command.ts'
import { answerLines } from './json-lines.ts'
import { toldOf } from './told-line.ts'

export const command: Command = {
  run: () =>
    answerLines('compare', (line) => {
      const { score, verdict, reasons } = compare(toldOf(line, 'a'), toldOf(line, 'b'))
      return { id: line['id'] ?? null, score, verdict, reasons }
    }),
}
