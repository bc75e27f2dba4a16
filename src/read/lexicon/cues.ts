/**
 * The named cues of a complaint, and of what only looks like one. Weights are in weights.ts.
 * Words are roots or exact forms after normalization; `_` is any word.
 */
import { list } from './list.ts'

export const CUES = {
  /** Asks that something be done. */
  request: list(`
    tolong, mohon, minta, harap, dimohon, minta tolong, tolong dong, mohon segera,
    mohon diperbaiki, mohon bantuan, mohon bantu, mohon perhatian, bantu, bantulah,
    mohon ditindak, mohon tindak lanjut, tolong diperbaiki, tolong dicek, tolong cek, segera,
    segera diperbaiki, segera ditangani, segera ditindak, ditindaklanjuti, tindak lanjut,
    tindaklanjut, tindaklanjuti, perbaiki, diperbaiki, diperhatikan, perhatikan, dicek, cek,
    ditinjau, tinjau, ditertibkan, tertibkan, dibersihkan, bersihkan, diangkut, dikeruk, diaspal,
    ditambal, diganti, dipasang, dipasangi, ditambah, tambahkan, dibuatkan, buatkan, ditangani,
    turun tangan, turun langsung, atasi, diatasi, carikan solusi, solusi, solusinya, ditutup,
    dipotong, dipangkas, perlu diperbaiki, perlu perbaikan, perlu perhatian, dievaluasi,
    evaluasi, dikondisikan, ditegur, tegur, dipercepat, percepat, dimaksimalkan, harusnya,
    seharusnya, mestinya, jangan dibiarkan, jangan diam, butuh, usul, saran, mbok, kasih solusi
  `),
  /** Speaks to an office. */
  address: list(`
    pak, bapak, bu, ibu, admin, kak, pak wali, bu wali, pak walikota, bu walikota, pak bupati,
    pak gubernur, pak camat, pak lurah, bu lurah, pemkot, pemda, pemprov, pemkab, walikota,
    wali kota, bupati, gubernur, dinas, dinas terkait, instansi terkait, pihak terkait,
    pemerintah, pemerintah kota, pihak berwenang, yang terhormat, yth, kepada, dear, kominfo, pu,
    pupr, dlh, dlhk, dishub, dinsos, satpol pp, pln, pdam, lapor
  `),
  /** Asks about a service that is owed. */
  ask: list(`
    kapan, sampai kapan, kapan lagi, kenapa, mengapa, kok, masa, masak, bagaimana, bagaimana ini,
    bagaimana nasib, mana, apa tidak, apakah tidak, kok belum, kok tidak, kenapa belum,
    kenapa tidak, ada apa, kapan diperbaiki, kapan selesai, kapan dikerjakan, tidak ada niat,
    apa kabar, kok bisa, mau sampai kapan, nunggu apa, nunggu korban, tunggu korban,
    tunggu ada korban
  `),
  /** Not done, not served. */
  unmet: list(`
    belum, belum juga, belum ada, belum pernah, tidak pernah, tidak kunjung, belum kunjung,
    tidak ada tindakan, tidak ada tindak lanjut, tidak ada perbaikan, belum ada perbaikan,
    tidak ada respons, tidak ada tanggapan, tidak ditanggapi, tidak digubris, tidak diperhatikan,
    tidak peduli, tutup mata, dibiarkan, terkesan dibiarkan, diabaikan, tidak bisa, tidak dapat,
    tidak ada solusi, tidak ada perubahan, tidak ada hasil, hanya janji, cuma janji, janji terus,
    tidak becus, tidak beres, percuma, sia sia, sama saja, tidak berfungsi, tidak guna, gagal,
    susah, sulit
  `),
  /** How long it has lasted or how often it returns. */
  duration: list(`
    sudah lama, sejak, sejak lama, dari dulu, dari tadi, dari kemarin, dari semalam, dari pagi,
    dari subuh, dari malam, sampai sekarang, hingga sekarang, sampai saat ini, hingga kini,
    sampai detik ini, bertahun tahun, berbulan bulan, berhari hari, berminggu minggu, berjam jam,
    tahun ini, sudah setahun, sudah seminggu, sudah sebulan, sesetiap hari, setiap malam,
    setiap musim hujan, kalau hujan, sering, selalu, terus menerus, hampir setiap, langganan,
    berulang, berkali kali, lagi lagi, mulu, melulu, belakangan ini, akhir akhir ini,
    sudah berapa
  `),
  /** It is now. */
  now: list(`
    masih, sekarang, saat ini, hari ini, barusan, baru saja, tadi pagi, tadi malam, semalam,
    malam ini, sedang, lagi lagi, tadi, kini, detik ini, pagi ini, siang ini, sore ini, makin,
    semakin, tambah parah, makin parah
  `),
  /** It hurts or endangers. */
  harm: list(`
    bahaya, berbahaya, membahayakan, rawan, celaka, kecelakaan, jatuh, terjatuh, korban,
    memakan korban, sakit, luka, tewas, meninggal, takut, was was, khawatir, resah, rugi,
    dirugikan, terganggu, ganggu, mengganggu, tidak nyaman, susah lewat, terpaksa,
    memprihatinkan, prihatin, sengsara, menderita, nyawa, serem, ngeri, sesak, gatal
  `),
  /** Tired, angry, disappointed. */
  upset: list(`
    parah, kecewa, mengecewakan, kesal, capek, muak, bosan, jengkel, kapok, marah, emosi, gerah,
    miris, payah, astaga, astagfirullah, ya allah, ampun, duh, aduh, hadeh, hadeuh, malas,
    sumpah, anjing, bangsat, goblok, tolol, bego, tai, gila, buset, busuk, menyebalkan,
    frustrasi, nangis, sedih, nyesel, menyesal, parah sekali, jelek, buruk, keterlaluan,
    kebangetan, kodong, memalukan, malu, mengeluh, keluh, protes, kasihan, tega, sadis, stres
  `),
  /** The writer or the people around. */
  self: list(`
    saya, kami, kita, rumah saya, rumah kami, depan rumah, lingkungan kami, tempat saya,
    tempat kami, daerah saya, kampung saya, desa saya, desa kami, kompleks kami, sini, disini,
    di sini, anak saya, orang tua saya, ibu saya, ayah saya, tetangga, keluarga saya, kami warga,
    kami sekeluarga, wilayah saya
  `),
  /** Residents are quoted. */
  relayed: list(`
    warga mengeluh, warga keluhkan, warga mengeluhkan, dikeluhkan warga, keluhan warga,
    keluh warga, curhat warga, warga curhat, warga resah, warga minta, warga meminta,
    warga desak, warga mendesak, warga protes, warga berharap, warga menanti, warga pertanyakan,
    warga mengadu, kata warga, rakyat mengadu, masyarakat mengeluh, masyarakat minta,
    mewakili warga, titipan warga, aduan warga, laporan warga, netizen mengeluh,
    pengendara mengeluh, pedagang mengeluh
  `),
  /** A formal letter. */
  letter: list(`
    dengan hormat, saya ingin, saya mau, izin lapor, saya melaporkan, mau lapor, mau melaporkan,
    ingin melaporkan, ingin mengadukan, mau mengadu, mohon maaf, assalamualaikum, selamat pagi,
    selamat siang, selamat sore, selamat malam, atas perhatian, atas perhatiannya,
    atas bantuannya, terima kasih atas, demikian, sekian, izin bertanya, mau tanya,
    ingin menanyakan, menanyakan, mau menanyakan, sebelumnya, nama saya, kami selaku,
    saya selaku, laporan saya, saya lapor, melaporkan, lapor
  `),
  /** The words of an editor. */
  news: list(`
    ujar, ujarnya, katanya kepada, tutur, tuturnya, ungkap, ungkapnya, jelasnya, tegasnya,
    tambahnya, kata dia, menurutnya, menurut dia, imbuhnya, pungkasnya, dikutip, dilansir,
    melansir, dikonfirmasi, kepada wartawan, wartawan, jurnalis, konferensi pers, rilis,
    selengkapnya, baca juga, baca selengkapnya, simak, foto, video, viral, berita,
    berita terkini, kompas, detik, liputan6, tribun, antara, okezone, tempo, cnn, rri, kumparan,
    com, jakarta kompas, ini penyebabnya, begini, ini kata, fakta, kronologi, terungkap, resmi,
    akibat, diduga, polisi ungkap, hingga kini polisi, bpbd, basarnas, evakuasi, mengevakuasi,
    dievakuasi, tim gabungan, via, terpopuler, breaking news, mengatakan, menjelaskan, menyebut,
    menyebutkan, dilaporkan, tersangka, terdakwa, sidang, tinjau, meninjau, gelar, menggelar,
    gubernur _ tinjau, rp
  `),
  /** The words of an agency. */
  announce: list(`
    dalam rangka, kegiatan, sosialisasi, melaksanakan, pelaksanaan, kami informasikan,
    diinformasikan, diimbau, mengimbau, imbauan, himbauan, pengumuman, jadwal, agenda, rapat,
    rapat koordinasi, rakor, bimtek, pelatihan, peresmian, meresmikan, launching, kunjungan,
    kunjungan kerja, sinergi, kolaborasi, apel, upacara, bertempat, berlangsung, dihadiri,
    hadiri, menghadiri, sambutan, arahan, penghargaan, raih, meraih, juara, optimalkan,
    optimalisasi, tingkatkan, meningkatkan, upaya, komitmen, wujudkan, mewujudkan, inovasi,
    program, melalui, sobat, rekan, kawan, kunjungi, tautan, link, formulir, pendaftaran, ayo,
    yuk, mari, bersama sama, info lebih lanjut, informasi lebih lanjut, hotline, call center,
    dapat dilaporkan, bisa dilaporkan, laporkan, sampaikan aduan, kanal aduan, kanal pengaduan,
    kanal, aspirasi, gotong royong, kerja bakti, jumat bersih, personel, anggota, patroli,
    bhabinkamtibmas, babinsa, satgas, petugas gabungan, dinas komunikasi, diskominfo, ppid,
    menindaklanjuti laporan, respons cepat, gerak cepat, sigap, tanggap
  `),
  /** An agency's own account answers somebody. */
  reply: list(`
    hai kak, halo kak, hai bapak, baik kak, mohon maaf atas, maaf atas ketidaknyamanan,
    ketidaknyamanan, ketidaknyamanannya, akan kami, kami sampaikan, kami teruskan,
    kami koordinasikan, kami bantu, kami cek, dapat diinformasikan, dapat kami, mohon menunggu,
    mohon ditunggu, mohon kesediaan, silakan dm, via dm, lewat dm, melalui dm, ke dm, dm ya,
    direct message, infokan, infoin, informasikan nomor, bantu cek, dibantu cek,
    bantu pengecekan, terima kasih telah menghubungi, terima kasih sudah menghubungi,
    terima kasih atas laporan, terima kasih laporannya, terima kasih infonya, sudah kami,
    sudah ditindaklanjuti, telah ditindaklanjuti, sudah diteruskan, petugas kami, tim kami,
    tim teknis, silakan, kak untuk, mohon informasikan, mohon info lokasi, lokasi lengkap,
    detail lokasi, bantu informasikan, bantu lengkapi
  `),
  /** Sells something. */
  advert: list(`
    promo, diskon, jual, dijual, menjual, order, pesan sekarang, beli, murah, murah meriah, cod,
    gratis ongkir, ongkir, ready stok, ready, open order, wa me, whatsapp, hubungi, cashback,
    voucher, giveaway, gacor, slot, deposit, bonus, cuan, jasa, sewa, disewakan, dikontrakkan,
    kost, shopee, tokopedia, lazada, tiktok shop, affiliate, keranjang, loker, investasi,
    saldo dana, pinjaman, followers, premium, netflix, harga mulai, konsultasi
  `),
  /** Thanks and praise; a problem that is over. */
  praise: list(`
    mantap, keren, hebat, bagus, bagus sekali, luar biasa, sukses, semangat, alhamdulillah,
    terima kasih sudah, terima kasih banyak, terima kasih pak, terima kasih bu, apresiasi, salut,
    bangga, top, good, nice, joss, gokil, terbaik, sangat membantu, membantu sekali, bermanfaat,
    sangat bermanfaat, memudahkan, mudah, lancar, aman, nyaman, adem, indah, cantik, senang,
    bahagia, sehat selalu, semoga sukses, selamat, gercep, cepat tanggap, maju terus, lanjutkan,
    rapi, bersih sekali, puas, love, recommended, barakallah, amin, aamiin, berkah
  `),
  /** It is mended, or it was long ago. */
  past: list(`
    sudah diperbaiki, sudah bagus, sudah mulus, sudah nyala, sudah lancar, sudah normal,
    sudah surut, sudah bersih, sudah tidak, sudah aman, sudah selesai, sudah teratasi, akhirnya,
    telah diperbaiki, telah selesai, kembali normal, kembali nyala, mulai diperbaiki,
    mulai dikerjakan, sedang diperbaiki, sedang dikerjakan, dulu, dahulu, jaman, zaman,
    zaman dulu, waktu kecil, waktu itu, pernah, tahun lalu, bulan lalu, minggu lalu, kemarin,
    nostalgia, teringat, inget, ingat, kenangan, tahun 2019, tahun 2020, pasca, usai, setelah,
    tidak lagi, bebas banjir, bebas sampah, tuntas
  `),
  /** Figures of speech and stories. */
  idiom: list(`
    banjir air mata, banjir pujian, banjir promo, banjir orderan, banjir diskon, banjir hadiah,
    banjir dukungan, banjir produk, banjir informasi, banjir like, banjir notif, banjir keringat,
    lampu hijau, jalan hidup, jalan cerita, jalan jalan, jalan keluar, jalan pulang, jalan kaki,
    jalan terus, jalan tengah, jalan buntu, jalan bareng, jalan sama, jalan berdua,
    sampah masyarakat, hati, cinta, sayang, rindu, kangen, pacar, mantan, jodoh, gebetan, pov,
    oc, au, chapter, cerita, novel, film, drakor, drama, series, anime, manga, konser, lagu,
    lirik, idol, kpop, karakter, mimpi, mimpi buruk, seperti pohon, ibarat, bagai, bagaikan,
    laksana, pepatah, perumpamaan, puisi, kata bijak, dosa, surga, neraka, tuhan, nabi, ayat,
    hidup ini, kehidupan, jiwa, malaikat, hantu, setan, pocong, wkwk, wkwkwk, wkwkwkwk, haha,
    hahaha, hahahaha, awokwok, lol, anjir, bestie, game, bola, timnas, liga
  `),
  /** Politics and national matters. */
  politics: list(`
    presiden, wapres, menteri, dpr, dprd, mpr, prabowo, gibran, jokowi, megawati, anies, ahok,
    ganjar, rezim, oligarki, pilkada, pilpres, pemilu, capres, cawapres, caleg, paslon, kampanye,
    partai, koalisi, oposisi, demo, demonstrasi, unjuk rasa, pendemo, massa, ricuh, mahasiswa,
    ormas, reformasi, revolusi, ham, rakyat, negara, indonesia, nasional, apbn, apbd, korupsi,
    koruptor, tikus, pejabat, elit, kabinet, tni, polri, brimob, ijazah palsu, ikn, efisiensi,
    pajak, pajak rakyat, uang rakyat, buzzer, termul, kadrun, cebong, pendukung, ekonomi,
    politik, kebijakan, undang undang, ruu, uu
  `),
  /** Other people's shops and machines. */
  private: list(`
    mesin cuci, laptop, hp, handphone, iphone, motor saya, mobil saya, kulkas, kipas, tv,
    charger, baterai, akun, instagram, twitter, facebook, tiktok, youtube, netflix, gojek, grab,
    gopay, ovo, dana, linkaja, shopee, tokopedia, jne, jnt, paket, resi, kurir, seller, penjual,
    toko, restoran, warung, cafe, hotel, bank, bca, bri, mandiri, bni, atm, kartu kredit, saldo,
    transfer, bandar, dokter gigi, skincare, rambut, baju, kucing, kuliah, skripsi, kampus,
    dosen, kantor saya, bos, gaji, kerjaan, tugas, kosan, kos, mama, papa, adik, kakak, suami,
    istri, nikah, teman, bestie, tidur, makan, minum, kopi
  `),
  /** English or Malay: hardly a citizen of this city. */
  foreign: list(`
    the, and, you, is, are, of, to, my, for, this, that, it, with, so, but, not, kat, nak, sikit,
    hang, depa, korang, tidak nak, dekat mana, jiran, perempuan, boleh, lah, bila, macam,
    macam mana, sebab, semua orang, malaysia, selangor
  `),
  /** Wants information, no fault. */
  inquiry: list(`
    dimana, di mana, berapa, apakah, apakah bisa, apakah ada, bisa tidak, caranya,
    bagaimana cara, bagaimana caranya, cara, syarat, syaratnya, jam berapa, kapan ya, mau tanya,
    izin bertanya, info dong, ada info, ada yang tahu, rekomendasi, lewat mana, naik apa,
    turun dimana
  `),
} as const

export type CueName = keyof typeof CUES
