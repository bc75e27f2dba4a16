import { html } from 'hono/html'
import type { Region } from '../../region/region.ts'
import { emergencyNumbers, page, type Html } from './layout.ts'
import type { PublicCounts } from './queries.ts'

/** Below this a count could point at a person, so only its order of magnitude is shown. */
const LEAST_SHOWN = 5

const numbers = new Intl.NumberFormat('id-ID')
const shown = (count: number) =>
  count > 0 && count < LEAST_SHOWN ? `kurang dari ${LEAST_SHOWN}` : numbers.format(count)

/** The front page: what this is, two doors, and what became of the complaints so far. */
export const homePage = (region: Region, counts: PublicCounts): Html =>
  page(
    region,
    'Beranda',
    html`${emergencyNumbers(region)}
<h1>${region.texts.portalTitle}</h1>
<p>${region.texts.portalIntro}</p>
<p>Jalan, sampah, air, layanan kantor, atau urusan umum lain: tidak perlu mendaftar, cukup tulis apa
yang terjadi. Setiap laporan dibaca petugas dan harus dijawab.</p>
<a class="button" href="/lapor">Sampaikan laporan</a>
<a class="button plain" href="/lacak">Lacak laporan saya</a>
<h2>Sejauh ini</h2>
<ul class="counts">
<li><b>${shown(counts.filed)}</b> laporan warga diterima</li>
<li><b>${shown(counts.opened)}</b> aduan ditangani</li>
<li><b>${shown(counts.answered)}</b> aduan sudah dijawab</li>
</ul>
<h2>Bagaimana laporan diproses</h2>
<ol>
<li>Anda menulis apa yang terjadi dan mendapat nomor laporan.</li>
<li>Petugas memeriksa laporan dan meneruskannya ke kantor yang berwenang.</li>
<li>Kantor itu menindaklanjuti dan menjawab dalam batas waktu.</li>
<li>Anda membaca jawabannya dengan nomor laporan dan kode rahasia.</li>
</ol>`,
  )
