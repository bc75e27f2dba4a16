/**
 * What a complaint is about, whatever it is called: words for one thing, or for what befell it, by their roots.
 * "lampu+merah" are two words in a row, which then say nothing else. A word of two lines stands for both.
 */
import { normalize } from '../read/normalize.ts'
import { spellingHash } from './fingerprint-place.ts'
import { hashWord, mixHashes, sortedSet } from './hash-set.ts'

/**
 * `wide`: it fails for a whole area at once; `spot`: it is one pipe, pole or meter, wherever else one fails; `many`:
 * an area has many of it, so that its name alone does not say which.
 */
const THINGS = `
  many: lampu pju terang gelap padam tiang bohlam redup sorot remang lampu+jalan lampu+hias lampu+mati mati+lampu
  many: lubang aspal ambles amblas ambrol tambal paving pavingisasi kubang gelombang kelupas lobang bolong kerikil cor
  titian papan+lapuk papan+bolong
  many: pohon ranting pangkas rampin dahan tebang rimbun tumbang
  wide: banjir genang rendam luap tenggelam rob surut
  many: got saluran drainase selokan parit gorong mampet sumbat keruk sedimen culvert boxcover buntu banjir genang rendam luap
  sampah tps kontainer tumpuk dlh dlhk tempat+sampah
  wide: alir keran kering ledeng pam galon tandon pompa pdam perumda air+mati mati+air tangki
  spot: pipa sembur pipa+bocor bocor+pipa
  keruh kuning coklat kopi pdam perumda
  spot: tagih rekening meteran
  wide: listrik pln padam gelap token gardu trafo mati+lampu lampu+mati
  spot: tiang+listrik tiang+miring tiang+pln tiang+telepon
  kabel juntai
  wide: internet wifi indihome modem jaringan los+merah sinyal
  parkir jukir rompi parkiran
  trotoar
  pkl lapak gerobak terpal los+ikan
  lampu+merah lampu+lalu traffic apil bangjo tl
  angkot bus damri brt trayek angkutan halte
  ktp blangko suket
  akta akte kia
  antre antrean antri otp loket nomor+antrean
  bansos pkh bpnt blt mbr miskin gamis pip sembako dtks beras beras+bantuan bantuan+beras
  elpiji gas pangkalan
  solar pertalite bbm
  ppdb zonasi
  tanggul talud bronjong longsor
  trafo gardu
  rambu marka zebra
  tanah sertifikat
  izin izinan perizinan
  guru
  plafon atap ambruk runtuh atap+bocor
  wc toilet jamban kencing
  spp ijazah seragam tunggak
  obat stok vaksin
  dokter igd rawat perawat kamar rawat+inap
  bpjs pbi
  ambulans
  bising speaker karaoke musik knalpot
  balap balapan trek+liar
  preman mabuk miras tawuran minum+minum
  begal curi maling busur
  anjing
  sapi kambing ternak
  tikus nyamuk fogging ular
  asap bakar bakar+sampah
  debu terpal+debu
  limbah polusi cemar
  pungli pungut setor retribusi karcis tagih uang+kebersihan bayar+kebersihan
  odgj gelandangan pengemis
  pbb sppt pajak
`

const ids = new Map<number, number[]>()
const pairs = new Map<number, number[]>()
const spellings = new Set<number>()
const wide = new Set<number>()
const spots = new Set<number>()
const many = new Set<number>()

for (const [id, line] of THINGS.trim().split('\n').entries()) {
  const [, reach, words = ''] = /^\s*(?:(\w+):)?(.*)$/.exec(line) ?? []
  if (reach === 'wide') wide.add(id)
  if (reach === 'spot') spots.add(id)
  if (reach === 'many') many.add(id)
  for (const word of words.trim().split(/\s+/)) {
    const roots = word.split('+').map(rootOf)
    const [first, second] = roots.map(hashWord)
    for (const root of roots) spellings.add(spellingHash(root))
    if (second === undefined) add(ids, first!, id)
    else add(pairs, mixHashes(first!, second), id)
  }
}

function rootOf(word: string): string {
  return normalize(word).tokens[0]?.root ?? word
}

function add(into: Map<number, number[]>, hash: number, id: number): void {
  const known = into.get(hash)
  if (known) known.push(id)
  else into.set(hash, [id])
}

/**
 * The things that words (hashed roots in their order) speak of, as numbers in ascending order; `first`: what the
 * first of these words stands for.
 */
export function thingsOf(words: readonly number[]): { things: Uint32Array; first: Uint32Array } {
  const found: number[] = []
  let first: readonly number[] = []
  for (let i = 0; i < words.length; i += 1) {
    const next = words[i + 1]
    const both = next === undefined ? undefined : pairs.get(mixHashes(words[i]!, next))
    const said = both ?? ids.get(words[i]!)
    if (!said) continue
    if (found.length === 0) first = said
    found.push(...said)
    if (both) i += 1
  }
  return { things: sortedSet(found), first: sortedSet(first) }
}

/** By the hash of its spelling: see fingerprint-place.ts. */
export const isThing = (spelling: number): boolean => spellings.has(spelling)
export const isWideThing = (id: number): boolean => wide.has(id)
export const isSpotThing = (id: number): boolean => spots.has(id)
export const isManyThing = (id: number): boolean => many.has(id)
