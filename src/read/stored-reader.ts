/** Reads messages as they stand in the database. What cannot be read becomes a reading that says so. */
import { isCategory } from '../region/category.ts'
import type { Region } from '../region/region.ts'
import type { Unread } from './queries.ts'
import type { Message, Reading } from './reading.ts'

export type Reader = (message: Message) => Reading

type Options = {
  region: Pick<Region, 'areas'>
  /** The name that stands in the readings. */
  model: string
  read: Reader
  /** Is told in a sentence of each message that could not be read. */
  warn: (problem: string) => void
}

/** Makes a reader of stored messages; it never throws, and its readings can be stored. */
export function makeStoredReader({ region, model, read, warn }: Options): (of: Unread) => Reading {
  const areas = new Set(region.areas.map((area) => area.code))
  return (of) => {
    try {
      return storable(read(of.kind === 'filing' ? filedMessage(of, areas) : postMessage(of)))
    } catch (error) {
      warn(`read: ${of.kind} ${of.id} cannot be read: ${String(error)}`)
      return unreadable(model)
    }
  }
}

const postMessage = ({ text, title, channel, at }: Unread): Message => ({
  text,
  title: title ?? undefined,
  channel,
  at,
})

/** The citizen who files knows what and where; the address is read like a title: it has no spans. */
const filedMessage = (of: Unread, areas: Set<string>): Message => ({
  text: of.text,
  title: of.address ?? undefined,
  channel: 'filed',
  at: of.at,
  known: {
    category: of.category && isCategory(of.category) ? of.category : undefined,
    kelurahan: of.kelurahanCode && areas.has(of.kelurahanCode) ? of.kelurahanCode : undefined,
  },
})

/** What cannot be read is not lost: a person sees it, with the reason. */
function unreadable(model: string): Reading {
  return {
    complaint: true,
    probability: 0.5,
    category: 'lainnya',
    categories: [],
    lapor: null,
    agency: null,
    agencies: [],
    kecamatan: null,
    kelurahan: null,
    place: null,
    point: null,
    outside: false,
    urgent: false,
    emergency: false,
    call: null,
    modus: [],
    reasons: [{ kind: 'complaint', text: 'pesan tidak dapat dibaca mesin; perlu dibaca petugas' }],
    model,
  }
}

/** PostgreSQL takes neither U+0000 nor half a surrogate pair, and both come in pasted text. */
function storable(reading: Reading): Reading {
  const plain = (text: string): string => text.replaceAll('\u0000', ' ').toWellFormed()
  return {
    ...reading,
    place: reading.place === null ? null : plain(reading.place),
    reasons: reading.reasons.map((reason) => ({ ...reason, text: plain(reason.text) })),
  }
}
