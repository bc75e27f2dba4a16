import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HistoryEvent } from '../../dashboard/src/api.ts'
import { changesIn, historyLines } from '../../dashboard/src/history-lines.ts'

const event = (id: number, kind: string, by: string | null = null): HistoryEvent => ({
  id,
  kind,
  at: new Date(Date.UTC(2026, 0, 1, 0, id)).toISOString(),
  by: by === null ? null : { id: 1, name: by },
  data: {},
})
const told = (...events: HistoryEvent[]) =>
  historyLines(events).map(
    ({ event: { kind, by }, count }) => `${kind} ${by?.name ?? '-'} ${count}`,
  )

test('five thousand voices are one line with a number', () => {
  const voices = Array.from({ length: 5000 }, (_, id) => event(id, 'candidate.voice_added'))
  const [line, ...more] = historyLines(voices)
  assert.deepEqual([line?.count, more.length], [5000, 0])
  assert.equal(line?.event.id, 0)
  assert.equal(line?.lastAt, voices.at(-1)?.at)
})

test('what a person did between them stands alone, and nothing changes its order', () => {
  assert.deepEqual(
    told(
      event(1, 'candidate.made'),
      event(2, 'candidate.voice_added'),
      event(3, 'candidate.voice_added'),
      event(4, 'candidate.dismissed', 'Sari'),
      event(5, 'candidate.undone', 'Sari'),
      event(6, 'candidate.voice_added'),
    ),
    [
      'candidate.made - 1',
      'candidate.voice_added - 2',
      'candidate.dismissed Sari 1',
      'candidate.undone Sari 1',
      'candidate.voice_added - 1',
    ],
  )
})

test('the same by a person twice is two lines: each was decided', () => {
  const twice = [
    event(1, 'candidate.voice_added', 'Sari'),
    event(2, 'candidate.voice_added', 'Sari'),
  ]
  assert.equal(historyLines(twice).length, 2)
  assert.equal(historyLines([event(1, 'case.started'), event(2, 'case.started')]).length, 2)
})

test('of a change the fields are read, and what is no change of a field is left out', () => {
  assert.deepEqual(
    changesIn({ category: ['jalan', 'sampah'], place: [null, 'pasar'], note: 'x' }),
    [
      ['category', 'jalan', 'sampah'],
      ['place', null, 'pasar'],
    ],
  )
  assert.deepEqual(changesIn({ labels: [1, 2, 3], odd: [] }), [])
})
