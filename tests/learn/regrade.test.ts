import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Grades, regrade } from '../../src/learn/regrade.ts'

const voice = (change: Partial<Grades> = {}): Grades => ({
  probability: 0.6,
  category: 'jalan',
  agencyCode: 'DPU',
  urgent: false,
  emergency: false,
  modus: [],
  ...change,
})

test('a candidate takes what its first voice is about and how grave the gravest is', () => {
  const after = [
    voice({ category: 'drainase', agencyCode: null }),
    voice({ category: 'sampah', agencyCode: 'DLH', urgent: true, probability: 0.9 }),
  ]
  assert.deepEqual(regrade(voice(), [voice(), voice()], after), {
    category: 'drainase',
    agencyCode: 'DLH',
    urgent: true,
    probability: Math.fround(0.9),
  })
})

test('nothing changes when the readings say the same', () => {
  assert.deepEqual(regrade(voice(), [voice()], [voice()]), {})
  const modus = voice({ modus: ['suap', 'pungli'] })
  assert.deepEqual(regrade(modus, [modus], [voice({ modus: ['pungli', 'suap'] })]), {})
})

test('what a person has corrected stays, whatever the machine says now', () => {
  const corrected = voice({ category: 'air', urgent: true })
  const after = voice({ category: 'drainase', urgent: true, agencyCode: 'PDAM' })
  assert.deepEqual(regrade(corrected, [voice()], [after]), { agencyCode: 'PDAM' })
})

test('a field that is known as corrected stays even where the machine had said the same', () => {
  const after = voice({ category: 'drainase', agencyCode: 'PDAM' })
  const candidate = { ...voice(), corrected: ['category'] }
  assert.deepEqual(regrade(candidate, [voice()], [after]), { agencyCode: 'PDAM' })
})

test('a candidate without voices keeps what it is', () => {
  assert.deepEqual(regrade(voice(), [], []), {})
})
