import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { KINDS, kindOf } from '../../src/group/fingerprint-marks.ts'
import { spellingHash } from '../../src/group/fingerprint-place.ts'
import { fingerprint } from '../../src/group/fingerprint.ts'
import { countShared, hashWord, sortedSet, weighOverlap } from '../../src/group/hash-set.ts'
import { makeWordTable, slotOf, weightOf } from '../../src/group/word-weights.ts'

const kindsOf = (text: string, address = '') =>
  [...fingerprint(text, address).marks]
    .map((mark) => KINDS[kindOf(mark)])
    .toSorted((a, b) => (a! < b! ? -1 : 1))
const sameMarks = (a: string, b: string) =>
  assert.deepEqual(fingerprint(a).marks, fingerprint(b).marks, `${a} / ${b}`)

describe('the numbers of a place', () => {
  it('are told apart by what stands before them', () => {
    assert.deepEqual(kindsOf('lampu mati di Jl. Melati no. 12 RT 03/RW 01 sudah 5 hari'), [
      'house',
      'rt',
      'rw',
    ])
    assert.deepEqual(kindsOf('warga blok KF nomor 4'), ['block', 'house'])
    assert.deepEqual(kindsOf('di gang Manggis'), ['lane'])
    assert.deepEqual(kindsOf('aduan saya 18678 belum dijawab'), ['id'])
  })

  it('are the same in figures, in Roman figures and with leading zeros', () => {
    sameMarks('lampu mati di RT 3 RW 1', 'lampu mati di RT.003/RW.001')
    sameMarks('got mampet di gang IV nomor 7', 'got mampet di gg 4 no. 07')
  })

  it('are no days, hours or papers', () => {
    assert.deepEqual(kindsOf('sudah 5 hari mati sejak jam 7, KTP nomor belum ada, tanggal 3'), [])
  })

  it('belong to lane and house when two follow a name', () => {
    assert.deepEqual(kindsOf('', 'Kalongan 4/14'), ['house', 'lane'])
  })
})

describe('the words of a place', () => {
  it('are found after a street mark, and are no words about the road', () => {
    const { streets } = fingerprint('jalan rusak di Jl. Melati Indah, jalan berlubang')
    assert.deepEqual(streets, sortedSet([spellingHash('melati'), spellingHash('indah')]))
  })

  it('are the same in other spellings', () => {
    assert.equal(spellingHash('muhammad'), spellingHash('muhamad'))
    assert.equal(spellingHash('soetoyo'), spellingHash('sutoyo'))
  })

  it('are not those in whose direction it lies', () => {
    const { spots } = fingerprint('lampu merah mati arah Pasar Baru, dekat Masjid Alam')
    assert.deepEqual(spots, fingerprint('lampu merah mati, dekat Masjid Alam').spots)
  })

  it('leave out what the message says it is not about', () => {
    const { things } = fingerprint('selain lubang, lampu jalan juga mati')
    assert.deepEqual(things, fingerprint('lampu jalan juga mati').things)
  })
})

describe('what is embedded', () => {
  it('has the words of the address and its house number, and nothing of common words alone', () => {
    assert.deepEqual(fingerprint('tolong pak, kapan ini', 'Jl. Melati No. 012').stream, [
      'melati',
      '#12',
    ])
    assert.deepEqual(fingerprint('tolong pak, kapan ini').stream, [])
  })
})

describe('the things that a message speaks of', () => {
  it('are the same in other words, and two words in a row may be one of their own', () => {
    const thingsOf = (text: string) => fingerprint(text).things
    assert.deepEqual(thingsOf('air mati'), thingsOf('keran kering'))
    assert.equal(countShared(thingsOf('lampu merah rusak'), thingsOf('lampu jalan rusak')), 0)
    assert.equal(thingsOf('tolong pak').length, 0)
  })
})

describe('sets of hashes', () => {
  it('are walked once, whatever they hold', () => {
    const a = sortedSet([5, 1, 4_000_000_000, 5])
    const b = sortedSet([4_000_000_000, 2])
    assert.deepEqual([...a], [1, 5, 4_000_000_000])
    assert.equal(countShared(a, b), 1)
    assert.deepEqual(
      weighOverlap(a, b, () => 1),
      { shared: 1, onlyA: 2, onlyB: 1 },
    )
  })
})

describe('the table of word weights', () => {
  it('gives common words little weight, and names of areas least', () => {
    const texts = Array.from({ length: 100 }, (_, i) => [1 << 20, (i + 5) << 18])
    const table = makeWordTable(texts, [7 << 20])
    assert.ok(table[slotOf(1 << 20)]! > 150)
    assert.equal(table[slotOf(5 << 18)], 0)
    assert.equal(table[slotOf(7 << 20)], 255)
    assert.ok(weightOf(hashWord('lampu')) < weightOf(hashWord('zzyzx')))
  })
})
