import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { CATEGORIES, CATEGORY_NAMES, isCategory } from '../../src/region/category.ts'
import { loadRegion, type AreaLevel, type Region } from '../../src/region/region.ts'
import { REGIONS } from './contoh-pack.ts'

const kendari = await loadRegion(join(REGIONS, 'kendari'))
const contoh = await loadRegion(join(REGIONS, 'contoh'))

const ids = await readdir(REGIONS)

describe('every pack in regions/', () => {
  for (const id of ids) {
    test(`${id} can be used`, async () => {
      const region = await loadRegion(join(REGIONS, id))
      assert.equal(region.id, id)
      assert.deepEqual(defaultCategories(region), [...CATEGORIES])
    })
  }
})

describe('the pack of Kendari', () => {
  test('has 11 kecamatan and 65 kelurahan, each kelurahan inside one of the kecamatan', () => {
    const kecamatan = new Set(areasOf(kendari, 'kecamatan').map(({ code }) => code))
    const kelurahan = areasOf(kendari, 'kelurahan')
    assert.equal(kecamatan.size, 11)
    assert.equal(kelurahan.length, 65)
    assert.ok(kelurahan.every(({ code }) => kecamatan.has(code.slice(0, 8))))
  })

  test('has a cell of the tile map for each kecamatan and a point for all areas but one', () => {
    assert.ok(areasOf(kendari, 'kecamatan').every(({ tile }) => tile))
    const without = kendari.areas.filter(({ point }) => !point).map(({ name }) => name)
    assert.deepEqual(without, ['Wundumbatu'])
  })

  test('does not take an eye, a city or a namesake for a place', () => {
    for (const [name, level] of [
      ['Mata', 'kelurahan'],
      ['Kendari', 'kecamatan'],
      ['Poasia', 'kelurahan'],
      ['Mandonga', 'kelurahan'],
    ] as const) {
      const found = areasOf(kendari, level).find((area) => area.name === name)
      assert.ok(found && found.needs.length > 0, `${level} ${name} needs a word before it`)
    }
    assert.equal(codeOf('Abeli Dalam').slice(0, 8), '74.71.09')
    assert.equal(codeOf('Poasia').slice(0, 8), '74.71.06')
  })

  test('knows the spellings that people use', () => {
    for (const [spelling, name] of [
      ['Anduonohu', 'Andonohu'],
      ['Puunggaloba', 'Punggaloba'],
      ['Lepolepo', 'Lepo Lepo'],
      ['Wawowanggu', 'Wowawanggu'],
      ['Kessilampe', 'Kassilampe'],
      ['Benua Nirae', 'Benuanirae'],
    ] as const) {
      const found = areasOf(kendari, 'kelurahan').find((area) => area.aliases.includes(spelling))
      assert.equal(found?.name, name)
    }
  })

  test('has 60 places and more whose kecamatan is known', () => {
    assert.ok(kendari.places.filter(({ kecamatanCode }) => kecamatanCode).length >= 60)
  })

  test('has 35 agencies and more beside an office for each kecamatan and kelurahan', () => {
    const offices = kendari.agencies.filter(
      ({ kind }) => kind === 'kecamatan' || kind === 'kelurahan',
    )
    assert.deepEqual(
      offices.map(({ areaCode }) => areaCode),
      kendari.areas.map(({ code }) => code),
    )
    assert.ok(kendari.agencies.length - offices.length >= 35)
  })

  test('watches 26 feeds and 60 words and more', () => {
    assert.equal(kendari.sources.filter(({ kind }) => kind === 'feed').length, 26)
    assert.ok(kendari.watchWords.length >= 60)
    assert.equal(new Set(kendari.watchWords.map(({ category }) => category)).size, 17)
  })

  test('has the 17 national holidays and 8 days of common leave of 2026', () => {
    const in2026 = kendari.holidays.filter(({ date }) => date.startsWith('2026-'))
    assert.equal(in2026.filter(({ kind }) => kind === 'national').length, 17)
    assert.equal(in2026.filter(({ kind }) => kind === 'cuti_bersama').length, 8)
  })

  test('runs the ladder of the announcement: 24 hours, 72 hours, 3 working days', () => {
    const ladder = kendari.clocks
      .filter(({ stage }) => stage === 'answer')
      .map(({ rung, amount, unit }) => `${rung} ${amount} ${unit}`)
    assert.deepEqual(ladder, ['whatsapp 24 hours', 'visit 72 hours', 'observer 3 working_days'])
  })

  test('sends misconduct to the Inspektorat and a hospital complaint to that hospital', () => {
    const route = (category: string, word: string) =>
      kendari.routes.find((row) => row.category === category && row.words.includes(word))
    assert.equal(defaultOf(kendari, 'aparat'), 'INSPEKTORAT')
    assert.equal(route('kesehatan', 'bahteramas')?.agencyCode, 'RSUD-BAHTERAMAS')
    assert.equal(route('jalan', 'jalan nasional')?.agencyCode, 'BPJN')
    assert.equal(route('administrasi', 'sertifikat tanah')?.agencyCode, 'BPN')
  })
})

describe('the invented pack', () => {
  test('differs in zone, office words and clocks, so that nothing can rest on Kendari', () => {
    assert.notEqual(contoh.timezone, kendari.timezone)
    assert.notEqual(contoh.office.agency, kendari.office.agency)
    assert.notDeepEqual(contoh.clocks, kendari.clocks)
    assert.notEqual(contoh.casePrefix, kendari.casePrefix)
  })
})

describe('categories', () => {
  test('are 18, each with a name in both languages', () => {
    assert.equal(CATEGORIES.length, 18)
    assert.deepEqual(Object.keys(CATEGORY_NAMES), [...CATEGORIES])
    assert.ok(isCategory('jalan'))
    assert.ok(!isCategory('Jalan'))
  })
})

function areasOf(region: Region, level: AreaLevel) {
  return region.areas.filter((area) => area.level === level)
}

function codeOf(kelurahan: string): string {
  const found = areasOf(kendari, 'kelurahan').find(({ name }) => name === kelurahan)
  assert.ok(found)
  return found.code
}

function defaultCategories(region: Region): string[] {
  return CATEGORIES.filter((category) => defaultOf(region, category))
}

function defaultOf(region: Region, category: string): string | undefined {
  return region.routes.find((row) => row.category === category && row.words.length === 0)
    ?.agencyCode
}
