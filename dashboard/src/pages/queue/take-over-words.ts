const id = {
  title: 'Sedang diputuskan petugas lain',
  why: (name: string) =>
    `${name} sedang memutuskan kandidat ini. Bila Anda ambil alih, ${name} diberi tahu.`,
  take: 'Ambil alih',
}

const en: typeof id = {
  title: 'Somebody else is deciding',
  why: (name) => `${name} is deciding on this candidate. If you take it over, ${name} is told.`,
  take: 'Take over',
}

export const takeOverWords = { id, en }
