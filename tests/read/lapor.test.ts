import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { laporCategory } from '../../src/read/lapor.ts'
import { LAPOR_NAMES } from '../../src/read/lexicon/lapor-names.ts'
import { normalize } from '../../src/read/normalize.ts'
import { CATEGORIES } from '../../src/region/category.ts'

describe("LAPOR's name of a category", () => {
  it('exists for each of the 18 and holds plain spaces only', () => {
    for (const category of CATEGORIES) {
      const { finer, ...name } = LAPOR_NAMES[category]
      for (const { top, sub } of [name, ...finer]) {
        assert.match(`${top} ${sub ?? ''}`, /^[A-Z][A-Z0-9 ,.!&()/>-]*$/, category)
      }
    }
  })

  it('is finer where the words decide', () => {
    const nameOf = (category: (typeof CATEGORIES)[number], text: string) =>
      laporCategory(category, normalize(text).tokens)
    assert.equal(
      nameOf('jalan', 'jembatan di muara hampir putus'),
      'PEKERJAAN UMUM DAN PENATAAN RUANG > JEMBATAN',
    )
    assert.equal(
      nameOf('jalan', 'tolong diperbaiki'),
      'PEKERJAAN UMUM DAN PENATAAN RUANG > INFRASTRUKTUR JALAN',
    )
    assert.equal(
      nameOf('ekonomi', 'elpiji langka, harga gas naik'),
      'ENERGI DAN SUMBER DAYA ALAM > KELANGKAAN BBM/ELPIJI',
    )
  })

  it('is not led by words of another category', () => {
    assert.equal(laporCategory('lainnya', normalize('pohon tumbang').tokens), 'TOPIK LAINNYA')
  })

  it('is the top alone without words', () => {
    assert.equal(laporCategory('lainnya'), 'TOPIK LAINNYA')
  })
})
