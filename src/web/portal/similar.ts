/** Open cases that are like what a citizen writes: numbers and areas only, never words, never a person. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { DomainError } from '../../errors.ts'
import { findSimilar, MOST_SEARCHED, type Similar } from '../../group/search.ts'
import { countTry, sayWait, subscriberOf, throttleKey } from '../../people/throttle.ts'
import { CATEGORY_NAMES, isCategory } from '../../region/category.ts'
import type { Region } from '../../region/region.ts'
import type { Deps } from '../app.ts'
import { clientAddress } from '../client-address.ts'
import { readTold, type Typed } from '../read-told.ts'
import type { Html } from './layout.ts'
import { filingWords } from './queries.ts'
import { readForm } from './read-form.ts'

/** Somebody who writes asks a dozen times; a whole mobile network may stand behind one address. */
const PER_ADDRESS = { limit: 600, windowSeconds: 600 }
const MOST_SHOWN = 3
const LEAST_TEXT = 10
const DAY_MS = 86_400_000

/** POST /lapor/serupa, asked by the form's script: a piece of the page, empty when nothing is alike. */
export async function similarWhileTyping(deps: Deps, c: Context): Promise<Response> {
  const { db, region, config } = deps
  c.header('cache-control', 'no-store')
  const subscriber = subscriberOf(clientAddress(c, config.proxyHops))
  const key = throttleKey(config.instanceKey, 'similar', subscriber)
  const { allowed, retryAfterSeconds } = await countTry(db.sql, key, PER_ADDRESS)
  if (!allowed) {
    const wait = sayWait(retryAfterSeconds)
    throw new DomainError(
      429,
      `Terlalu banyak pencarian dari jaringan Anda. Coba lagi dalam ${wait}.`,
    )
  }
  const form = await readForm(c)
  const found = await openLike(deps, {
    text: form('text'),
    address: form('address'),
    kelurahan: form('kelurahan'),
    category: form('category'),
  })
  return c.html(similarWhileWriting(region, found))
}

/** What is like a filing that has just been sent. The ticket must be shown whatever happens here. */
export async function similarToFiling(deps: Deps, number: string): Promise<Similar[]> {
  const { db, region, log } = deps
  try {
    const filed = await filingWords(db.sql, region.id, number)
    return filed ? await openLike(deps, filed) : []
  } catch (error) {
    log.warn({ err: error }, 'portal: similar cases could not be looked for')
    return []
  }
}

async function openLike(deps: Deps, typed: Typed): Promise<Similar[]> {
  const { db, region } = deps
  const text = typed.text.slice(0, MOST_SEARCHED)
  if (text.length < LEAST_TEXT) return []
  const told = await readTold(deps, { ...typed, text, address: typed.address?.slice(0, 300) })
  const found = await findSimilar(db.sql, {
    regionId: region.id,
    // Numbers are not looked up here: they follow one another, and could all be asked for.
    casePrefix: null,
    told: { ...told, date: new Date() },
    among: 'open',
    confidential: false,
    person: false,
    except: null,
    limit: 10,
  })
  return found.filter(({ verdict }) => verdict !== 'different').slice(0, MOST_SHOWN)
}

const similarWhileWriting = (region: Region, found: Similar[]): Html | string =>
  found.length === 0
    ? ''
    : html`<section class="note" aria-label="Mungkin sudah dilaporkan">
<p><strong>Mungkin sudah dilaporkan</strong></p>
${similarList(region, found)}
<p>Laporan ini tetap boleh dikirim: satu suara lagi memperkuat aduan yang sudah ada.</p>
</section>`

/** For the page after sending. */
export const similarAfterSending = (region: Region, found: Similar[]): Html | string =>
  found.length === 0
    ? ''
    : html`<h2>Mungkin sudah dilaporkan</h2>
${similarList(region, found)}
<p>Petugas memeriksa apakah masalahnya sama. Jika sama, laporan Anda memperkuat aduan itu.</p>`

const similarList = (region: Region, found: Similar[]) =>
  html`<ul class="similar">${found.map(
    (one) => html`
<li><b>${one.caseNumber}</b> ${factsOf(region, one).join(' · ')}</li>`,
  )}
</ul>`

const STATUS: Record<string, string> = {
  opened: 'terverifikasi',
  disposed: 'sudah diteruskan',
  in_progress: 'sedang ditindaklanjuti',
  answered: 'sudah dijawab',
}

/** Nothing that somebody wrote: the kind, the area, the age, the state, and how many have told of it. */
function factsOf(region: Region, one: Similar): string[] {
  const { category, kelurahanCode, kecamatanCode, caseStatus, voiceCount } = one
  const named = (code: string | null) => region.areas.find((area) => area.code === code)?.name
  const areas = [named(kelurahanCode), named(kecamatanCode)].filter((name) => name !== undefined)
  return [
    category !== null && isCategory(category) ? CATEGORY_NAMES[category].id : '',
    areas.join(', '),
    daysSince(one.at),
    STATUS[caseStatus ?? ''] ?? '',
    `sudah ada ${voiceCount} suara`,
  ].filter((fact) => fact !== '')
}

function daysSince(at: Date): string {
  const days = Math.floor((Date.now() - at.getTime()) / DAY_MS)
  return days < 1 ? 'kurang dari sehari' : `${days} hari lalu`
}
