/** The words of the dialog that shows two beside each other. */

const id = {
  title: 'Bandingkan',
  mine: 'Kandidat ini',
  theirs: 'Yang disarankan',
  mark: 'Tandai kata',
  same: 'yang sama',
  other: 'yang berbeda',
  common: (n: string) => `${n} kata ada di kedua sisi.`,
  nothing: 'Tidak ada kata penting yang sama.',
  own: (mine: string, theirs: string) =>
    `${mine} kata hanya ada di sisi pertama, ${theirs} hanya di sisi kedua.`,
  facts: 'Keterangan yang dibandingkan',
  category: 'Kategori',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  place: 'Tempat',
  first: 'Pertama disampaikan',
  unknown: 'tidak diketahui',
  isSame: 'sama',
  differs: 'berbeda',
  apart: (span: string) => `selisih ${span}`,
  more: (n: string) => `${n} suara lain tidak ditampilkan di sini.`,
}

export type CompareWords = typeof id

const en: CompareWords = {
  title: 'Compare',
  mine: 'This candidate',
  theirs: 'The suggestion',
  mark: 'Mark words',
  same: 'in common',
  other: 'that differ',
  common: (n) => `${n} words stand on both sides.`,
  nothing: 'No telling words in common.',
  own: (mine, theirs) =>
    `${mine} words stand only on the first side, ${theirs} only on the second.`,
  facts: 'What is compared',
  category: 'Category',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  place: 'Place',
  first: 'First told',
  unknown: 'not known',
  isSame: 'same',
  differs: 'different',
  apart: (span) => `${span} apart`,
  more: (n) => `${n} other voices are not shown here.`,
}

export const compareWords = { id, en }
