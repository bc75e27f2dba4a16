/**
 * Danger by its words, and what makes it present or unmakes it. Words are roots or exact forms after
 * normalization; `_` is any word. The weights are in urgent-weights.ts.
 */
import { list } from './list.ts'

/** Dangers: each may be present, feared, past or denied. */
export const DANGERS = {
  flood: list(`
    banjir, banjire, banjiran, kebanjiran, terendam, kerendeman, tergenang, kelep, klelep,
    kelelep, keleb, air rob
  `),
  /** Water that stands high, rises, or does not go. */
  level: list(`
    air masuk rumah, masuk rumah warga, sampai masuk rumah, sudah masuk rumah, masuk ke rumah,
    air sudah masuk, air naik, air makin naik, air makin tinggi, airnya naik, airnya tinggi,
    airnya masuk, air masih tinggi, debit air, masih tinggi airnya, air naik terus,
    air tambah naik, air malah naik, air naik lagi, air tambah tinggi, selutut, sebetis, sepaha,
    sepinggang, sedada, dengkul, sak dengkul, sampai lutut, sampai paha, sampai betis,
    sampai pinggang, sampai dada, setinggi lutut, setinggi paha, setinggi betis,
    setinggi pinggang, setinggi dada, setinggi orang, atas lutut, sampai atap, di atap, di plafon,
    tidak surut, belum surut, tidak kunjung surut, kapan surut, kapan surutnya, cepat surut,
    kapan asat, asat, asate, surute, surutnya, jeru, jeruu, bagai lautan, seperti lautan,
    jadi lautan, terisolasi, terisolir, mengungsi, perahu karet, air tidak turun, tidak berkurang,
    korban banjir, banjir dalam, banjir tinggi, air kali naik
  `),
  /** Pumps are asked for when water stands. */
  pump: list(`
    pompa, pompanya, mobil pompa, tambahan pompa, bantuan pompa, butuh pompa
  `),
  tree: list(`
    pohon tumbang, pohon _ tumbang, pohon _ _ tumbang, tumbang, pohon roboh, pohon patah,
    dahan patah, dahan _ patah, ranting patah, pohonnya tumbang, nimpa, timpa, tertimpa
  `),
  wire: list(`
    kabel putus, kabel _ putus, kabelnya putus, kabel menjuntai, kabelnya menjuntai, kabel juntai,
    menjuntai, kabel _ menjuntai, nglewer, kabel telanjang, kabel terkelupas, kabel _ terkelupas,
    kabelnya terkelupas, ngelupas, kabel jatuh, kabelnya jatuh, kabel terbuka, kabel melintang,
    tergeletak melintang, setinggi leher, korslet, korsleting, konslet, percik api, percik,
    keluar api, semburan api, setrum, kesetrum, tersetrum, nyetrum, tersengat, tersengat listrik,
    trafo meledak, gardu meledak, trafo terbakar, tegangan tinggi, kabel nyala, mendesis,
    bau hangus
  `),
  /** Leaning, cracked, about to come down. */
  unstable: list(`
    miring, condong, doyong, mau roboh, hampir roboh, mau tumbang, hampir tumbang, rawan tumbang,
    mau ambruk, hampir ambruk, mau jatuh, mau rubuh, retak, keropos, lapuk, goyang, menggantung,
    tinggal tunggu roboh, tunggu roboh, nunggu roboh, tunggu rubuh, akarnya terangkat,
    tinggal ditahan, hanya ditahan, cuma ditahan
  `),
  /** It has given way, or stands open. */
  collapse: list(`
    amblas, ambles, longsor, ambruk, roboh, rubuh, runtuh, jembatan putus, jembatan jebol,
    tanggul jebol, talud jebol, jembatan rusak, menganga, lubang dalam, besar dan dalam,
    semakin dalam, lubang besar, tutup got hilang, tutup gotnya hilang, penutup gotnya hilang,
    penutup hilang, tutupnya hilang, tutupnya dicuri, tutup got patah, tutup gotnya patah,
    penutup drainase patah, manhole terbuka, bolong lebar, abrasi, tanah bergerak, jurang,
    rambu rusak, palang rusak, palang pintu, tidak ada tanda, tidak ada rambu, belum ada rambu,
    tanpa pagar, tidak ada pengaman, tanpa pengaman
  `),
  hazard: list(`
    bahaya, berbahaya, membahayakan, membahayaken, rawan kecelakaan, rawan celaka, rawan begal,
    rawan kejahatan, memicu kecelakaan, penyebab kecelakaan, sebab kecelakaan, akibat kecelakaan,
    mengancam keselamatan, keselamatan, nyawa, bikin celaka, celakain, celaka, hazard,
    hampir jatuh, hampir tabrak, hampir tertabrak, hampir celaka, hampir masuk, hampir terperosok,
    hampir tergilas, nyaris, darurat, gawat, terancam
  `),
  /** People are already hurt. */
  victim: list(`
    jatuh, terjatuh, pada jatuh, banyak jatuh, sudah banyak yang jatuh, sudah ada yang jatuh,
    kecelakaan, tabrak, tertabrak, tabrakan, baku tabrak, menabrak, serempet, terserempet,
    keserempet, terperosok, peleset, terpeleset, terjungkal, tergelincir, terpental, terguling,
    nyemplung, kejeblos, tersangkut, kejiret, masuk selokan, masuk got, masuk jurang,
    makan korban, memakan korban, ada korban, sudah ada korban, banyak korban, korban jiwa,
    korban meninggal, korban kecelakaan, korbannya, meninggal, tewas, luka, berdarah,
    patah tulang, keguguran, cedera, eksiden, accident, kena lubang, tunggu korban, nunggu korban,
    tunggu ada korban, tunggu orang mati, ada orang mati, ada yang mati, tunggu ada yang, dijahit,
    dibawa ke rumah sakit, dilarikan
  `),
  violence: list(`
    tawuran, begal, dibegal, jambret, dijambret, rampok, dirampok, aniaya, dianiaya, pukul suami,
    dipukul, dipukuli, dikeroyok, keroyok, parang, badik, celurit, busur, dibusur, bawa pisau,
    disayat, dibacok, bacok, ditikam, tembakan, penembakan, ditembak, gas air mata, kekerasan,
    kdrt, pelecehan, dilecehkan, diperkosa, cabul, dicabuli, menempeleng, ditampar, ditendang,
    diinjak, molotov, mengamuk, ngamuk, ngamuk ngamuk, orang gila, dirantai, dipasung, diculik,
    dilempar batu, lempar batu, lempari, memar, bengkak, berkelahi, berantem, balap liar
  `),
  medical: list(`
    sesak napas, sesak nafas, susah bernapas, sulit bernapas, pendarahan, perdarahan, tidak sadar,
    tidak sadarkan diri, pingsan, kritis, sekarat, serangan jantung, kejang, ketuban pecah,
    mau melahirkan, melahirkan, kontraksi, icu, nicu, igd penuh, oksigen habis, gagal napas,
    butuh darah, darah kosong, mau dioperasi, harus dioperasi, besok operasi, cuci darah, stroke,
    sungsang, orang sakit, pasien gawat, digigit ular, gigit ular, anti bisa, tidak bisa bangun,
    sudah lemas, lemas sekali, kaki hitam, butuh ambulans, minta ambulans, ambulans rusak,
    ambulans belum, ambulans tidak, ambulans dipakai, buat suction, tidak tertolong
  `),
  disease: list(`
    keracunan, muntah, wabah, demam berdarah, dbd, rabies, anjing gila, digigit, digigit anjing,
    gigit, gizi buruk, diare, mencret, kolera, kudis, berulat, limbah medis, jarum suntik,
    limbah suntik, limbah b3, kimia, amonia, bau gas, gas bocor, berbusa, jentik
  `),
  fire: list(`
    kebakaran, terbakar, kebakar, api besar, api membesar, kobaran, apinya, asap tebal,
    asap kebakaran, ledakan, meledak, nyala api, damkar, butuh damkar, butuh pemadam
  `),
  rescue: list(`
    terjebak, evakuasi, dievakuasi, tenggelam, hanyut, terseret arus, tertimbun, ketimbun,
    terjepit, kejepit, tim sar, basarnas, perahu terbalik, kapal mati mesin, mati mesin,
    hampir tenggelam, teriak minta tolong, buaya, ular piton, kobra, over muatan, life jacket,
    rem blong, remnya blong, ugal ugalan, ngebut
  `),
  /** Who cannot help themselves. */
  weak: list(`
    bayi, balita, lansia, nenek, kakek, ibu hamil, bumil, hamil, anak kecil, orang tua sakit,
    terlantar, belum makan, tidak makan, kelaparan, kedinginan, odgj, anak sekolah, pasien,
    santri, murid
  `),
} satisfies Record<string, string[]>

/** What stands around a danger. */
export const SIGNS = {
  now: list(`
    sekarang, saat ini, barusan, baru saja, malam ini, siang ini, sore ini, pagi ini, hari ini,
    detik ini, subuh ini, sedang, sampai sekarang, sampai saat ini, hingga kini, hingga sekarang
  `),
  today: list(`tadi, tadi malam, tadi pagi, tadi siang, tadi sore, tadi subuh, semalam, wau`),
  still: list(`
    masih, belum, semakin, makin, terus, tambah, malah, jek, iseh, sek, menerus, meluas
  `),
  help: list(`
    tolong, tolonglah, mohon, minta tolong, minta bantuan, butuh, butuh bantuan, bantu, cepat,
    segera, secepatnya, sos, darurat
  `),
  /** Nobody has come, nobody picks up. */
  alone: list(`
    damkar belum datang, pemadam belum datang, polisi belum datang, ambulans belum datang,
    belum datang, belum ada yang datang, belum ada ambulans, tidak diangkat,
    tidak ada yang angkat, nomor sibuk, sibuk terus, nada sibuk, tidak ada tenaga medis,
    bidan tidak ada, tidak ada bidan, pustu tutup, puskesmas tutup, dokter tidak ada,
    belum ada bantuan, belum ada perahu, belum ada petugas, ambulans rusak,
    ambulans puskesmas rusak, mana polisi, polisi mana, tolong polisi, polisi tolong,
    tolong ambulans, tolong damkar, siapa punya, siapa yang punya, ada nomor, siapa saja yang,
    bisa hubungi, hubungi polsek, hubungi polisi, hubungi damkar, puskesmas _ tutup, tidak angkat,
    belum ada dokter, belum ditangani, kirim polisi, kirim pemadam, telponkan
  `),
  /** "Sudah 3 hari", "seminggu". */
  lasting: list(`
    sudah _ hari, _ hari belum, hari ke _, _ hari tidak, sudah seminggu, seminggu, semingguan,
    seminggu lebih, dua minggu, _ minggu, dari kemarin, sejak kemarin, dari semalam,
    sejak semalam, berhari hari
  `),
  many: list(`sering, sering terjadi, berkali kali, lagi lagi, setiap hari`),
  road: list(`jalan, jalanan, pengendara, pengguna jalan, motor, lewat, melintas, pengguna`),
  dark: list(`
    gelap, gelap gulita, lampu jalan, penerangan, lampu jalan umum, lampu mati, lampu merah
  `),
  blocked: list(`
    menutup jalan, menutup akses, macet total, tidak bisa lewat, jalan tertutup, putar balik,
    tidak bisa kerja, akses jalan, tidak bisa keluar, separuh jalan
  `),
  /** Upkeep and policy: what is said of floods in dry weather. */
  upkeep: list(`
    keruk, dikeruk, pengerukan, sedimen, sedimentasi, pendangkalan, dangkal, normalisasi,
    drainase, saluran, gorong gorong, solusi, anggaran, proyek, evaluasi, musim hujan,
    musim kemarau, kemarau, banjir kanal, kanal, antisipasi, langganan, setiap tahun, tahunan,
    mben tahun, dulu, dari dulu, janji, pencitraan, kapasitas, perbaiki, tata kota, pembangunan,
    berpotensi, rentan, mudah, gampang
  `),
  /** Each time it rains. */
  seasonal: list(`
    kalau hujan, jika hujan, bila hujan, setiap hujan, setiap kali hujan, sehabis hujan,
    hujan sedikit, hujan sebentar, hujan sejam, kalau banjir, saat banjir, setiap musim hujan,
    pasca banjir, sehabis banjir, sejak banjir, setelah banjir, potensi banjir, risiko banjir,
    bebas banjir, tidak banjir
  `),
  outage: list(`listrik mati, mati listrik, listrik padam, padam, mati lampu, gangguan`),
  everywhere: list(`dimana mana, mana mana, hutan, tambang, ekosistem, deforestasi`),
  rubbish: list(`sampah, bau, tps, limbah`),
  warn: list(`hati hati, awas, jangan lewat, harap menghindar, mohon berhati hati`),
  /** Looks like a danger and is none. */
  harmless: list(`
    jatuh tempo, jatuh cinta, jatuh hati, jatuh bangun, jatuh miskin, jatuh sakit, jatuh harga,
    banjir kanal, banjir orderan, banjir promo, banjir diskon, banjir pujian, banjir kritik,
    kebanjiran order, kebanjiran orderan, kebanjiran job, selamat pagi, selamat siang,
    selamat sore, selamat malam, selamat datang, selamat hari, setengah mati, mati gaya,
    kena tipu, gelas plastik, akta kematian, akta kelahiran, ahli waris, santunan,
    hilang nyawa game, meninggal dunia ahli waris, bantuan banjir, bantuan kebakaran,
    korban kebakaran, waktu kebakaran, korban gempa, alat kebakaran, kebakaran hutan
  `),
} satisfies Record<string, string[]>

/** What unmakes a danger that stands near it. */
export const UNMADE = {
  denied: list(`tidak, bukan, tanpa, jangan, anti, bebas`),
  feared: list(`
    takut, takutnya, khawatir, dikhawatirkan, kekhawatiran, was was, cemas, jangan sampai,
    sebelum, semoga tidak, risiko, potensi, berpotensi, bisa bikin, bisa menyebabkan, tunggu,
    nunggu, menunggu, harus ada, hindari, menghindari, mencegah, cegah, antisipasi
  `),
  if: list(`
    kalau, jika, bila, apabila, andai, seandainya, misalnya, misal, setiap kali, seumpama, supaya,
    agar
  `),
  past: list(`
    dulunya, zaman dulu, waktu dulu, dulu pernah, dulu sering, dulu juga, dulu kan, dahulu,
    pernah, tahun lalu, bulan lalu, minggu lalu, tahun kemarin, bulan kemarin, waktu itu, zaman,
    jaman, tahun 2019, tahun 2020, tahun 2021, tahun 2022, tahun 2023, tahun 2024, dua tahun lalu,
    beberapa tahun lalu, sejak kejadian, kenangan, masa kecil
  `),
  after: list(`pasca, setelah, usai, habis, sehabis, sejak, bekas`),
  over: list(`
    sudah padam, sudah dipadamkan, berhasil dipadamkan, sudah ditangani, sudah aman, sudah surut,
    telah surut, mulai surut, sudah dievakuasi, telah dievakuasi, berhasil dievakuasi,
    sudah selesai, sudah diperbaiki, sudah teratasi, berhasil diselamatkan, sudah sembuh,
    sudah pulang, sudah ditangkap, telah ditangkap, alhamdulillah, syukurlah, selamat semua,
    semua selamat, terima kasih damkar, sudah diangkut, sudah dipotong, sudah tertangani
  `),
  drill: list(`
    simulasi, latihan, pelatihan, sosialisasi, penyuluhan, gladi, workshop, lomba, apel, edukasi,
    tips, waspada, waspadai, prakiraan, bmkg, diprakirakan, perkiraan, imbauan, hidran,
    alat pemadam, apar, mobil pemadam, pos damkar, hari ulang tahun, ulang tahun, seminar,
    program, peringatan hari, vaksin, vaksinasi, asuransi
  `),
  told: list(`
    polisi mengatakan, kapolsek, kapolres, kapolresta, kasat, kabid, kepala pelaksana, menurut,
    ungkap, ujar, tutur, jelasnya, katanya kepada, tersangka, terdakwa, sidang, divonis,
    pelaku ditangkap, ditangkap polisi, tkp, menewaskan, peristiwa, insiden, kronologi, diduga,
    kasus, berita, baca juga, selengkapnya, dikabarkan, kerugian, terjadi pada, film, drama,
    drakor, novel, cerita, sinetron, game, konser, lagu, episode, trailer, mimpi, prank
  `),
  /** "Hatiku terbakar". */
  figure: list(`
    hatiku, hati saya, hati ini, cinta, rindu, semangat, asmara, air mata, tugas kuliah,
    tugas menumpuk, cucian, deadline, harga, dolar, saham, baper, kenangan, chat, notifikasi,
    orderan, promo, diskon, hutang, utang, dompet, gaji, duit, jantungku, cemburu, mantan,
    pikiran, galau, skripsi, kerjaan, diskonan, timnas, gol, juara, skor, korupsi, kalori, lemak
  `),
} satisfies Record<string, string[]>

/**
 * Somebody has to come at once, by the number to call (Peraturan Menteri Kominfo 10/2016 on 112; 110
 * police, 119 medical, 113 fire). `sure` words need to be present; `maybe` words need two more signs.
 */
export const EMERGENCIES = {
  '113': {
    sure: list(`
      kebakaran, api besar, api membesar, api makin besar, api sudah besar, apinya besar,
      apinya sudah besar, apinya membesar, apinya makin besar, api merambat, api sudah merambat,
      apinya merambat, apinya sudah dekat, kobaran api, rumah terbakar, rumah _ terbakar,
      rumah kebakar, kios terbakar, ruko terbakar, gudang terbakar, warung terbakar, kos terbakar,
      sudah terbakar, butuh damkar, butuh pemadam, perlu damkar, minta damkar, kirim damkar,
      panggil damkar, damkar belum datang, nyala api, atap terbakar, lahan terbakar, semburan api
    `),
    maybe: list(`
      terbakar, kebakar, kebakaran lahan, asap tebal, asap hitam, damkar, apinya, keluar api,
      api kecil, mengeluarkan api, meledak, ledakan, tabung meledak
    `),
  },
  '110': {
    sure: list(`
      tawuran, baku tikam, baku parang, baku potong, saling serang, dibacok, ditikam, ditusuk,
      ditembak, suara tembakan, bawa parang, bawa busur, bawa celurit, bawa badik, pegang badik,
      pegang parang, pakai parang, parang mengejar, bawa senjata tajam, bawa sajam,
      acungkan parang, ayunkan parang, dipukuli, dikeroyok, disekap, disandera, diculik, dianiaya,
      teriak minta tolong, dirampok, dibegal, mau dibunuh, ancam bunuh, dibakar massa,
      pukuli istrinya, pukul istrinya, memukuli istrinya, dipukul suaminya, memukuli anaknya,
      pukuli anaknya, lempar molotov, diperkosa
    `),
    maybe: list(`
      parang, badik, celurit, busur, begal, rampok, perampokan, kdrt, dipukul, berkelahi,
      berantem, mengamuk, ngamuk, tembakan, senjata tajam, bom molotov, dobrak, penganiayaan,
      pengeroyokan, penculikan, pembacokan, penikaman
    `),
  },
  '119': {
    sure: list(`
      serangan jantung, tidak sadar, tidak sadarkan diri, belum sadar, pendarahan, perdarahan,
      ketuban pecah, ketubannya pecah, mau melahirkan, butuh ambulans, perlu ambulans,
      minta ambulans, ambulans belum datang, ambulans tidak datang, ambulans belum ada,
      ambulansnya belum datang, kejang, kejang kejang, tidak bernapas, henti napas, gagal napas,
      minum racun, overdosis, tergeletak, kena stroke, tidak bisa bernapas, digigit ular,
      dipatok ular, tersedak, darahnya jalan terus, darah keluar terus, darahnya keluar terus,
      terkapar
    `),
    maybe: list(`
      sesak napas, sesak nafas, sesak, pingsan, kritis, sekarat, stroke, keracunan, muntah darah,
      darahnya, berdarah, luka parah, korban, tabrakan, kecelakaan, tertabrak, susah napas,
      susah bernapas, ambulans, muntah muntah, melahirkan, baku tabrak
    `),
  },
  '112': {
    sure: list(`
      terjebak banjir, terjebak api, terjebak di dalam, terjebak di atap, terjebak di rumah,
      terjebak longsor, terjebak lift, terjebak di lift, masih terjebak, orang terjebak,
      minta evakuasi, mohon evakuasi, butuh evakuasi, perlu evakuasi, tolong evakuasi,
      mohon dievakuasi, belum dievakuasi, minta dievakuasi, tenggelam, hanyut, terseret arus,
      terseret ombak, tertimbun, ketimbun, tertimpa pohon, tertimpa tiang, tertimpa bangunan,
      tertimpa reruntuhan, terjepit, kejepit, kesetrum, tersetrum, tersengat listrik, gas bocor,
      bau gas, perahu karet, perahu terbalik, perahu _ terbalik, kapal terbalik, mati mesin,
      tanggul jebol, mau lompat, mau loncat, mau bunuh diri, gantung diri, naik ke atap,
      tanah bergerak, tanah sudah bergerak, mau terjun, jatuh ke sumur, jatuh di sumur,
      masuk sumur, masuk ke sumur
    `),
    maybe: list(`
      terjebak, evakuasi, dievakuasi, longsor, sedada, sepinggang, setinggi dada, sampai dada,
      sampai pinggang, setinggi pinggang, kabel putus, kabel _ putus, kabelnya putus, kabel jatuh,
      kabelnya jatuh, kabel menjuntai, menjuntai, terkelupas, percik api, keluar percikan, percik,
      tegangan tinggi, bunuh diri, roboh, air naik, air bah, banjir bandang, di dalam mobil,
      buaya, tertimpa, hilang di laut, perahu, terbalik, ombak naik, ombak tinggi, di atas atap,
      di atas plafon, di atap rumah, belum keluar, masih di dalam, di dalam rumah, masih nyala,
      masih ada setrum, beraliran listrik, kejeblos
    `),
  },
} satisfies Record<string, { sure: string[]; maybe: string[] }>
