import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeMatcher, type KnownCase } from '../../src/group/match.ts'

const lamp = 'Lampu jalan di Jl. Saranani depan kantor pos padam sejak seminggu'
const open: KnownCase = { id: 'K-1', isOpen: true, told: { text: lamp } }

describe('matching in memory', () => {
  it('finds the case that a post speaks of', () => {
    const { matches } = makeMatcher([open])({ id: 1, told: { text: `${lamp}, tolong` } })
    assert.deepEqual(
      matches.map((one) => [one.case, one.verdict]),
      [['K-1', 'confirmed']],
    )
  })

  it('only suggests a case that is finished', () => {
    const match = makeMatcher([{ ...open, isOpen: false }])
    assert.equal(match({ id: 1, told: { text: lamp } }).matches[0]?.verdict, 'suggested')
  })

  it('gives posts of one problem the id of the first', () => {
    const match = makeMatcher([])
    const groups = [
      lamp,
      'Air PDAM mati di Kadia',
      `RT @a: ${lamp}`,
      lamp.replace('Saranani', 'Bunggasi'),
    ].map((text, i) => match({ id: `p${i}`, told: { text } }).group)
    assert.deepEqual(groups, ['p0', 'p1', 'p0', 'p3'])
  })

  it('forgets after 90 days', () => {
    const match = makeMatcher([])
    match({ id: 1, told: { text: lamp, date: new Date('2026-01-01') } })
    assert.equal(match({ id: 2, told: { text: lamp, date: new Date('2026-06-01') } }).group, 2)
  })

  it('looks at what was told lately of the same kecamatan, whatever its words', () => {
    const place = { kecamatan: '74.71.01', category: 'penerangan', date: new Date('2026-03-01') }
    const told = { ...place, text: 'Gelap gulita menakutkan di Saranani' }
    const others = Array.from({ length: 300 }, (_, i) => ({
      id: `K-${i}`,
      isOpen: false,
      told: {
        ...place,
        kecamatan: '74.71.02',
        date: new Date('2026-01-20'),
        text: `Lampu padam di lorong kecil${i} kantor lurah`,
      },
    }))
    const match = makeMatcher([...others, { id: 'K-dekat', isOpen: false, told }])
    const post = { ...place, text: 'Lampu jalan depan kantor lurah padam sejak seminggu' }
    const of = (days: number) =>
      match({ id: days, told: { ...post, date: new Date(Date.UTC(2026, 2, 1 + days)) } })
    assert.ok(of(9).matches.some((one) => one.case === 'K-dekat'))
    assert.ok(!of(30).matches.some((one) => one.case === 'K-dekat'))
  })

  it('still finds the right one among thousands', () => {
    const cases = Array.from({ length: 3000 }, (_, i) => ({
      id: i,
      isOpen: true,
      told: { text: `Got mampet di lorong kecil${i} belum dikeruk` },
    }))
    const match = makeMatcher([...cases, open])
    const start = performance.now()
    assert.equal(match({ id: 'p', told: { text: lamp } }).matches[0]?.case, 'K-1')
    assert.ok(performance.now() - start < 500)
  })
})
