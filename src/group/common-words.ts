/** Words that say nothing about which problem it is: function words, greetings, the manners of a letter. */
export const COMMON_WORDS = new Set(
  `yang dan di ke dari ini itu ada adalah sudah belum tidak bukan bisa mau akan masih juga
   karena kalau untuk dengan pada saja lagi sangat sekali atau tetapi tapi agar supaya oleh
   dalam luar atas bawah bagi sebagai seperti saat ketika waktu serta maka jadi menjadi begitu
   begini sampai hingga sejak saya aku kami kita kamu anda mereka dia ia nya beliau orang warga
   masyarakat bapak ibu pak bu kak admin sdr saudara yth terhormat kepada tolong mohon minta
   harap bantu bantuan bantuannya segera terima kasih selamat pagi siang sore malam
   assalamualaikum waalaikumsalam wr wb hormat demikian sekian lapor laporan melaporkan aduan
   adu informasi info tanya menanyakan mengenai perihal terkait tentang sebelumnya perhatian
   perhatiannya kerja sama kerjasama kenapa mengapa kapan bagaimana mana siapa berapa apa
   apakah kok dong deh sih nih ya yah kah lah pun mah loh lho kan oh hai halo hari bulan tahun
   minggu jam sekarang kemarin tadi lalu setiap sering selalu terus banyak semua beberapa satu
   dua tiga para sana sini situ dapat harus perlu ingin hanya cuma namun padahal sehingga bahwa
   jika bila secara antara setelah sesudah sebelum telah sedang tersebut dimana pemkot
   pemerintah dinas kota petugas pihak jalan jl rt rw nomor kelurahan kecamatan kabupaten rumah
   tempat daerah lokasi alamat depan dekat samping belakang sekitar https http www com
   indonesia jawa sulawesi tenggara gang lorong blok`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
