/** /lacak: number and secret in, the steps so far out. Nothing of it stands in an address. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { DomainError } from '../../errors.ts'
import { trackFiling, type Tracking } from '../../intake/track.ts'
import { countTry, sayWait, subscriberOf, throttleKey } from '../../people/throttle.ts'
import type { Region } from '../../region/region.ts'
import type { Deps } from '../app.ts'
import { clientAddress } from '../client-address.ts'
import { field, marks, page, type Html } from './layout.ts'
import { readForm } from './read-form.ts'

/** Nobody types this many; a whole mobile network may stand behind one address. */
const PER_ADDRESS = { limit: 300, windowSeconds: 3600 }

type Refused = { number: string; sentence: string; fields: Record<string, string> }

/** The form, with a sentence after a refusal. The secret is never filled in again. */
export const trackPage = (region: Region, refused?: Refused): Html =>
  page(
    region,
    'Lacak laporan',
    html`<h1>Lacak laporan</h1>
${refused === undefined ? '' : html`<p class="error" role="alert">${refused.sentence}</p>`}
<form method="post" action="/lacak" autocomplete="off">
${field(
  'number',
  html`Nomor laporan <small>Contoh: ${region.casePrefix}-L-7Q2M4X</small>`,
  html`<input id="number" name="number" required maxlength="40" autocapitalize="characters" value="${refused?.number ?? ''}">`,
  undefined,
)}
${field(
  'secret',
  html`Kode rahasia <small>Ditampilkan sekali setelah laporan dikirim.</small>`,
  html`<input id="secret" name="secret" required maxlength="60" autocapitalize="characters"${marks('secret', refused?.fields['secret'])}>`,
  refused?.fields['secret'],
)}
<button>Lihat perkembangan</button>
</form>
<p>Kode rahasia hilang? Demi keamanan, kode tidak dapat dikirim ulang. Anda dapat menyampaikan laporan baru
dan menyebut nomor laporan lama.</p>`,
  )

/** POST /lacak. One answer for an unknown number and for a wrong secret. */
export async function trackFromForm({ db, region, config }: Deps, c: Context): Promise<Response> {
  const form = await readForm(c)
  const number = form('number')
  c.header('cache-control', 'no-store')
  try {
    const subscriber = subscriberOf(clientAddress(c, config.proxyHops))
    const key = throttleKey(config.instanceKey, 'track', subscriber)
    const { allowed, retryAfterSeconds } = await countTry(db.sql, key, PER_ADDRESS)
    if (!allowed) {
      throw new DomainError(
        429,
        `Terlalu banyak percobaan. Coba lagi dalam ${sayWait(retryAfterSeconds)}.`,
      )
    }
    const input = { regionId: region.id, number, secret: form('secret') }
    return c.html(progressPage(region, await trackFiling(db.sql, input)))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { message: sentence, fields, status } = error
    return c.html(trackPage(region, { number, sentence, fields }), status)
  }
}

const progressPage = (region: Region, tracking: Tracking): Html =>
  page(
    region,
    `Laporan ${tracking.number}`,
    html`<h1>Laporan ${tracking.number}</h1>
<div class="note"><p>Keadaan sekarang: <strong>${tracking.status}</strong></p>
${tracking.reason ? html`<p>${tracking.reason}</p>` : ''}
${tracking.dueAt && !tracking.answer ? html`<p>Batas waktu jawaban: ${moment(region, tracking.dueAt)}</p>` : ''}
${tracking.caseNumber ? html`<p>Nomor aduan: ${tracking.caseNumber}</p>` : ''}</div>
${
  tracking.answer === null
    ? ''
    : html`<h2>Jawaban${tracking.agency ? ` ${tracking.agency}` : ''}</h2>
<p class="words">${tracking.answer}</p>`
}
<h2>Langkah</h2>
<ol>${tracking.steps.map(
      ({ text, at }) => html`
<li>${text}: ${at ? moment(region, at) : 'belum'}</li>`,
    )}
</ol>
<a class="button plain" href="/lacak">Lacak laporan lain</a>`,
  )

/** "22 November 2026 pukul 14.03" on the clock of the region. */
const moment = (region: Region, at: Date) =>
  html`<time datetime="${at.toISOString()}">${new Intl.DateTimeFormat('id-ID', {
    timeZone: region.timezone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(at)}</time>`
