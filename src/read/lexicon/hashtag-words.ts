/** What stands in hashtags beside words of the dictionary. */
import { list } from './list.ts'

/** The dictionary has hundreds of words of three letters that nobody uses; these are used. */
export const SHORT_WORDS = new Set(
  list(`
    air, got, bau, dan, ini, itu, ada, apa, ayo, yuk, ibu, bpk, kok, aja, yang, tol, pkl, pln,
    rt, rw, di, ke, kab, api, bus, krl, mrt, lrt, tpa, tps, bbm, mbg
  `),
)

/** Names that would be taken for two words, or a part of one ("lampung": lampu). */
export const TAG_NAMES = new Set(
  list(`
    indonesia, jakarta, jakut, jaktim, jaksel, jakbar, jakpus, bogor, depok, tangerang, tangsel,
    bekasi, bandung, jabar, jateng, jatim, banten, cirebon, garut, tasikmalaya, sukabumi, cianjur,
    karawang, semarang, surakarta, solo, jogja, yogyakarta, sleman, bantul, surabaya, sidoarjo,
    malang, jember, kediri, gresik, bali, denpasar, lombok, mataram, kupang, medan, aceh, padang,
    riau, pekanbaru, batam, jambi, palembang, sumsel, sumut, sumbar, bengkulu, lampung, bandarlampung,
    pontianak, kalbar, kalteng, kalsel, kaltim, langkat, banjarmasin, banjarbaru, banjarnegara, balikpapan,
    samarinda, manado, sulut, gorontalo, palu, sulteng, makassar, sulsel, sultra, kendari, konawe,
    kolaka, baubau, bombana, muna, wakatobi, ambon, maluku, ternate, sorong, papua, jayapura, manokwari,
    citarum, ciliwung, wanggu, pdam, polri, polres, polda, pemkot, pemkab, pemprov, dinsos, dishub,
    satpol, damkar, bpbd, kominfo, diskominfo, telkomsel, indihome, bpjs
  `),
)
