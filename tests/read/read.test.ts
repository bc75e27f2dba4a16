import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { makeReader } from '../../src/read/read.ts'
import type { Message } from '../../src/read/reading.ts'
import { loadRegion } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

const region = await loadRegion(packFolder('kendari'))
const reader = makeReader(region)
const read = (text: string, more: Partial<Message> = {}) => reader({ text, ...more })

describe('complaint or not', () => {
  const complaints = [
    'Tolong pak lampu jalan di Lorong Mekar Kadia mati sudah tiga minggu',
    'kapan ini jalan di Puuwatu diperbaiki? lubangnya besar skali, sudahmi banyak yang jatuh',
    'Sampah menumpuk di Pasar Anduonohu belum diangkut dari kemarin, baunya minta ampun',
    'Air PDAM di Lepo-Lepo tidak mengalir sudah 4 hari, tolong diperhatikan',
    'pln kenapa mati lampu terus di Poasia? sudah dua jam belum nyala',
    'Got di depan rumah saya mampet, setiap hujan banjir. Mohon bantuan dinas PU',
    'min tolong sampaikan ke dinas, nda ada penerangan di jalan poros Nambo, gelap skali',
    'Sudah sebulan urus kartu keluarga di capil belum jadi juga, disuruh bolak-balik terus',
  ]
  for (const text of complaints) {
    it(`hears: ${text}`, () => assert.equal(read(text).complaint, true))
  }

  const others = [
    'Selamat pagi Kendari, semoga hari ini menyenangkan',
    'Jangan sampai banjir air mata nonton drakor semalam',
    'Promo hari ini! Jual motor bekas murah, hubungi WA admin, bisa COD',
    'Terima kasih Dishub, lampu jalan di lorong kami sudah diperbaiki, mantap',
    'Diskominfo menggelar sosialisasi kanal pengaduan SP4N-LAPOR, ayo laporkan lewat aplikasi #SP4NLAPOR',
    'Hai kak, mohon maaf atas ketidaknyamanannya. Silakan DM nomor pelanggan ya kak, terima kasih',
    'besok jalan-jalan ke pantai yuk sama pacar',
  ]
  for (const text of others) {
    it(`passes over: ${text}`, () => assert.equal(read(text).complaint, false))
  }

  it('hears whoever filed the form, however plain the words', () => {
    assert.equal(
      read('Bantuan sembako ibu saya belum diterima', { channel: 'filed' }).complaint,
      true,
    )
  })

  it('asks more of a news item than of a citizen', () => {
    const text = 'Jalan di depan pasar rusak parah, tolong diperbaiki'
    assert.ok(read(text, { channel: 'news' }).probability < read(text).probability)
  })
})

describe('category and agency', () => {
  const cases: [string, string, string][] = [
    ['Jalan berlubang parah di Wua-Wua, tolong diperbaiki', 'jalan', 'PUPR'],
    ['Lampu jalan mati di Kadia, mohon diperbaiki', 'penerangan', 'DISHUB'],
    ['Tumpukan sampah belum diangkut di Korumba', 'sampah', 'DLHK'],
    ['Air PDAM keruh dan bau, tolong pak', 'air', 'PDAM'],
    ['Listrik padam terus di Abeli, kapan nyala', 'listrik', 'PLN'],
    ['Blangko KTP habis di capil, sudah sebulan belum cetak', 'kependudukan', 'DUKCAPIL'],
    ['Pohon tumbang menutup jalan di Baruga, mohon segera ditangani', 'lingkungan', 'BPBD'],
    ['PKH ibu saya belum cair padahal terdaftar', 'sosial', 'DINSOS'],
    ['Sertifikat tanah di BPN belum jadi sudah setahun', 'administrasi', 'BPN'],
  ]
  for (const [text, category, agency] of cases) {
    it(`sends "${text}" to ${agency}`, () => {
      const reading = read(text)
      assert.equal(reading.category, category)
      assert.equal(reading.agency, agency)
    })
  }

  it('gives at most three categories and agencies, the best first, with shares of at most 1', () => {
    const reading = read(
      'Jalan rusak, lampu jalan mati, got mampet, sampah menumpuk di Kambu, tolong',
    )
    for (const list of [reading.categories, reading.agencies]) {
      assert.ok(list.length > 0 && list.length <= 3)
      assert.deepEqual(
        list.map((one) => one.score),
        list.map((one) => one.score).toSorted((a, b) => b - a),
      )
      assert.ok(list.reduce((sum, one) => sum + one.score, 0) <= 1.002)
    }
    assert.equal(reading.agency, reading.agencies[0]?.code)
  })

  it('sends the trouble of a named hospital to that hospital, not to the health office', () => {
    assert.equal(
      read('Antrean obat di RSUD Kota Kendari lama sekali, pasien terlantar').agency,
      'RSUD-KENDARI',
    )
    assert.equal(
      read('Pasien ditolak di RS Bahteramas, kamar penuh katanya').agency,
      'RSUD-BAHTERAMAS',
    )
    assert.equal(read('Obat di puskesmas habis terus, tolong ditambah').agency, 'DINKES')
  })

  it('takes the category that the citizen chose', () => {
    const reading = read('Tolong, sudah lama begini', {
      channel: 'filed',
      known: { category: 'drainase' },
    })
    assert.equal(reading.category, 'drainase')
    assert.equal(reading.agency, 'PUPR')
  })
})

describe('misconduct', () => {
  it('names the modus and goes to the inspectorate, never to the office that is accused', () => {
    const reading = read(
      'Pegawai kantor lurah Korumba minta uang 50 ribu untuk surat pengantar, pungli ini',
    )
    assert.ok(reading.modus.includes('pungli'))
    assert.equal(reading.agency, 'INSPEKTORAT')
    assert.ok(
      reading.agencies.every((one) => !one.code.startsWith('KEL-') && !one.code.startsWith('KEC-')),
    )
  })

  it('sends what is asked of a kelurahan office to that office', () => {
    const reading = read(
      'Urus surat pengantar di kantor lurah Korumba lama, mohon dipercepat pelayanan kelurahan',
    )
    assert.equal(reading.agency, 'KEL-74.71.01.1006')
  })

  it('finds none where it is denied', () => {
    assert.deepEqual(read('Pelayanan cepat tanpa pungli, tapi loket tutup terus, tolong').modus, [])
  })
})

describe('urgency', () => {
  it('sees danger to people', () => {
    assert.equal(
      read('Tolong, pohon tumbang menimpa kabel, kabelnya menjuntai di jalan, bahaya').urgent,
      true,
    )
    assert.equal(read('Tolong pak, iuran sampah di Kadia tidak jelas').urgent, false)
  })

  it('sees when somebody has to come at once, and not when it is over', () => {
    assert.equal(
      read('Tolong ada kebakaran di Lorong Salangga, api besar, butuh damkar sekarang').emergency,
      true,
    )
    assert.equal(
      read('Mohon simulasi kebakaran di sekolah kami, belum pernah ada').emergency,
      false,
    )
  })
})

describe('reasons', () => {
  it('quote the words of the message at the place where they stand', () => {
    const text = '😀 <b>Tolong</b> pak, lampu &amp; jalan 𝐦𝐚𝐭𝐢 di Jl. Saranani, gelapmi skaliii'
    const { reasons } = read(text)
    assert.ok(reasons.length > 2)
    for (const { text: phrase, start, end } of reasons) {
      assert.ok(start !== undefined && end !== undefined && start < end && end <= text.length)
      const words = text.slice(start, end).replace(/\s+/g, ' ')
      assert.ok(phrase.includes(words.slice(0, 20)), `${phrase} / ${words}`)
    }
  })

  it('have no span where the words stand in the title', () => {
    const { reasons } = read('', { title: 'Tolong perbaiki jalan rusak di Kambu' })
    assert.ok(reasons.length > 0 && reasons.every((reason) => reason.start === undefined))
  })
})

describe('any text', () => {
  const withinMs = (text: string, limitMs: number): void => {
    const start = performance.now()
    const reading = read(text)
    assert.ok(
      performance.now() - start < limitMs,
      `${text.slice(0, 20)}: ${performance.now() - start} ms`,
    )
    assert.ok(reading.probability >= 0 && reading.probability <= 1)
  }

  it('gives a reading, whatever the string is, with spans inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { probability, reasons, place } = read(text)
        assert.ok(probability >= 0 && probability <= 1)
        assert.ok(place === null || place.length > 0)
        for (const { start, end } of reasons) {
          if (start !== undefined) assert.ok(start >= 0 && start < end! && end! <= text.length)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives a reading for any mix of the words it knows', () => {
    const word = fc.constantFrom(
      'tolong',
      'Jl.',
      'Mata',
      'kel',
      'lampu',
      'mati',
      'tidak',
      'RT',
      '03',
      '#JalanRusak',
      '@pln_123',
      '&amp;',
      '?',
      '\n',
      'Kendari',
      'pungli',
      'dekat',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => {
        const text = words.join(' ')
        for (const { start, end } of read(text).reasons)
          assert.ok(start === undefined || end! <= text.length)
      }),
      { numRuns: 300 },
    )
  })

  it('takes bounded time for texts that are made to hurt', () => {
    withinMs('jalan rusak '.repeat(9_000).slice(0, 100_000), 4000)
    withinMs('a'.repeat(1_000_000), 2000)
    withinMs('-'.repeat(20_000), 1000)
    withinMs('ke-'.repeat(7_000), 2000)
    withinMs('<'.repeat(100_000), 3000)
    withinMs('&#x41;'.repeat(16_000), 3000)
    withinMs('&'.repeat(100_000), 3000)
    withinMs('https://'.repeat(12_000), 2000)
    withinMs('\ud800'.repeat(50_000), 3000)
    withinMs('😭'.repeat(50_000), 4000)
    withinMs('\u200f\u202e\u200b'.repeat(30_000), 3000)
    withinMs('tidak '.repeat(16_000), 4000)
    withinMs('Jl. Saranani dekat depan '.repeat(4_000), 4000)
    withinMs('lampu mati '.repeat(9_000), 4000)
    withinMs('@a#b.c'.repeat(16_000), 4000)
  })

  it('reads nothing out of nothing', () => {
    for (const text of ['', ' ', '\u200b', '🙏🙏🙏', '...', 'https://contoh.id/a']) {
      const reading = read(text)
      assert.equal(reading.complaint, false)
      assert.equal(reading.place, null)
    }
  })
})
