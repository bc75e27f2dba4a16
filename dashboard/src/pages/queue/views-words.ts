const id = {
  title: 'Tampilan tersimpan',
  intro: 'Saringan yang sering dipakai, hanya untuk Anda.',
  current: 'Saringan yang sekarang',
  name: 'Nama',
  save: 'Simpan',
  none: 'Belum ada tampilan tersimpan. Saring antrean dahulu, lalu simpan di sini.',
  rename: (name: string) => `Ubah nama ${name}`,
  up: (name: string) => `Naikkan ${name}`,
  down: (name: string) => `Turunkan ${name}`,
  remove: (name: string) => `Hapus ${name}`,
}

const en: typeof id = {
  title: 'Saved views',
  intro: 'Filters that you use often, only for you.',
  current: 'The filters as they are now',
  name: 'Name',
  save: 'Save',
  none: 'No saved views yet. Filter the queue first, then save it here.',
  rename: (name) => `Rename ${name}`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  remove: (name) => `Remove ${name}`,
}

export const viewsWords = { id, en }
