/** The 18 kinds of complaint, in the order in which screens and reports list them. */
export const CATEGORIES = [
  'jalan',
  'penerangan',
  'drainase',
  'sampah',
  'air',
  'listrik',
  'transportasi',
  'kependudukan',
  'kesehatan',
  'pendidikan',
  'sosial',
  'ketertiban',
  'administrasi',
  'lingkungan',
  'telekomunikasi',
  'aparat',
  'ekonomi',
  'lainnya',
] as const

export type Category = (typeof CATEGORIES)[number]

/** What people read instead of the code. The codes stay the same in every region. */
export const CATEGORY_NAMES: Record<Category, { id: string; en: string }> = {
  jalan: { id: 'Jalan dan jembatan', en: 'Roads and bridges' },
  penerangan: { id: 'Penerangan jalan', en: 'Street lighting' },
  drainase: { id: 'Drainase dan banjir', en: 'Drains and floods' },
  sampah: { id: 'Sampah dan kebersihan', en: 'Waste and cleanliness' },
  air: { id: 'Air bersih', en: 'Clean water' },
  listrik: { id: 'Listrik', en: 'Electricity' },
  transportasi: { id: 'Lalu lintas, parkir, dan angkutan', en: 'Traffic, parking and transport' },
  kependudukan: { id: 'Kependudukan dan pencatatan sipil', en: 'Civil registry' },
  kesehatan: { id: 'Kesehatan', en: 'Health' },
  pendidikan: { id: 'Pendidikan', en: 'Education' },
  sosial: { id: 'Sosial dan bantuan', en: 'Social aid' },
  ketertiban: { id: 'Keamanan dan ketertiban', en: 'Safety and public order' },
  administrasi: {
    id: 'Administrasi, perizinan, dan pertanahan',
    en: 'Administration, permits, land',
  },
  lingkungan: { id: 'Lingkungan hidup', en: 'Environment' },
  telekomunikasi: { id: 'Telekomunikasi', en: 'Telecommunications' },
  aparat: { id: 'Perilaku aparat', en: 'Conduct of officials' },
  ekonomi: { id: 'Ekonomi dan perdagangan', en: 'Economy and trade' },
  lainnya: { id: 'Lainnya', en: 'Other' },
}

/** True when the text is one of the 18 category codes. */
export function isCategory(text: string): text is Category {
  return (CATEGORIES as readonly string[]).includes(text)
}
