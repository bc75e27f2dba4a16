/** Messages of the live stream, as the browser's EventSource reads them (HTML standard, section 9.2). */
import type { RegionHold } from '../../desk/queries.ts'
import type { Change } from '../../desk/news.ts'

/** What the stream tells, by the name of the message. */
export type LiveMessages = {
  /** The stream is open; `isWhole` false: more happened since the place that was asked for than is told again. */
  hello: { isWhole: boolean }
  arrived: { candidateIds: number[] }
  changed: { items: Change[] }
  /** Everybody who is somewhere now, in place of what was told before. */
  holds: { items: RegionHold[] }
  /** Nothing new. Keeps proxies from taking the silence for an end, and shows both sides that the other is there. */
  beat: Record<string, never>
  /** The session has ended; there is nothing to come back to. */
  end: Record<string, never>
}

/** A moment becomes ISO 8601 text on the way. */
export type OnTheWire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? OnTheWire<Item>[]
    : T extends object
      ? { [Key in keyof T]: OnTheWire<T[Key]> }
      : T

const encoder = new TextEncoder()

/** One message; `id` is the place to come back to after it. JSON has no line breaks, so one line is enough. */
export function frame<Name extends keyof LiveMessages>(
  name: Name,
  data: LiveMessages[Name],
  id?: string,
): Uint8Array {
  const place = id === undefined ? '' : `id: ${id}\n`
  return encoder.encode(`event: ${name}\n${place}data: ${JSON.stringify(data)}\n\n`)
}
