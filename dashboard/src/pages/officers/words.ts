/** The texts of changing roles and of the table of rights. */
import type { Right, Role } from '../../api.ts'

const id = {
  change: 'Ubah peran',
  changeOf: (name: string) => `Ubah peran ${name}`,
  from: (role: string) => `Sekarang: ${role}.`,
  role: 'Peran baru',
  what: (name: string) =>
    `${name} langsung keluar dari semua perangkat dan masuk lagi dengan hak yang baru. Keputusan lama tetap tercatat.`,
  own: 'Ini akun Anda sendiri. Anda tidak dapat lagi mengatur petugas sesudahnya.',
  lastAdmin: 'Anda satu-satunya admin. Undang atau angkat admin lain lebih dahulu.',
  save: 'Ubah peran',
  changed: (name: string, role: string) => `${name} kini ${role}`,
  matrix: 'Siapa boleh apa',
  matrixHint: 'Dibaca dari server: tabel yang sama memutuskan setiap permintaan.',
  right: 'Hak',
  yes: 'boleh',
  no: 'tidak boleh',
  count: (n: string) => `${n} petugas aktif`,
  rights: {
    'queue.read': 'Membaca antrean verifikasi',
    'queue.decide': 'Memutuskan kandidat',
    'sample.decide': 'Menilai sampel harian',
    'case.read': 'Membaca aduan',
    'case.dispose': 'Mendisposisikan aduan',
    'case.answer': 'Menindaklanjuti aduan',
    'case.close': 'Menutup atau meninjau ulang aduan',
    'sources.read': 'Melihat sumber, kata pantauan, dan wilayah',
    'sources.manage': 'Mengatur sumber dan kata pantauan',
    'officers.manage': 'Mengatur petugas',
    'models.manage': 'Mengatur mesin baca',
    'trends.read': 'Melihat tren dan ketepatan',
    'ledger.read': 'Memeriksa riwayat',
  } as Record<Right, string>,
  roleHint: {
    analyst: 'memverifikasi unggahan sepanjang hari',
    humas: 'meresmikan dan meneruskan aduan',
    agency: 'menjawab aduan perangkat daerahnya',
    leader: 'melihat tren',
    observer: 'mengawasi, hanya membaca, tanpa data pribadi',
    admin: 'semua hak',
  } as Record<Role, string>,
}

export type OfficersTexts = typeof id

const en: OfficersTexts = {
  change: 'Change role',
  changeOf: (name) => `Change role of ${name}`,
  from: (role) => `Now: ${role}.`,
  role: 'New role',
  what: (name) =>
    `${name} is signed out everywhere and signs in again with the new rights. Past decisions stay on record.`,
  own: 'This is your own account. You cannot manage officers afterwards.',
  lastAdmin: 'You are the only admin. Invite or appoint another one first.',
  save: 'Change role',
  changed: (name, role) => `${name} is now ${role}`,
  matrix: 'Who may do what',
  matrixHint: 'Read from the server: the same table decides on each request.',
  right: 'Right',
  yes: 'may',
  no: 'may not',
  count: (n) => (n === '1' ? '1 active officer' : `${n} active officers`),
  rights: {
    'queue.read': 'Read the queue',
    'queue.decide': 'Decide on candidates',
    'sample.decide': 'Judge the daily sample',
    'case.read': 'Read cases',
    'case.dispose': 'Send cases to agencies',
    'case.answer': 'Work on and answer cases',
    'case.close': 'Close or reopen cases',
    'sources.read': 'See sources, watch words and the region',
    'sources.manage': 'Manage sources and watch words',
    'officers.manage': 'Manage officers',
    'models.manage': 'Manage the reading models',
    'trends.read': 'See trends and accuracy',
    'ledger.read': 'Verify the history',
  },
  roleHint: {
    analyst: 'reviews posts all day',
    humas: 'makes complaints formal and sends them on',
    agency: 'answers the cases of the own agency',
    leader: 'sees trends',
    observer: 'watches, reads only, without personal data',
    admin: 'all rights',
  },
}

export const officersTexts = { id, en }
