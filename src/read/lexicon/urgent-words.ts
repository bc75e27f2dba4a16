/** Danger by its words; roots or exact forms after normalization. */
import { list } from './list.ts'

/** People's safety or health is at stake. */
export const URGENT_WORDS = list(`
    pohon tumbang, pohon roboh, dahan patah, pohon mau tumbang, rawan tumbang, tiang roboh,
    tiang miring, tiang mau roboh, kabel putus, kabel menjuntai, kabel juntai, kabel telanjang,
    korslet, korsleting, konslet, percikan api, keluar api, lubang besar, lubang menganga,
    lubang dalam, manhole terbuka, jalan amblas, jembatan putus, jembatan ambruk, jembatan roboh,
    jembatan goyang, longsor, tanggul jebol, makan korban, memakan korban, banyak korban,
    sudah ada korban, kecelakaan, celaka, rawan kecelakaan, jatuh, terjatuh, tabrak, tertabrak,
    terperosok, terpeleset, luka, patah tulang, meninggal, tewas, nyawa, banjir, kebanjiran,
    terendam, air masuk rumah, masuk rumah warga, air naik, selutut, sebetis, sepaha, sepinggang,
    sedada, tidak bisa lewat, begal, jambret, rampok, tawuran, aniaya, dianiaya, dipukul,
    dikeroyok, parang, busur, dibusur, kekerasan, pelecehan, dilecehkan, keracunan, wabah,
    demam berdarah, dbd, gizi buruk, kritis, gawat, darurat, sekarat, sesak napas, sesak nafas,
    pingsan, anjing gila, rabies, digigit, bahaya sekali, sangat berbahaya, membahayakan, bahaya,
    berbahaya, gas bocor, bau gas, mengancam keselamatan, rem blong, ugal ugalan, hampir tabrak,
    hampir jatuh, hampir celaka, orang gila mengamuk, mengamuk, belum makan
  `)

/** Somebody has to come at once. */
export const EMERGENCY_WORDS = list(`
    kebakaran, terbakar, api besar, api membesar, butuh damkar, butuh pemadam, terjebak banjir,
    terjebak api, terjebak di, minta evakuasi, mohon evakuasi, butuh evakuasi, perlu evakuasi,
    tolong evakuasi, tenggelam, hanyut, terseret arus, tersengat listrik, kesetrum, tertimpa,
    tertimpa pohon, tertimbun, butuh ambulans, butuh ambulan, minta ambulans, perlu ambulans,
    tidak sadarkan diri, tidak sadar, pendarahan, mau melahirkan, serangan jantung,
    keracunan massal, gas bocor, ledakan, meledak, pembacokan, dibacok, penikaman, ditikam,
    bunuh diri, perampokan, dirampok, tolong cepat, orang hilang, kritis
  `)
