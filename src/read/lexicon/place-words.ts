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
