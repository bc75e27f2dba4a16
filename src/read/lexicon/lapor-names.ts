/**
 * LAPOR's names for what the 18 categories are about: the top category, and below it the name that certain
 * words point to. The names are written as LAPOR writes them, its slips included. The words are roots or
 * exact forms after normalization, as in topics.ts.
 */
import type { Category } from '../../region/category.ts'
import { list } from './list.ts'

export type LaporName = { top: string; sub: string | null }
export type LaporNames = LaporName & { finer: (LaporName & { words: string[] })[] }

const WORKS = 'PEKERJAAN UMUM DAN PENATAAN RUANG'
const NATURE = 'LINGKUNGAN HIDUP DAN KEHUTANAN'
const ENERGY = 'ENERGI DAN SUMBER DAYA ALAM'
const TRANSPORT = 'PERHUBUNGAN'
const POPULATION = 'KEPENDUDUKAN'
const HEALTH = 'KESEHATAN'
const SCHOOL = 'PENDIDIKAN DAN KEBUDAYAAN'
const WELFARE = 'SOSIAL DAN KESEJAHTERAAN'
const ORDER = 'KETENTERAMAN, KETERTIBAN UMUM, DAN PELINDUNGAN MASYARAKAT'
const MONEY = 'EKONOMI DAN KEUANGAN'
const LABOUR = 'KETENAGAKERJAAN'
const LAW = 'POLITIK DAN HUKUM'
const DIGITAL = 'TEKNOLOGI INFORMASI DAN KOMUNIKASI'
const INCLUSION = 'KESETARAAN GENDER DAN SOSIAL INKLUSIF'
const FARMING = 'PERTANIAN DAN PETERNAKAN'
const OTHER = 'TOPIK LAINNYA'

const to = (top: string, sub: string | null, words: string) => ({ top, sub, words: list(words) })

export const LAPOR_NAMES: Record<Category, LaporNames> = {
  jalan: {
    top: WORKS,
    sub: 'INFRASTRUKTUR JALAN',
    finer: [
      to(WORKS, 'JALAN BERLUBANG', 'lubang, jalan rusak, aspal, kubangan'),
      to(WORKS, 'JEMBATAN', 'jembatan'),
      to(WORKS, 'JEMBATAN PENYEBERANGAN ORANG (JPO)', 'jpo, jembatan penyeberangan'),
      to(WORKS, 'TROTOAR', 'trotoar, pedestrian'),
    ],
  },
  penerangan: { top: TRANSPORT, sub: 'LAMPU PENERANGAN JALAN UMUM', finer: [] },
  drainase: {
    top: WORKS,
    sub: 'DRAINASE (GORONG-GORONG/PARIT)',
    finer: [
      to(NATURE, 'BANJIR', 'banjir, kebanjiran, rendam, rob'),
      to(FARMING, 'IRIGASI PERTANIAN', 'irigasi, saluran irigasi, sawah'),
      to(WORKS, 'BENDUNGAN', 'bendungan, waduk'),
    ],
  },
  sampah: {
    top: NATURE,
    sub: 'PENGELOLAAN SAMPAH',
    finer: [
      to(ORDER, 'SAMPAH LIAR', 'sampah liar, buang sampah, tps liar, sembarangan'),
      to(NATURE, 'SANITASI', 'toilet umum, wc umum, toilet, jamban, septic tank'),
    ],
  },
  air: {
    top: ENERGY,
    sub: 'LAYANAN AIR MINUM',
    finer: [
      to(
        ENERGY,
        'GANGGUAN LAYANAN PENYALURAN AIR',
        'air mati, mati air, tidak mengalir, tidak alir, tidak jalan, keruh, bocor, macet, seret, kecil',
      ),
      to(ENERGY, 'BIAYA/TARIF PDAM', 'tagih, tagihan, tarif, rekening, melonjak, membengkak'),
    ],
  },
  listrik: {
    top: ENERGY,
    sub: 'LISTRIK',
    finer: [
      to(ENERGY, 'PEMADAMAN LISTRIK', 'padam, pemadaman, mati lampu, mati listrik, byarpet'),
      to(ENERGY, 'SARANA/PRASARANA KELISTRIKAN', 'tiang, kabel, trafo, gardu, tegangan'),
      to(ENERGY, 'TARIF LISTRIK', 'tagihan, token, tarif'),
      to(ENERGY, 'PEMASANGAN LISTRIK BARU', 'pasang baru, sambungan baru, listrik belum masuk'),
    ],
  },
  transportasi: {
    top: TRANSPORT,
    sub: 'LAINNYA TERKAIT PERHUBUNGAN',
    finer: [
      to(TRANSPORT, 'PARKIR LIAR', 'parkir, jukir, tukang parkir, juru parkir'),
      to(TRANSPORT, 'TRANSPORTASI ONLINE', 'ojek online, ojol, taksi online'),
      to(TRANSPORT, 'PERKERETAAPIAN', 'kereta, krl, commuter line, stasiun, masinis, gerbong'),
      to(TRANSPORT, 'TRANSPORTASI LAUT', 'feri, kapal, pelabuhan, dermaga, speedboat'),
      to(TRANSPORT, 'TRANSPORTASI UDARA', 'bandara, pesawat, maskapai'),
      to(WORKS, 'HALTE', 'halte'),
      to(TRANSPORT, 'TRANSPORTASI DARAT', 'bus, bis, busway, angkot, pete pete, terminal, damri'),
    ],
  },
  kependudukan: {
    top: POPULATION,
    sub: 'ADMINISTRASI KEPENDUDUKAN DAN PENCATATAN SIPIL',
    finer: [
      to(POPULATION, 'KTP (KARTU TANDA PENDUDUK)', 'kartu tanda penduduk, ktp, blangko'),
      to(POPULATION, 'KARTU KELUARGA', 'kartu keluarga, kk'),
      to(POPULATION, 'AKTA KELAHIRAN', 'akta kelahiran, akta lahir'),
      to(POPULATION, 'AKTA KEMATIAN', 'akta kematian, akta mati'),
      to(POPULATION, 'AKTA PERKAWINAN', 'akta perkawinan, akta nikah, buku nikah'),
      to(POPULATION, 'AKTA PERCERAIAN', 'akta perceraian, akta cerai'),
      to(POPULATION, 'KARTU IDENTITAS ANAK', 'kia, kartu identitas anak'),
      to(POPULATION, 'PINDAH DOMISILI', 'pindah, surat pindah, pindah domisili'),
      to(POPULATION, 'SINKRONISASI DATA KEPENDUDUKAN', 'nik'),
    ],
  },
  kesehatan: {
    top: HEALTH,
    sub: 'PELAYANAN KESEHATAN',
    finer: [
      to(HEALTH, 'JAMINAN SOSIAL KESEHATAN', 'bpjs, bpjs kesehatan, kis, jkn, jamkesda'),
      to(HEALTH, 'LAYANAN AMBULAN', 'ambulans, ambulan'),
      to(HEALTH, 'FOGGING NYAMUK', 'fogging, demam berdarah, dbd, nyamuk'),
      to(HEALTH, 'PELAYANAN OBAT', 'obat, apotek'),
      to(HEALTH, 'PELAYANAN VAKSINASI / IMUNISASI', 'vaksin, imunisasi, vaksinasi'),
      to(HEALTH, 'VAKSINASI RABIES', 'rabies'),
      to(HEALTH, 'GIZI BURUK/STUNTING', 'stunting, gizi buruk'),
    ],
  },
  pendidikan: {
    top: SCHOOL,
    sub: 'PENDIDIKAN DASAR DAN MENENGAH',
    finer: [
      to(SCHOOL, 'PENERIMAAN SISWA BARU', 'ppdb, spmb, zonasi, daftar sekolah'),
      to(SCHOOL, 'BIAYA SEKOLAH', 'spp, uang komite, uang sekolah, iuran, pungutan, biaya sekolah'),
      to(SCHOOL, 'KARTU INDONESIA PINTAR/KIP', 'kip, pip'),
      to(SCHOOL, 'BEASISWA', 'beasiswa'),
      to(SCHOOL, 'PAUD DAN PENDIDIKAN INFORMAL', 'paud, tk'),
      to(
        'PROGRAM MAKAN BERGIZI GRATIS (MBG)',
        'PELAKSANAAN MBG DI SEKOLAH',
        'mbg, makan bergizi gratis',
      ),
      to(
        'KEKERASAN DI SATUAN PENDIDIKAN (SEKOLAH, KAMPUS, LEMBAGA KURSUS)',
        'PERUNDUNGAN (BULLYING)',
        'bully, bullying, rundung, perundungan, dirundung',
      ),
      to(LABOUR, 'GURU DAN TENAGA KEPENDIDIKAN (GTK)', 'gaji guru, guru honorer, honor guru'),
    ],
  },
  sosial: {
    top: WELFARE,
    sub: 'BANTUAN SOSIAL',
    finer: [
      to(WELFARE, 'PKH PROGRAM KELUARGA HARAPAN', 'pkh, keluarga harapan'),
      to(WELFARE, 'BANTUAN PANGAN NON TUNAN (BPNT)', 'bpnt, kartu sembako'),
      to(WELFARE, 'BANTUAN SOSIAL TUNAI (BST)', 'bst, bantuan tunai'),
      to(WELFARE, 'DATA TERPADU KESEJAHTERAAN SOSIAL (DTKS)', 'dtks, dtsen, desil'),
      to(WELFARE, 'KARTU KELUARGA SEJAHTERA (KKS)', 'kks, kartu kks'),
      to(WELFARE, 'RUMAH SEJAHTERA TERPADU (RST)', 'rutilahu, bedah rumah, tidak layak huni'),
      to(INCLUSION, 'ANAK TERLANTAR', 'anak jalanan, anak terlantar, anak telantar'),
      to(
        INCLUSION,
        'AKSES MASYARAKAT BERKEBUTUHAN KHUSUS/ DISABILITAS',
        'disabilitas, difabel, kursi roda',
      ),
    ],
  },
  ketertiban: {
    top: ORDER,
    sub: 'KETERTIBAN UMUM',
    finer: [
      to(ORDER, 'KRIMINALITAS', 'begal, maling, curi, curanmor, jambret, copet, rampok'),
      to(ORDER, 'TAWURAN/ RUSUH', 'tawuran, busur, parang'),
      to(ORDER, 'PEMADAMAN KEBAKARAN', 'kebakaran, damkar, pemadam'),
      to('EVAKUASI HEWAN LIAR', null, 'ular, buaya, monyet, tawon, sarang tawon, hewan liar'),
      to(
        'PENCEGAHAN DAN PEMBERANTASAN PENYALAHGUNAAN DAN PEREDARAN GELAP NARKOTIKA DAN PREKURSOR NARKOTIKA (P4GN)',
        'PENYALAHGUNAAN NARKOTIKA',
        'narkoba, sabu, narkotika',
      ),
      to(DIGITAL, 'PERJUDIAN ONLINE', 'judi online, judol'),
    ],
  },
  administrasi: {
    top: OTHER,
    sub: null,
    finer: [
      to(
        DIGITAL,
        'LAYANAN ONLINE/APLIKASI PEMERINTAH',
        'aplikasi, login, otp, website, situs, kode verifikasi',
      ),
      to(MONEY, 'PAJAK DAERAH', 'pbb, pajak bumi bangunan, pajak, bphtb'),
      to(WORKS, 'SERTIFIKAT TANAH', 'sertifikat, sertifikat tanah, ptsl, bpn, balik nama'),
      to(WORKS, 'SENGKETA TANAH', 'sengketa tanah'),
      to(ORDER, 'SURAT IZIN MENGEMUDI', 'sim'),
      to(ORDER, 'SURAT TANDA NOMOR KENDARA', 'stnk, samsat'),
      to(ORDER, 'SURAT KETERANGAN CATATAN KEPOLISIAN', 'skck'),
      to(DIGITAL, 'APLIKASI PERIZINAN', 'oss, imb, pbg, siup'),
      to(LABOUR, 'CPNS', 'cpns, pppk'),
      to(LABOUR, 'TENAGA HONORER', 'honorer'),
      to(LAW, 'PASPOR', 'paspor'),
      to(
        POPULATION,
        'SURAT KETERANGAN TEMPAT TINGGAL / DOMISILI',
        'surat domisili, keterangan domisili',
      ),
      to('SP4N-LAPOR!', 'GANGGUAN APLIKASI SP4N-LAPOR!', 'sp4n, aplikasi lapor, sp4n lapor'),
    ],
  },
  lingkungan: {
    top: NATURE,
    sub: 'LAINNYA TERKAIT LINGKUNGAN HIDUP DAN KEHUTANAN',
    finer: [
      to(
        NATURE,
        'PENCEMARAN LINGKUNGAN',
        'cemar, polusi, limbah, asap, debu, bau limbah, kualitas udara',
      ),
      to(NATURE, 'PERLINDUNGAN FLORA', 'pohon, ranting, dahan'),
      to(NATURE, 'LONGSOR', 'longsor, tanah longsor'),
      to(NATURE, 'KEBAKARAN HUTAN', 'kebakaran hutan, karhutla'),
      to(WORKS, 'TAMAN', 'taman, taman kota'),
      to(ENERGY, 'DAMPAK LINGKUNGAN AREA PERTAMBANGAN', 'tambang'),
    ],
  },
  telekomunikasi: {
    top: DIGITAL,
    sub: 'JARINGAN INTERNET',
    finer: [to(DIGITAL, 'TIANG JARINGAN INTERNET', 'tiang, kabel semrawut, kabel fiber')],
  },
  aparat: {
    top: LAW,
    sub: 'KORUPSI, KOLUSI, DAN NEPOTISME',
    finer: [
      to(LAW, 'PUNGUTAN LIAR', 'pungli, pungutan liar, minta uang, uang pelicin, uang rokok'),
      to(LAW, 'PENYALAHGUNAAN WEWENANG', 'salahguna wewenang, wewenang, sewenang'),
      to(
        'PEMBANGUNAN DESA, DAERAH TERTINGGAL, DAN TRANSMIGRASI',
        'PENYALAHGUNAAN DANA DESA',
        'dana desa, kades, kepala desa',
      ),
      to(ORDER, 'KEPOLISIAN', 'polisi, polantas, polsek, polres'),
      to(LABOUR, 'PEMBINAAN KEPEGAWAIAN', 'bolos, jam kerja, tidak di tempat, malas'),
    ],
  },
  ekonomi: {
    top: MONEY,
    sub: 'PERDAGANGAN',
    finer: [
      to(ENERGY, 'KELANGKAAN BBM/ELPIJI', 'gas, elpiji, lpg, bbm, pertalite, solar, bensin, spbu'),
      to(MONEY, 'PEMANTAUAN HARGA BAHAN POKOK', 'harga'),
      to(WORKS, 'PASAR', 'pasar, los pasar, kios, lapak'),
      to(FARMING, 'PUPUK', 'pupuk'),
      to(
        MONEY,
        'KOPERASI, USAHA KECIL, DAN MENENGAH',
        'umkm, koperasi, modal usaha, bantuan modal',
      ),
      to(LABOUR, 'REKRUTMEN TENAGAKERJA', 'lowongan, lowongan kerja, cari kerja, butuh pekerjaan'),
      to(LABOUR, 'GAJI PEKERJA', 'gaji, upah, umr, umk, thr, pesangon'),
    ],
  },
  lainnya: {
    top: OTHER,
    sub: null,
    finer: [to(WORKS, 'TEMPAT PEMAKAMAN UMUM', 'makam, kuburan, tpu, pemakaman')],
  },
}
