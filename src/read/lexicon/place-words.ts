/** Words that stand before, or in, the name of a place; plain spelling, as in the gazetteer. */
import { list } from './list.ts'

/** "kel. Mandonga": the next name is a kelurahan. */
export const KELURAHAN_WORDS = list('kel, kelurahan, klurahan, lurah, keluarahan')
/** "kec. Mandonga": the next name is a kecamatan. */
export const KECAMATAN_WORDS = list('kec, kecamatan, kcmtn, camat')

/** Begin an address; what follows is a name even in lower case. */
export const STREET_WORDS = list(`
    jl, jln, jalan, jlan, lorong, lrg, lr, gang, gg, poros, bypass, kompleks, komplek, komp,
    perumahan, perum, btn, blok, desa, ds, dusun, dsn, kampung, kampong, kp, lingkungan,
    kelurahan, kel, kecamatan, kec, kabupaten, kab, kota, provinsi, prov
  `)

/** Begin the name of something that stands there. */
export const BUILDING_WORDS = list(`
    simpang, perempatan, pertigaan, prapatan, bundaran, jembatan, pasar, psr, halte, stasiun,
    terminal, pelabuhan, bandara, pantai, teluk, kali, sungai, taman, alun, lapangan, masjid,
    mesjid, gereja, sd, sdn, smp, smpn, sma, sman, smk, smkn, kampus, universitas, rs, rsud, rsu,
    puskesmas, pkm, kantor, balai, hotel, mall, mal, toko, apotek, spbu, pertamina, tugu,
    gerbang, rusun, asrama, koridor, trayek, tpa, tps
  `)

/** Say on which side of something it is; they belong to the words of the place. */
export const SIDE_WORDS = list(`
    depan, dpn, dekat, dkt, deket, samping, belakang, blkg, seberang, sebelah, sekitar, sepanjang,
    antara, perbatasan, ujung, pinggir, arah
  `)

/** Say where it is seen from: "depan ...", "daerah ...". */
export const NEAR_WORDS = list(`
    depan, dpn, dekat, dkt, deket, samping, belakang, blkg, seberang, sebelah, sekitar,
    sekitaran, seputaran, daerah, drh, area, wilayah, kawasan, arah, arahan, menuju, sepanjang,
    antara, perbatasan, ujung, pinggir, sisi, bawah, atas, di, sekitarnya
  `)

/** Never part of a name, whatever stands before. */
export const NOT_A_NAME = new Set(
  list(`
    yang, dan, di, ke, dari, ini, itu, ada, sudah, belum, tidak, bisa, mau, akan, masih, juga,
    karena, kalau, untuk, dengan, pada, saja, lagi, sangat, sekali, banyak, semua, sampai,
    tolong, mohon, minta, pak, bu, admin, kak, saya, kami, kita, kamu, mereka, dia, orang, warga,
    rusak, parah, mati, gelap, banjir, macet, padam, bocor, kotor, mampet, lubang, hancur, penuh,
    habis, lama, sering, setiap, selalu, terus, sekarang, kemarin, tadi, hari, malam, pagi,
    siang, sore, bulan, tahun, minggu, jam, rumah, kenapa, kapan, bagaimana, mana, siapa, berapa,
    apa, kok, dong, deh, sih, nih, ya, yah, kah, lah, pun, mah, loh, lho, kan, tetapi, tapi,
    atau, seperti, hanya, cuma, padahal, segera, diperbaiki, tempat, jalan, umum, raya besar,
    kecil, baru, lain, sini, situ, sana, tersebut, begitu, begini, menjadi, jadi, oleh, bagi,
    agar, supaya, saat, ketika, waktu, dalam, luar, antara, sejak, hingga, tanpa, tengah, terima,
    kasih, gimana, setelah, sebelum, anda, nya, tidur, sendiri, sama, aku, dll, dsb, kali, air,
    sampah, lampu, listrik, menunggu, min
  `),
)

/** "Pak Kambu", "La Ode Kadia": what follows is a person. */
export const PERSON_BEFORE = list(`
    pak, bapak, bpk, bu, ibu, si, om, tante, mas, mbak, kak, kakak, adik, abang, bang, bos, haji, hj,
    hajah, la, wa, la ode, wa ode, laode, waode, sepupu saya, teman saya, nama saya, namaku, bernama,
    ulang tahun, marga, almarhum, almarhumah, ustadz, ustad, ustaz, keluarga besar, nona, sunan
  `)
/** "Abeli sayang": what stands before is a person. */
export const PERSON_AFTER = list('sayang, dkk, sekeluarga, cantik, ganteng')

/** "Warung Mandonga", "novel Poasia": the name of a business or a work says nothing about where. */
export const SHOP_BEFORE = list(`
    warung, warkop, toko, kedai, kafe, cafe, rm, rumah makan, bakso, resto, restoran, depot, salon,
    laundry, konter, counter, catering, katering, barbershop, cucian motor, cuci motor, cv, pt, ud,
    kopi, rental, travel, butik, grosir,
    novel, film, lagu, buku, cerpen, puisi, band, klub, kapal, marga, suku
  `)
/** "Baruga Jaya": what a business adds to a name. */
export const SHOP_AFTER = list(`
    jaya, makmur, abadi, mandiri, sejahtera, lestari, sentosa, motor, mobil, elektronik, coffee, kopi,
    store, shop, cafe, kafe, resto, group, grup, fashion, cell, ponsel, bakery, collection, laundry
  `)

/** "sate Mandonga": a dish has a place in its name wherever it is sold. */
export const DISH_WORDS = list(`
    coto, konro, pallubasa, sop, soto, sate, bakso, mie, nasi, gudeg, rendang, martabak
  `)

/** "orang Jakarta": a city as an origin, not as where something is. */
export const ORIGIN_WORDS = list(`
    orang, asal, suku, bahasa, adat, logat, batik, lagu, tari, kain, baju, masakan, makanan, kuliner,
    psm, persija, persib, persebaya
  `)

/**
 * Names that are also a thing, with words that show the thing: baruga, a meeting hall. What stands
 * before it may also be said of a place, so a capital decides there; what stands after it may not.
 */
export const HALL_CUES = new Map([
  [
    'baruga',
    {
      before: new Set(
        list(`
          rapat, acara, gelar, kumpul, pertemuan, temu, musyawarah, musrenbang, aula, tamu, undang,
          resepsi, pesta, lantik, sosialisasi, upacara, seminar, gedung, latih, hadir, giat, kegiatan, hajatan, nikah
        `),
      ),
      after: new Set(list('kantor, adat, desa, kursi, balai, sekolah, kampus')),
    },
  ],
])

/** An account with such a word in its name belongs to an office of the area in its name. */
export const OFFICE_IN_HANDLE = list(`
    kel, kec, kua, pkm, info, kelurahan, kecamatan, lurah, camat, polsek, puskesmas, koramil, samsat,
    warga, pemkot, pemkab, pemprov, pemda, dinas, humas, kominfo, damkar, polresta, polres
  `)

/** Between such a cue and the name: "rumah kami di daerah ...". */
export const LINK_WORDS = list(
  'di, daerah, wilayah, yang, sekitar, lurah, camat, saya, sa, kami, kita',
)

/** Before a name: it is told apart from where the thing is. */
export const NOT_THERE = new Set(
  list('bukan, selain, kecuali, dibanding, dibandingkan, daripada, ketimbang, bukannya'),
)
/** Before a name: where somebody lives, works or comes from. */
export const HOME_WORDS = new Set(
  list(`
    tinggal, rumah, warga, orang, asal, domisili, kerja, penduduk, kos, kontrak, pindah, kantor,
    lahir, masyarakat, tetangga
  `),
)
/** Before a name: which way, or what lies beside. */
export const WAY_WORDS = new Set(
  list(`
    ke, arah, menuju, tembus, tembusan, jurusan, arahan, dekat, dkt, deket, samping, sebelah,
    seberang, berbatasan, mirip, seperti, kayak
  `),
)
/** After a name: all is well there. */
export const GOOD_WORDS = new Set(
  list(`
    aman, bagus, mulus, terang, bersih, lancar, normal, nyala, menyala, beres, baik, enak, tertib, rapi
  `),
)
/** Take the good word after them back. */
export const NOT_WORDS = new Set(
  list('tidak, belum, bukan, kurang, jangan, tak, jgn, tdk, blm, nda, ndak, tida, bkn, tra'),
)
/** What is said after these is what is meant, when nothing speaks against it. */
export const BUT_WORDS = new Set(list('tapi, tetapi, melainkan, namun, ralat, sedangkan, tp, tpi'))
/** Between two names: from one to the other. */
export const ROUTE_WORDS = new Set(list('ke, sampai, hingga, menuju, dan, sama, serta'))
