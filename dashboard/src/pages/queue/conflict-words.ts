const id = {
  partly: (n: string) => `${n} kandidat tidak ikut tersimpan`,
  partlyOf: (what: string) =>
    `${what}. Kandidat berikut ditolak server; yang lain sudah tersimpan.`,
  noneOf: (what: string) => `Tidak ada yang tersimpan: ${what}. Semuanya ditolak server.`,
  read: 'Mengerti',
  title: 'Keputusan yang tidak diterima',
  intro:
    'Dibuat saat sambungan terputus, lalu ditolak server karena keadaannya sudah berubah. Tidak ada yang hilang: buka kandidatnya bila masih perlu.',
  candidate: (id: number) => `Kandidat ${id}`,
  candidates: (n: string) => `${n} kandidat`,
  kinds: {
    dismiss: 'diabaikan',
    merge: 'digabung',
    open: 'dibuka sebagai aduan',
    join: 'disatukan',
    change: 'diubah',
    undo: 'diurungkan',
  },
  forget: (what: string) => `Hapus dari daftar: ${what}`,
}

const en: typeof id = {
  partly: (n) => `${n} candidates not saved`,
  partlyOf: (what) => `${what}. The server did not accept the following; the others are saved.`,
  noneOf: (what) => `Nothing was saved: ${what}. The server refused all of it.`,
  read: 'Understood',
  title: 'Decisions that were not accepted',
  intro:
    'Made while there was no connection, then refused by the server because things had changed. Nothing is lost: open the candidate if it still needs you.',
  candidate: (id) => `Candidate ${id}`,
  candidates: (n) => `${n} candidates`,
  kinds: {
    dismiss: 'dismissed',
    merge: 'merged',
    open: 'opened as a case',
    join: 'joined',
    change: 'changed',
    undo: 'undone',
  },
  forget: (what) => `Remove from the list: ${what}`,
}

export const conflictWords = { id, en }
