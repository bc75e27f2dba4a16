/**
 * How people write -> the word they mean, own work. A key is never an Indonesian root (but for
 * COLLOQUIAL_ROOTS), a place name or a word of a complaint, or the list would corrupt what it should clear
 * up. Jakarta, Javanese, Sundanese, Kendari and Makassar, and what thumbs leave out.
 */
import { list } from './list.ts'

const LINES = `
tidak: tdk tak gak ga gk nggak ngga enggak engga kagak kaga kga ndak nda ndk tra tida gag nd ora orak gakk ogak mboten boten ndaa tdak tidaj ngak nggk gx ngk gaa tidk tdik teu henteu moal
tidak bisa: gabisa gakbisa gbisa gabs gbs ndabisa takbisa gkbisa nggabisa nggakbisa ndbisa tdkbisa tidakbisa
tidak ada: gaada gada gakada nggada ndada ngada tiada takada ndaada ngaada gakada2 gaadaa nggaada enggada ngadak
tidak jelas: gajelas gaje
tidak jadi: gajadi
tidak tahu: gatau gatahu gaktau gtau ndatau mboh embuh teuing gktau
belum: blm blum belom blom lom blon durung rung blmpi belumpi blmpa
sudah: sdh udh udah uda dah sdah suda udahan wes wis sdhmi sudahmi udahmi sudh dh ud geus enggeus sampun
sudah lama: sudahlama
yang: yg yng ingkang
dengan: dgn dg dngn
untuk: utk tuk unt untk kanggo
dan: dn
dari: dr dri drpd
di: d
pada: pd
ke: k
karena: krn karna krna krena gara2 gegara grgr gr2 mergo soale
kalau: klo kalo kl klu kaloo klau nek
kapan: kpn kapankah kpan
kenapa: knp knpa ngapa napa kenapaa ngopo kunaon
mengapa: mngapa
bagaimana: gmn gimana gmana bgmn bgaimana gimna pimana piye pripun kumaha pie gimane pegimane bgmana bagemana gmna gimanaa
dimana: dmn dmana dimna
mana: mn
apa: ap opo naon
apakah: apkh
siapa: spa sopo saha
berapa: brp brapa brpa
sampai: sampe smpe smpai nyampe ampe nyampek
saja: aja aj sj ae wae aje doang
juga: jg jga jugak ugha
lagi: lg lgi deui meneh
masih: msh masi msih mase isih
mau: mo mw maw arep gelem hayang pengen pingin kepengen pgn
bisa: bs bsa iso biso tiasa bisaa
akan: akn
seperti: kayak kyk ky sprt sperti spt koyo kek koyok kyak kya
banyak: byk bnyk bnyak akeh byak
sekali: bgt banget bngt bget skali skl bener2 bgtt puol
tolong: tlg tlong tolongin tlng tlongg plis pls please plisss tulung toloong
mohon: mhn mohn mhon mhonn
minta: mnta mint
bapak: bpk pk bpak
pak: pa
ibu: bune
bu: buu ibuk
kakak: kaka
kak: ka
ini: iki nih ni inih
itu: tuh itu2 tu iku kuwi
ada: onok adami aya
admin: min mimin atmin
saya: sy sya gue gw gua ane aq ak aku kulo
kami: kmi
kita: kta qta torang
mereka: mrk dorang
kamu: km lu lo loe elo elu kmu
orang: org wong
jalan: jln jl dalan jlan jaln
jalan rusak: jalanrusak
gang: gg
lorong: lrg lrong
nomor: no nmr nomer
rumah: rmh rmah omah
sekolah: sklh skul skolah
kecamatan: kec kcmtn
kelurahan: kel klurahan
kabupaten: kab
depan: dpn ngarep
belakang: blkg blakang
samping: smping
dekat: dkt deket dkat cedak
sekitar: skitar sktr
tempat: tmpt tpt
daerah: drh daerh daera dearah
malam: mlm malem bengi
siang: siyang
pagi: pg
sore: sre
hari: hr hri dino
bulan: bln bulam
tahun: thn taun th
minggu: mgg mnggu
jam: jm
sekarang: skrg skrng skg sekrang skarang sekrg saiki skrang
kemarin: kmrn kemaren kmren kmaren wingi
setiap: tiap stiap tiap2
sering: srg seringkali
selalu: sllu slalu
terus: trs trus
langsung: lgsg lsg lngsung langsng
segera: sgra sgera
parah: prh parahh
rusak: rsk rsak rusakk rusek
lubang: lobang
banjir: bnjir banjirr bnjr kebanjir
sampah: smpah sampahh smph sampahe
lampu: lampuu lmp
mati: mti matii
menyala: urip urep murup
macet: mct macett
air: aer banyu cai
listrik: lstrk listrk listerik
hujan: ujan udan
gelap: petheng peteng
bau: mambu
got: sokan
pemerintah: pmrintah pemerintahh gov
pemkot: pemkott pemkod
walikota: walkot
masyarakat: masy msyarakat mayarakat masyrakat masyarakt msyrkt
warga: wrga wargaa
terima kasih: makasih mksh makasi trims trimakasih terimakasih tks thx thanks trmksh tq tengkyu suwun tararengkyu
semoga: smoga mogah
silakan: silahkan silahken
perbaiki: benerin betulin benahi perbaikin
diperbaiki: dibenerin dibenahi dibetulin diperbaikin didandani diperbaik
lihat: liat liatin lht ndelok
dilihat: diliat
lewat: lwt
kerja: krja kerjo
bekerja: bkerja
bayar: byr mbayar
pelayanan: pelayananx pelayann plyanan yanlik
respons: respon rspn
merespons: merespon ngerespon
direspons: direspon
cepat: cpt cepet
lambat: lambatt lmbt lmbat
petugas: ptgs
anak: ank
sakit: skit
kecelakaan: laka kecelakan
pungli: pungly
tetapi: tp tpi tapi
begitu: gitu gtu bgtu gt ngono kitu
begini: gini gni bgini ngene kieu ginian
memang: emang emg mmg
percuma: percumah
lihatlah: liatlah
katanya: ktnya katax jarene
padahal: pdhl pdhal
supaya: spy
agar: agr
atau: ato ataw
tadi: td tdi
dari tadi: dritadi daritadi
bilang: blg
tanya: tnya nanya
rekan: rekn
jembatan: jmbtn jembtn jembtan jembatn
puskesmas: pkm puskes
rumah sakit: rs rsu
rumah sakit umum daerah: rsud
lampu jalan umum: pju lpju
lampu merah: bangjo apill
kartu tanda penduduk: ktp ektp
internet: inet intrnet
sinyal: signal sinyall
jaringan: jringan jaringn jargan
gangguan: ganguan
eror: error erorr eror2 eroor
aplikasi: apk app aplikasix aplks
menit: mnt
anjing: anjg
tidak mau: gamau gakmau ndamau gmau
tidak usah: gausah gakusah gausa
tidak perlu: gaperlu gakperlu
tidak apa: gapapa gpp gakpapa gppa
tidak punya: gapunya gakpunya
tidak boleh: gaboleh gakboleh gblh
tidak pernah: gapernah gakpernah gaprnh
tidak jalan: gajalan gakjalan
tidak nyala: ganyala gaknyala
tidak paham: gapaham gakpaham
ya: iyaa yaa yaaa yahh iyah iyap yoi
pakai: pake pke pakek
dipakai: dipake dpake
terpakai: kepake
dapat: dapet dpt dapt dpat
benar: bener bnr bnar beneran leres
sebenarnya: sebenernya sbnrnya sbenernya sbnernya
tetap: tetep ttp tetp
teman: temen tmn tman
jadi: jd jdi dadi
tanggal: tgl
ribu: rb rebu
juta: jt
rupiah: rp
jangan: jgn jngan ojo jangn jgan
dulu: dlu dl dlo biyen
nanti: ntar ntr nnti engke
lebih: lbh lbih
beberapa: bbrp bbrpa
tersebut: tsb tsbt
dalam: dlm
malas: males mls
ingat: inget
datang: dateng dtg dtng
sendiri: sndiri sndri dewe
dengar: denger dngr
ramai: rame
naik: naek mundak
hidup: idup
hilang: ilang hlng leungit
habis: abis hbs entek
hancur: ancur
sangat: sgt sngat
kecil: leutik cilik
besar: gedhe ageung
lama: suwe suwi
sepertinya: kyknya kayanya kayaknya keknya koyoke
semua: kabeh smua smw semuaa sakabeh
besok: bsk sesuk
dibalas: dibales
ditanggapi: ditanggapin ditanggepin
lapor: lpr
laporan: lprn
uang: dwit
selamat: slmt
maksudnya: mksdnya mksudnya
maksud: mksd
mungkin: mgkn mngkin mgkin mngkn
harus: hrs hrus
sebelum: sblm sblum
setelah: stlh stelah
sama: sm ame
sedikit: dikit dkit sdkt
kasihan: kasian kesian kasiaan kodong kasiang
kecewa: kcewa kecwa
penuh: pnuh kebek
motor: mtr
mobil: mbl
kendaraan: kndaraan kendraan
izin: ijin
ambulans: ambulan ambulance ambulanc
risiko: resiko
sistem: system
seberang: sebrang
menyeberang: nyebrang nyeberang
lalu lintas: lalin lalulintas
jawab: jwb
dijawab: djawab
buat: bwt
baru: bru
perempatan: prempatan
pertigaan: prtigaan
perhatikan: perhatiin
diperhatikan: diperhatiin
bersihkan: bersihin
dibersihkan: dibersihin
dibiarkan: dibiarin
dimatikan: dimatiin
matikan: matiin
nyalakan: nyalain
dinyalakan: dinyalain
tambahkan: tambahin
ditambah: ditambahin
lanjutkan: lanjutin
masukkan: masukin
dimasukkan: dimasukin
kembalikan: balikin
dikembalikan: dibalikin
laporkan: laporin
dilaporkan: dilaporin
dimarahi: dimarahin
tanyakan: tanyain
ditanya: ditanyain
diberi: dikasih dikasi
diurus: diurusin
diangkut: diangkutin
diganti: digantiin
dipasang: dipasangin
ditertibkan: ditertibin
dibuang: dibuangin
ditutup: ditutupin
dibayar: dibayarin
dibantu: dibantuin
bantu: bantuin bantui
ditolak: ditolakin
terendam: kerendem kerendam
kehujanan: keujanan
terpotong: kepotong
tertabrak: ketabrak ketabrakan
terblokir: keblokir
mbak: mba mbk mbaa
tukar: tuker
pintar: pinter
macam: macem mcm
pagar: pager
bosan: bosen
sempat: sempet
mencari: nyari
memakai: makek
menambah: nambah nambahin
memikirkan: mikirin
mengerti: ngerti
mengeluh: ngeluh
melihat: ngeliat ngelihat
membersihkan: ngebersihin
merusak: ngerusak
menabrak: nabrak
menyusahkan: nyusahin
menelepon: nelpon nelfon nelepon
telepon: telp tlp telpon telfon tlpn tilpun
menerima: nerima
mengisi: ngisi
mengirim: ngirim
mengambil: ngambil
meminta: mintain
keluar: kluar klwr
karyawan: krywn
lewati: lewatin
paling: plg plng
sekitarnya: skitarnya
pergi: pigi lunga
tanah: tnh
waktu: wkt wktu
tentang: ttg
kepada: kpd
sebagai: sbg
terhadap: thd
bukan: bkn dudu
hanya: hny hnya cuman cmn
segitu: sgitu
adalah: adlh
saat: wktunya
kembali: kmbali
masalah: mslh mslah
masalahnya: mslhnya
pemberitahuan: notif
ongkos kirim: ongkir
gubernur: gub
kepala sekolah: kasek
perbaikan: perbaikn prbaikan
kabel: kbl
tiang: tyang
selokan: slokan
gorong gorong: gorong2
trotoar: trotoir
aspal: aspl
drainase: drainasi drenase drainese
penerangan: penerangn penrangan
bantuan: bntuan
mengungsi: ngungsi
dokter: dktr
wifi: wipi
kata sandi: pasword passwod
login: log1n
akun: account
perbarui: apdet
unduh: donlot donlod download
unggah: aplot
kelamaan: klamaan
terlalu: trlalu tllu
ternyata: trnyata tnyata
sedang: sdg sdang
sini: sni kene
sana: sono kono
situ: stu
ke mana: kemana kmn kmna
ke sini: kesini ksini
ke sana: kesana ksana
di sini: disini dsini dsni
di sana: disana dsana
di situ: disitu dsitu
di depan: didepan ddepan
di dalam: didalam ddalam
di atas: diatas datas
di bawah: dibawah
di belakang: dibelakang
di jalan: dijalan djalan dijln
di rumah: dirumah drumah
ke rumah: kerumah
orang tua: ortu
tanda tangan: ttd
hati hati: ati2 hati2
sama sekali: samsek
dan lain lain: dll
`

/**
 * Keys that a dictionary of Indonesian lists too: colloquial, regional and function words of one meaning
 * in posts ("banyu" is water, "gua" is I), none of them a thing or a fault that complaints are about.
 */
export const COLLOQUIAL_ROOTS: ReadonlySet<string> = new Set(
  list(`
    tak, enggak, kagak, tra, orak, gada, tiada, embuh, uda, dah, suda, tuk, kalo, ampe, aja, doang,
    kayak, kek, koyok, banget, nih, min, gue, gua, aku, dorang, elo, elu, wong, taun, tiap, urip,
    murup, banyu, mambu, liat, tapi, emang, ato, dadi, rebu, dewe, abis, cilik, dikit, resiko,
    telpon, cuman, sono, kesini, kesana
  `),
)

/** Slang -> words; several words are separated by a space. */
export const SLANG: ReadonlyMap<string, string> = readLines(LINES)

function readLines(lines: string): Map<string, string> {
  const slang = new Map<string, string>()
  for (const line of lines.split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 0) continue
    const meant = line.slice(0, colon)
    for (const written of line
      .slice(colon + 1)
      .trim()
      .split(' '))
      slang.set(written, meant)
  }
  return slang
}
