import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  activeFilters,
  readFilters,
  SORTS,
  STATUSES,
  withFilter,
  writeFilters,
  type Filters,
} from '../../dashboard/src/pages/queue/filters.ts'

test('the plain address is the waiting queue, and the waiting queue is the plain address', () => {
  assert.deepEqual(readFilters(''), { status: 'waiting' })
  assert.equal(writeFilters({ status: 'waiting' }), '')
})

test('what an address does not know to say is left out', () => {
  const search = 'status=lost&sort=random&urgent=yes&filed=1&colour=red&category=&q='
  assert.deepEqual(readFilters(search), { status: 'waiting', filed: '1' })
})

test('the default order is not written', () => {
  assert.deepEqual(readFilters('sort=priority'), { status: 'waiting' })
  assert.equal(writeFilters(readFilters('sort=oldest')), '?sort=oldest')
})

test('the same filters make the same address, in whatever order they were set', () => {
  const one = withFilter(withFilter({ status: 'merged' }, 'urgent', '1'), 'agency', 'DPU')
  const other = withFilter(withFilter({ status: 'merged' }, 'agency', 'DPU'), 'urgent', '1')
  assert.equal(writeFilters(one), '?agency=DPU&status=merged&urgent=1')
  assert.equal(writeFilters(other), writeFilters(one))
})

test('an empty value removes a filter and leaves the others', () => {
  const filters = readFilters('agency=DPU&q=lampu&filed=1')
  assert.deepEqual(withFilter(filters, 'agency', ''), { status: 'waiting', q: 'lampu', filed: '1' })
  assert.deepEqual(withFilter(filters, 'q', ''), { status: 'waiting', agency: 'DPU', filed: '1' })
})

test('only what narrows the list is shown as a chip, lists before switches', () => {
  const filters = readFilters('q=lampu&sort=newest&urgent=1&kecamatan=99.01.01&category=jalan')
  assert.deepEqual(activeFilters(filters), ['category', 'kecamatan', 'urgent'])
})

test('words with signs of the address come back as they were typed', () => {
  const filters = withFilter({ status: 'waiting' }, 'q', 'a&b=c #100% + “got” 🙏')
  assert.equal(readFilters(writeFilters(filters)).q, 'a&b=c #100% + “got” 🙏')
})

test('every view survives being an address', () => {
  const text = fc.string({ minLength: 1, unit: 'grapheme' })
  const on = fc.constant('1' as const)
  const views = fc.record(
    {
      status: fc.constantFrom(...STATUSES),
      q: text,
      sort: fc.constantFrom(...SORTS.filter((each) => each !== 'priority')),
      category: text,
      agency: text,
      kecamatan: text,
      source: text,
      assigned: text,
      label: text,
      modus: text,
      confidence: text,
      age: text,
      urgent: on,
      filed: on,
      confidential: on,
      snoozed: on,
    },
    { requiredKeys: ['status'] },
  )
  fc.assert(
    fc.property(views, (view) => {
      const filters: Filters = { ...view }
      assert.deepEqual(readFilters(writeFilters(filters)), filters)
    }),
  )
})
