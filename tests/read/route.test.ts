import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findModus } from '../../src/read/modus.ts'
import { normalize } from '../../src/read/normalize.ts'
import { makePlaceFinder } from '../../src/read/place.ts'
import { makeRouter } from '../../src/read/route.ts'
import type { Category } from '../../src/region/category.ts'
import { loadRegion } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

const region = await loadRegion(packFolder('kendari'))
const findPlace = makePlaceFinder(region)
const router = makeRouter(region)

/** The agencies for a message whose category is known, the best first. */
function agencies(text: string, category: Category): string[] {
  const message = normalize(text)
  const { tokens } = message
  return router({
    tokens,
    categories: [{ code: category, score: 1 }],
    place: findPlace(message),
    modus: findModus(tokens),
  }).map((one) => one.code)
}

const isAreaOffice = (code: string): boolean => code.startsWith('KEL-') || code.startsWith('KEC-')

describe('misconduct', () => {
  const accusations: [string, Category, string][] = [
    ['pegawai kantor lurah Korumba minta uang 50 ribu untuk surat', 'administrasi', 'KEL-'],
    ['lurah Korumba pilih kasih, keluarga pak lurah dapat bansos semua', 'sosial', 'KEL-'],
    ['camat Baruga pungli surat tanah, diminta 500 ribu', 'administrasi', 'KEC-'],
    ['petugas capil minta uang rokok 100 ribu supaya KTP cepat', 'kependudukan', 'DUKCAPIL'],
    ['calo berkeliaran di loket dispenda, pegawai diam saja', 'administrasi', 'BAPENDA'],
    ['dinsos titipan semua, keluarga pegawai dapat PKH', 'sosial', 'DINSOS'],
    ['oknum dishub narik parkir 10 ribu tanpa karcis di terminal', 'transportasi', 'DISHUB'],
    ['perawat RSUD Kota Kendari minta uang pelicin biar dapat kamar', 'kesehatan', 'RSUD-KENDARI'],
  ]
  for (const [text, category, accused] of accusations) {
    it(`goes to the inspectorate and never to ${accused}: ${text}`, () => {
      const codes = agencies(text, category)
      assert.equal(codes[0], 'INSPEKTORAT')
      assert.ok(!codes.some((code) => code.startsWith(accused)), codes.join(', '))
      assert.ok(!codes.some(isAreaOffice), codes.join(', '))
    })
  }

  it('of a delay by an own office goes to the inspectorate', () => {
    const text = 'akta di capil sudah 5 bulan belum jadi, bolak balik terus, dipingpong'
    const codes = agencies(text, 'kependudukan')
    assert.equal(codes[0], 'INSPEKTORAT')
    assert.ok(!codes.includes('DUKCAPIL'))
  })

  it('of a delay by a utility stays with it, because the inspectorate has no say there', () => {
    const text = 'pasang listrik baru PLN sudah 5 bulan belum jadi, berkas dipingpong terus'
    assert.equal(agencies(text, 'listrik')[0], 'PLN')
  })

  it('of a national office is also for the Ombudsman', () => {
    const codes = agencies('pegawai BPN minta uang 2 juta supaya sertifikat jadi', 'administrasi')
    assert.deepEqual(codes, ['INSPEKTORAT', 'OMBUDSMAN'])
  })

  it('of the police is also for the provincial police', () => {
    const codes = agencies('oknum polisi minta uang damai 200 ribu di jalan', 'aparat')
    assert.equal(codes[0], 'INSPEKTORAT')
    assert.ok(codes.includes('POLDA'))
    assert.ok(!codes.includes('POLRESTA'))
  })

  it('that is only promised against leaves the office of the kelurahan as it is', () => {
    const text = 'kantor lurah Korumba bebas pungli, tapi surat pengantar lama sekali'
    assert.equal(agencies(text, 'administrasi')[0], 'KEL-74.71.01.1006')
  })
})

describe('no wrong door', () => {
  it('sends the trouble of a named hospital to it, before the health office', () => {
    const hospitals: [string, string][] = [
      ['antrean obat di RSUD Kota Kendari lama sekali', 'RSUD-KENDARI'],
      ['kamar penuh terus di RS Bahteramas', 'RSUD-BAHTERAMAS'],
      ['dokter di rumah sakit jiwa tidak ada', 'RSJ'],
      ['pasien ditolak di rs bhayangkara', 'RS-BHAYANGKARA'],
    ]
    for (const [text, code] of hospitals) assert.equal(agencies(text, 'kesehatan')[0], code, text)
    assert.equal(agencies('obat di puskesmas habis', 'kesehatan')[0], 'DINKES')
  })

  it('sends what a national utility or a province mends to them', () => {
    const cases: [string, Category, string][] = [
      ['listrik padam terus di Abeli', 'listrik', 'PLN'],
      ['sinyal telkomsel hilang di Nambo', 'telekomunikasi', 'TELKOMSEL'],
      ['guru SMA negeri tidak pernah masuk', 'pendidikan', 'PROV-DIKBUD'],
      ['jalan nasional di jembatan Teluk Kendari berlubang', 'jalan', 'BPJN'],
      ['tabung gas 3 kg langka', 'ekonomi', 'PERTAMINA'],
      ['kartu bpjs kesehatan ibu tidak aktif', 'kesehatan', 'BPJS-KESEHATAN'],
      ['antrean paspor di imigrasi habis terus', 'kependudukan', 'IMIGRASI'],
    ]
    for (const [text, category, code] of cases) {
      assert.equal(agencies(text, category)[0], code, text)
    }
  })

  it('gives the roads of another city to no office of ours, but to the desk that passes them on', () => {
    const codes = agencies('jalan rusak parah di Makassar, tolong diperbaiki', 'jalan')
    assert.equal(codes[0], 'SETDA')
    for (const code of ['PUPR', 'PERKIM', 'DISHUB']) assert.ok(!codes.includes(code))
    assert.equal(agencies('sampah menumpuk di pasar Kolaka', 'sampah')[0], 'SETDA')
  })

  it('leaves a power cut in another town with the state electricity company', () => {
    assert.equal(agencies('listrik padam di Unaaha sejak pagi', 'listrik')[0], 'PLN')
  })

  it('sends what is asked of the office of a kelurahan to it', () => {
    const text = 'urus surat pengantar di kantor lurah Korumba lama, mohon dipercepat'
    assert.equal(agencies(text, 'administrasi')[0], 'KEL-74.71.01.1006')
  })

  it('gives at most three agencies with shares of at most 1', () => {
    const { tokens } = normalize('jalan nasional rusak, drainase mampet, lampu jalan mati, sampah')
    const categories = (['jalan', 'drainase', 'sampah'] as const).map((code) => ({
      code,
      score: 0.3,
    }))
    const place = findPlace(normalize(''))
    const found = router({ tokens, categories, place, modus: [] })
    assert.ok(found.length > 0 && found.length <= 3)
    assert.ok(found.reduce((sum, one) => sum + one.score, 0) <= 1.002)
  })
})
