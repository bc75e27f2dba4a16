/** What the machine says of one message. The shape that the line, the API and `dengar read` share. */
import type { Category } from '../region/category.ts'

/** One message to read: a post, a filing, or a line of `dengar read`. */
export type Message = {
  text: string
  title?: string | undefined
  /** news, x, facebook, instagram, tiktok, import, filed ...; moves thresholds, never the meaning. */
  channel?: string | undefined
  author?: string | undefined
  at?: Date | undefined
  /** What the writer has said in a form of its own; it wins over what the text says. */
  known?: { category?: Category | undefined; kelurahan?: string | undefined } | undefined
}

/** A reason a person can check. `start` and `end` are UTF-16 offsets into the message's text. */
export type Reason = {
  kind: 'complaint' | 'not_complaint' | 'category' | 'agency' | 'place' | 'urgent' | 'modus'
  /** A short Indonesian phrase. */
  text: string
  start?: number
  end?: number
}

export const MODUS = [
  'pungli',
  'suap',
  'percaloan',
  'diskriminasi',
  'penundaan_berlarut',
  'penyalahgunaan_wewenang',
  'tidak_kompeten',
  'nepotisme',
] as const
export type Modus = (typeof MODUS)[number]

export type Scored<T> = { code: T; score: number }

export type Reading = {
  complaint: boolean
  /** 0..1 that the message is a complaint a public body could act on. */
  probability: number
  category: Category | null
  categories: Scored<Category>[]
  /** LAPOR's name for the category; for filings only. */
  lapor: string | null
  agency: string | null
  agencies: Scored<string>[]
  /** Official codes, or null when the text does not say. */
  kecamatan: string | null
  kelurahan: string | null
  /** The place words, verbatim, joined by " | ". */
  place: string | null
  /** Where that is, as far as the gazetteer knows; degrees (WGS 84). */
  point: { lat: number; lng: number } | null
  /** It speaks of another city. */
  outside: boolean
  urgent: boolean
  emergency: boolean
  /** The number to call at once, when it is an emergency. */
  call: string | null
  modus: Modus[]
  reasons: Reason[]
  model: string
}
