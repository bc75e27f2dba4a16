/** The citizen's form. A refused form comes back with everything that was typed. */
import { html } from 'hono/html'
import { CATEGORIES, CATEGORY_NAMES } from '../../region/category.ts'
import type { Region } from '../../region/region.ts'
import { emergencyNumbers, field, marks, page, type Html } from './layout.ts'
import { SCRIPT_PATH, SIMILAR_ID } from './script.ts'

/** What the form sends, as typed. `requestKey` makes pressing twice file once. */
export type Typed = {
  requestKey: string
  text: string
  category: string
  kelurahan: string
  address: string
  name: string
  contact: string
  confidential: boolean
  /** The trap: people leave it empty, programs fill it in. */
  website: string
}

export type Refusal = { sentence: string; fields: Record<string, string> }

/** The page /lapor. */
export const filingForm = (region: Region, typed: Typed, refusal?: Refusal): Html =>
  page(
    region,
    'Sampaikan laporan',
    html`${emergencyNumbers(region)}
<h1>Sampaikan laporan</h1>
${refusal === undefined ? '' : html`<p class="error" role="alert">${refusal.sentence}</p>`}
<form method="post" action="/lapor">
<input type="hidden" name="requestKey" value="${typed.requestKey}">
${complaintFields(region, typed, refusal?.fields ?? {})}
${personFields(typed, refusal?.fields ?? {})}
<p class="trap"><label for="website">Jangan isi kolom ini</label>
<input id="website" name="website" value="${typed.website}" tabindex="-1" autocomplete="off"></p>
<button>Kirim laporan</button>
</form>
<p>Setelah terkirim, Anda mendapat nomor laporan dan kode rahasia untuk mengikuti prosesnya.</p>
<script src="${SCRIPT_PATH}" defer></script>`,
  )

type Errors = Record<string, string>

const complaintFields = (region: Region, typed: Typed, errors: Errors) => html`
${field(
  'text',
  html`Apa yang terjadi?
<small>Wajib diisi. Tulis di mana, sejak kapan, dan apa yang Anda harapkan.</small>`,
  html`<textarea id="text" name="text" rows="7" required minlength="10" maxlength="5000"${marks(
    'text',
    errors['text'],
  )}>
${typed.text}</textarea>`,
  errors['text'],
)}
<div id="${SIMILAR_ID}" aria-live="polite"></div>
${field(
  'kelurahan',
  'Kelurahan atau desa (boleh kosong)',
  html`<select id="kelurahan" name="kelurahan"${marks('kelurahan', errors['kelurahanCode'])}>
<option value="">Tidak tahu atau tidak tertentu</option>
${kelurahanByKecamatan(region, typed.kelurahan)}</select>`,
  errors['kelurahanCode'],
)}
${field(
  'address',
  'Alamat atau patokan (boleh kosong)',
  html`<input id="address" name="address" maxlength="300" value="${typed.address}"${marks(
    'address',
    errors['address'],
  )}>`,
  errors['address'],
)}
${field(
  'category',
  'Jenis masalah (boleh kosong)',
  html`<select id="category" name="category"${marks('category', errors['category'])}>
<option value="">Biar petugas yang menentukan</option>
${CATEGORIES.map((code) => option(code, CATEGORY_NAMES[code].id, typed.category))}</select>`,
  errors['category'],
)}`

const personFields = (typed: Typed, errors: Errors) => html`
${field(
  'name',
  'Nama Anda (boleh kosong)',
  html`<input id="name" name="name" maxlength="120" autocomplete="name" value="${typed.name}"${marks(
    'name',
    errors['contactName'],
  )}>`,
  errors['contactName'],
)}
${field(
  'contact',
  html`Nomor HP atau surel (boleh kosong)
<small>Hanya dipakai petugas bila perlu bertanya.</small>`,
  html`<input id="contact" name="contact" maxlength="120" value="${typed.contact}"${marks(
    'contact',
    errors['contact'],
  )}>`,
  errors['contact'],
)}
<label>
<input type="checkbox" name="confidential" value="1"${typed.confidential ? html` checked` : ''}>
Rahasiakan identitas saya
<small>Kantor yang menangani tidak melihat nama dan kontak Anda.</small></label>`

function kelurahanByKecamatan(region: Region, chosen: string): Html[] {
  const kelurahan = region.areas.filter((area) => area.level === 'kelurahan')
  return region.areas
    .filter((area) => area.level === 'kecamatan')
    .map(
      (kecamatan) => html`<optgroup label="Kecamatan ${kecamatan.name}">
${kelurahan
  .filter((area) => area.code.startsWith(`${kecamatan.code}.`))
  .map((area) => option(area.code, area.name, chosen))}</optgroup>
`,
    )
}

const option = (value: string, label: string, chosen: string) =>
  html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`
