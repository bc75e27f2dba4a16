/** The category of a filed letter by the name of the topic that its operator chose. */
import type { Category } from '../region/category.ts'

/** The first that fits decides. What fits nothing, or says who and not what, has no category. */
const RULES: readonly (readonly [RegExp, Category | null])[] = [
  [/kewilayahan|surat masuk|musrenbang|lapordik|^utilitas$/, null],
  [/disiplin|oknum|kinerja|sikap petugas|mutasi\/promosi/, 'aparat'],
  [
    /jukir|parkir|traffic|rambu|marka|zebra|warning light|lalu lintas|speedtrap|polisi tidur|\bbus\b|terminal|halte|u turn|kendaraan berat|andalalin/,
    'transportasi',
  ],
  [/\bpju\b|penerangan/, 'penerangan'],
  [/sampah|kebersihan|limbah/, 'sampah'],
  [
    /pkl|bangunan liar|petasan|mercon|balap liar|hewan liar|gangguan jiwa|protokol kesehatan/,
    'ketertiban',
  ],
  [/saluran|drainase|genangan|sungai|plengsengan|tanggul|rumah pompa|bozem|banjir/, 'drainase'],
  [/pdam|air bersih|penyedotan air/, 'air'],
  [/pohon|taman|pencemaran|lingkungan|ruang terbuka hijau/, 'lingkungan'],
  [/jalan|trotoar|pedestrian|paving|jembatan/, 'jalan'],
  [/tower|fiber|internet|wifi/, 'telekomunikasi'],
  [
    /ktp|akta|kependudukan|identitas anak|\bnik\b|pindah|dispenduk|klampid|domisili|surat pengantar nikah|belum (?:pernah )?menikah/,
    'kependudukan',
  ],
  [
    /\bmbr\b|bansos|blt|keluarga miskin|permakanan|bpjs pbi|tidak layak huni|rusunawa|liponsos|pmks|padat karya/,
    'sosial',
  ],
  [/puskesmas|rumah sakit|kesehatan|vaksin|covid|fogging|bpjs|klinik|penyakit/, 'kesehatan'],
  [
    /sekolah|pendidikan|ppdb|paud|\bsd\b|\bspp\b|beasiswa|pelajar|ijazah|\bguru\b|siswa/,
    'pendidikan',
  ],
  [
    /lowongan|ketenagakerjaan|kerja\b|umkm|bpum|pasar|pengupahan|koperasi|phk|kuliner|peken/,
    'ekonomi',
  ],
  [
    /loket|izin|perizinan|aplikasi|website|\bpbb\b|pajak|ahli waris|\bpbg\b|ssw|uptsa|surat hijau|bphtb|petugas (?:kelurahan|kecamatan)|perangkat rt/,
    'administrasi',
  ],
]

/** A category code, or null where the topic does not say. */
export function categoryOfTopic(topic: string): Category | null {
  const name = topic.toLowerCase()
  return RULES.find(([words]) => words.test(name))?.[1] ?? null
}
