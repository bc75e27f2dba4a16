import type { Voice } from '../../api.ts'

/** The reading with the highest probability speaks for the candidate; null when nothing was read. Pure. */
export function bestReading(voices: Voice[]) {
  const readings = voices.flatMap(({ reading }) => (reading ? [reading] : []))
  return readings.reduce<(typeof readings)[number] | null>(
    (best, each) => (best && best.probability >= each.probability ? best : each),
    null,
  )
}
