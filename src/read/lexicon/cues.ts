/**
 * The named cues of a complaint, and of what only looks like one. Weights are learned.
 * Words are roots or exact forms after normalization; `_` is any word.
 */
import { list } from './list.ts'

export const CUES = {
  /** Asks that something be done. */
  request: list(`
    tolong, mohon, minta, harap, dimohon, minta tolong, tolong dong, mohon bantuan, mohon bantu,
    mohon perhatian, bantu, bantulah, dibantu, bantuannya, butuh, perlu, usul, saran, mbok,
    kasih solusi, bisa tidak, boleh tidak, coba, cobalah, nitip, titip, kasihlah, please, help,
    mohon izin, minta bantuan, tolong bantu, tolong dibantu, kalau bisa, diharapkan, dituntut,
    sekalian, monggo, nyuwun
  `),
  /** The work that is asked for. */
  deed: list(`
    diperbaiki, perbaiki, perbaikan, ditindak, ditindaklanjuti, tindak lanjut, tindaklanjut,
    tindaklanjuti, diperhatikan, perhatikan, perhatian, dicek, cek, ditinjau, ditertibkan,
    tertibkan, dibersihkan, bersihkan, bersihin, dibersihin, diangkut, angkutin, dikeruk, keruk,
    dikeruki, diaspal, aspalin, ditambal, tambalin, dicor, diganti, gantiin, dipasang, dipasangi,
    pasangin, ditambah, tambahkan, tambahin, ditambahi, ditambahin, tambah, dibuatkan, buatkan,
    buatin, dibikin, bikinin, ditangani, tangani, turun tangan, turun langsung, atasi, diatasi,
    teratasi, carikan solusi, solusi, solusinya, ditutup, dipotong, dipangkas, ditebang, ditebangin,
    dievaluasi, evaluasi, dikondisikan, ditegur, tegur, dipercepat, percepat, dimaksimalkan,
    nyalakan, dinyalakan, nyalain, dinyalain, hidupkan, dihidupkan, hidupin, aktifkan, diaktifkan,
    diusut, usut, sidak, disidak, peremajaan, diremajakan, bereskan, selesaikan, diselesaikan,
    dibongkar, dirawat, ditingkatkan, tingkatkan, diutamakan, dipikirkan, pikirkan, dikaji,
    normalisasi, dinormalisasi, dibangun, dibuka, dikirim, kirim, diproses, ditambahkan, dilebarkan,
    ditinggikan, dialihkan, disediakan, sediakan, difasilitasi, direalisasikan, update, diupdate,
    uripno, uripke, didandani, maintenance, pantau, dipantau, ditata, razia
  `),
  /** At once. */
  urge: list(`
    segera, ndang, buruan, gece, jangan dibiarkan, jangan diam, jangan lupa, jangan cuma,
    jangan hanya, jangan sampai, mohon segera, tolong segera, segera diperbaiki,
    segera ditangani, segera ditindak, secepat mungkin, gerak, sat set, woi, woy, hoi, heh, bangun
  `),
  /** Wishes, and says what ought to be. */
  wish: list(`
    semoga, harusnya, seharusnya, mestinya, semestinya, sebaiknya, mending, mendingan, andai,
    seandainya, andaikan, mudah mudahan, berharap, harapan, alangkah, saya harap, kudu, kudune
  `),
  /** Speaks to a person in office. */
  address: list(`
    pak, bapak, bu, ibu, admin, kak, mas, mbak, pak wali, bu wali, pak walikota, bu walikota,
    pak bupati, pak gubernur, pak camat, pak lurah, bu lurah, yang terhormat, yth, kepada, dear,
    bos, halo, hallo, hai, cc
  `),
  /** Names an office. */
  office: list(`
    pemkot, pemda, pemprov, pemkab, walikota, wali kota, bupati, gubernur, dinas, dinas terkait,
    instansi terkait, pihak terkait, pemerintah, pemerintah kota, pemerintah daerah, camat, lurah,
    pihak berwenang, kominfo, pu, pupr, dlh, dlhk, dishub, dinsos, satpol pp, pln, pdam, lapor,
    pemerintah kabupaten, pemerintah provinsi, kai, transjakarta, telkom, bpjs, dukcapil
  `),
  /** Asks when it will be done. */
  when: list(`
    kapan, sampai kapan, kapan lagi, kapan diperbaiki, kapan selesai, kapan dikerjakan,
    mau sampai kapan, nunggu apa, nunggu korban, tunggu korban, tunggu ada korban, mau nunggu,
    bagaimana nasib, apa kabar, bagaimana kelanjutan, mana janji, mana
  `),
  /** Asks why. */
  ask: list(`
    kenapa, mengapa, kok, masa, masak, bagaimana, bagaimana ini, apa tidak, apakah tidak, kok belum,
    kok tidak, kenapa belum, kenapa tidak, ada apa, tidak ada niat, kok bisa, bisa bisanya,
    kok masih, kenapa masih, lah, lha, loh, lho, nyapo, apa gunanya, buat apa, untuk apa,
    gunanya apa, kemana, aneh, sengaja
  `),
  /** Not done yet. */
  unmet: list(`
    belum, belum juga, belum ada, belum pernah, tidak pernah, tidak kunjung, belum kunjung,
    tidak ada perbaikan, belum ada perbaikan, tidak ada perubahan, tidak ada hasil, tidak muncul,
    tidak muncul muncul, tidak datang, tidak datang datang, tidak kelar, belum kelar, jarang, minim,
    langka, kurang, tidak ada, tanpa, ora ono
  `),
  /** Cannot be used. */
  cannot: list(`
    tidak bisa, tidak dapat, gagal, susah, sulit, tidak berfungsi, tidak fungsi, tidak guna,
    sia sia, percuma, tidak nyala, tidak jalan, tidak masuk, tidak respons, eror, rusak, mati,
    tidak update, tidak connect, tidak konek, tidak keluar, bermasalah, kendala, gangguan, bug
  `),
  /** Left alone by those who should care. */
  neglect: list(`
    tidak ada tindakan, tidak ada tindak lanjut, tidak ada respons, tidak ada tanggapan,
    tidak ditanggapi, tidak digubris, tidak diperhatikan, tidak peduli, tutup mata, dibiarkan,
    terkesan dibiarkan, diabaikan, terabaikan, tidak ada solusi, hanya janji, cuma janji,
    janji terus, tidak becus, tidak beres, sama saja, terbengkalai, mangkrak, tidak terawat,
    tidak dirawat, tidak diurus, tidak terurus, tidak diperbaiki, tidak direspons, tidak niat,
    tidak serius, asal asalan, asal jadi, seadanya, janji manis, pencitraan, gimmick, seremonial,
    tidak diapa apain, tidak disentuh, tidak dipakai, tidak terpakai, cuek, lempar, diping pong,
    tidak sesuai, template, kerjanya apa, makan gaji, gaji buta, kerja dong, kerja apa, tidak kerja
  `),
  /** How long it has lasted or how often it returns. */
  duration: list(`
    sudah lama, sejak, sejak lama, dari dulu, dari tadi, dari kemarin, dari semalam, dari pagi,
    dari subuh, dari malam, dari sore, dari siang, sampai sekarang, hingga sekarang,
    sampai saat ini, hingga kini, sampai detik ini, bertahun tahun, berbulan bulan, berhari hari,
    berminggu minggu, berjam jam, sudah setahun, sudah seminggu, sudah sebulan, seminggu,
    semingguan, sebulan, setahun, seharian, sejam, setengah jam, sudah berapa, dari zaman, bulanan,
    tahunan
  `),
  /** It comes back. */
  again: list(`
    setiap hari, setiap malam, setiap pagi, setiap musim hujan, setiap hujan, setiap tahun, setiap,
    kalau hujan, sering, selalu, terus menerus, hampir setiap, langganan, berulang, berkali kali,
    lagi lagi, mulu, melulu, belakangan ini, akhir akhir ini, kerap, kadang, meneh, maneh, terus,
    lagi, tetap, masih saja, malah, makin, semakin, tambah parah, makin parah
  `),
  /** It is now. */
  now: list(`
    masih, sekarang, saat ini, hari ini, barusan, baru saja, tadi pagi, tadi malam, semalam,
    malam ini, tadi, kini, detik ini, pagi ini, siang ini, sore ini, tadi siang, tadi sore
  `),
  /** Yesterday or so. */
  lately: list(`
    kemarin, kemarin malam, kemarin sore, tadinya, minggu kemarin, minggu ini, bulan ini, tahun ini,
    beberapa hari, beberapa hari ini, hari lalu
  `),
  /** It hurts or endangers. */
  harm: list(`
    bahaya, berbahaya, membahayakan, rawan, celaka, kecelakaan, jatuh, terjatuh, korban,
    memakan korban, sakit, luka, tewas, meninggal, takut, was was, khawatir, nyawa, serem, ngeri,
    kesandung, keserempet, kepleset, terpeleset, kejeblos, nabrak, ditabrak, nyaris, hampir
  `),
  /** It costs people time, money or comfort. */
  burden: list(`
    resah, meresahkan, rugi, merugikan, dirugikan, terganggu, ganggu, mengganggu, menghambat,
    terhambat, tidak nyaman, susah lewat, terpaksa, memprihatinkan, prihatin, sengsara, menderita,
    sesak, gatal, macet, telat, terlambat, terjebak, terisolasi, terendam, rendam, kerendem, klelep,
    kleleb, keleleb, kebanjiran, sumpek, panas, pengap, engap, bau, kotor, kumuh, jorok, memutar,
    muter, libur, lumpuh
  `),
  /** Tired, disappointed. */
  upset: list(`
    parah, kecewa, mengecewakan, kesal, capek, muak, bosan, jengkel, kapok, marah, emosi, gerah,
    miris, payah, astaga, astagfirullah, istighfar, ya allah, ampun, duh, aduh, hadeh, hadeuh,
    malas, menyebalkan, frustrasi, nangis, sedih, nyesel, menyesal, parah sekali, jelek, buruk,
    keterlaluan, kebangetan, kodong, memalukan, malu, mengeluh, keluh, ngeluh, protes, kasihan,
    tega, sadis, stres, ngenes, sebel, males, pusing, heran, zonk, ampas, kacau, kaco, parah ini,
    minta ampun, lelah, sambat
  `),
  /** Curses. */
  curse: list(`
    sumpah, anjing, bangsat, goblok, tolol, bego, tai, gila, buset, busuk, babi, kontol, memek,
    ngentot, asu, jancok, bajingan, brengsek, kampret, anjir, anjrit, jir, njir, bjir, anjay, fak,
    fuck, shit, sialan, biadab, monyet, pekok, kampang, pantek, puki, tolil, bacot
  `),
  /** The writer. */
  self: list(`saya, punya saya, saya mau, pengalaman saya`),
  /** The people around. */
  us: list(`
    kami, kita, warga, kami warga, kami sekeluarga, masyarakat, pengendara, pengguna jalan,
    penumpang, pelanggan, pengguna, wargane, wargamu, wong cilik, rakyat kecil
  `),
  /** Where the writer lives or passes. */
  home: list(`
    rumah saya, rumah kami, depan rumah, lingkungan kami, tempat saya, tempat kami, daerah saya,
    kampung saya, desa saya, desa kami, kompleks kami, kompleks saya, komplek saya, sini, disini,
    di sini, tetangga, wilayah saya, daerahku, kampungku, desaku, rumahku, kotaku, jalan saya,
    rumah, omah, perumahan, komplek, kompleks, gang
  `),
  /** The writer's family. */
  family: list(`
    anak saya, orang tua saya, ibu saya, ayah saya, keluarga saya, suami saya, istri saya, mama,
    papa, adik, kakak, suami, istri, nenek, kakek, anak sekolah, anak
  `),
  /** Residents are quoted. */
  relayed: list(`
    warga mengeluh, warga keluhkan, warga mengeluhkan, dikeluhkan warga, keluhan warga, keluhkan,
    mengeluhkan, warga ngeluh, keluh warga, curhat warga, warga curhat, warga resah, warga minta,
    warga meminta, warga desak, warga mendesak, warga protes, warga berharap, warga menanti,
    warga pertanyakan, warga mengadu, kata warga, rakyat mengadu, masyarakat mengeluh,
    masyarakat keluhkan, masyarakat minta, mewakili warga, titipan warga, aduan warga,
    laporan warga, netizen mengeluh, pengendara mengeluh, pedagang mengeluh, dilaporkan mati,
    semoga menjadi perhatian, semoga jadi perhatian
  `),
  /** Has reported it already, or reports it now. */
  reported: list(`
    sudah lapor, sudah melapor, sudah laporan, sudah dilaporkan, izin lapor, saya melaporkan,
    mau lapor, mau melaporkan, ingin melaporkan, ingin mengadukan, mau mengadu, mau aduan,
    laporan saya, saya lapor, melaporkan, lapor kemana, lapor kemana lagi, ngadu kemana,
    ngadunya kemana, lapor ke mana, lapor dimana, aduan, pengaduan, laporan, cek dm, cek direct,
    sudah dm, balas dm, telepon, ditelepon, komplain, komplen, form
  `),
  /** A formal letter. */
  letter: list(`
    dengan hormat, saya ingin, mohon maaf, assalamualaikum, selamat pagi, selamat siang,
    selamat sore, selamat malam, atas perhatian, atas perhatiannya, atas bantuannya,
    terima kasih atas, demikian, sekian, izin bertanya, ingin menanyakan, menanyakan,
    mau menanyakan, sebelumnya, nama saya, kami selaku, saya selaku
  `),
  /** The waiting passenger or customer. */
  waiting: list(`
    nunggu, menunggu, nungguin, ditunggu, nunggunya, ngantri, antri, antre, mengantri, antrean,
    nunggu lama, lama sekali, kelamaan, lama, lelet, lemot, lambat, ngaret, delay, lewat, dilewatin,
    dilewati, tidak berhenti, penuh, penuh terus, berdiri, desak desakan, ngetem
  `),
  /** Who serves, and how. */
  rude: list(`
    jutek, galak, kasar, judes, ketus, sombong, arogan, tidak ramah, tidak sopan, ngebut,
    ugal ugalan, grasak grusuk, ngerem mendadak, rem mendadak, teriak, dibentak, bentak, marahin,
    dimarahin, ngomel, ngerokok, merokok, musik keras, nyerobot, seenaknya, semena mena, main hp,
    tidak mau buka, menolak, ditolak, ngatur
  `),
  /** A staff member. */
  staff: list(`
    supir, sopir, driver, pramudi, masinis, kondektur, petugas, satpam, security, abangnya, abang,
    teknisi, pegawai, dokter, perawat, guru, polisi, oknum, drever, pak supir, operator
  `),
  /** How big, how deep. */
  size: list(`
    sedengkul, dengkul, sak dengkul, selutut, sepaha, sepinggang, sedada, semata kaki, sebetis,
    meter, cm, km, jeru, dalam, tinggi, setinggi, sedalam, lautan, kubangan, sungai, kolam, kuda,
    gelombang, palung, titik, puluhan, ratusan, ribuan, semua, full, total, separuh
  `),
  /** Where the money goes. */
  money: list(`
    saldo, saldo terpotong, kepotong, terpotong, potong saldo, tagihan, refund, denda, tarif, topup,
    top up, tap in, tap out, tap, bayar, dibayar, gaji, gajinya, belum gajian, upah, honor
  `),
  /** An application fails. */
  appfault: list(`
    tidak bisa login, tidak bisa masuk, tidak bisa daftar, tidak bisa dibuka, tidak bisa diakses,
    tidak bisa akses, tidak bisa verifikasi, tidak bisa update, tidak bisa upload, gagal login,
    gagal terus, gagal daftar, gagal masuk, otp, kode otp, verifikasi, loading, force close,
    terhenti, keluar sendiri, mental, mental terus, blank, server, server eror, crash, freeze,
    logout, login, daftar, install, instal, diinstal, nik, password, kode, email, tombol, menu,
    fitur, notifikasi, upload, unggah, foto, lokasi, gps, peta, kamera, scan, buka
  `),
  /** Dislikes an application and names no fault. */
  dislike: list(`
    aplikasi sampah, aplikasi jelek, aplikasi tidak jelas, aplikasi tidak guna,
    aplikasi tidak berguna, aplikasi ribet, tidak bermutu, tidak profesional, tidak layak,
    tidak bisa diandalkan, tidak membantu, tidak berguna, tidak jelas, ribet, rumit, mempersulit,
    menyusahkan, uninstall, hapus, bintang, bintang satu, kurang, tidak rekomendasi, apaan,
    tidak mutu, tidak efektif
  `),
  /** The words of an editor who quotes. */
  news: list(`
    ujar, ujarnya, katanya kepada, tutur, tuturnya, ungkap, ungkapnya, jelasnya, tegasnya,
    tambahnya, kata dia, menurutnya, menurut dia, imbuhnya, pungkasnya, dikutip, dilansir, melansir,
    dikonfirmasi, kepada wartawan, wartawan, jurnalis, konferensi pers, rilis, mengatakan,
    menjelaskan, menyebut, menyebutkan, kata, ucap, ucapnya, sebut
  `),
  /** The words around an article. */
  outlet: list(`
    selengkapnya, baca juga, baca selengkapnya, simak, video, viral, berita, berita terkini, kompas,
    detik, liputan6, tribun, antara, okezone, tempo, cnn, rri, kumparan, com, jakarta kompas,
    ini penyebabnya, begini, ini kata, fakta, terpopuler, breaking news, via, sumber, news, info,
    infonya, radar, pos, media, kabar, update
  `),
  /** What happened, as the desk tells it. */
  incident: list(`
    kronologi, terungkap, resmi, akibat, diduga, polisi ungkap, hingga kini polisi, bpbd, basarnas,
    evakuasi, mengevakuasi, dievakuasi, tim gabungan, dilaporkan, tersangka, terdakwa, sidang,
    tinjau, meninjau, gelar, menggelar, gubernur _ tinjau, rp, ditangkap, tewas, sejumlah,
    warga desa, terjadi, telah terjadi, ditemukan, miliar, juta, triliun, wib, wita, wit
  `),
  /** The words of an agency about its work. */
  announce: list(`
    dalam rangka, kegiatan, sosialisasi, melaksanakan, pelaksanaan, agenda, rapat, rapat koordinasi,
    rakor, bimtek, pelatihan, peresmian, meresmikan, launching, kunjungan, kunjungan kerja, sinergi,
    kolaborasi, apel, upacara, bertempat, berlangsung, dihadiri, hadiri, menghadiri, sambutan,
    arahan, penghargaan, raih, meraih, juara, optimalkan, optimalisasi, meningkatkan, upaya,
    komitmen, wujudkan, mewujudkan, inovasi, program, melalui, gotong royong, kerja bakti,
    jumat bersih, personel, anggota, patroli, bhabinkamtibmas, babinsa, satgas, petugas gabungan,
    dinas komunikasi, diskominfo, ppid, menindaklanjuti laporan, respons cepat, sigap, tanggap,
    kepala bidang, kabid, kadis
  `),
  /** The words of an agency to the public. */
  inform: list(`
    kami informasikan, diinformasikan, diimbau, mengimbau, imbauan, himbauan, pengumuman, jadwal,
    sobat, rekan, kawan, kunjungi, tautan, link, formulir, pendaftaran, ayo, yuk, mari,
    bersama sama, info lebih lanjut, informasi lebih lanjut, hotline, call center, dapat dilaporkan,
    bisa dilaporkan, laporkan, sampaikan aduan, kanal aduan, kanal pengaduan, kanal, aspirasi,
    waspada, hati hati, stay safe
  `),
  /** An agency's own account answers somebody. */
  reply: list(`
    hai kak, halo kak, hai bapak, baik kak, mohon maaf atas, maaf atas ketidaknyamanan,
    ketidaknyamanan, ketidaknyamanannya, akan kami, kami sampaikan, kami teruskan,
    kami koordinasikan, kami bantu, kami cek, dapat diinformasikan, dapat kami, mohon menunggu,
    mohon ditunggu, mohon kesediaan, silakan dm, via dm, lewat dm, melalui dm, ke dm, dm ya,
    direct message, infokan, infoin, informasikan nomor, bantu cek, dibantu cek, bantu pengecekan,
    terima kasih telah menghubungi, terima kasih sudah menghubungi, terima kasih atas laporan,
    terima kasih laporannya, terima kasih infonya, sudah kami, sudah ditindaklanjuti,
    telah ditindaklanjuti, sudah diteruskan, petugas kami, tim kami, tim teknis, silakan, kak untuk,
    mohon informasikan, mohon info lokasi, lokasi lengkap, detail lokasi, bantu informasikan,
    bantu lengkapi, yth pelapor
  `),
  /** Sells something. */
  advert: list(`
    promo, diskon, jual, dijual, menjual, order, pesan sekarang, beli, murah, murah meriah, cod,
    gratis ongkir, ongkir, ready stok, ready, open order, wa me, whatsapp, hubungi, cashback,
    voucher, giveaway, gacor, slot, deposit, bonus, cuan, jasa, sewa, disewakan, dikontrakkan, kost,
    shopee, tokopedia, lazada, tiktok shop, affiliate, keranjang, loker, investasi, saldo dana,
    pinjaman, followers, premium, netflix, harga mulai, konsultasi
  `),
  /** Praise. */
  praise: list(`
    mantap, keren, hebat, bagus, bagus sekali, luar biasa, sukses, semangat, alhamdulillah,
    apresiasi, salut, bangga, top, good, nice, joss, gokil, terbaik, sangat membantu,
    membantu sekali, bermanfaat, sangat bermanfaat, memudahkan, mudah, lancar, aman, nyaman, adem,
    indah, cantik, senang, bahagia, sehat selalu, semoga sukses, selamat, gercep, gerak cepat,
    cepat tanggap, maju terus, lanjutkan, rapi, bersih sekali, puas, love, recommended, barakallah,
    amin, aamiin, berkah, ramah, fastrespon, fast respons, hore, suka, jitu, terpercaya
  `),
  /** Thanks. */
  thanks: list(`
    terima kasih sudah, terima kasih banyak, terima kasih pak, terima kasih bu, terima kasih,
    matur nuwun, nuhun, terima kasih admin, terima kasih kak
  `),
  /** It is mended. */
  mended: list(`
    sudah diperbaiki, sudah bagus, sudah mulus, sudah nyala, sudah lancar, sudah normal,
    sudah surut, sudah bersih, sudah tidak, sudah aman, sudah selesai, sudah teratasi, sudah bisa,
    sudah menyala, telah diperbaiki, telah selesai, kembali normal, kembali nyala, normal kembali,
    nyala lagi, mulai diperbaiki, mulai dikerjakan, sedang diperbaiki, sedang dikerjakan,
    langsung diperbaiki, langsung direspons, langsung ditangani, langsung ditindaklanjuti,
    langsung diproses, langsung dibersihkan, dan dibersihkan, segera diperbaiki, akan diperbaiki,
    tidak lagi, bebas banjir, bebas sampah, tuntas, akhirnya, sedang penanganan,
    kemudian diperbaiki, akhirnya diperbaiki, sekarang sudah, sudah dibersihkan, sudah ditangani,
    sudah dikeruk
  `),
  /** Long ago. */
  past: list(`
    dulu, dahulu, jaman, zaman, zaman dulu, waktu kecil, waktu itu, pernah, tahun lalu, bulan lalu,
    minggu lalu, nostalgia, teringat, inget, ingat, kenangan, tahun 2019, tahun 2020, pasca, usai,
    setelah, waktu, sempat, dulunya, bekas, sejarah
  `),
  /** Tells a story. */
  story: list(`
    tiba tiba, tibatiba, ternyata, pas saya, waktu saya, terus saya, lalu saya, jadi saya,
    akhirnya saya, ceritanya, cerita, jadi ceritanya, kayaknya, kirain, ketika, pas, habis, temanku,
    teman saya, bilang, ketemu, pulang, berangkat, btw, guys, gais, jujur, mau nangis, untung,
    ngerasa, berasa, pertama kali, seru, lucu, ngakak, ketawa, biar
  `),
  /** Figures of speech. */
  idiom: list(`
    banjir air mata, banjir pujian, banjir promo, banjir orderan, banjir diskon, banjir hadiah,
    banjir dukungan, banjir produk, banjir informasi, banjir like, banjir notif, banjir keringat,
    lampu hijau, jalan hidup, jalan cerita, jalan jalan, jalan keluar, jalan pulang, jalan kaki,
    jalan terus, jalan tengah, jalan buntu, jalan bareng, jalan sama, jalan berdua,
    sampah masyarakat, seperti pohon, ibarat, bagai, bagaikan, laksana, pepatah, perumpamaan, puisi,
    kata bijak
  `),
  /** Love and private feelings. */
  love: list(`
    hati, cinta, sayang, rindu, kangen, pacar, mantan, jodoh, gebetan, dosa, surga, neraka, tuhan,
    nabi, ayat, hidup ini, kehidupan, jiwa, malaikat, mimpi, mimpi buruk, doa, dunia
  `),
  /** Fiction, shows and games. */
  fiction: list(`
    pov, oc, au, chapter, novel, film, drakor, drama, series, anime, manga, konser, lagu, lirik,
    idol, kpop, karakter, hantu, setan, pocong, game, bola, timnas, liga, animasi, player, skin,
    push rank, member, comeback, album, episode, penonton, artis, main
  `),
  /** Laughs. */
  laugh: list(`
    wkwk, wkwkwk, wkwkwkwk, wkwkw, wkwkwkw, wk, haha, hahaha, hahahaha, hehe, hehehe, awokwok, lol,
    bestie, xixi, ngakak, canda, bercanda
  `),
  /** Politics. */
  politics: list(`
    presiden, wapres, menteri, dpr, dprd, mpr, prabowo, gibran, jokowi, megawati, anies, ahok,
    ganjar, rezim, oligarki, pilkada, pilpres, pemilu, capres, cawapres, caleg, paslon, kampanye,
    partai, koalisi, oposisi, reformasi, revolusi, ham, kabinet, ijazah palsu, ikn, buzzer, termul,
    kadrun, cebong, pendukung, politik, undang undang, ruu, uu, pks, pdip, gerindra, golkar, kdm,
    dedi mulyadi, ridwan kamil, pramono, dukung, pilih, coblos, menang
  `),
  /** The state at large. */
  state: list(`
    rakyat, negara, indonesia, nasional, apbn, apbd, korupsi, koruptor, tikus, pejabat, elit,
    efisiensi, pajak, pajak rakyat, uang rakyat, ekonomi, kebijakan, bangsa, konoha, wakanda,
    negeri, negeri ini, negara ini, proyek, anggaran
  `),
  /** Unrest. */
  riot: list(`
    demo, demonstrasi, unjuk rasa, pendemo, massa, ricuh, mahasiswa, ormas, tni, polri, brimob,
    dibakar, bakar, gas air mata, ditembak, tembak, barikade, stm, cctv mati, provokator, oknum,
    kerusuhan, chaos, jarah, dijarah, aparat, perang, genosida, bom, dirusak, merusak, vandal, mako,
    polda, asrama, bentrok, intel, aksi
  `),
  /** Own machines and vehicles. */
  gadget: list(`
    mesin cuci, laptop, hp, handphone, iphone, motor saya, mobil saya, motorku, mobilku, kulkas,
    kipas, tv, charger, baterai, mesin, oli, bengkel, servis, knalpot, ban, rem, lampu motor,
    lampu mobil, lampu depan motor, helm, payung, motor, mobil, starter, distarter, plat, honda,
    yamaha, genset, lampu kamar, akuarium, koi
  `),
  /** Firms that are no public body. */
  company: list(`
    akun, instagram, twitter, facebook, tiktok, youtube, netflix, gojek, grab, gopay, ovo, dana,
    linkaja, shopee, tokopedia, jne, jnt, paket, resi, kurir, seller, penjual, pembeli, toko,
    restoran, warung, cafe, hotel, bank, bca, bri, mandiri, bni, atm, kartu kredit, transfer,
    bandar, bukalapak, lazada, pesanan, barang, produk, transaksi, rekening, ojol, pick up, resto,
    customer, orderan, pinjol, gofood, maxim, traveloka, pengiriman, dikirim
  `),
  /** Home, work and study of the writer. */
  private: list(`
    dokter gigi, skincare, rambut, baju, kucing, kuliah, skripsi, kampus, dosen, kantor saya, bos,
    kerjaan, tugas, kosan, kos, kost, ngekos, ngekost, kamar, apart, nikah, teman, temen, tidur,
    makan, minum, kopi, toilet kantor, kantor, ibu kos, pacar, bapak kos, sekolahku, lari, mandi,
    cuci, masak, gym
  `),
  /** Another country. */
  abroad: list(`
    jepang, osaka, tokyo, korea, seoul, singapura, singapore, malaysia, selangor, cina, china,
    thailand, amerika, eropa, gaza, palestina, israel, australia, inggris, jerman, belanda,
    luar negeri, negara lain, negara tetangga, filipina, vietnam, india, arab, saudi, mekah, turki
  `),
  /** If it were so. */
  condition: list(`
    kalau, jika, apabila, bila, misal, misalnya, andaikata, meski, walaupun, biarpun, seumpama,
    kalau mau, entah
  `),
  /** Everywhere and nowhere. */
  general: list(`
    dimana mana, di mana mana, seluruh, semua orang, setiap orang, rata rata, kebanyakan, di kota,
    sana sini, biasanya, umumnya, dimanapun, banyak, kalian, mereka, orang, orang orang, manusia
  `),
  /** Against what one would expect. */
  contrast: list(`
    tetapi, padahal, malah, tetapi kenyataannya, kenyataannya, cuma, hanya, justru, sedangkan,
    sementara, giliran, meskipun, katanya, ternyata
  `),
  /** Javanese: a resident writes as at home. */
  javanese: list(`
    ojo, iso, yo, yoh, ki, kok ora, kae, nggo, tok, seng, sing, meneh, maneh, wae, ngene, ngono,
    nggih, njih, jal, jeh, gen, ben, mergo, asat, wong, lur, lurr, cah, kabeh, isih, iseh, nang,
    ning, neng, ko, karo, mbek, sak, ket, omahe, banjire, dalane, kaline, pompane, pompone, asline,
    bene, ae, gelem, nduwe, duwe, golek, ngerti, seko, seka, sui, suwi, nganti, tekan, wayah, rak,
    orak, ra, ngko, mengko, cedhak, gede, cilik, apik, elek, lek, rek, nyang, to, kan
  `),
  /** Says where. */
  where: list(`
    arah, sepanjang, sepanjang jalan, sekitar, sekitaran, depan, dekat, samping, pertigaan,
    perempatan, simpang, sebelah, seberang, daerah, kawasan, area, belakang, ujung, pinggir, tepi,
    bawah, atas, lokasi, lokasinya, titik, posisi, belokan, tikungan, bundaran, underpass, flyover,
    ruas, dari _ sampai, wilayah, kampung, desa, kecamatan, kelurahan, kabupaten, kota, rt, rw, km,
    perum, blok, jl, ngarep, lor, kidul, wetan, kulon
  `),
  /** Rain and wind. */
  weather: list(`
    hujan, deras, hujan deras, gerimis, angin, angin kencang, cuaca, musim, musim hujan, kemarau,
    badai, petir, lebat, mendung, panas, dingin, ekstrem
  `),
  /** Says no. */
  negation: list(`
    tidak, bukan, jangan, ojo, emoh, ogah, tidak mau, tidak usah, tidak perlu
  `),
  /** Speaks to those who read along. */
  you: list(`
    kamu, kalian, anda, gaes, guys, gais, teman teman, saudara, bro, sis, kawan, lur, rek
  `),
  /** Others. */
  they: list(`mereka, dia, orang, si, beliau, ia, pihak, yang lain`),
  /** Very. */
  very: list(`
    sekali, sangat, amat, terlalu, paling, super, ekstra, saking, benar benar, sungguh, banget, pol,
    puol, tenan, beneran, asli, sumpah
  `),
  /** How many. */
  amount: list(`
    banyak, semua, beberapa, sebagian, cuma, hanya, sedikit, satu, dua, tiga, empat, lima, pada,
    segala, ratusan, puluhan, ribuan, berapa kali, sekian, lebih, kurang lebih, separo, seluruh
  `),
  /** Goes somewhere. */
  move: list(`
    naik, turun, lewat, masuk, keluar, pulang, berangkat, datang, sampai, jalan kaki, mampir, pergi,
    balik, nyebrang, menyeberang, melintas, melewati, putar balik, jogging, lari
  `),
  /** Saw it. */
  seen: list(`
    lihat, dilihat, terlihat, tampak, terpantau, pantauan, kondisi, keadaan, kondisinya, nengok,
    tengok, perhatiin, nemu, ditemui, kelihatan, melihat, ketemu, ada
  `),
  /** Will be. */
  future: list(`
    akan, bakal, nanti, besok, rencana, rencananya, mau, target, segera akan, mulai, insyaallah,
    insya allah, lusa, depan ini, tahun depan, mengko
  `),
  /** Why it is so. */
  cause: list(`
    karena, akibat, sebab, makanya, jadi, bikin, membuat, menyebabkan, mengakibatkan, sehingga,
    berkat, efek, dampak, supaya, agar, biar, ben
  `),
  /** Must and may. */
  must: list(`harus, wajib, bisa, boleh, dapat, kudu, perlu, mampu`),
  /** Particles of talk. */
  particle: list(`
    dong, donk, dongs, deh, sih, ya, yah, yaa, kan, to, tho, ta, toh, kah, dah, noh, tuh, coy, coi,
    cuy, weh, wok, kek, lah, mah, atuh, euy, teh, jeh, cok, su, ndes, ki
  `),
  /** Agrees or answers a friend. */
  agree: list(`
    betul, benar, setuju, iya, siap, oke, ok, noted, sip, leres, nggih, inggih, bener, sama, juga,
    memang, yoi, amin, aamiin, mungkin, kayaknya
  `),
  /** Food and drink. */
  food: list(`
    makan, makanan, minum, kopi, mie, soto, bakso, enak, lapar, laper, nasi, sate, ayam, jajan,
    kuliner, resep, masak, sego, mangan, gorengan, sarapan
  `),
  /** Free time. */
  fun: list(`
    wisata, liburan, libur, konser, olahraga, festival, acara, event, nonton, foto, selfie, seru,
    keliling, healing, sunset, pemandangan, malam minggu, lebaran, mudik, ramadan, puasa, natal
  `),
  /** A time of the day or week. */
  time: list(`
    pagi, siang, sore, malam, jam, pukul, subuh, magrib, maghrib, senin, selasa, rabu, kamis, jumat,
    sabtu, januari, februari, maret, april, mei, juni, juli, agustus, september, oktober, november,
    desember, weekend, hari kerja
  `),
  /** Vehicles. */
  vehicle: list(`
    motor, mobil, bus, bis, truk, sepeda, kendaraan, angkot, kereta, krl, ojek, ambulans, becak,
    roda dua, roda empat, taksi
  `),
  /** Shows it. */
  shown: list(`
    foto, gambar, video, bukti, terlampir, lampiran, berikut, seperti ini, ini foto
  `),
  /** Points at something. */
  this: list(`
    ini, itu, begini, begitu, tersebut, iku, kae, sini, situ, sana, kesini, kesana
  `),
  /** Asks who or what. */
  what: list(`apa, siapa, apaan, opo, sopo, gerangan`),
  /** Joins words. */
  join: list(`
    dan, atau, serta, dengan, juga, yang, untuk, oleh, sebagai, dalam, antara, bagi
  `),
  /** Says, asks, answers. */
  say: list(`
    bilang, tanya, jawab, dijawab, cerita, ngomong, omong, sebut, panggil, teriak, ditanya,
    ditanyain, kasih tahu, ngasih tahu, dikasih tahu, baca, tulis, komen, komentar, posting, share
  `),
  /** Thinks and knows. */
  think: list(`
    pikir, kira, rasa, tahu, ngerti, paham, sadar, yakin, percaya, kayaknya, sepertinya, mungkin,
    kira kira, ingin, pengin, pengen, lupa, dengar, denger, ngira, merasa
  `),
  /** Gives and gets. */
  give: list(`
    kasih, dikasih, terima, ambil, dapat, diterima, diambil, beri, diberi, bagi, dibagi, kebagian,
    nerima, disuruh, suruh, dikasi, pakai, dipakai, digunakan, buat
  `),
  /** Works. */
  work: list(`
    kerja, bekerja, gaji, lembur, shift, karyawan, buruh, pegawai, sekolah, kuliah, kantor,
    masuk kerja, pulang kerja, berangkat kerja, berangkat sekolah, tugas, usaha
  `),
  /** New, old, big, small. */
  quality: list(`
    baru, lama, tua, besar, kecil, tinggi, rendah, panjang, pendek, lebar, sempit, bersih, penuh,
    sepi, ramai, rame, gede, cilik, bagus, jelek, baik, buruk, bening, mulus, halus
  `),
  /** One's own place in a row of posts. */
  series: list(`
    day, thread, part, kronologi, berikut ini, pertama, kedua, ketiga, lanjut, lanjutan
  `),
  /** English or Malay: hardly a citizen of this city. */
  foreign: list(`
    the, and, you, is, are, of, my, for, this, that, it, with, so, but, not, kat, nak, sikit, hang,
    depa, korang, tidak nak, dekat mana, jiran, perempuan, bila, macam, macam mana, sebab, lori,
    kemalangan, pula, dah, jela, ape, nie
  `),
  /** Wants information, no fault. */
  inquiry: list(`
    dimana, di mana, berapa, apakah, apakah bisa, apakah ada, caranya, bagaimana cara,
    bagaimana caranya, cara, syarat, syaratnya, jam berapa, kapan ya, mau tanya, tanya,
    izin bertanya, info dong, ada info, ada yang tahu, rekomendasi, lewat mana, naik apa,
    turun dimana, bertanya, prosedur, arah mana, maksudnya, jurusan apa, adakah, kah, rute, transit,
    mohon info, itu apa, ini apa, berapaan, buka jam, tutup jam, apakah sudah, bisakah
  `),
} as const

export type CueName = keyof typeof CUES

/** Cues that a person takes for signs of a complaint. */
export const SPEAKS_FOR: ReadonlySet<CueName> = new Set(
  list(`
    request, deed, urge, wish, address, office, when, ask, unmet, cannot, neglect, duration, again,
    now, lately, harm, burden, upset, self, us, home, relayed, reported, letter, waiting, rude, size
  `) as CueName[],
)

/** Cues that a person takes for signs that it is none; the rest say neither. */
export const SPEAKS_AGAINST: ReadonlySet<CueName> = new Set(
  list(`
    news, outlet, incident, announce, inform, reply, advert, praise, thanks, mended, past, story,
    idiom, love, fiction, laugh, politics, state, riot, gadget, company, private, abroad, condition,
    general, foreign, inquiry, dislike
  `) as CueName[],
)
