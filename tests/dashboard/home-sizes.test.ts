import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diskState, sizeOf } from '../../dashboard/src/pages/home/sizes.ts'

test('sizes are said by their largest unit, with one digit where it matters', () => {
  assert.equal(sizeOf(38_400_000, 'id'), '38 MB')
  assert.equal(sizeOf(1_440_000_000, 'id'), '1,4 GB')
  assert.equal(sizeOf(1_440_000_000, 'en'), '1.4 GB')
  assert.equal(sizeOf(2_000_000_000_000, 'id'), '2 TB')
})

test('a disk is low below a tenth, or below 2 GB', () => {
  assert.equal(diskState(50e9, 400e9), 'fine')
  assert.equal(diskState(30e9, 400e9), 'low')
  assert.equal(diskState(1e9, 5e9), 'low')
})
