import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findModus } from '../../src/read/modus.ts'
import { normalize } from '../../src/read/normalize.ts'
import type { Modus } from '../../src/read/reading.ts'

const find = (text: string): Modus[] => [
  ...new Set(findModus(normalize(text).tokens).map((one) => one.modus)),
]

describe('misconduct', () => {
  const cases: [Modus, string][] = [
    ['pungli', 'petugas kelurahan minta uang rokok 50 ribu untuk surat pengantar'],
    ['pungli', 'disuruh bayar 25rb tanpa kuitansi waktu ambil KK di capil'],
    [
      'pungli',
      'sekolah anak saya wajib bayar uang komite 200 ribu, yang tidak bayar tidak ikut ujian',
    ],
    ['pungli', 'parkir di pelabuhan ditagih 10 ribu tidak ada karcis, petugasnya berseragam'],
    ['suap', 'polisi razia minta uang damai 100 ribu biar tidak ditilang'],
    ['suap', 'kontraktor kasih uang pelicin ke pegawai dinas supaya proyeknya cepat cair'],
    ['percaloan', 'calo di samsat bebas keluar masuk loket, saya antri dari subuh'],
    ['percaloan', 'di imigrasi kalau pakai orang dalam bayar 1 juta langsung foto'],
    ['diskriminasi', 'petugas puskesmas pilih kasih, keluarga pejabat dipanggil duluan'],
    ['diskriminasi', 'kami dibedakan di kantor camat karena orang pendatang'],
    [
      'penundaan_berlarut',
      'sertifikat tanah saya di BPN sudah 14 bulan belum terbit, bolak balik terus',
    ],
    ['penundaan_berlarut', 'urus akta dipingpong antara kelurahan dan capil dari bulan puasa'],
    [
      'penyalahgunaan_wewenang',
      'mobil dinas kepala dinas dipakai untuk keperluan pribadi tiap minggu',
    ],
    ['penyalahgunaan_wewenang', 'bantuan dipotong ketua RT 100 ribu, warga diancam kalau lapor'],
    ['tidak_kompeten', 'pegawai loket capil main hp terus, nama anak saya salah ketik dua kali'],
    ['tidak_kompeten', 'kantor lurah kosong saat jam kerja, petugas tidak ada'],
    ['nepotisme', 'yang dapat BLT hanya keluarga pak RT, kami janda tidak didata'],
    ['nepotisme', 'ponakan kepala desa lulus jadi perangkat, yang nilainya tinggi gugur'],
  ]
  for (const [modus, text] of cases) {
    it(`is ${modus}: ${text}`, () => assert.ok(find(text).includes(modus), find(text).join()))
  }

  const none = [
    'Pelayanan cepat tanpa pungli, tapi loket tutup terus, tolong',
    'Kelurahan kami bebas pungli, ayo laporkan bila ada',
    'Stop suap dan gratifikasi! Deklarasi zona integritas hari ini',
    'KPK menetapkan mantan bupati sebagai tersangka suap proyek jalan',
    'Sidang kasus korupsi dana desa ditunda, terdakwa sakit',
    'koruptor harus dimiskinkan, negara ini rusak karena korupsi',
    'Urus KTP gratis dan tanpa calo, datang langsung ke Disdukcapil',
    'pilih kasih sekali mamaku, adik dibelikan hp',
    'main hp terus sampai lupa makan',
    'bolak balik kamar mandi semalaman',
    'joki gim murah, rank cepat naik',
    'dikasih amplop lebaran sama tante, alhamdulillah',
    'keluarga besar lurah mengucapkan selamat hari raya',
    'jalan rusak sudah dua tahun belum diperbaiki, tolong',
    'air PDAM tidak mengalir sudah seminggu, tagihan 200 ribu tetap jalan',
    'rumah sakit minta deposit 5 juta sebelum rawat inap',
  ]
  for (const text of none) it(`is none: ${text}`, () => assert.deepEqual(find(text), []))

  it('is named with the words that show it', () => {
    const { tokens } = normalize('oknum pegawai samsat minta uang rokok 20 ribu tanpa kuitansi')
    const words = findModus(tokens).map(({ from, to }) =>
      tokens
        .slice(from, to + 1)
        .map((token) => token.text)
        .join(' '),
    )
    assert.ok(words.includes('tanpa kuitansi'), words.join(', '))
    assert.ok(
      words.some((one) => one.includes('uang rokok')),
      words.join(', '),
    )
  })

  it('is looked for in bounded time, and gives a bounded list', () => {
    for (const piece of ['pungli ', 'minta uang 50 ribu ', 'keluarga pak rt dapat ', 'tidak ']) {
      const { tokens } = normalize(piece.repeat(100_000 / piece.length))
      const start = performance.now()
      assert.ok(findModus(tokens).length <= 40)
      assert.ok(performance.now() - start < 2000, piece)
    }
  })
})
