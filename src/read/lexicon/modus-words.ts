/** Misconduct by its words; roots or exact forms after normalization. */
import type { Modus } from '../reading.ts'
import { list } from './list.ts'

export const MODUS_WORDS: Record<Modus, string[]> = {
  pungli: list(`
    pungli, pungutan liar, pungutan tidak resmi, dipungut biaya, dipungut bayaran, uang rokok,
    uang administrasi, biaya administrasi tidak, minta uang, minta duit, diminta uang,
    diminta duit, dimintai uang, dimintai duit, dimintai biaya, dimintai bayaran, diminta bayar,
    diminta membayar, disuruh bayar, disuruh setor, harus bayar dulu, uang terima kasih,
    uang lelah, uang bensin, palak, dipalak, peras, diperas, tarif tidak resmi, bayar di luar,
    tanpa kuitansi, tanpa kwitansi, tidak ada kuitansi, tidak ada kwitansi, setoran, uang jago
  `),
  suap: list(`
    suap, sogok, menyuap, disuap, uang pelicin, pelicin, gratifikasi, uang damai,
    damai di tempat, amplop, uang tutup mulut, dibayar supaya, main uang
  `),
  percaloan: list(`
    calo, percaloan, lewat calo, pakai calo, jasa calo, joki, orang dalam, pakai orang dalam,
    lewat orang dalam, jalur belakang, lewat belakang
  `),
  diskriminasi: list(`
    diskriminasi, didiskriminasi, pilih kasih, tebang pilih, dibeda bedakan, dibedakan,
    membeda bedakan, beda perlakuan, pandang bulu, orang miskin tidak dilayani,
    tidak adil pelayanan
  `),
  penundaan_berlarut: list(`
    berlarut, berlarut larut, diulur, ulur waktu, mengulur waktu, ditunda terus, selalu ditunda,
    bolak balik, dilempar lempar, dilempar sana sini, dipingpong, disuruh kembali terus,
    besok besok, berbulan bulan belum selesai, belum jadi juga, tidak selesai selesai,
    tidak kunjung selesai, tidak kunjung jadi, belum selesai juga, menunggu berbulan bulan,
    janji terus
  `),
  penyalahgunaan_wewenang: list(`
    salahguna, sewenang wenang, semena mena, korupsi, korup, dikorupsi, tilep, ditilep,
    menggelapkan, penggelapan, digelapkan, dana fiktif, proyek fiktif, mark up,
    mobil dinas untuk, aset daerah dijual, ancam, diancam, mengancam, diintimidasi, intimidasi,
    bansos dipotong, bantuan dipotong, memotong bantuan, dipotong bantuan, dana dipotong,
    jual beli jabatan, jual beli kios, penyelewengan, diselewengkan, menyelewengkan, arogan
  `),
  tidak_kompeten: list(`
    tidak profesional, tidak kompeten, tidak becus, tidak paham, asal kerja, tidak di tempat,
    tidak ada di tempat, tidak ada petugas, petugas tidak ada, pegawai tidak ada,
    lurah tidak ada, bolos, main hp, main game, tidur saat jam kerja, jam kerja kosong,
    kantor kosong, pulang cepat, datang terlambat, salah ketik, salah input, tidak melayani,
    ogah ogahan, pelayanan jutek, petugas jutek, petugas kasar, pegawai kasar, dibentak petugas,
    dibentak pegawai
  `),
  nepotisme: list(`
    nepotisme, kolusi, kkn, keluarga lurah, keluarga kades, keluarga rt, keluarganya saja,
    keluarga saja, kerabat lurah, kerabat rt, orang orangnya saja, titip nama, titipan,
    anak pejabat, ponakan lurah, saudara lurah, saudara rt, hanya keluarga, cuma keluarga,
    orang dekat lurah
  `),
}
