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

  it('suggests another telling of the same place in the same days', () => {
    const a = {
      text: 'Lampu jalan Saranani depan kantor pos padam semua',
      kelurahan: 'Korumba',
      category: 'penerangan',
      date: day(3),
    }
    const b = {
      text: 'gelap sekali Saranani, lampu jalan dekat kantor pos mati dari kemarin',
      kelurahan: 'Korumba',
      category: 'penerangan',
      date: day(4),
    }
    assert.equal(compare(a, b).verdict, 'suggested')
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

  it('knows the numbers of houses, RT and RW, in figures and in Roman ones', () => {
    const { numbers } = fingerprint(
      'lampu mati di Jl. Melati no. 12 RT 03/RW 01 sudah 5 hari',
      'Jl. Kamboja IV No 7',
    )
    assert.deepEqual([...numbers].toSorted(), ['no 12', 'no 4', 'no 7', 'rt 3', 'rw 1'])
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
