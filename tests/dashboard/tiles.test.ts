import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tilesOf } from '../../dashboard/src/tiles.ts'

const area = (name: string, tileX: number | null = 0, tileY: number | null = 0) => ({
  code: name,
  name,
  tileX,
  tileY,
})
const shorts = (...names: string[]) => tilesOf(names.map((name) => area(name))).map((t) => t.short)

test('only what has a place on the map is on it', () => {
  const tiles = tilesOf([area('Kadia', 1, 2), area('Bende', null, null)])
  assert.deepEqual(tiles, [{ code: 'Kadia', name: 'Kadia', x: 1, y: 2, short: 'Kad' }])
})

test('short names tell apart what sounds alike', () => {
  assert.deepEqual(shorts('Mandonga', 'Mandiri', 'Kendari Barat', 'Wua-Wua'), [
    'Man',
    'Mad',
    'KB',
    'WW',
  ])
})

test('names that nothing tells apart still have tiles', () => {
  assert.deepEqual(shorts('A', 'A'), ['A', 'A'])
})
