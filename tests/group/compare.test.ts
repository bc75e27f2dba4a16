import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { compare, type Told } from '../../src/group/compare.ts'
import { cosine, DIMENSIONS, embed, vectorText } from '../../src/group/embed.ts'
import { fingerprint } from '../../src/group/fingerprint.ts'

const day = (n: number) => new Date(Date.UTC(2026, 2, n))
const lamp = 'Tolong lampu jalan di Jl. Saranani nomor 12 padam sudah dua minggu, gelap kalau malam'

describe('compare', () => {
  it('confirms the same words, and nearly the same', () => {
    assert.equal(compare({ text: lamp }, { text: lamp }).verdict, 'confirmed')
    const again = `RT @warga: ${lamp.toUpperCase()}!!! https://contoh.id/x`
    assert.equal(compare({ text: lamp }, { text: again }).verdict, 'confirmed')
    const longer = `${lamp} sekali, mohon dibantu`
    assert.equal(
      compare({ text: lamp, date: day(1) }, { text: longer, date: day(2) }).verdict,
      'confirmed',
    )
  })

  it('never confirms the same words about two houses, two RT, two streets or two areas', () => {
    const others: [Told, Told][] = [
      [{ text: lamp }, { text: lamp.replace('12', '88') }],
      [{ text: lamp }, { text: lamp.replace('Saranani', 'Bunggasi') }],
      [
        { text: 'Mohon paving di lorong salak RT 03 belum ada, becek sekali kalau hujan' },
        { text: 'Mohon paving di lorong jambu RT 03 belum ada, becek sekali kalau hujan' },
      ],
      [
        { text: 'Got mampet di RT 03 RW 01 sudah lama tidak dikeruk, mohon dibersihkan' },
        { text: 'Got mampet di RT 05 RW 01 sudah lama tidak dikeruk, mohon dibersihkan' },
      ],
      [
        { text: 'Mohon perbaikan lampu jalan padam', address: 'Jl. Melati 3' },
        { text: 'Mohon perbaikan lampu jalan padam', address: 'Jl. Kamboja 7' },
      ],
      [
        { text: 'Sampah menumpuk di depan pasar belum diangkut juga', kelurahan: 'Korumba' },
        { text: 'Sampah menumpuk di depan pasar belum diangkut juga', kelurahan: 'Lepo-Lepo' },
      ],
    ]
    for (const [a, b] of others) {
      const { verdict, reasons } = compare(a, b)
      assert.notEqual(verdict, 'confirmed', `${a.text} / ${b.text}`)
      assert.ok(
        reasons.some((reason) => reason.includes('berbeda')),
        reasons.join(', '),
      )
    }
  })

  it('does not take a short sentence of everybody for a copy, months later', () => {
    const text = 'LAMPU JALAN MATI, mohon segera diperbaiki'
    assert.notEqual(
      compare({ text, date: day(1) }, { text, date: new Date('2026-09-01') }).verdict,
      'confirmed',
    )
  })

  it('knows another telling of the same place in the same days, and suggests what is only of one street', () => {
    const near = { kelurahan: 'Korumba', category: 'penerangan' }
    const a = { ...near, text: 'Lampu jalan Saranani depan kantor pos padam semua', date: day(3) }
    const b = {
      ...near,
      text: 'gelap sekali Saranani, lampu jalan dekat kantor pos mati dari kemarin',
      date: day(4),
    }
    const c = { ...near, text: 'Lampu di Saranani ada satu yang rusak', date: day(20) }
    assert.notEqual(compare(a, b).verdict, 'different')
    assert.notEqual(compare(a, c).verdict, 'confirmed')
    assert.ok(compare(a, b).score > compare(a, c).score)
  })

  it('says in words what agrees and what differs, the strongest first', () => {
    const place = { kelurahan: 'Korumba', category: 'penerangan' }
    const { reasons } = compare(
      { ...place, text: 'Lampu jalan mati di Jl. Saranani, gelap sekali', date: day(1) },
      { ...place, text: 'sudah tiga malam lampu jalan mati di jl saranani', date: day(3) },
    )
    assert.ok(reasons.includes('selisih 2 hari'), reasons.join(' | '))
    assert.ok(reasons.includes('kategori sama: penerangan'), reasons.join(' | '))
    assert.ok(reasons.includes('kelurahan sama: Korumba'), reasons.join(' | '))
    assert.ok(reasons.includes('tempat sama: Jl. Saranani'), reasons.join(' | '))
    assert.ok(
      reasons.some((reason) => /^(sama|kalimat hampir sama): .*lampu jalan mati/i.test(reason)),
      reasons.join(' | '),
    )
    assert.ok(reasons.length <= 6)
    const house = compare({ text: lamp }, { text: lamp.replace('12', '88') }).reasons
    assert.equal(house[0], 'nomor rumah berbeda: nomor 12 dan nomor 88')
    const street = compare({ text: lamp }, { text: lamp.replace('Saranani', 'Bunggasi') }).reasons
    assert.equal(street[0], 'nama jalan berbeda: Bunggasi dan Saranani')
  })

  it('does not take the matter of one child for that of another in the same form and house', () => {
    const form = (child: string) =>
      `Mohon bantuan seragam sekolah. Nama siswa: ${child}. Alamat: Jl. Melati 10/51. Kelas 1 SD`
    const { verdict } = compare({ text: form('Wulandari') }, { text: form('Nurhidayat') })
    assert.notEqual(verdict, 'confirmed')
  })

  it('does not take two things at one named place for one, however much of the place is copied', () => {
    const place = 'Perumahan Graha Asri blok C Kelurahan Kambu'
    const near = { kelurahan: 'Kambu', kecamatan: 'Kambu', date: day(3), place }
    const { verdict, isContradicted, reasons } = compare(
      { ...near, category: 'air', text: `Air PDAM mati di ${place}` },
      { ...near, category: 'sampah', text: `Sampah menumpuk di ${place} belum diangkut` },
    )
    assert.equal(verdict, 'suggested')
    assert.ok(isContradicted)
    assert.equal(reasons[0], 'hal berbeda: air pdam dan sampah')
  })

  it('joins by area and day only what fails for a whole area', () => {
    const near = { kelurahan: 'Korumba', kecamatan: 'Mandonga', date: day(3) }
    const lamps = compare(
      { ...near, category: 'penerangan', text: 'Lampu jalan di Jl Saranani Korumba padam semua' },
      { ...near, category: 'penerangan', text: 'Lampu jalan mati di Korumba, tolong' },
    )
    assert.equal(lamps.verdict, 'suggested')
    assert.ok(lamps.isVague)
    const [a, b] = [
      'listrik padam di Korumba dari jam 7 malam',
      'Korumba padam listrik lama sekali',
    ]
    const power = compare(
      { ...near, category: 'listrik', text: a },
      { ...near, category: 'listrik', text: b, date: day(3) },
    )
    const later = compare(
      { ...near, category: 'listrik', text: a },
      { ...near, category: 'listrik', text: b, date: day(25) },
    )
    assert.ok(power.score > 0.95 && later.score < power.score - 0.1)
  })

  it('leaves out what a message says it is not about', () => {
    const hole = 'Lubang besar di Jl. Bunggasi dekat jembatan kecil, motor sering jatuh'
    const lampToo = 'Selain lubang di dekat jembatan kecil, lampu Jl. Bunggasi depan lapangan mati'
    assert.notEqual(compare({ text: hole }, { text: lampToo }).verdict, 'confirmed')
    const elsewhere = { text: `${hole} di Makassar`, outside: true }
    assert.ok(compare({ text: hole }, elsewhere).isContradicted)
  })

  it('prepares and compares 100,000 characters of anything in bounded time', () => {
    const texts = ['a', '1 ', 'jl. ', 'jalan mawar 12 ', '\u{1f525}', 'no. 1/2 ', '((', 'x-'].map(
      (part) => part.repeat(Math.ceil(100_000 / part.length)),
    )
    const start = performance.now()
    for (const a of texts) {
      for (const b of texts)
        assert.ok(compare({ text: a, address: b }, { text: b }).reasons.length > 0)
    }
    assert.ok(performance.now() - start < 20_000)
  })

  it('tells different problems apart', () => {
    const b = { text: 'KTP saya belum dicetak di capil, blangko habis' }
    assert.equal(compare({ text: lamp }, b).verdict, 'different')
  })

  it('is the same both ways, has a score of 0 to 1 and a reason, for any two texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom(lamp, '', 'Jl. Melati 3'),
    )
    const told = fc.record({
      text,
      address: fc.option(text),
      kelurahan: fc.constantFrom('Mata', 'Kadia', null),
    })
    fc.assert(
      fc.property(told, told, (a, b) => {
        const one = compare(a, b)
        assert.deepEqual(one, compare(b, a))
        assert.ok(one.score >= 0 && one.score <= 1 && one.reasons.length > 0)
      }),
    )
  })
})

describe('the fingerprint', () => {
  it('has the same hash for a repost, other capitals, links and stretched letters', () => {
    const first = fingerprint('Jalan rusak di Kambu, tolong pak')
    for (const copy of [
      'RT @warga: Jalan rusak di Kambu, tolong pak',
      'JALAN RUSAKKK DI KAMBU!! tolong pak https://contoh.id/z',
      'jln rsk di Kambu tlg pak @kominfo_demo',
    ]) {
      assert.deepEqual(fingerprint(copy).hash, first.hash, copy)
    }
  })
})

describe('the embedding', () => {
  it('has length 1 and puts near texts near', () => {
    const [a, b, c] = [lamp, `${lamp} ya pak`, 'KTP belum dicetak di kantor capil'].map((text) =>
      embed(fingerprint(text).stream),
    )
    assert.ok(Math.abs(cosine(a!, a!) - 1) < 1e-5)
    assert.ok(cosine(a!, b!) > 0.9)
    assert.ok(cosine(a!, c!) < 0.35)
  })

  it('is all zero for no words, and is written as PostgreSQL reads it', () => {
    const zero = embed([])
    assert.equal(zero.length, DIMENSIONS)
    assert.ok(zero.every((value) => value === 0))
    assert.match(vectorText(embed(['jalan'])), /^\[-?[\d.e-]+(,-?[\d.e-]+){255}\]$/)
  })
})
