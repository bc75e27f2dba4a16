import { html } from 'hono/html'
import type { Region } from '../../region/region.ts'
import { page, type Html } from './layout.ts'

type Problem = { status: number; sentence: string; requestId: string }

const TITLES: Record<number, string> = {
  404: 'Halaman tidak ditemukan',
  413: 'Kiriman terlalu besar',
  429: 'Terlalu banyak percobaan',
}

/** What a person sees instead of a page that does not exist or failed. */
export function errorPage(region: Region, { status, sentence, requestId }: Problem): Html {
  const title = TITLES[status] ?? 'Permintaan gagal'
  return page(
    region,
    title,
    html`<h1>${title}</h1>
<p>${sentence}</p>
${status >= 500 ? html`<p>Sebutkan kode ini kepada kami: <strong>${requestId}</strong></p>` : ''}
<a class="button" href="/">Ke beranda</a>`,
  )
}
