/**
 * Misconduct by its words; roots or exact forms after normalization, `_` is any word. `named` words name
 * the misconduct; `hinted` ones describe it and count only beside what makes an instance of it.
 */
import type { Modus } from '../reading.ts'
import { list } from './list.ts'

export const MODUS_WORDS: Record<Modus, { named: string[]; hinted: string[] }> = {
  pungli: {
    named: list(`
      pungli, pungutan liar, pungutan tidak resmi, pungutan ilegal, tarif tidak resmi, uang rokok,
      uang lelah, uang kopi, uang lelah penghulu, uang jago, uang terima kasih, uang bensin,
      uang map, uang survei, uang ketik, uang jalan, uang payung, uang pelicin, biaya siluman,
      dipalak, malakin, malak, diperas oknum, diperas petugas, diperas polisi, pemerasan,
      dimintai uang, dimintai duit, dimintai biaya, dimintai bayaran, dipungut biaya,
      dipungut bayaran, minta uang rokok
    `),
    hinted: list(`
      pungut, pungutan, minta uang, minta duit, diminta uang, diminta duit, minta bayaran,
      diminta bayar, diminta membayar, disuruh bayar, suruh bayar, wajib bayar, wajib beli,
      diwajibkan bayar, diwajibkan, harus bayar, harus bayar dulu, diharuskan bayar, disuruh beli,
      disuruh setor, diminta setor, harus setor, ditarik uang, ditarik biaya, dipatok,
      tanpa kuitansi, tanpa kwitansi, tanpa karcis, tanpa bukti, tanpa bukti pembayaran,
      tidak ada kuitansi, tidak ada kwitansi, tidak ada karcis, tidak ada tiket, minta kuitansi,
      minta kwitansi, minta karcis, tidak diberi kuitansi, tidak diberi karcis, seikhlasnya,
      katanya sukarela, uang administrasi, untuk administrasi, biaya administrasi, uang komite,
      uang kursi, uang perpisahan, uang kebersihan, uang keamanan, uang bangku, uang pembangunan,
      uang gedung, uang terobosan, iuran wajib, infak wajib, infaq wajib, kok infak, kok infaq,
      wajib infaq, sumbangan wajib, sumbangan sukarela, di luar retribusi, bayar di luar,
      ada tarifnya, katanya gratis, seharusnya gratis, harusnya gratis, tulisan gratis,
      gratis katanya, belum lunas, yang tidak bayar, kalau tidak bayar, tidak bayar,
      yang belum membayar, tidak membayar, kalau tidak kasih, yang tidak kasih,
      yang tidak memberi, oknum, ongkos angkut, ditulis
    `),
  },
  suap: {
    named: list(`
      menyuap, disuap, uang suap, terima suap, minta suap, praktik suap, sogok, menyogok, disogok,
      sogokan, uang pelicin, pelicin, gratifikasi, uang damai, minta uang damai,
      diminta uang damai, minta uang pelicin, uang tutup mulut, uang sogok, politik uang,
      serangan fajar
    `),
    hinted: list(`
      damai di tempat, damai _ saja, di tempat dianggap, amplop, dibayar supaya, main uang,
      main mata, selipkan, diselipkan, nyelipin, minta setor, setor persen, persen di depan,
      setoran proyek, fee proyek, mau cepat, mau dicari cepat, biar cepat, supaya cepat,
      agar cepat, kasi di tempat, dilepas, agar tidak diperiksa, agar tidak dilakukan,
      supaya lolos, keluarga sanggup, keluarganya sanggup, bisa nego, asal bayar, bayar polisi,
      bayar petugas, kasih petugas, ke petugas jaga, masuk polisi bayar, masuk kerja bayar,
      lulus bayar, asal ada uang, tahu sama tahu
    `),
  },
  percaloan: {
    named: list(`
      calo, calonya, percaloan, lewat calo, pakai calo, jasa calo, joki, perjokian,
      jual nomor antrian, jual nomor antrean, jual antrian, jual nomor, jual kuota, jual slot
    `),
    hinted: list(`
      lewat orang dalam, pakai orang dalam, orang dalam, jalur belakang, lewat belakang,
      jalur dalam, pintu samping, pintu belakang, lewat biro, lewat jasa, terima beres,
      tawarkan jasa, menawarkan jasa, ditawari, nawarin, tawarkan, menawarkan, jual tiket,
      tiket yang sama, antar ke belakang, pasti lulus, pasti dapat, bisa dibeli, lewat bapak,
      lewat om, ada jalurnya, selesai duluan, langsung jadi, langsung foto, sehari jadi,
      jam itu jadi
    `),
  },
  diskriminasi: {
    named: list(`
      diskriminasi, diskriminatif, didiskriminasi, pilih kasih, tebang pilih, dibeda bedakan,
      membeda bedakan, dibedakan, dibedakan bedakan, beda perlakuan, perbedaan perlakuan,
      pandang bulu, pandang baju, anak tiri, dianaktirikan, tajam ke bawah, beda pilihan
    `),
    hinted: list(`
      dilayani duluan, dilayani belakangan, langsung dilayani, dipanggil duluan, dipanggil dulu,
      langsung dipanggil, langsung diterima, datang belakangan, belakangan langsung, didahulukan,
      dahulukan, diutamakan, dinomorduakan, tidak pilih, tidak dukung, tidak mendukung,
      yang mendukung, dukung siapa, pilih siapa, karena netral, bukan warga sini,
      tidak diberi karena, beda warna, dukung siapa kemarin, hanya melayani, orang pendatang,
      warga pendatang, orang sini dulu, orang pulau, ditolak karena, ditolak halus,
      berkebutuhan khusus, autis, disabilitas, tunanetra, ditolak, dilewati, tidak dilayani,
      disuruh tunggu, suruh tunggu, pasien umum, yang umum, bayar umum, yang bayar, sandal,
      sendal jepit, karena miskin, orang miskin, orang susah, bukan warga, bukan orang sini,
      cuma yang, hanya yang, hanya diberi, tidak adil, diketawain, baju kebun, orang kaya,
      giliran, aman aman, jualan kami
    `),
  },
  penundaan_berlarut: {
    named: list(`
      berlarut, berlarut larut, diulur, diulur ulur, ulur waktu, mengulur waktu, ditunda terus,
      selalu ditunda, dilempar lempar, saling lempar, saling melempar, dilempar sana sini,
      lempar lemparan, dipingpong, bola pingpong, dioper, besok besok, janji terus,
      tidak selesai selesai, tidak jadi jadi, disuruh kembali terus, dioper oper
    `),
    hinted: list(`
      bolak balik, belum jadi, belum jadi juga, belum juga, belum selesai, belum terbit,
      belum dicetak, belum juga dicetak, belum keluar, belum dijawab, belum ditindaklanjuti,
      belum ada tindak lanjut, belum ada jawaban, belum ada kabar, belum ada kepastian,
      belum cair, belum dibagi, belum diserahkan, belum dicabut, belum diproses, belum ditarik,
      belum pernah datang, belum ada, belum ada juga, belum kelar, belum turun, belum terima,
      tidak keluar, tidak kunjung, tidak kunjung selesai, tidak kunjung jadi,
      tidak kunjung terbit, tidak ada kabar, tidak ada tindak lanjut, tidak nongol, masih di meja,
      masih di pimpinan, masih proses, masih diproses, masih survey, masih menunggu,
      jalan di tempat, tunggu tanda tangan, blangko kosong, blangko habis, blanko kosong,
      stok kosong, minta dokumen beda, berganti ganti, berganti penyidik, setiap ditanya,
      setiap ditelpon, setiap tanya, setiap datang, selalu dijawab, selalu diminta kembali,
      disuruh balik, disuruh kembali, suruh datang lagi, dijanjikan, dijanjiin, janji, diteruskan,
      ditutup sepihak, sampai kapan, revisi terus, sampai sekarang, sampai hari ini, hingga kini,
      hingga surat ini, sampai laporan ini, akan kami koordinasikan, mohon bersabar, sabar,
      dinas luar, menunggu izin
    `),
  },
  penyalahgunaan_wewenang: {
    named: list(`
      salahguna, salahgunakan, menyalahgunakan, penyalahgunaan, sewenang wenang, semena mena,
      ditilep, tilep, digelapkan, menggelapkan, dana fiktif, proyek fiktif, laporan fiktif,
      jual beli jabatan, jual beli kios, penyelewengan, diselewengkan, menyelewengkan,
      bansos dipotong, bantuan dipotong, memotong bantuan, dipotong bantuan, dana dipotong,
      blt dipotong, pkh dipotong, tanda tangan dipalsukan, tanda tangan kami dipalsukan, mark up
    `),
    hinted: list(`
      korupsi, korup, dikorupsi, dipotong ketua, dipotong oleh, dipotong kepala,
      dipotong pendamping, dipotong _ ribu, dipotong 100rb, dipotong 50rb, pip dipotong,
      bantuannya dipotong, ancam, diancam, mengancam, ngancam, ngancem, intimidasi, diintimidasi,
      mobil dinas, motor dinas, plat merah, mobil siaga, pakai mobil sampah,
      ambulans desa dipakai, alat berat dinas, ekskavator dinas, motor sampah bantuan,
      aset daerah, garasi pribadi, tanah pribadi, untuk pribadi, keperluan pribadi,
      kepentingan pribadi, milik kepala desa, kebun kepala desa, kartu atm, pegang kartu,
      pegang semua kartu, secara kolektif, nama kami digunakan, nama saya dipakai,
      nama kami dipakai, stiker calon, dicoret dari, tidak mau tanda tangan,
      tidak mau ditandatangani, tidak bakal dilayani, tidak akan dilayani, dipagar oknum,
      dialihkan ke orang lain, tanpa surat apapun, tanpa surat perintah, ditahan tanpa surat,
      tanpa surat dari, perintah dari atas, oknum berseragam, oknum polisi, oknum dewan,
      oknum tni, oknum lurah, oknum ketua, nodong, dipukuli oknum, dipukul oknum, dibekingi,
      dibeking, beking, tinggal _ kilo, tidak pernah kami terima, tidak pernah terima,
      dibawa pulang ke rumah, blangko surat tanah, papan proyeknya, sewa lagi, terus disewakan
    `),
  },
  tidak_kompeten: {
    named: list(`
      tidak profesional, tidak kompeten, tidak becus, tidak cakap, asal kerja,
      asal asalan melayani, main game, main hp, main domino, jam kerja kosong, kantor kosong,
      kantor camat kosong, kantor lurah kosong, tidur saat jam kerja, makan gaji buta,
      salah ketik, salah input, salah cetak, salah tulis nama, tidak masuk mengajar,
      tidak masuk kantor, bolos kerja, ogah ogahan, malah googling, ikut googling
    `),
    hinted: list(`
      tidak paham aturan, tidak memahami, tidak mengerti aturan, tidak tahu aturan,
      tidak di tempat, tidak ada di tempat, tidak ada petugas, petugas tidak ada,
      pegawai tidak ada, pegawainya tidak ada, lurah tidak ada, pegawai bolos, guru bolos,
      petugas kosong, loket kosong, loketnya kosong, kosong melompong, kantor _ kosong,
      pegawainya baru, pulang cepat, datang terlambat, tidak melayani, jutek, petugas kasar,
      pegawai kasar, dibentak, dibentak petugas, tertukar, salah panggil, salah nama,
      salah alamat, salah orang, masih dikunci, masih terkunci, tertutup rapat,
      tutup saat jam kerja, saat jam kerja, nonton drakor, sarapan, asyik main, asyik ngobrol,
      malah ngobrol, petugas merokok, bidannya tidak datang, dokternya tidak datang,
      gurunya tidak datang, guru tidak masuk, dokter tidak masuk, tidak pernah di kantor,
      jarang di kantor, jarang di lokasi, jarang masuk, jarang berada, telepon tidak diangkat,
      malah tanya, malah tambah salah, disuruh ulang, ulang dari awal, menceritakan ulang,
      kesalahan pencetakan, kekeliruan, dibatalkan sepihak, tidak pernah datang hanya
    `),
  },
  nepotisme: {
    named: list(`
      nepotisme, kolusi, praktik kkn, keluarganya saja, keluarga saja, orang orangnya saja,
      orangnya saja, titip nama, hanya keluarga, cuma keluarga, keluarga semua, orang dalam semua,
      titipan dewan, titipan pejabat, titipan anggota dewan, hubungan keluarga
    `),
    hinted: [...list(`titipan, orang dalam, sedulur, satu marga, nama belakang sama, kerabatnya`)],
  },
}

/** "Ponakan pak lurah": a sign of nepotism beside what the relative got. */
export const OFFICIALS: readonly string[] = list(`
  lurah, rt, rw, camat, kades, kepala, desa, dukuh, kadus, sekdes, sekretaris, ketua, bupati,
  walikota, gubernur, dewan, anggota, pejabat, pegawai, kadis, kabid, kepsek, bendahara, panitia,
  pendamping, aparat, perangkat, staf
`)

/** What stands around misconduct. */
export const MODUS_SIGNS = {
  office: list(`
    oknum, pegawai, pegawainya, petugas, petugasnya, aparat, pejabat, lurah, lurahnya, kelurahan,
    camat, kecamatan, rt, rw, kades, kepala desa, kantor desa, perangkat desa, pak desa, sekdes,
    dukuh, kadis, dinas, dukcapil, capil, disdukcapil, samsat, polisi, polsek, polres, polantas,
    satpas, razia, kua, bpn, kantor pertanahan, pertanahan, imigrasi, syahbandar, ksop, dishub,
    satpol, puskesmas, rumah sakit umum daerah, rumah sakit, loket, diloket, kantor, dinas sosial,
    pendamping, ketua kelompok, komite, kepala sekolah, wali kelas, guru, sekolah, sd, sdn, smp,
    smpn, sma, sman, mts, mtsn, tk, terminal, pelabuhan, dermaga, pasar, bps, pln, pdam, kir,
    lapas, rutan, hakim, jaksa, penyidik, kanit, ppk, bendahara, perawat, bidan, dokter, satpam,
    panitia, pkh, bansos, blt, pip, dana desa, ombudsman, pengadaan, pos timbang,
    jembatan timbang, call center, bupati, walikota, dewan, tni, kontrol, poli, stnk, sim,
    kartu tanda penduduk, kk, paspor, sertifikat, bpjs
  `),
  self: list(`
    saya, sa, kami, kita, ku, ibu saya, anak saya, tetangga, mama, mamaku, bapakku, ibuku, adekku,
    anakku, teman, temanku, keponakan, sepupuku, warga, pedagang, sopir, nelayan, orang tua siswa
  `),
  /** Before a sum it says that somebody asks for it. */
  ask: list(`minta, meminta, diminta, dimintai, mintai, ditagih, dipungut`),
  /** Before a sum it says what is paid. */
  demand: list(`
    bayar, membayar, bayarnya, ditarik, tarik, narik, tagih, patok, dipatok, setor, menyetor,
    tarif, pungut, pungutan, dipungut, iuran, sumbangan, infaq, infak, dipotong, potong, wajib,
    wajib beli, ambil, uang, biaya, beli, cuma, kasih, jual, selipkan, lewat
  `),
  /** What is applied for. */
  service: list(`
    urus, ngurus, mengurus, urusan, berkas, sertifikat, surat, permohonan, pengajuan, mengajukan,
    diajukan, izin, pbg, imb, akta, kartu tanda penduduk, kk, balik nama, ijazah, klaim, refund,
    mutasi, pengaduan, mengadu, aduan, laporan, tiket laporan, pelapor, pecah sertifikat,
    pasang baru, ptsl, tambah daya, pasang listrik, rekam medis, kartu keluarga, identitas,
    paspor, pindah domisili, surat pindah, ahli waris, bantuan, penyambungan, pengukuran,
    uang duka, pensiun, kursi roda
  `),
  long: list(`
    _ bulan, bulan ke, berbulan bulan, _ tahun, setahun, setaon, bertahun tahun, tahun lalu,
    bulan lalu, sejak januari, sejak februari, sejak maret, sejak april, sejak mei, sejak juni,
    sejak juli, sejak agustus, sejak september, sejak oktober, sejak _ januari, sejak _ maret,
    sejak _ april, dari bulan, dari tahun, dari 2020, dari 2021, dari 2022, dari 2023, dari 2024,
    bulan februari, bulan maret, bulan puasa, _ kali datang, _ kali ke, _ kali melapor,
    _ kali kami melapor, _ kali saya datang, _ kali saya, _ kali bolak balik, _ kali bersurat,
    _ kali konsultasi, _ kali berganti, _ tiket laporan, 60 hari, 62 hari, 70 hari, 90 hari,
    awal tahun, tahun berturut turut, berkali kali datang
  `),
  /** Before an official it says who is favoured. */
  kin: list(`
    keluarga, keluarganya, kerabat, anak, anaknya, ponakan, keponakan, keponakannya, ponakannya,
    ipar, iparnya, adik ipar, kakak ipar, menantu, menantunya, sepupu, sepupunya, saudara,
    saudaranya, adik, adiknya, adek, adeknya, adik kandung, istri, istrinya, suami, suaminya,
    orang dekat, famili, mertua, kelompoknya, tim sukses, pendukung
  `),
  /** What a relative or a favourite got. */
  benefit: list(`
    dapat, lulus, penerima, menerima, masuk, diterima, bantuan, blt, bansos, lowongan, kios,
    kuota, bedah rumah, kupon, jabatan, proyek, lelang, honorer, pppk, pemenang, daftar, undian,
    beasiswa, pelatihan, dibagi, semua, jatuhnya, kip, pupuk
  `),
  /** Somebody is treated so, and another not. */
  contrast: list(`
    langsung, duluan, padahal, giliran, sedangkan, sementara, malah, tetapi, cuma, hanya, disuruh,
    ditolak, tidak, belakangan
  `),
} satisfies Record<string, string[]>

/** Talk about misconduct that is no report of one. */
export const MODUS_NOISE = {
  /** Right before the word. */
  denied: list(`
    tidak, tidak ada, bukan, tanpa, anti, bebas, bebas dari, cegah, mencegah, pencegahan,
    berantas, memberantas, pemberantasan, stop, setop, lawan, tolak, hindari, jangan, saber,
    basmi, larang, dilarang, larangan, hapus, awas, waspada, waspadai, tindak pidana, zona bebas,
    nol, say nomor to
  `),
  court: list(`
    sindikat, membongkar, bongkar, icw, tren, tersangka, terdakwa, terpidana, sidang, persidangan,
    divonis, vonis, kpk, kejaksaan, kejagung, kejari, kejati, ott, penyidikan, jaksa penuntut,
    pengadilan, tipikor, dugaan, diduga, ditangkap, ditetapkan, menetapkan, didakwa, mantan,
    kasus korupsi, dugaan korupsi, rilis, konferensi pers, ujar, ungkap, tutur, menurutnya,
    jelasnya, mengatakan, liputan6, detikcom, kompas, tribun, baca juga, wib, hukuman, pidana
  `),
  politics: list(`
    koruptor, rezim, oligarki, presiden, jokowi, prabowo, gibran, dpr, menteri, capres, caleg,
    paslon, kampanye, debat, partai, parpol, pemilu, negara, indonesia, konoha, wakanda, uu, ruu,
    demo, demonstrasi, politik, politikus, elite, rakyat, negeri ini, israel, trump
  `),
  promotion: list(`
    zona integritas, wbk, wbbm, deklarasi, pakta integritas, sosialisasi, komitmen, berkomitmen,
    wujudkan, mewujudkan, apel, penghargaan, raih, sobat, mari, ayo, kanal pengaduan,
    layanan kami, gratis tanpa, inovasi, transparan akuntabel, unit pemberantasan, satgas saber,
    penyuluhan, sp4n, bimtek, barcode, saluran pengaduan, kanal aduan, adukan, laporkan melalui,
    melalui website, webinar, seminar, edukasi, imbau, mengimbau, diimbau
  `),
  /** A bill that an office may well send. */
  bill: list(`deposit, jaminan, uang muka, tagihan, denda, cicilan, pajak`),
  past: list(`
    dulu, zaman dulu, zaman, jaman, sudah dikembalikan, sudah ditindak, sudah diproses hukum,
    sudah selesai, sudah ditangani, sekarang sudah tidak, alhamdulillah, terima kasih, mantap,
    salut, sudah bersih, sudah bagus, keren
  `),
  joke: list(`
    pov, idol, bestie, agensi, filosofi, pura pura, cerpen, kata mutiara, pacar, gebetan,
    mantanku, cinta, drakor, film, sinetron, novel, cerita, lagu, nonton, meme, kucing, kucingku,
    mimpi, game, gim, rank, mobile legends, anime, fyp
  `),
} satisfies Record<string, string[]>
