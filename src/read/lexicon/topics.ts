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
    lambat, lama sekali, lelet, lemot, eror, gangguan, macet, mampet, sumbat, bermasalah, masalah,
    parah, bahaya, membahayakan, berbahaya, mengganggu, ganggu, resah, meresahkan, semrawut,
    berantakan, tidak beroperasi, tidak memadai, tidak maksimal, tidak diproses, tidak valid,
    tidak terverifikasi, tidak ditindak, belum selesai, tidak selesai, kendala, terkendala,
    diskonek, freeze, keluhan, percuma, tidak sesuai, tidak ada fungsi, tidak berguna, dangkal,
    tidak beres, asal jadi, asal asalan, tidak merata, tidak aman, rawan, seadanya, tidak ada,
    belum ada, kurang, dipersulit, ribet, berbelit, ruwet, tidak jelas, tutup, penuh, habis, kosong,
    telat, terlambat, jelek, buruk, rusuh, trouble, down, blank, tidak menyala, belum menyala,
    tidak kunjung selesai, belum juga, tidak becus, amburadul, berbulan bulan, bertahun tahun,
    tidak ada kabar, tidak ada kejelasan, belum tuntas, tidak tuntas, tidak digubris,
    tidak dihiraukan, bikin susah, mengecewakan, kecewa, hancur hancuran, acak acakan,
    tidak transparan, lamban
  `)

export const TOPICS: Record<Category, Topic> = {
  jalan: {
    things: list(`
    jalan, jalan raya, jalan poros, jalan lingkungan, jalan lorong, badan jalan, bahu jalan, aspal,
    paving, paving blok, jembatan, jembatan penyeberangan, trotoar, pedestrian, jpo,
    gorong gorong jalan, akses jalan, polisi tidur, marka jalan, median jalan, pembatas jalan,
    galian, bekas galian, tambal sulam, tanjakan, tikungan, guardrail, penutup manhole, plat besi,
    jalan tani, pavingisasi, cor jalan, pengaspalan, jalan kampung, flyover, underpass,
    jembatan gantung, jembatan kayu, papan jembatan, jalan desa, exit tol
  `),
    faults: list(`
    lubang, amblas, ambles, longsor, anjlok, bergelombang, gelombang, becek, lumpur, berlumpur,
    debu, licin, kubangan, rusak parah, bergeronjal, terjal, putus, turun, sempit, sumur, gronjal,
    kerikil, belum diaspal, tidak diaspal, belum beraspal, belum dicor, terkelupas, kupas,
    mengelupas, batu semua, seperti kubangan, seperti sungai kering, bolong bolong, rusak berat,
    hancur lebur, robek, zigzag, berbatu, retak retak, ditambal
  `),
    phrases: list(`
    jalan rusak, jalan lubang, rusak jalan, lubang jalan, lubang di jalan, lubang besar,
    lubang menganga, jalan amblas, jalan hancur, jembatan putus, jembatan ambruk, jembatan roboh,
    jembatan goyang, trotoar rusak, aspal terkelupas, aspal rusak, bekas galian tidak,
    galian tidak ditutup, galian belum ditutup, minta diaspal, mohon diaspal, perlu diaspal,
    kapan diaspal, tutup got hilang, manhole terbuka, jalan seperti kubangan, pavingisasi, dipaving,
    minta paving, perbaikan jalan, jalan bergelombang, penuh lubang, semua lubang, lubang dalam,
    lubang kapan, lubang bekas, kapan mulus, belum mulus, tidak mulus, hancur lebur,
    jembatan bolong, jembatan rusak, kubangan kerbau, jalan becek, aspal mengelupas, poros rusak,
    bekas galian, jalan putus, jalan sempit, jalan belum diaspal
  `),
  },
  penerangan: {
    things: list(`
    lampu jalan, lampu jalan umum, lampu penerangan, lampu penerangan jalan, penerangan jalan,
    penerangan jalan umum, penerangan, lampu taman, lampu lorong, lampu tiang, tiang lampu,
    lampu sorot, lampu, bohlam, lampu tenaga surya, lampu solar cell, tiang penerangan
  `),
    faults: list(`
    mati, padam, redup, kedip, gelap, remang, nyala siang, tidak terang, kurang terang,
    gelap gulita, gelap total, gelap semua, tidak menyala, belum menyala, nyala mati
  `),
    phrases: list(`
    lampu jalan mati, lampu jalan padam, lampu jalan tidak nyala, gelap gulita, jalan gelap,
    gelap sekali, minim penerangan, kurang penerangan, tidak ada lampu, tidak ada penerangan,
    tanpa penerangan, belum ada lampu, minta lampu jalan, pasang lampu jalan, dipasang lampu,
    lampu jalan nyala siang, lampu di jalan mati, lampu di jalan, lampu penerangan mati,
    lampu penerangan padam, tiang lampu, titik lampu, lampu lorong mati, lampu taman mati,
    lampu jalan umum mati, lampu jalan umum padam, penerangan jalan mati, penerangan jalan padam,
    gelap total, gelap semua, remang remang, lampu tidak nyala, lampu sorot mati, lampu nyala siang,
    lampu kedip, lampu jembatan mati, lampu jembatan padam, lampu taman padam
  `),
  },
  drainase: {
    things: list(`
    got, selokan, drainase, parit, gorong gorong, saluran, saluran air, saluran pembuangan, irigasi,
    kanal, tanggul, pompa, pompa air, rumah pompa, mobil pompa, truk pompa, kanal banjir,
    banjir kanal, debit air, bozem, embung, resapan, sungai, kali, talud, bronjong, air kali,
    luapan, box culvert, plengsengan, u ditch, endapan lumpur, sedimen, pintu air, saluran irigasi,
    mesin pompa, sedimentasi, daerah aliran, kolam retensi, tambak
  `),
    faults: list(`
    mampet, sumbat, tersumbat, luap, meluap, genang, dangkal, sedimen, endapan, jebol, longsor,
    buntu, penuh sampah, penuh sedimen, tidak mengalir, tidak lancar, tidak alir, naik, keruk,
    dikeruk, mati, rob, dinormalisasi, normalisasi, sedot, dinyalakan, off, tidak dikeruk,
    belum dikeruk
  `),
    phrases: list(`
    banjir, kebanjiran, terendam, rendam, genangan, tergenang, air masuk rumah, air masuk ke rumah,
    masuk rumah warga, langganan banjir, banjir rob, banjir lagi, banjir terus, selalu banjir,
    masih banjir, sering banjir, pompa mati, pompa tidak, pompa rusak, rob, air naik,
    air belum surut, tidak surut, belum surut, air setinggi, ketinggian air, selutut, sebetis,
    sepaha, sepinggang, sedada, air meluap, got mampet, selokan mampet, drainase buruk,
    saluran tersumbat, kelelep, terjebak banjir, kepung banjir, kiriman air, pengerukan,
    keruk sungai, keruk kali, normalisasi sungai, normalisasi kali, sedimentasi, tanggul jebol,
    air belum berkurang, kapan surut, belum asat, pintu air rusak, rumah kebanjiran, air kiriman,
    banjire, pompane mati, pompa dinyalakan, pompa dihidupkan, air masih tinggi, masih tergenang
  `),
  },
  sampah: {
    things: list(`
    sampah, tempat sampah, bak sampah, tong sampah, kontainer sampah, tps, tpa, tempat pembuangan,
    truk sampah, mobil sampah, motor sampah, petugas sampah, tukang sampah, retribusi sampah,
    toilet umum, wc umum, kebersihan, limbah rumah tangga, popok, hasil kerja bakti, kerja bakti,
    tumpukan, puing, bekas kerja bakti, sampah daun, bau sampah, kotoran, toilet, iuran sampah,
    botol plastik, bangkai, kasur bekas, sofa bekas, rongsokan, gerobak sampah, kantong plastik,
    bulu ayam, wc
  `),
    faults: list(`
    tumpuk, menumpuk, menggunung, gunung, serak, berserakan, cecer, berceceran, bau busuk, bau,
    busuk, menyengat, belatung, lalat, luber, meluber, penuh, belum diangkut, tidak diangkut,
    tidak pernah diangkut, jarang diangkut, tidak diambil, belum diambil, telat diangkut, liar,
    sembarangan, dibakar, bakar, kotor, jorok, numpuk, tumpah, diangkut, tidak diangkat,
    belum diangkat, dibuang, bau bangkai
  `),
    phrases: list(`
    sampah menumpuk, tumpukan sampah, sampah tumpuk, sampah tidak diangkut, sampah belum diangkut,
    buang sampah sembarangan, sampah liar, tempat pembuangan liar, tps liar, bau sampah, sampah bau,
    bakar sampah, membakar sampah, sampah meluber, sampah berserakan, sampah menggunung,
    bau menyengat, bau busuk, belum diangkut, tidak diangkut, angkut sampah, pengangkutan sampah,
    diangkut sampah, sampah kerja bakti, hasil kerja bakti, angkut hasil kerja bakti,
    kapan diangkut, buang sampah, buang kasur, buang popok, buang bangkai, bau bangkai,
    penuh plastik, tempat sampah penuh, tidak ada tempat sampah, kontainer penuh, wc jorok,
    toilet jorok, kencing sembarangan, gerobak sampah rusak, sampah belum diambil,
    sampah tidak diambil
  `),
  },
  air: {
    things: list(`
    air, air bersih, air pdam, pdam, perumda air, tirta, air ledeng, ledeng, pipa, pipa air,
    pipa pdam, meteran air, air keran, keran, sambungan air, sambungan pdam, rekening air,
    tagihan air, tangki air, sumur bor, hidran, pam, air tangki, mobil tangki, pamsimas,
    catat meter, pipa induk
  `),
    faults: list(`
    mati, keruh, kuning, coklat, bau, kecil, seret, tidak alir, tidak mengalir, tidak keluar,
    belum mengalir, macet, bocor, kotor, asin, berlumpur, kering, mahal, melonjak, membengkak,
    digilir, tidak jalan, tidak naik, jebol, menetes, tidak nyala, belum nyala, semburan, menyembur
  `),
    phrases: list(`
    air mati, mati air, air tidak mengalir, air tidak jalan, air tidak keluar, air tidak alir,
    air pdam mati, air keruh, air kotor, air macet, krisis air, krisis air bersih, kekurangan air,
    kekurangan air bersih, susah air, kesulitan air, kesulitan air bersih, tidak ada air,
    pipa bocor, pipa pecah, kebocoran pipa, pipa pdam bocor, air bersih belum, pdam mati,
    pdam macet, pdam tidak, air kecil, pam mati, air belum nyala, air tidak nyala, pipa jebol,
    pipa induk pecah, tagihan air, tagihan pdam, air cuma menetes, air belum jalan,
    tidak ada pemberitahuan air, giliran air, galian pdam, air bau, air macet total
  `),
  },
  listrik: {
    things: list(`
    listrik, pln, gardu, trafo, tiang listrik, kabel listrik, kabel pln, meteran listrik,
    token listrik, token, tegangan, arus listrik, tiang pln, kwh, jaringan listrik,
    sambungan listrik, tagihan listrik, prabayar, tambah daya, kabel besar, kabel, meteran
  `),
    faults: list(`
    mati, padam, putus, turun, drop, naik turun, anjlok, meledak, ledak, konslet, korslet, miring,
    doyong, menjuntai, juntai, byarpet, tidak stabil, mahal, membengkak, lompat, nyetrum, setrum,
    kendor, roboh, terbakar, kedap kedip, byar pet, kedip kedip
  `),
    phrases: list(`
    mati lampu, lampu mati, mati listrik, listrik mati, listrik padam, padam listrik, pemadaman,
    pemadaman bergilir, padam bergilir, mati lampu lagi, byarpet, lampu padam, kabel menjuntai,
    kabel putus, tiang listrik miring, tiang miring, tegangan turun, voltase, listrik belum masuk,
    kapan nyala, belum nyala, padam lagi, padam terus, padam dari, padam total, kedap kedip,
    byar pet, gardu meledak, trafo terbakar, trafo meledak, kabel terkelupas, tersengat listrik,
    kesetrum, sehari nyala sehari mati, hidup mati hidup mati, tambah daya, giliran padam,
    jadwal padam, kabel menyentuh pohon, kabel rendah, kabel jatuh, tegangan rendah
  `),
  },
  transportasi: {
    things: list(`
    lampu merah, lampu lalu lintas, lalu lintas, traffic light, rambu, zebra cross, parkir,
    tukang parkir, jukir, parkir liar, angkot, pete pete, bus, bis, busway, halte, terminal,
    stasiun, kereta, krl, commuter line, commuterline, mrt, lrt, transjakarta, tj, jaklingko,
    mikrotrans, armada, koridor, rute, trayek, sopir, supir, driver, pramudi, masinis, penumpang,
    feri, pelabuhan, bandara, eskalator, gerbong, headway, damri, truk, kendaraan berat, ojek,
    tiket, juru parkir, truk tambang, truk odol, odol, speedboat, penerbangan, lift halte, taksi,
    bentor, angkutan, angkutan kota, brt, feeder, tap in, palang pintu, palang kereta, gerbang tol,
    u turn, trans, karcis, jalur sepeda, kapal, kapal malam, jaket pelampung
  `),
    faults: list(`
    macet, padat, antre, antrean, lama, telat, terlambat, delay, mogok, ngetem, ugal ugalan, ngebut,
    terobos, menerobos, melawan arus, lawan arah, penuh, desak, panas, bau, rusak, mati,
    tidak datang, tidak lewat, tidak berhenti, tidak dingin, sesak, numpuk, tumpuk, jutek, kasar,
    galak, overload, muatan lebih, getok, tarif, mahal, liar, nunggu, tunggu, eror, berisik,
    penuh sesak, asap, lama datang, tidak dibukakan, jarang lewat, tidak ada yang lewat, blong,
    ngaret, dibatalkan, batal, diturunkan, nyelonong, over muatan, pudar, skip, diskip,
    overcapacity, ketutup
  `),
    phrases: list(`
    macet parah, macet total, kemacetan, biang macet, bikin macet, lampu merah mati,
    lampu merah rusak, parkir liar, parkir sembarangan, parkir di trotoar, parkir di badan jalan,
    ugal ugalan, lawan arah, melawan arah, melawan arus, nunggu lama, tunggu lama, lama sekali,
    tidak ada bus, tambah armada, ditambah armada, kurang armada, armada kurang, antrean panjang,
    antre panjang, ngetem, dilewatin, tidak berhenti, truk besar, truk lewat, rem mendadak, headway,
    jarang lewat, tidak lewat lewat, tidak ada yang lewat, jukir liar, tukang parkir liar,
    parkir mahal, tidak diberi karcis, uang parkir, rem blong, kelebihan muatan, over muatan,
    lift mati, lift rusak, eskalator mati, ac mati, ac tidak dingin, ac tidak nyala, ac bocor,
    bus jarang, kereta telat, kereta terlambat, krl telat, krl gangguan, krl mogok,
    perjalanan terganggu, marka pudar, rambu hilang, calo tiket, calo taksi, macet sekali,
    macet gara gara, antre lama, tidak kebagian bus, halte gelap, truk tambang,
    pintu tidak dibuka, nyetir ugal ugalan, bawa mobil ugal ugalan, headway lama
  `),
  },
  kependudukan: {
    things: list(`
    kartu tanda penduduk, kartu keluarga, akta, akte, akta kelahiran, akta kematian, kia, dukcapil,
    disdukcapil, capil, nik, blangko, surat pindah, identitas kependudukan, adminduk, kependudukan,
    catatan sipil, ikd, identitas digital, akta lahir, akta nikah, surat nikah, perekaman,
    loket capil, data kependudukan
  `),
    faults: list(`
    belum jadi, belum cetak, belum dicetak, tidak jadi, lama, habis, kosong, salah, tidak aktif,
    tidak ditemukan, tidak terdaftar, antre, dipersulit, bolak balik, calo, belum selesai,
    tidak selesai, ganda, belum online, tidak sinkron, ditolak, salah input, tidak terbaca,
    dipakai orang lain
  `),
    phrases: list(`
    cetak kartu tanda penduduk, rekam kartu tanda penduduk, urus kartu tanda penduduk, urus akta,
    urus kk, blangko habis, blangko kosong, kartu tanda penduduk belum, akta belum, nik tidak,
    pindah domisili, pindah kk, pecah kk, pisah kk, ganti kk, nama salah, salah nama, akta hilang,
    urus kartu keluarga, kartu keluarga belum, kk saya, kk belum, kk online, kk tidak, kk hilang,
    kk salah, cetak kk, ke capil, capil tutup, capil bilang, capil tidak, nik saya, nik dipakai,
    nik salah, jemput bola, belum punya kartu tanda penduduk, tidak punya kartu tanda penduduk,
    kartu tanda penduduk rusak, kartu tanda penduduk hilang, kartu tanda penduduk tidak,
    salah tanggal lahir, salah input, akta ditolak, akta tidak
  `),
  },
  kesehatan: {
    things: list(`
    rumah sakit, rumah sakit umum daerah, puskesmas, pustu, posyandu, igd, ugd, ambulans, dokter,
    perawat, bidan, obat, bpjs, bpjs kesehatan, kis, pasien, rujukan, poli, rawat inap, kamar,
    faskes, vaksin, imunisasi, klinik, apotek, tenaga kesehatan, nakes, loket pendaftaran, oksigen,
    demam berdarah, dbd, fogging, stunting, jamkesda, antrean obat, tempat tidur, dokter jaga,
    ruang igd, gizi buruk, rabies, malaria, diare, nyamuk, jam besuk
  `),
    faults: list(`
    ditolak, tolak, antre, lama, penuh, kosong, habis, tidak ada, tidak dilayani, tidak ditangani,
    ditelantarkan, telantar, jutek, ketus, kasar, judes, tidak ramah, nonaktif, tidak aktif,
    dinonaktifkan, mahal, dibentak, tidak datang, disuruh, tunggu, nunggu, wabah, mewabah,
    dipingpong, pingpong, tidak cover, marah marah, diping pong, disuruh pulang, tidak lengkap
  `),
    phrases: list(`
    ditolak rumah sakit, obat habis, obat kosong, kamar penuh, dokter tidak ada,
    dokter tidak datang, dokter belum datang, tidak dilayani, bpjs tidak aktif, bpjs nonaktif,
    bpjs ditolak, pelayanan rumah sakit, pelayanan puskesmas, minta fogging, mohon fogging,
    perlu fogging, butuh fogging, kapan fogging, kasus dbd, banyak nyamuk, pasien ditolak,
    pasien ditelantarkan, surat rujukan, kartu bpjs, aktifkan bpjs, bpjs mati, butuh ambulans,
    minta ambulans, ambulans tidak, ambulans lama, tidak ada dokter, dokter jaga tidak, gizi buruk,
    antre obat, obat tidak lengkap, obat tidak ada, beli obat di luar, puskesmas tutup,
    posyandu tutup, disuruh beli obat, kamar tidak ada, belum dapat kamar, ditolak igd,
    jentik nyamuk
  `),
  },
  pendidikan: {
    things: list(`
    sekolah, sd, sdn, smp, smpn, sma, sman, smk, smkn, paud, tk, madrasah, guru, kepala sekolah,
    kepsek, siswa, murid, ppdb, spmb, zonasi, ruang kelas, pip, kip, seragam, ijazah, komite,
    komite sekolah, spp, uang sekolah, beasiswa, kurikulum, dapodik, mbg, dana bos, spmb online,
    jalur zonasi, jalur prestasi, jalur afirmasi, tunggakan, wali murid, raport, rapor,
    makan bergizi gratis, guru honorer, dinas pendidikan, dikbud, plafon, wc sekolah, uang gedung,
    lks, wisuda, study tour, kelas, kip kuliah, kepala sekolahnya
  `),
    faults: list(`
    rusak, bocor, roboh, ambruk, kurang, pungutan, iuran, wajib beli, ditahan, mahal, belum dibayar,
    belum cair, tidak diterima, ditolak, curang, titipan, bully, perundungan, dirundung,
    jarang masuk, tidak masuk, tidak mengajar, basi, keracunan, belum gajian, tidak transparan,
    diskriminasi, dipungut, tidak layak, dibully, dikeluarkan, diskors
  `),
    phrases: list(`
    ijazah ditahan, atap sekolah, gedung sekolah, wajib beli seragam, uang komite, uang bangku,
    guru honorer belum, gaji guru belum, pungutan sekolah, kekurangan guru, kekurangan kursi,
    kekurangan meja, zonasi curang, bangku kurang, ppdb curang, keracunan mbg, kursi siswa,
    putus sekolah, biaya sekolah, tunggakan spp, bayar sekolah, masuk sekolah, daftar sekolah,
    tebus ijazah, perlengkapan sekolah, uang pembangunan sekolah, jual lks, wajib beli lks,
    uang gedung, biaya wisuda, wajib study tour, atap kelas, kelas bocor, plafon kelas,
    bangku rusak, guru tidak, guru jarang, dibully, sekolah roboh, ijazah belum, siswa keracunan,
    makanan basi, jalur titipan, masuk sekolah bayar, tidak bisa sekolah
  `),
  },
  sosial: {
    things: list(`
    bansos, bantuan sosial, pkh, bpnt, blt, blt dd, dtks, dtsen, kks, sembako, bantuan beras,
    rutilahu, bedah rumah, rumah tidak layak huni, lansia, disabilitas, difabel, anak yatim, odgj,
    gelandangan, pengemis, anak jalanan, keluarga miskin, warga miskin, penerima bantuan,
    dinas sosial, dinsos, bst, pbi, desil, pendamping, bantuan tunai, kartu sembako, raskin,
    orang terlantar, kurang mampu, mbr, gamis, tidak mampu, miskin, beras bantuan, keluarga harapan,
    kjp, kursi roda, pengungsi, logistik, korban kebakaran, bantuan banjir, kartu lansia,
    rumah relokasi, kupon
  `),
    faults: list(`
    belum cair, tidak cair, belum dapat, tidak dapat, tidak pernah dapat, tidak menerima,
    belum menerima, belum terima, tidak terima, dicoret, dihapus, dipotong, potong,
    tidak tepat sasaran, salah sasaran, tidak terdaftar, belum terdaftar, saldo kosong, saldo nol,
    tidak keluar, tidak tepat, tidak merata, hilang, tidak masuk, berkeliaran, ngamuk, mengamuk,
    tidak kebagian, gagal, terblokir, blokir, tidak pernah, telantar, belum tersentuh, belum ada,
    diganti, kelaparan, tidak cair cair, terisolir, dilewati
  `),
    phrases: list(`
    tidak tepat sasaran, salah sasaran, bansos belum, bansos tidak, pkh belum, pkh tidak,
    dapat bantuan, tidak dapat bantuan, tidak pernah dapat bantuan, belum pernah dapat,
    belum pernah menerima, tidak pernah menerima, belum mendapat, tidak mendapat bantuan,
    bantuan dipotong, bansos dipotong, orang gila, saldo kosong, saldo nol, sudah terdaftar,
    mengajukan bantuan, ajukan bantuan, mendapatkan bantuan, menerima bantuan, penerima bantuan,
    mendapat bantuan, tidak layak huni, kartu kks, data bansos, bantuan sosial, bantuan sembako,
    bantuan tunai, dapat bansos, tidak dapat pkh, anak yatim, orang terlantar, kurang mampu,
    tidak mampu, belum dapat bantuan, tidak pernah mendapat, terdaftar tetapi,
    belum tersentuh bantuan, bantuan belum, bantuan tidak, belum ada bantuan, tidak ada bantuan,
    tidak kebagian bantuan, masuk desil, kursi roda belum, tidak cair, belum cair, tidur di trotoar,
    tidur di emperan, tinggal sendirian, ditinggal sendirian, terisolir, rumah relokasi,
    butuh sembako, kehabisan beras, kjp belum, kjp tidak
  `),
  },
  ketertiban: {
    things: list(`
    pkl, pedagang kaki lima, bangunan liar, bangli, balap liar, geng motor, begal, maling,
    pencurian, curanmor, jambret, copet, preman, premanisme, tawuran, miras, judi, sabung ayam,
    narkoba, prostitusi, karaoke, hiburan malam, knalpot brong, knalpot, sound horeg, anjing liar,
    sapi, kambing, ternak, hewan liar, ular, monyet, tambang ilegal, petasan, pemabuk, pengamen,
    reklame, baliho, spanduk, keamanan, satpol pp, pos ronda, tawon, kos kosan, waria, hajatan,
    warung remang, kos, kebisingan, bengkel, kandang, ayam, gudang, usaha, elekton, orgen tunggal,
    pos kamling, patroli, klitih, pemalak, sound sistem, tembakan, pesta, badik, parang, tetangga,
    damkar, tawuran pelajar, rumah kosong, ruko
  `),
    faults: list(`
    bising, berisik, ribut, gaduh, resah, meresahkan, ganggu, mengganggu, marak, liar, berkeliaran,
    lepas, gigit, menggigit, tanpa izin, tidak berizin, ilegal, mabuk, keributan, menutup jalan,
    tutup jalan, di trotoar, bahu jalan, sampai pagi, sampai subuh, tengah malam, bebas, diserang,
    nongkrong, dibongkar, bongkar, dijambret, dibegal, dirampok, dipalak, ditodong, sampai malam,
    dipukul, terbakar, mabuk mabukan, ugal ugalan, kejar kejaran
  `),
    phrases: list(`
    balap liar, balapan liar, bangunan liar, anjing liar, sapi berkeliaran, ternak berkeliaran,
    kambing berkeliaran, geng motor, rawan begal, sering kemalingan, kemalingan, musik keras,
    suara keras, suara bising, pesta miras, mabuk mabukan, sabung ayam, knalpot brong,
    pungutan preman, tawuran, sarang tawon, berisik sekali, tanpa izin, rawan maling,
    rawan kejahatan, tidak ada imb, pedagang di trotoar, jualan di trotoar, jualan di bahu jalan,
    pedagang kaki lima, jualan di jalan, menutup jalan, suara musik, karaoke sampai, orang mabuk,
    anak anak muda nongkrong, balapan, balap motor, suara knalpot, busur, pakai parang, kebakaran,
    ada yang terbakar, butuh damkar, butuh pemadam, minta damkar, banyak maling, banyak copet,
    banyak begal, dijambret, dibegal, ditodong, dipalak, api besar, asap tebal, rumah terbakar,
    suara tembakan, bawa parang, bawa badik, ular masuk, gigit anak, anjing gila,
    sampai jam _ subuh, sampai jam _ pagi, sampai subuh, sampai pagi, lapak di trotoar,
    jualan di badan jalan, jualan sampai, menutup trotoar, bangunan tanpa izin, di atas saluran,
    dipukul suami, pos kamling kosong, patroli tidak, orang gila mengamuk, dilempar batu,
    perang petasan, musik kencang, sound horeg, tawuran lagi
  `),
  },
  administrasi: {
    things: list(`
    verifikasi email, nomor hp, scan, unggah, upload, kantor lurah, kantor kelurahan, kantor camat,
    kantor desa, perizinan, oss, imb, pbg, siup, pbb, pajak, pajak bumi bangunan, samsat, bphtb,
    sertifikat, sertifikat tanah, bpn, ptsl, surat pengantar, pelayanan publik, pelayanan, loket,
    mpp, birokrasi, website, situs, aplikasi, otp, login, verifikasi, password, kode verifikasi,
    notifikasi, hotline, call center, cpns, pppk, honorer, ahli waris, surat waris,
    tanda tangan lurah, surat domisili, surat kematian, surat keterangan, mal pelayanan publik,
    nomor pengaduan, laporan, tindak lanjut, pajak kendaraan, izin usaha, nib, kantor pertanahan,
    kartu kuning, disnaker, izin praktik, kantor kecamatan, kantor dinas, formulir, berkas, akun,
    server, email, nomor antrean, kelurahan, rekomendasi, registrasi
  `),
    faults: list(`
    tidak bisa dibuka, tidak bisa diakses, tidak bisa login, tidak bisa masuk, tidak bisa daftar,
    tidak masuk, tidak muncul, gagal, eror, down, force close, lemot, loading, muter,
    tidak terkirim, tidak bisa dipakai, tidak direspons, tidak ditanggapi, belum ditanggapi,
    belum direspons, tidak diproses, belum diproses, tidak ditindaklanjuti, belum ditindaklanjuti,
    diabaikan, lama, dipersulit, berbelit, ribet, bolak balik, lambat, tutup, kosong,
    tidak ada petugas, tidak ramah, jutek, cuek, ketus, lempar, dilempar, tidak selesai,
    belum selesai, belum jadi, tidak jelas, percuma, tidak guna, tidak berguna, bug, crash,
    tidak sesuai, belum dibayar, tidak terima, ditutup otomatis, ditutup sepihak,
    tidak bisa terkirim, tidak bisa kirim, tidak muncul muncul, ditutup, menggantung, tidak tuntas,
    belum tuntas, offline, tidak sinkron, tidak dibalas, belum dibalas, dioper, diping pong,
    disuruh pulang, stuck, ditolak terus, expired, dicatat, tidak dijawab, belum dijawab
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
    kantor lurah tutup, kantor tutup, urus surat, urus izin, sertifikat belum, tidak bisa dipakai,
    tidak bisa digunakan, selalu eror, eror terus, eror mulu, susah login, susah daftar,
    tidak bisa upload, internal server eror, tidak bisa registrasi, tidak bisa update, ahli waris,
    sengketa tanah, balik nama, aplikasi lambat, laporan saya tidak, tidak ditanggapi,
    pelayanan buruk, sertifikat tidak, sering eror, laporan hilang, laporan ditolak,
    laporan dihapus, ditutup otomatis, ditutup sepihak, tidak bisa kirim, tidak bisa mengirim,
    tidak bisa terkirim, tidak ada penyelesaian, tidak ada kejelasan, belum ada kejelasan,
    tidak ada progres, tidak ada solusi, status laporan, disuruh update, minta update, sesi habis,
    gagal upload, gagal kirim, gagal verifikasi, loading terus, loading lama, muter terus,
    keluar sendiri, aplikasi jelek, aplikasi buruk, aplikasi tidak guna, aplikasi tidak berguna,
    tidak bisa diinstal, tidak bisa dibuka lagi, bolak balik revisi, kelurahan tutup,
    kelurahan kosong, kantor kosong, loket tutup, printer rusak, sistem offline, sistem eror,
    sistem gangguan, tidak bisa upload foto, tidak bisa lampirkan, tidak bisa lapor,
    tidak bisa melapor, susah lapor, laporan percuma, percuma lapor, percuma melapor,
    tidak pernah dibalas, tidak pernah ditanggapi, tidak pernah direspons, akun terkunci,
    lupa password, kode otp belum, otp lama, verifikasi gagal, verifikasi email, email tidak,
    tidak bisa verifikasi, tidak bisa buka, tidak bisa akses, tidak dibalas,
    belum dibalas
  `),
  },
  lingkungan: {
    things: list(`
    pohon, ranting, dahan, taman, taman kota, pencemaran, polusi, limbah, sungai, kali, laut, teluk,
    pantai, asap, pabrik, debu, mangrove, hutan, rumput, ilalang, semak, tambang, batu bara,
    limbah pabrik, limbah medis, air limbah, amdal, tebing, rumput liar, tambang pasir, galian c,
    asap pembakaran, kandang babi, limbah tahu, limbah sawit, bahan kimia, drum bekas, udara,
    ikan mati, terumbu, bukit, pohon besar
  `),
    faults: list(`
    tumbang, rawan tumbang, mau tumbang, miring, rimbun, lebat, rindang, lapuk, tutup, menutupi,
    halangi, menghalangi, tercemar, cemar, bau, hitam, keruh, kotor, pangkas, potong, tebang,
    ditebang, dipangkas, dipotong, mati, gundul, longsor, reklamasi, dibuang, sesak, erosi, abrasi,
    pekat, membusuk, menyentuh, nutupi, berwarna, gatal gatal, pedih, menyesakkan, condong, ditimbun
  `),
    phrases: list(`
    pohon tumbang, pohon roboh, pohon patah, pohon miring, pohon rimbun, pangkas pohon,
    potong pohon, tebang pohon, pemangkasan pohon, perantingan, dahan patah, ranting patah,
    pohon mau tumbang, air limbah, limbah pabrik, pencemaran air, pencemaran udara, polusi udara,
    pencemaran lingkungan, limbah dibuang, buang limbah, bau limbah, tanah longsor, sungai tercemar,
    asap pabrik, kualitas udara, ditebangi, ikan mati, pantai kotor, sungai hitam, debu tambang,
    debu batu bara, asap pembakaran, mangrove ditebang, bau kandang, limbah dibuang ke,
    air kali hitam, pohon condong, pohon besar tumbang, galian c ilegal, tambang liar, hutan gundul,
    asap hitam, udara kotor
  `),
  },
  telekomunikasi: {
    things: list(`
    internet, wifi, sinyal, jaringan, indihome, telkom, telkomsel, provider, modem, router, los,
    tower, fiber, kuota, koneksi, data seluler, teknisi, bandwidth, xl, indosat, smartfren, tri,
    biznet, orbit, useetv, ping, kabel fiber, kabel optik, 4g, 5g, bts, tsel, odp, mbps, myindihome,
    mytelkomsel, pulsa, paket data, starlink, wifi id, sinyal 4g, kartu perdana
  `),
    faults: list(`
    lambat, lemot, lelet, putus, mati, hilang, gangguan, drop, merah, down, ngelag, lag,
    tidak stabil, eror, buffering, jelek, ampas, susah, tidak ada, blank spot, naik turun, rto,
    busuk, hancur, lola, lama, muter, kecil, anjlok, parah, tidak bisa dipakai, tidak connect,
    terpotong, tersedot, wafat, edge, tidak masuk, setan, kambuh, kedip merah, reset,
    teknisi tidak datang
  `),
    phrases: list(`
    los merah, tidak ada sinyal, susah sinyal, sinyal hilang, sinyal jelek, sinyal susah,
    internet mati, internet lambat, wifi mati, wifi lambat, wifi lemot, jaringan hilang,
    jaringan lambat, jaringan jelek, blank spot, lampu los, internet putus, koneksi putus,
    putus putus, jaringan gangguan, indihome gangguan, indihome mati, indihome lambat, ngelag,
    internet gangguan, wifi gangguan, susah internet, kabel semrawut, pulsa terpotong, pulsa hilang,
    pulsa tersedot, kuota hilang, kuota tersedot, kuota tidak masuk, paket tidak masuk,
    tidak ada jaringan, belum ada jaringan, susah jaringan, cari jaringan, cari sinyal,
    jaringan mati, jaringan setan, jaringan eror, wifi putus, wifi eror, tower mati, teknisi tidak,
    teknisi belum, internet eror, internet down, internet putus putus, gangguan massal, sinyal e,
    koneksi lambat, jaringan lemot, sinyal lemot, sinyal lelet, internet lelet, internet lemot,
    belum dipasang indihome, rto terus, ping tinggi
  `),
  },
  aparat: {
    things: list(`
    oknum, asn, pns, aparat, pegawai, petugas, pejabat, lurah, kepala desa, kades, camat, polisi,
    polantas, satpol, satpol pp, dishub, kepala dinas, kadis, bendahara, staf, ketua rt, ketua rw,
    perangkat desa, dana desa, anggaran, proyek, rekanan, polsek, kantor polisi, mobil dinas,
    mobil siaga, kendaraan dinas, sekdes, razia, ketua kelompok, calo, kepala sekolah, inspektorat,
    wewenang, oknum petugas, oknum polisi, oknum lurah
  `),
    faults: list(`
    minta uang, minta duit, dimintai uang, dimintai, bayar, suap, sogok, pungli, pungutan liar,
    korupsi, korup, tilep, ditilep, gelap, menggelapkan, mark up, fiktif, bolos, tidak di tempat,
    jam kerja, kasar, bentak, membentak, arogan, pukul, memukul, pilih kasih, titip, titipan,
    salahguna, sewenang, calo, palak, pemerasan, peras, tidak profesional, lalai, tidur, uang rokok,
    uang pelicin, pelicin, setor, setoran, amplop, nepotisme, kolusi, seikhlasnya, uang damai,
    dibentak, marah marah, ordal, orang dalam, main game, main hp, menantu, keponakan, disunat,
    sunat, dipotong, tebang pilih, dibekingi, beking, tanpa kuitansi, tanpa karcis, semena mena,
    ditilap, tidak netral, intimidasi, diintimidasi, ditekan, minta jatah, marahi
  `),
    phrases: list(`
    pungli, pungutan liar, uang pelicin, uang rokok, uang administrasi, biaya administrasi,
    minta uang, dimintai uang, diminta bayar, diminta uang, disuruh bayar, bayar calo, lewat calo,
    jual beli jabatan, titip nama, orang dalam, pilih kasih, main uang, gratifikasi,
    salahguna wewenang, proyek fiktif, dana desa tidak, korupsi dana, sogokan, suap, seikhlasnya,
    uang damai, damai saja, damai di tempat, jalur belakang, ordal, jatah preman, minta jatah,
    minta setoran, dibekingi, oknum petugas, oknum polisi, oknum lurah, oknum pegawai, oknum rt,
    pegawai main game, pegawai main hp, dilayani duluan, langsung dilayani, tebang pilih,
    menyalahgunakan wewenang, sewenang wenang, semena mena, tanpa kuitansi, dana desa dikorupsi,
    mobil dinas dipakai, kendaraan dinas dipakai, petugas marah marah, dibentak petugas,
    petugas kasar, pegawai bolos, minta _ ribu, minta _ juta, dipotong ketua, pungutan harian,
    uang terima kasih, uang kopi, uang bensin petugas
  `),
  },
  ekonomi: {
    things: list(`
    harga, pasar, pedagang, beras, minyak, minyak goreng, cabai, gula, telur, gas, gas melon,
    elpiji, lpg, tabung gas, bbm, pertalite, solar, bensin, spbu, pertamina, sembako, umkm, lapak,
    kios, los pasar, pupuk, lowongan, lapangan kerja, upah, umr, umk, phk, pelaku usaha, nelayan,
    petani, ikan, pertamax, lowongan pekerjaan, lowongan kerja, pekerjaan, kerja, modal usaha,
    bantuan modal, pesangon, thr, buruh, perusahaan, retribusi pasar, gas 3 kg, pangkalan, het,
    solar subsidi, barcode, timbangan, takaran, harga ikan, pasar sentral, pajak pasar, lapak kami,
    dagangan, pembeli, pendapatan, sewa kios
  `),
    faults: list(`
    langka, mahal, naik, melambung, meroket, melonjak, kosong, habis, antre, antrean, timbun,
    menimbun, sepi, susah, sulit, kurangi, oplosan, campur, di atas het, tidak laku, becek, bocor,
    tidak dibayar, belum dibayar, tidak sesuai, hilang, dipecat, dirumahkan, curang, dikurangi,
    belum gajian, melejit, dibatasi, gusur, digusur
  `),
    phrases: list(`
    gas langka, elpiji langka, lpg langka, bbm langka, solar langka, antre bbm, antre solar,
    pertalite kosong, pertalite habis, harga naik, harga mahal, harga beras naik, susah cari kerja,
    gas kosong, gas mahal, pupuk langka, kelangkaan, di atas het, pasar kumuh, minyak langka,
    butuh pekerjaan, cari kerja, cari pekerjaan, lowongan kerja, lowongan pekerjaan, bantuan modal,
    tidak punya pekerjaan, susah kerja, antre gas, susah cari gas, pasar becek, gas habis,
    gas melon kosong, gas melon langka, gas tidak ada, bbm kosong, bbm habis, bbm oplosan,
    antre di spbu, spbu curang, takaran kurang, timbangan curang, gaji belum, gaji tidak dibayar,
    thr belum, upah tidak, beras mahal, beras oplosan, minyak goreng mahal, harga melonjak,
    harga tidak masuk akal, phk sepihak, dipecat sepihak, solar kosong, pasar sepi
  `),
  },
  lainnya: {
    things: list(`
    kuburan, makam, tpu, pemakaman, alun alun, gor, tempat wisata, objek wisata, gazebo, musholla,
    fasilitas olahraga, kolam renang, dispora, pariwisata, lapangan bola, gedung olahraga,
    taman bermain
  `),
    faults: list(`
    semak, terkunci, tidak dirawat, dikunci, dicoret coret
  `),
    phrases: list(`
    makam rusak, makam longsor, kuburan tertutup, wisata tidak terawat
  `),
  },
}
