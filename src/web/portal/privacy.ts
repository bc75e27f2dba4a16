import { html } from 'hono/html'
import type { Region } from '../../region/region.ts'
import { page, type Html } from './layout.ts'

/** What is kept, who sees it, and for how long. */
export const privacyPage = (region: Region): Html =>
  page(
    region,
    'Data apa yang disimpan',
    html`<h1>Data apa yang disimpan</h1>
<h2>Dari laporan Anda</h2>
<ul>
<li>Isi laporan, jenis masalah, kelurahan, dan alamat yang Anda tulis.</li>
<li>Nama dan kontak, hanya jika Anda mengisinya. Keduanya boleh kosong.</li>
<li>Waktu laporan diterima dan setiap langkah penanganannya.</li>
</ul>
<p>Selagi Anda menulis, tulisan itu dibandingkan dengan aduan yang masih terbuka. Sebelum Anda menekan "Kirim
laporan", tulisan itu tidak disimpan.</p>
<p>Kode rahasia tidak disimpan; hanya sidik matematisnya, sehingga petugas pun tidak dapat membacanya.
Alamat internet Anda tidak disimpan; untuk membatasi kiriman berulang dipakai sidik yang dihapus otomatis.
Halaman warga tidak memakai kuki dan tidak memuat apa pun dari situs lain.</p>
<h2>Dari unggahan dan berita publik</h2>
<p>Layanan ini juga membaca unggahan dan berita yang terbuka untuk umum agar keluhan tidak terlewat.
Yang dinilai adalah keluhannya, bukan orangnya: tidak ada profil penulis dan tidak ada daftar nama.</p>
<h2>Siapa yang dapat melihat</h2>
<ul>
<li>Petugas ${region.office.desk} yang memeriksa laporan.</li>
<li>Kantor yang harus menjawab, hanya untuk laporan yang diteruskan kepadanya. Jika Anda memilih identitas
dirahasiakan, kantor itu tidak melihat nama dan kontak Anda.</li>
<li>Pimpinan dan pengawas: isi laporan tanpa nama dan kontak, tanpa hak mengubah.</li>
</ul>
<h2>Berapa lama</h2>
<p>Laporan, jawaban, dan riwayatnya disimpan sebagai arsip pengaduan dan tidak dihapus secara otomatis.
Sidik untuk membatasi kiriman dan percobaan masuk dihapus dalam dua hari.</p>
<p>Anda berhak meminta data pribadi Anda diperbaiki atau dihapus menurut Undang-Undang Nomor 27 Tahun 2022
tentang Pelindungan Data Pribadi. Hubungi ${region.office.desk}, ${region.name}.</p>
${
  region.legal.length === 0
    ? ''
    : html`<h2>Dasar aturan</h2>
<ul>${region.legal.map((rule) => html`<li>${rule}</li>`)}</ul>`
}`,
  )
