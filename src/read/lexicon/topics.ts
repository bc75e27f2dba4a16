/**
 * What each category is about. A `thing` near one of its `faults` (or of the general ones) is a problem;
 * a `phrase` is a problem by itself. Words are roots or exact forms after normalization; `_` is any word.
 */
import type { Category } from '../../region/category.ts'
import { list } from './list.ts'

export type Topic = { things: string[]; faults: string[]; phrases: string[] }

/** Faults of any thing. */
export const FAULTS = list(`
    rusak, hancur, rubuh, roboh, ambruk, jebol, bocor, pecah, patah, retak, mati, padam, putus,
    lepas, copot, hilang, dicuri, kotor, jorok, kumuh, bau, busuk, karat, lapuk, keropos, kusam,
    gelap, redup, remang, kedip, tidak berfungsi, tidak fungsi, belum berfungsi, tidak nyala,
    belum nyala, tidak hidup, tidak jalan, tidak bisa, tidak dapat, tidak layak, tidak terawat,
    tidak dirawat, tidak diurus, tidak terurus, terbengkalai, mangkrak, telantar, terlantar,
    dibiarkan, diabaikan, tidak diperhatikan, kurang perhatian, tidak ditangani, belum ditangani,
    belum diperbaiki, tidak diperbaiki, tidak pernah diperbaiki, tidak kunjung, belum kunjung,
    lambat, lama sekali, lelet, lemot, eror, gangguan, macet, mampet, sumbat, bermasalah,
    masalah, parah, bahaya, membahayakan, berbahaya, mengganggu, ganggu, resah, meresahkan,
    semrawut, berantakan, tidak beroperasi, tidak memadai, tidak maksimal, tidak diproses,
    tidak valid, tidak terverifikasi, tidak ditindak, belum selesai, tidak selesai, kendala,
    terkendala, diskonek, freeze, keluhan, percuma, tidak sesuai, tidak ada fungsi,
    tidak berguna, dangkal, tidak beres, asal jadi, asal asalan, tidak merata, tidak aman, rawan,
    seadanya, tidak ada, belum ada, kurang, dipersulit, ribet, berbelit, ruwet, tidak jelas,
    tutup, penuh, habis, kosong, telat, terlambat, jelek, buruk, rusuh, trouble, down, blank
  `)

export const TOPICS: Record<Category, Topic> = {
  jalan: {
    things: list(`
    jalan, jalan raya, jalan poros, jalan lingkungan, jalan lorong, badan jalan, bahu jalan,
    aspal, paving, paving blok, jembatan, jembatan penyeberangan, trotoar, pedestrian, jpo,
    gorong gorong jalan, akses jalan, polisi tidur, marka jalan, median jalan, pembatas jalan,
    galian, bekas galian, tambal sulam, tanjakan, tikungan, guardrail, penutup manhole,
    plat besi, jalan tani, pavingisasi, cor jalan, pengaspalan, jalan kampung
  `),
    faults: list(`
    lubang, amblas, ambles, longsor, anjlok, bergelombang, gelombang, becek, lumpur, berlumpur,
    debu, licin, kubangan, rusak parah, bergeronjal, terjal, putus, turun, sempit, ancur, sumur,
    gronjal, kerikil, belum diaspal, tidak diaspal, belum beraspal, belum dicor, terkelupas,
    kupas, mengelupas, batu semua, seperti kubangan, seperti sungai kering
  `),
    phrases: list(`
    jalan rusak, jalan lubang, rusak jalan, lubang jalan, lubang di jalan, lubang besar,
    lubang menganga, jalan amblas, jalan hancur, jembatan putus, jembatan ambruk, jembatan roboh,
    jembatan goyang, trotoar rusak, aspal terkelupas, aspal rusak, bekas galian tidak,
    galian tidak ditutup, galian belum ditutup, minta diaspal, mohon diaspal, perlu diaspal,
    kapan diaspal, tutup got hilang, manhole terbuka, jalan seperti kubangan, pavingisasi,
    dipaving, minta paving, perbaikan jalan, jalan bergelombang
  `),
  },
  penerangan: {
    things: list(`
    lampu jalan, lampu jalan umum, lampu penerangan, lampu penerangan jalan, penerangan jalan,
    penerangan jalan umum, penerangan, lampu taman, lampu lorong, lampu tiang, tiang lampu,
    lampu sorot, lampu, bohlam
  `),
    faults: list(`
    mati, padam, redup, kedip, gelap, remang, nyala siang, tidak terang, kurang terang,
    gelap gulita
  `),
    phrases: list(`
    lampu jalan mati, lampu jalan padam, lampu jalan tidak nyala, gelap gulita, jalan gelap,
    gelap sekali, minim penerangan, kurang penerangan, tidak ada lampu, tidak ada penerangan,
    tanpa penerangan, belum ada lampu, minta lampu jalan, pasang lampu jalan, dipasang lampu,
    lampu jalan nyala siang, lampu di jalan mati, lampu di jalan, lampu penerangan mati,
    lampu penerangan padam, tiang lampu, titik lampu, lampu lorong mati, lampu taman mati,
    lampu jalan umum mati, lampu jalan umum padam, penerangan jalan mati, penerangan jalan padam
  `),
  },
  drainase: {
    things: list(`
    got, selokan, drainase, parit, gorong gorong, saluran, saluran air, saluran pembuangan,
    irigasi, kanal, tanggul, pompa, pompa air, rumah pompa, mobil pompa, truk pompa,
    kanal banjir, banjir kanal, debit air, bozem, embung, resapan, sungai, kali, talud, bronjong,
    air kali, luapan, box culvert, plengsengan, u ditch, endapan lumpur, sedimen, pintu air,
    saluran irigasi
  `),
    faults: list(`
    mampet, sumbat, tersumbat, luap, meluap, genang, dangkal, sedimen, endapan, jebol, longsor,
    buntu, penuh sampah, penuh sedimen, tidak mengalir, tidak lancar, tidak alir, naik, keruk,
    dikeruk, mati, rob, dinormalisasi, normalisasi
  `),
    phrases: list(`
    banjir, kebanjiran, terendam, rendam, genangan, tergenang, air masuk rumah,
    air masuk ke rumah, masuk rumah warga, langganan banjir, banjir rob, banjir lagi,
    banjir terus, selalu banjir, masih banjir, sering banjir, pompa mati, pompa tidak,
    pompa rusak, rob, air naik, air belum surut, tidak surut, belum surut, air setinggi,
    ketinggian air, selutut, sebetis, sepaha, sepinggang, sedada, air meluap, got mampet,
    selokan mampet, drainase buruk, saluran tersumbat, kelelep, terjebak banjir, kepung banjir,
    kiriman air
  `),
  },
  sampah: {
    things: list(`
    sampah, tempat sampah, bak sampah, tong sampah, kontainer sampah, tps, tpa,
    tempat pembuangan, truk sampah, mobil sampah, motor sampah, petugas sampah, tukang sampah,
    retribusi sampah, toilet umum, wc umum, kebersihan, limbah rumah tangga, popok,
    hasil kerja bakti, kerja bakti, tumpukan, puing, bekas kerja bakti, sampah daun, bau sampah,
    kotoran, toilet, iuran sampah
  `),
    faults: list(`
    tumpuk, menumpuk, menggunung, gunung, serak, berserakan, cecer, berceceran, bau busuk, bau,
    busuk, menyengat, belatung, lalat, luber, meluber, penuh, belum diangkut, tidak diangkut,
    tidak pernah diangkut, jarang diangkut, tidak diambil, belum diambil, telat diangkut, liar,
    sembarangan, dibakar, bakar, kotor, jorok, numpuk, tumpah, diangkut
  `),
    phrases: list(`
    sampah menumpuk, tumpukan sampah, sampah tumpuk, sampah tidak diangkut,
    sampah belum diangkut, buang sampah sembarangan, sampah liar, tempat pembuangan liar,
    tps liar, bau sampah, sampah bau, bakar sampah, membakar sampah, sampah meluber,
    sampah berserakan, sampah menggunung, bau menyengat, bau busuk, belum diangkut,
    tidak diangkut, angkut sampah, pengangkutan sampah, diangkut sampah, sampah kerja bakti,
    hasil kerja bakti, angkut hasil kerja bakti, kapan diangkut
  `),
  },
  air: {
    things: list(`
    air, air bersih, air pdam, pdam, perumda air, tirta, air ledeng, ledeng, pipa, pipa air,
    pipa pdam, meteran air, air keran, keran, sambungan air, sambungan pdam, rekening air,
    tagihan air, tangki air, sumur bor, hidran
  `),
    faults: list(`
    mati, keruh, kuning, coklat, bau, kecil, seret, tidak alir, tidak mengalir, tidak keluar,
    belum mengalir, macet, bocor, kotor, asin, berlumpur, kering, mahal, melonjak, membengkak,
    digilir, tidak jalan, tidak naik
  `),
    phrases: list(`
    air mati, mati air, air tidak mengalir, air tidak jalan, air tidak keluar, air tidak alir,
    air pdam mati, air keruh, air kotor, air macet, krisis air, krisis air bersih,
    kekurangan air, kekurangan air bersih, susah air, kesulitan air, kesulitan air bersih,
    tidak ada air, pipa bocor, pipa pecah, kebocoran pipa, pipa pdam bocor, air bersih belum,
    pdam mati, pdam macet, pdam tidak, air kecil
  `),
  },
  listrik: {
    things: list(`
    listrik, pln, gardu, trafo, tiang listrik, kabel listrik, kabel pln, meteran listrik,
    token listrik, token, tegangan, arus listrik, tiang pln, kwh, jaringan listrik,
    sambungan listrik, tagihan listrik
  `),
    faults: list(`
    mati, padam, putus, turun, drop, naik turun, anjlok, meledak, ledak, konslet, korslet,
    miring, doyong, menjuntai, juntai, byarpet, tidak stabil, mahal, membengkak, lompat, nyetrum,
    setrum, kendor, roboh
  `),
    phrases: list(`
    mati lampu, lampu mati, mati listrik, listrik mati, listrik padam, padam listrik, pemadaman,
    pemadaman bergilir, padam bergilir, mati lampu lagi, byarpet, lampu padam, kabel menjuntai,
    kabel putus, tiang listrik miring, tiang miring, tegangan turun, voltase,
    listrik belum masuk, kapan nyala, belum nyala
  `),
  },
  transportasi: {
    things: list(`
    lampu merah, lampu lalu lintas, lalu lintas, traffic light, rambu, zebra cross, parkir,
    tukang parkir, jukir, parkir liar, angkot, pete pete, bus, bis, busway, halte, terminal,
    stasiun, kereta, krl, commuter line, commuterline, mrt, lrt, transjakarta, tj, jaklingko,
    mikrotrans, armada, koridor, rute, trayek, sopir, supir, driver, pramudi, masinis, penumpang,
    feri, pelabuhan, bandara, eskalator, gerbong, headway, damri, truk, kendaraan berat, ojek,
    tiket, juru parkir
  `),
    faults: list(`
    macet, padat, antre, antrean, lama, telat, terlambat, delay, mogok, ngetem, ugal ugalan,
    ngebut, terobos, menerobos, melawan arus, lawan arah, penuh, desak, panas, bau, rusak, mati,
    tidak datang, tidak lewat, tidak berhenti, tidak dingin, sesak, numpuk, tumpuk, jutek, kasar,
    galak, overload, muatan lebih, getok, tarif, mahal, liar, nunggu, tunggu, eror, berisik,
    penuh sesak, asap, lama datang, tidak dibukakan
  `),
    phrases: list(`
    macet parah, macet total, kemacetan, biang macet, bikin macet, lampu merah mati,
    lampu merah rusak, parkir liar, parkir sembarangan, parkir di trotoar, parkir di badan jalan,
    ugal ugalan, lawan arah, melawan arah, melawan arus, nunggu lama, tunggu lama, lama sekali,
    tidak ada bus, tambah armada, ditambah armada, kurang armada, armada kurang, antrean panjang,
    antre panjang, ngetem, dilewatin, tidak berhenti, truk besar, truk lewat, rem mendadak,
    headway
  `),
  },
  kependudukan: {
    things: list(`
    kartu tanda penduduk, kartu keluarga, akta, akte, akta kelahiran, akta kematian, kia,
    dukcapil, disdukcapil, capil, nik, blangko, surat pindah, identitas kependudukan, adminduk,
    kependudukan, catatan sipil
  `),
    faults: list(`
    belum jadi, belum cetak, belum dicetak, tidak jadi, lama, habis, kosong, salah, tidak aktif,
    tidak ditemukan, tidak terdaftar, antre, dipersulit, bolak balik, calo, belum selesai,
    tidak selesai, ganda, belum online, tidak sinkron
  `),
    phrases: list(`
    cetak kartu tanda penduduk, rekam kartu tanda penduduk, urus kartu tanda penduduk, urus akta,
    urus kk, blangko habis, blangko kosong, kartu tanda penduduk belum, akta belum, nik tidak,
    pindah domisili, pindah kk, pecah kk, pisah kk, ganti kk, nama salah, salah nama,
    akta hilang, urus kartu keluarga, kartu keluarga belum
  `),
  },
  kesehatan: {
    things: list(`
    rumah sakit, rumah sakit umum daerah, puskesmas, pustu, posyandu, igd, ugd, ambulans,
    ambulan, dokter, perawat, bidan, obat, bpjs, bpjs kesehatan, kis, pasien, rujukan, poli,
    rawat inap, kamar, faskes, vaksin, imunisasi, klinik, apotek, tenaga kesehatan, nakes,
    loket pendaftaran, oksigen, demam berdarah, dbd, fogging, stunting, jamkesda, antrean obat,
    tempat tidur
  `),
    faults: list(`
    ditolak, tolak, antre, lama, penuh, kosong, habis, tidak ada, tidak dilayani,
    tidak ditangani, ditelantarkan, telantar, jutek, ketus, kasar, judes, tidak ramah, nonaktif,
    tidak aktif, dinonaktifkan, mahal, dibentak, tidak datang, disuruh, tunggu, nunggu, wabah,
    mewabah, dipingpong, pingpong, tidak cover
  `),
    phrases: list(`
    ditolak rumah sakit, obat habis, obat kosong, kamar penuh, dokter tidak ada,
    dokter tidak datang, dokter belum datang, tidak dilayani, bpjs tidak aktif, bpjs nonaktif,
    bpjs ditolak, pelayanan rumah sakit, pelayanan puskesmas, minta fogging, mohon fogging,
    perlu fogging, butuh fogging, kapan fogging, kasus dbd, banyak nyamuk, pasien ditolak,
    pasien ditelantarkan, surat rujukan, kartu bpjs, aktifkan bpjs, bpjs mati, butuh ambulans,
    butuh ambulan, minta ambulans, ambulans tidak, ambulans lama
  `),
  },
  pendidikan: {
    things: list(`
    sekolah, sd, sdn, smp, smpn, sma, sman, smk, smkn, paud, tk, madrasah, guru, kepala sekolah,
    kepsek, siswa, murid, ppdb, spmb, zonasi, ruang kelas, pip, kip, seragam, ijazah, komite,
    komite sekolah, spp, uang sekolah, beasiswa, kurikulum, dapodik, mbg, dana bos, spmb online,
    jalur zonasi, jalur prestasi, jalur afirmasi, tunggakan, wali murid, raport, rapor,
    makan bergizi gratis
  `),
    faults: list(`
    rusak, bocor, roboh, ambruk, kurang, pungutan, iuran, wajib beli, ditahan, mahal,
    belum dibayar, belum cair, tidak diterima, ditolak, curang, titipan, bully, perundungan,
    dirundung, jarang masuk, tidak masuk, tidak mengajar, basi, keracunan, belum gajian,
    tidak transparan, diskriminasi, dipungut, tidak layak
  `),
    phrases: list(`
    ijazah ditahan, atap sekolah, gedung sekolah, wajib beli seragam, uang komite, uang bangku,
    guru honorer belum, gaji guru belum, pungutan sekolah, kekurangan guru, kekurangan kursi,
    kekurangan meja, zonasi curang, bangku kurang, ppdb curang, keracunan mbg, kursi siswa,
    putus sekolah, biaya sekolah, tunggakan spp, bayar sekolah, masuk sekolah, daftar sekolah,
    tebus ijazah, perlengkapan sekolah, uang pembangunan sekolah
  `),
  },
  sosial: {
    things: list(`
    bansos, bantuan sosial, pkh, bpnt, blt, blt dd, dtks, dtsen, kks, sembako, bantuan beras,
    rutilahu, bedah rumah, rumah tidak layak huni, lansia, disabilitas, difabel, anak yatim,
    odgj, gelandangan, pengemis, anak jalanan, keluarga miskin, warga miskin, penerima bantuan,
    dinas sosial, dinsos, bst, pbi, desil, pendamping, bantuan tunai, kartu sembako, raskin,
    orang terlantar, kurang mampu, mbr, gamis, tidak mampu, miskin, beras bantuan,
    keluarga harapan
  `),
    faults: list(`
    belum cair, tidak cair, belum dapat, tidak dapat, tidak pernah dapat, tidak menerima,
    belum menerima, belum terima, tidak terima, dicoret, dihapus, dipotong, potong,
    tidak tepat sasaran, salah sasaran, tidak terdaftar, belum terdaftar, saldo kosong,
    saldo nol, tidak keluar, tidak tepat, tidak merata, hilang, tidak masuk, berkeliaran, ngamuk,
    mengamuk, tidak kebagian, gagal, terblokir, blokir, tidak pernah, telantar
  `),
    phrases: list(`
    tidak tepat sasaran, salah sasaran, bansos belum, bansos tidak, pkh belum, pkh tidak,
    dapat bantuan, tidak dapat bantuan, tidak pernah dapat bantuan, belum pernah dapat,
    belum pernah menerima, tidak pernah menerima, belum mendapat, tidak mendapat bantuan,
    bantuan dipotong, bansos dipotong, orang gila, saldo kosong, saldo nol, sudah terdaftar,
    mengajukan bantuan, ajukan bantuan, mendapatkan bantuan, menerima bantuan, penerima bantuan,
    mendapat bantuan, tidak layak huni, kartu kks, data bansos, bantuan sosial, bantuan sembako,
    bantuan tunai, dapat bansos, tidak dapat pkh, anak yatim, orang terlantar, kurang mampu,
    tidak mampu, belum dapat bantuan, tidak pernah mendapat, terdaftar tetapi
  `),
  },
  ketertiban: {
    things: list(`
    pkl, pedagang kaki lima, bangunan liar, bangli, balap liar, geng motor, begal, maling,
    pencurian, curanmor, jambret, copet, preman, premanisme, tawuran, miras, judi, sabung ayam,
    narkoba, prostitusi, karaoke, hiburan malam, knalpot brong, knalpot, sound horeg,
    anjing liar, sapi, kambing, ternak, hewan liar, ular, monyet, tambang ilegal, petasan,
    pemabuk, pengamen, reklame, baliho, spanduk, keamanan, satpol pp, pos ronda, tawon,
    kos kosan, waria, hajatan, warung remang, kos, kebisingan, bengkel, kandang, ayam, gudang,
    usaha
  `),
    faults: list(`
    bising, berisik, ribut, gaduh, resah, meresahkan, ganggu, mengganggu, marak, liar,
    berkeliaran, lepas, gigit, menggigit, tanpa izin, tidak berizin, ilegal, mabuk, keributan,
    menutup jalan, tutup jalan, di trotoar, bahu jalan, sampai pagi, sampai subuh, tengah malam,
    bebas, diserang, nongkrong, dibongkar, bongkar
  `),
    phrases: list(`
    balap liar, balapan liar, bangunan liar, anjing liar, sapi berkeliaran, ternak berkeliaran,
    kambing berkeliaran, geng motor, rawan begal, sering kemalingan, kemalingan, musik keras,
    suara keras, suara bising, pesta miras, mabuk mabukan, sabung ayam, knalpot brong,
    pungutan preman, tawuran, sarang tawon, berisik sekali, tanpa izin, rawan maling,
    rawan kejahatan, tidak ada imb, pedagang di trotoar, jualan di trotoar, jualan di bahu jalan,
    pedagang kaki lima, jualan di jalan, menutup jalan, suara musik, karaoke sampai, orang mabuk,
    anak anak muda nongkrong, balapan, balap motor, suara knalpot, busur, pakai parang,
    kebakaran, ada yang terbakar, butuh damkar, butuh pemadam, minta damkar
  `),
  },
  administrasi: {
    things: list(`
    verifikasi email, nomor hp, scan, unggah, upload, kantor lurah, kantor kelurahan,
    kantor camat, kantor desa, perizinan, oss, imb, pbg, siup, pbb, pajak, pajak bumi bangunan,
    samsat, bphtb, sertifikat, sertifikat tanah, bpn, ptsl, surat pengantar, pelayanan publik,
    pelayanan, loket, mpp, birokrasi, website, situs, aplikasi, otp, login, verifikasi, password,
    kode verifikasi, notifikasi, hotline, call center, cpns, pppk, honorer, ahli waris,
    surat waris, tanda tangan lurah, surat domisili, surat kematian, surat keterangan,
    mal pelayanan publik, nomor pengaduan
  `),
    faults: list(`
    tidak bisa dibuka, tidak bisa diakses, tidak bisa login, tidak bisa masuk, tidak bisa daftar,
    tidak masuk, tidak muncul, gagal, eror, down, force close, lemot, loading, muter,
    tidak terkirim, tidak bisa dipakai, tidak direspons, tidak ditanggapi, belum ditanggapi,
    belum direspons, tidak diproses, belum diproses, tidak ditindaklanjuti,
    belum ditindaklanjuti, diabaikan, lama, dipersulit, berbelit, ribet, bolak balik, lambat,
    tutup, kosong, tidak ada petugas, tidak ramah, jutek, cuek, ketus, lempar, dilempar,
    tidak selesai, belum selesai, belum jadi, tidak jelas, percuma, tidak guna, tidak berguna,
    bug, crash, tidak sesuai, belum dibayar, tidak terima
  `),
    phrases: list(`
    tidak bisa login, tidak bisa daftar, tidak bisa masuk, tidak bisa dibuka, tidak bisa diakses,
    otp tidak, kode otp tidak, gagal login, gagal daftar, gagal terus, force close, server eror,
    server down, kode verifikasi tidak, verifikasi tidak, aplikasi eror, aplikasi tidak,
    aplikasi lemot, aplikasi gagal, aplikasi terhenti, laporan tidak, laporan belum,
    laporan saya belum, pengaduan tidak, sudah lapor, sudah melapor, sudah laporan,
    tidak ada tanggapan, tidak ada respons, tidak ada tindak lanjut, tidak ada balasan,
    tidak direspons, belum ada tindak lanjut, belum ada tanggapan, belum ditanggapi,
    belum ditindaklanjuti, tidak ditindaklanjuti, laporan ditutup, pelayanan lambat,
    kantor lurah tutup, kantor tutup, urus surat, urus izin, sertifikat belum,
    tidak bisa dipakai, tidak bisa digunakan, selalu eror, eror terus, eror mulu, susah login,
    susah daftar, tidak bisa upload, internal server eror, tidak bisa registrasi,
    tidak bisa update, ahli waris, sengketa tanah, balik nama, aplikasi lambat,
    laporan saya tidak, tidak ditanggapi, pelayanan buruk, sertifikat tidak, sering eror
  `),
  },
  lingkungan: {
    things: list(`
    pohon, ranting, dahan, taman, taman kota, pencemaran, polusi, limbah, sungai, kali, laut,
    teluk, pantai, asap, pabrik, debu, mangrove, hutan, rumput, ilalang, semak, tambang,
    batu bara, limbah pabrik, limbah medis, air limbah, amdal, tebing
  `),
    faults: list(`
    tumbang, rawan tumbang, mau tumbang, miring, rimbun, lebat, rindang, lapuk, tutup, menutupi,
    halangi, menghalangi, tercemar, cemar, bau, hitam, keruh, kotor, pangkas, potong, tebang,
    ditebang, dipangkas, dipotong, mati, gundul, longsor, reklamasi, dibuang, sesak, erosi,
    abrasi, pekat, membusuk
  `),
    phrases: list(`
    pohon tumbang, pohon roboh, pohon patah, pohon miring, pohon rimbun, pangkas pohon,
    potong pohon, tebang pohon, pemangkasan pohon, perantingan, dahan patah, ranting patah,
    pohon mau tumbang, air limbah, limbah pabrik, pencemaran air, pencemaran udara, polusi udara,
    pencemaran lingkungan, limbah dibuang, buang limbah, bau limbah, tanah longsor,
    sungai tercemar, asap pabrik, kualitas udara, ditebangi
  `),
  },
  telekomunikasi: {
    things: list(`
    internet, wifi, sinyal, jaringan, indihome, telkom, telkomsel, provider, modem, router, los,
    tower, fiber, kuota, koneksi, data seluler, teknisi, bandwidth, xl, indosat, smartfren, tri,
    biznet, orbit, useetv, ping, kabel fiber, kabel optik, 4g, 5g, bts
  `),
    faults: list(`
    lambat, lemot, lelet, putus, mati, hilang, gangguan, drop, merah, down, ngelag, lag,
    tidak stabil, eror, buffering, jelek, ampas, susah, tidak ada, blank spot, naik turun, rto,
    busuk, hancur, lola, lama, muter, kecil, anjlok, parah, tidak bisa dipakai, tidak connect
  `),
    phrases: list(`
    los merah, tidak ada sinyal, susah sinyal, sinyal hilang, sinyal jelek, sinyal susah,
    internet mati, internet lambat, wifi mati, wifi lambat, wifi lemot, jaringan hilang,
    jaringan lambat, jaringan jelek, blank spot, lampu los, internet putus, koneksi putus,
    putus putus, jaringan gangguan, indihome gangguan, indihome mati, indihome lambat, ngelag,
    internet gangguan, wifi gangguan, susah internet, kabel semrawut
  `),
  },
  aparat: {
    things: list(`
    oknum, asn, pns, aparat, pegawai, petugas, pejabat, lurah, kepala desa, kades, camat, polisi,
    polantas, satpol, satpol pp, dishub, kepala dinas, kadis, bendahara, staf, ketua rt,
    ketua rw, perangkat desa, dana desa, anggaran, proyek, rekanan
  `),
    faults: list(`
    minta uang, minta duit, dimintai uang, dimintai, bayar, suap, sogok, pungli, pungutan liar,
    korupsi, korup, tilep, ditilep, gelap, menggelapkan, mark up, fiktif, bolos, tidak di tempat,
    jam kerja, kasar, bentak, membentak, arogan, pukul, memukul, pilih kasih, titip, titipan,
    salahguna, sewenang, calo, palak, pemerasan, peras, tidak profesional, lalai, tidur,
    uang rokok, uang pelicin, pelicin, setor, setoran, amplop, nepotisme, kolusi
  `),
    phrases: list(`
    pungli, pungutan liar, uang pelicin, uang rokok, uang administrasi, biaya administrasi,
    minta uang, dimintai uang, diminta bayar, diminta uang, disuruh bayar, bayar calo,
    lewat calo, jual beli jabatan, titip nama, orang dalam, pilih kasih, main uang, gratifikasi,
    salahguna wewenang, proyek fiktif, dana desa tidak, korupsi dana, sogokan, suap
  `),
  },
  ekonomi: {
    things: list(`
    harga, pasar, pedagang, beras, minyak, minyak goreng, cabai, gula, telur, gas, gas melon,
    elpiji, lpg, tabung gas, bbm, pertalite, solar, bensin, spbu, pertamina, sembako, umkm,
    lapak, kios, los pasar, pupuk, lowongan, lapangan kerja, upah, umr, umk, phk, pelaku usaha,
    nelayan, petani, ikan, pertamax, lowongan pekerjaan, lowongan kerja, pekerjaan, kerja,
    modal usaha, bantuan modal, pesangon, thr, buruh, perusahaan, retribusi pasar
  `),
    faults: list(`
    langka, mahal, naik, melambung, meroket, melonjak, kosong, habis, antre, antrean, timbun,
    menimbun, sepi, susah, sulit, kurangi, oplosan, campur, di atas het, tidak laku, becek,
    bocor, tidak dibayar, belum dibayar, tidak sesuai, hilang
  `),
    phrases: list(`
    gas langka, elpiji langka, lpg langka, bbm langka, solar langka, antre bbm, antre solar,
    pertalite kosong, pertalite habis, harga naik, harga mahal, harga beras naik,
    susah cari kerja, gas kosong, gas mahal, pupuk langka, kelangkaan, di atas het, pasar kumuh,
    minyak langka, butuh pekerjaan, cari kerja, cari pekerjaan, lowongan kerja,
    lowongan pekerjaan, bantuan modal, tidak punya pekerjaan, susah kerja, antre gas,
    susah cari gas, pasar becek
  `),
  },
  lainnya: { things: [], faults: [], phrases: [] },
}
