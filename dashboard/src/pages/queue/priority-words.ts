/** The rule of the order in words; src/triage/priority.ts has it in figures. */
const id = {
  title: 'Mengapa di atas?',
  rule: 'Urutan adalah jumlah poin. Yang darurat selalu di depan, lalu yang mendesak; setelah itu tenggat, banyaknya suara, umur, keyakinan mesin, dan laporan langsung warga. Bila sama, tenggat terdekat lebih dahulu.',
  points: (n: string) => `${n} poin`,
  sum: 'Jumlah',
  sorted: 'Daftar ini sedang diurutkan menurut waktu, bukan poin.',
  parts: {
    emergency: 'Darurat: nyawa atau keselamatan terancam',
    urgent: 'Mendesak',
    clock: 'Tenggat dekat atau lewat',
    voices: 'Banyaknya suara',
    age: 'Lama menunggu',
    confidence: 'Keyakinan mesin bahwa ini aduan',
    filed: 'Dikirim langsung oleh warga',
  },
}

const en: typeof id = {
  title: 'Why on top?',
  rule: 'The order is a sum of points. Emergencies always stand first, then what is urgent; after that time limit, number of voices, age, confidence of the machine, and what citizens filed themselves. Among equals the nearest time limit comes first.',
  points: (n) => `${n} points`,
  sum: 'Sum',
  sorted: 'This list is ordered by time now, not by points.',
  parts: {
    emergency: 'Emergency: life or safety in danger',
    urgent: 'Urgent',
    clock: 'Time limit near or past',
    voices: 'Number of voices',
    age: 'Time waited',
    confidence: "Machine's confidence that it is a complaint",
    filed: 'Filed by a citizen directly',
  },
}

export const priorityWords = { id, en }
