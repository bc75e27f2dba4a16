/** Who sees which person behind a voice, in one place. Pure. */
import type { Role } from '../people/roles.ts'
import type { StoredVoice } from './queries.ts'
import type { Voice } from './voice.ts'

/** Reviewing needs the person: to ask back, and to notice that one person files ten times. */
const SEES_ALL: readonly Role[] = ['analyst', 'humas', 'admin']

/**
 * Takes away what this role may not see. An agency sees the person of an ordinary voice, so that it
 * can visit; of a confidential one only what was said. Leaders and observers never see a person.
 */
export function maskVoice(stored: StoredVoice, role: Role): Voice {
  const { confidential, postKind, ...rest } = stored
  const voice = { ...rest, copies: withTimes(rest.copies) }
  if (SEES_ALL.includes(role) || (role === 'agency' && !confidential)) return voice
  // The address of a post names its author; the address of a news article names the paper.
  const isArticle = postKind === 'article' && !confidential
  return {
    ...voice,
    authorHandle: null,
    authorName: null,
    contact: null,
    address: null,
    url: isArticle ? voice.url : null,
    filingNumber: confidential ? null : voice.filingNumber,
    reading: voice.kind === 'filing' ? withoutAddress(voice) : voice.reading,
    // Why it was recognised can quote the address.
    reasons: voice.kind === 'filing' ? [] : voice.reasons,
  }
}

function withTimes(copies: StoredVoice['copies']): Voice['copies'] {
  if (copies === null) return null
  return { ...copies, firstAt: new Date(copies.firstAt), lastAt: new Date(copies.lastAt) }
}

/**
 * The place of a filed candidate, which also ends its title, can be the citizen's own address. Who never
 * sees a person reads the kecamatan and kelurahan instead.
 */
export function maskPlace<Row extends { filed: boolean; title: string; place: string | null }>(
  row: Row,
  role: Role,
): Row {
  if (SEES_ALL.includes(role) || !row.filed) return row
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
