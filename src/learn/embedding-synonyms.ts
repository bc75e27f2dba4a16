/**
 * Words by which people tell of the same thing or fault, in a line each. They are drawn together in the word
 * vectors: texts at hand are too few to show it of all of them.
 */
import { fingerprint } from '../group/fingerprint.ts'

const SYNONYMS = `
lampu penerangan terang bohlam neon pju
mati padam nyala gelap gulita redup
banjir genangan tergenang terendam meluap kebanjiran
got selokan drainase parit saluran gorong-gorong riol
mampet tersumbat buntu tersendat dangkal
lubang berlubang kubangan lobang
rusak hancur parah jelek bopeng
aspal hotmix cor beton tambal
sampah limbah
menumpuk tumpukan menggunung berserakan
angkut jemput ambil
tps kontainer bak
bau busuk menyengat amis
pdam ledeng tirta perumda perumdam
mengalir macet keluar kering
keran kran pipa
keruh kotor kuning cokelat coklat berlumpur
listrik pln setrum
pohon kayu dahan ranting batang
tumbang roboh rubuh jatuh miring ambruk
pangkas potong tebang rimbun rindang
lampu merah apill traffic light
pungli palak peras pungutan
jukir parkir juru
kabel fiber optik
menjuntai kendor semrawut rendah
internet wifi indihome jaringan sinyal
lelet lambat lemot lamban
ktp e-ktp ktp-el
knalpot brong bising berisik ribut
balap balapan liar
trotoar pedestrian
pkl lapak pedagang jualan
macet padat kemacetan
puskesmas faskes klinik
rs rsud igd ugd
bansos blt pkh bpnt sembako
maling pencuri bobol rampok jambret
mabuk miras
tawuran berkelahi berantem
amblas longsor ambles ambrol
debu polusi asap
nyamuk dbd fogging
bbm bensin pertalite solar
elpiji lpg gas
langka kosong habis
bus angkot pete-pete
sopir supir
ugal-ugalan ngebut
toilet wc
pipa bocor pecah rembes
jembatan titian
mangkrak terbengkalai mandek
rawan bahaya celaka kecelakaan
tergelincir terperosok jatuh
guru pengajar
siswa murid
halaman pekarangan
hewan ternak sapi kambing
semak rumput belukar
pagar tembok dinding
`

/** Each set by the roots of its words, as a text's stream has them. */
export const synonymSets = (): string[][] =>
  SYNONYMS.trim()
    .split('\n')
    .map((line) => [...new Set(fingerprint(line).stream)])
