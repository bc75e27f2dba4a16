/**
 * How people write -> the word they mean. A key is never an Indonesian root, a place name or a word of a
 * complaint, or the list would corrupt what it should clear up.
 */
const LINES = `
tidak: tdk tak gak ga gk nggak ngga enggak engga kagak kaga kga ndak nda ndk tra tida gag nd ora
tidak: orak gakk ogak mboten boten ndaa tdak tidaj
tidak bisa: gabisa gakbisa gbisa gabs gbs ndabisa takbisa
tidak ada: gaada gada gakada nggada ndada ngada tiada takada ndaada ngaada
tidak jelas: gajelas gaje
tidak jadi: gajadi
tidak tahu: gatau gatahu gaktau gtau ndatau
belum: blm blum belom blom lom blon durung rung blmpi belumpi blmpa
sudah: sdh udh udah uda dah sdah suda udahan wes wis sdhmi sudahmi udahmi
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
kenapa: knp knpa ngapa napa kenapaa ngopo
mengapa: mngapa
bagaimana: gmn gimana gmana bgmn bgaimana gimna pimana piye pripun
dimana: dmn dmana dimna
mana: mn
apa: ap opo
apakah: apkh
siapa: spa
berapa: brp brapa brpa
sampai: sampe smpe smpai nyampe
saja: aja aj sj ae wae aje doang
juga: jg jga jugak ugha
lagi: lg lgi
masih: msh masi msih mase isih
mau: mo mw maw
bisa: bs bsa iso isa biso
akan: akn
seperti: kayak kyk ky sprt sperti spt koyo kek
banyak: byk bnyk bnyak akeh
sekali: bgt banget bngt bget skali skl bener2 bgtt puol
tolong: tlg tlong tolongin tlng tlongg plis pls please plisss tulung toloong
mohon: mhn mohn mhon mhonn
minta: mnta mint
bapak: bpk pk bpak pakde
pak: pa
ibu: bune
bu: buu
kakak: kaka
kak: ka
ini: iki nih ni inih
itu: tuh itu2 tu iku kui kuwi
ada: ono onok adami
bu: buk ibuk
admin: min mimin atmin
saya: sy sya gue gw gua ane aq ak aku kulo
kami: kmi
kita: kta qta torang
mereka: mrk dorang
kamu: km lu lo loe elo elu ente kmu
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
selalu: sllu slalu selalunya
terus: trs trus terusan
langsung: lgsg lsg
segera: sgra sgera secepatnya
parah: prh parahh
rusak: rsk rsak rusakk rusek
lubang: lobang
banjir: bnjir banjirr bnjr kebanjir
sampah: smpah sampahh
lampu: lampuu lmp
mati: mti matii
menyala: urip urep murup
macet: mct macett
air: aer banyu
listrik: lstrk listrk
hujan: ujan udan
gelap: petheng peteng
bau: bauk mambu
got: sokan
pemerintah: pmrintah pemerintahh gov
pemkot: pemkott pemkod
walikota: walkot
masyarakat: masy msyarakat mayarakat masyrakat
warga: wrga wargaa
terima kasih: makasih mksh makasi trims trimakasih terimakasih tks thx thanks trmksh tq tengkyu
terima kasih: suwun tararengkyu
semoga: smoga mogah
silakan: silahkan silahken
perbaiki: benerin betulin benahi perbaikin
diperbaiki: dibenerin dibenahi dibetulin dibenarkan diperbaikin dibetulkan didandani diperbaik
lihat: liat liatin lht ndelok
dilihat: diliat
lewat: lwt
kerja: krja kerjo
bekerja: bkerja
bayar: byr mbayar
pelayanan: pelayananx
respons: respon rspn
merespons: merespon ngerespon
direspons: direspon dibales dibalas ditanggapin ditanggepin
cepat: cpt cepet
lambat: lambatt lmbt
petugas: ptgs
anak: ank
sakit: skit
kecelakaan: laka kecelakan
pungli: pungly
tetapi: tp tpi tapi
begitu: gitu gtu bgtu
begini: gini gni bgini
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
jembatan: jmbtn jembtn
puskesmas: pkm
rumah sakit: rs rsu
rumah sakit umum daerah: rsud
lampu jalan umum: pju lpju
lampu merah: bangjo apill
kartu tanda penduduk: ktp ektp
internet: inet
sinyal: signal sinyall
jaringan: jringan jaringn
gangguan: ganguan
eror: error erorr eror2 eroor
aplikasi: apk app aplikasix aplks
menit: mnt menitan
anjing: anjg
`

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
