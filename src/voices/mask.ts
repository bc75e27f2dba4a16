/** Who sees which person behind a voice, in one place. Pure. */
import type { Role } from '../people/roles.ts'
import type { StoredVoice } from './queries.ts'
import type { Media, Voice } from './voice.ts'

/** Reviewing needs the person: to ask back, and to notice that one person files ten times. */
const SEES_ALL: readonly Role[] = ['analyst', 'humas', 'admin']

/** Whether this role may learn who stands behind a voice, and so look for it by an address or a number. */
export const seesPersons = (role: Role): boolean => SEES_ALL.includes(role)

/**
 * Takes away what this role may not see. An agency sees the person of an ordinary voice, so that it
 * can visit; of a confidential one only what was said. Leaders and observers never see a person.
 */
export function maskVoice(stored: StoredVoice, role: Role): Voice {
  const { confidential, ...rest } = stored
  const voice = {
    ...rest,
    copies: withTimes(rest.copies),
    media: mediaOf(rest.media),
    parent: withTime(rest.parent),
  }
  if (seesPersons(role)) return voice
  // Who said what it answers has not asked this agency for anything.
  const parent = voice.parent && { ...voice.parent, author: null, url: null }
  if (role === 'agency' && !confidential) return { ...voice, parent }
  // The address of a post names its author; the address of a news article names the paper.
  const isArticle = voice.postKind === 'article' && !confidential
  return {
    ...voice,
    authorHandle: null,
    authorName: null,
    contact: null,
    address: null,
    url: isArticle ? voice.url : null,
    filingNumber: confidential ? null : voice.filingNumber,
    // So can the address of its picture, and a copy's hash finds the post again.
    media: voice.media.map((each) => (isArticle ? each : { ...each, url: null, alt: null })),
    hash: isArticle ? voice.hash : null,
    parent,
    reading: voice.kind === 'filing' ? withoutAddress(voice) : voice.reading,
    // Why it was recognised can quote the address.
    reasons: voice.kind === 'filing' ? [] : voice.reasons,
  }
}

function withTimes(copies: StoredVoice['copies']): Voice['copies'] {
  if (copies === null) return null
  return { ...copies, firstAt: new Date(copies.firstAt), lastAt: new Date(copies.lastAt) }
}

const withTime = (parent: StoredVoice['parent']): Voice['parent'] =>
  parent && { ...parent, at: parent.at === null ? null : new Date(parent.at) }

const MOST_MEDIA = 20

/** Each source has its own idea of what it lists; what has no address is still counted. */
function mediaOf(stored: unknown): Media[] {
  const list: unknown[] = Array.isArray(stored) ? stored : []
  return list.slice(0, MOST_MEDIA).map((each) => {
    const { type, url, alt } = (each ?? {}) as { [name: string]: unknown }
    return { type: textOr(type) ?? 'other', url: textOr(url), alt: textOr(alt) }
  })
}

const textOr = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

/**
 * The place of a filed candidate, which also ends its title, can be the citizen's own address. Who never
 * sees a person reads the kecamatan and kelurahan instead.
 */
export function maskPlace<Row extends { filed: boolean; title: string; place: string | null }>(
  row: Row,
  role: Role,
): Row {
  if (seesPersons(role) || !row.filed) return row
  return { ...row, place: null, title: row.title.split(' · ')[0] ?? row.title }
}

/**
 * The machine reads the address of a filing as if it were its title, and quotes it. A reason without a
 * span quotes no word of the text, so it goes, and so does a place that the text does not name.
 */
function withoutAddress({ reading, text }: Pick<Voice, 'reading' | 'text'>): Voice['reading'] {
  if (!reading) return null
  const { place, reasons } = reading
  return {
    ...reading,
    place: place !== null && text.includes(place) ? place : null,
    reasons: reasons.filter(({ start }) => start !== undefined),
  }
}
