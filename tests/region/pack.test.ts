import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkRegion } from '../../src/region/check.ts'
import { loadRegion } from '../../src/region/region.ts'
import { append, problemsWith, REGIONS, replace } from './contoh-pack.ts'

const NOT_AN_ADDRESS =
  'is not a web address that begins with https:// or http:// and holds no password'

const LATIN1_ROW = Buffer.from('Jalan Caf\xe9,street,,,,,\n', 'latin1')

describe('a pack that is whole', () => {
  test('has no problems', async () => {
    assert.deepEqual(await problemsWith({}), [])
  })

  test('splits the lists and leaves empty cells as null', async () => {
    const region = await loadRegion(join(REGIONS, 'contoh'))
    const tanjungrejo = region.areas.at(-1)
    assert.deepEqual(tanjungrejo?.aliases, ['Tanjung Rejo', 'Tanjungreja'])
    assert.equal(tanjungrejo?.point, null)
    assert.equal(region.places[1]?.kecamatanCode, null)
    assert.deepEqual(region.workingHours, {
      days: [1, 2, 3, 4, 5, 6],
      start: '08:00',
      end: '14:00',
    })
    assert.equal(region.office.agencyLong, 'Satuan Kerja Perangkat Daerah')
  })
})

describe('files', () => {
  test('a missing folder, and a folder that has another name than the region, are named', async () => {
    const missing = join(REGIONS, 'nowhere')
    assert.deepEqual((await checkRegion(missing)).problems, [`${missing}: there is no such folder`])
    assert.deepEqual(
      await problemsWith({ 'region.json': replace('"id": "contoh"', '"id": "lain"') }),
      ['region.json:2: id "lain" is not the folder\'s name "contoh"'],
    )
  })

  test('a missing file is named', async () => {
    assert.deepEqual(await problemsWith({ 'holidays.csv': () => null }), [
      'holidays.csv:1: the file is missing',
    ])
  })

  test('a file that is not UTF-8 is named with the line of the bad byte', async () => {
    const problems = await problemsWith({
      'places.csv': (text) => Buffer.concat([Buffer.from(text), LATIN1_ROW]),
    })
    assert.deepEqual(problems, ['places.csv:7: is not UTF-8: save the file as UTF-8'])
  })

  test('a file that is too large is not read', async () => {
    const problems = await problemsWith({ 'holidays.csv': () => 'x'.repeat(6 * 1024 * 1024) })
    assert.deepEqual(problems, [
      'holidays.csv:1: the file has 6291456 bytes, at most 5242880 are read',
    ])
  })

  test('the worst tables that fit the limits are answered in bounded time', async () => {
    const started = performance.now()
    const header = 'code,level,name,aliases,needs,lat,lng,tile_x,tile_y\n'
    for (const text of [
      'a\n'.repeat(2_500_000),
      header + 'x\n'.repeat(45_000),
      header + '99.01.01.1001,kelurahan,Sama,A|B|C,,,,,\n'.repeat(45_000),
      ','.repeat(900_000),
    ]) {
      const problems = await problemsWith({ 'areas.csv': () => text })
      assert.ok(problems.length > 0 && problems.length <= 101)
    }
    assert.ok(performance.now() - started < 30_000)
  })

  test('a table that a spreadsheet saved with semicolons is recognised', async () => {
    const problems = await problemsWith({ 'places.csv': (text) => text.replaceAll(',', ';') })
    assert.deepEqual(problems, [
      'places.csv:1: the columns are separated by ";": save the file with commas',
    ])
  })

  test('a missing column is named', async () => {
    const problems = await problemsWith({ 'watch-words.csv': replace('category', 'kategori') })
    assert.deepEqual(problems, ['watch-words.csv:1: the header has no column category'])
  })

  test('any bytes in any file give sentences, never a crash', async () => {
    const files = ['region.json', 'areas.csv', 'agencies.csv', 'routes.csv', 'holidays.csv']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.uint8Array({ maxLength: 300 }),
        async (file, bytes) => {
          const problems = await problemsWith({ [file]: () => bytes })
          assert.ok(problems.length > 0)
          assert.ok(problems.every((problem) => /^[\w./-]+(:\d+:|: | )/.test(problem)))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('rows', () => {
  const faults = [
    [
      'areas.csv',
      '99.01.02.1003,desa,Baru,,,,,,',
      8,
      'level "desa" is not one of kecamatan, kelurahan',
    ],
    [
      'areas.csv',
      '99.01.02.1003,kelurahan,Baru,,,-7.5,,,',
      8,
      'lat "-7.5" is there without lng, or lng without lat',
    ],
    [
      'areas.csv',
      '99.01.02.1003,kelurahan,Baru,,,51.5,107.5,,',
      8,
      'lat "51.5" is outside Indonesia',
    ],
    ['areas.csv', '99.01.02.1003,kelurahan,Baru,,,"-6,9",107.5,,', 8, 'lat "-6,9" is not a number'],
    [
      'areas.csv',
      '9901021003,kelurahan,Baru,,,,,,',
      8,
      'code "9901021003" is not a code such as 11.22.33.4444',
    ],
    [
      'areas.csv',
      '99.01.02.1003,kelurahan,Baru,A||B,,,,,',
      8,
      'aliases "A||B" has an empty item between two |',
    ],
    [
      'places.csv',
      'Tugu,statue,,,,,',
      7,
      'kind "statue" is not one of street, landmark, market, hospital, school, office, bridge, area',
    ],
    ['agencies.csv', 'dpu2,Dinas,Dinas,opd,0,,,', 10, 'code "dpu2" is not a short upper-case code'],
    ['agencies.csv', 'DPU2,Dinas,Dinas,opd,tidak,,,', 10, 'outside "tidak" is not one of 0, 1'],
    [
      'sources.csv',
      'feed,Lain,warta.example/feed,lokal,30,1',
      4,
      `url "warta.example/feed" ${NOT_AN_ADDRESS}`,
    ],
    [
      'sources.csv',
      'feed,Lain,https://user:rahasia@warta.example/,lokal,30,1',
      4,
      `url "https://user:rahasia@warta.example/" ${NOT_AN_ADDRESS}`,
    ],
    ['sources.csv', 'feed,Lain,,lokal,30,1', 4, 'url is empty'],
    [
      'sources.csv',
      'feed,Lain,https://lain.example/,lokal,1,1',
      4,
      'interval_minutes "1" is not from 10 minutes to a week (10080)',
    ],
    ['watch-words.csv', ',jalan,', 7, 'word is empty'],
    [
      'holidays.csv',
      '2026-02-30,Hari,national,Rekaan',
      6,
      'date "2026-02-30" is not a day of the calendar as YYYY-MM-DD',
    ],
    [
      'holidays.csv',
      '2026-03-01,Hari,libur,Rekaan',
      6,
      'kind "libur" is not one of national, cuti_bersama, regional',
    ],
    ['holidays.csv', '2026-03-01,Hari,national', 6, 'the row has 3 cells, the header has 4'],
  ] as const

  for (const [file, row, line, sentence] of faults) {
    test(`${file}: ${sentence}`, async () => {
      assert.deepEqual(await problemsWith({ [file]: append(row) }), [
        `${file}:${line}: ${sentence}`,
      ])
    })
  }

  test('a faulty area is reported once, not again by everything that names it', async () => {
    const problems = await problemsWith({ 'areas.csv': replace('-6.9000', 'utara') })
    assert.deepEqual(problems, ['areas.csv:2: lat "utara" is not a number'])
  })
})

describe('region.json', () => {
  const faults = [
    [
      '"Asia/Jakarta"',
      '"Asia/Bandung"',
      'region.json:7: timezone is not a time zone such as Asia/Makassar',
    ],
    [
      '"case_prefix": "CTH"',
      '"case_prefix": "contoh-1"',
      'region.json:9: case_prefix is not two to six capital letters',
    ],
    [
      '"amount": 5,\n      "unit": "working_days"',
      '"amount": 5,\n      "unit": "minggu"',
      'region.json:41: clocks.2.unit is not one of hours, working_days',
    ],
    [
      '"locale": "id-ID"',
      '"locale": "id-ID", "samples_per_day": 0',
      'region.json:8: samples_per_day is less than 1',
    ],
    ['"amount": 2', '"amount": 2.5', 'region.json:32: clocks.1.amount is not a whole number'],
    ['"desk": "Kominfo",', '', 'region.json:10: office.desk is missing'],
    [
      '"locale": "id-ID"',
      '"locale": "id-ID", "lokale": "id"',
      'region.json:1: the file has a key that nothing reads: lokale',
    ],
    ['"end": "14:00"', '"end": "07:00"', 'region.json:46: working_hours.end is not after start'],
    [
      '"level": "city"',
      '"level": "province"',
      'region.json:5: code does not fit its level: a province has 11, a city or regency 11.22',
    ],
    [
      '"name": "Kota Contoh"',
      '"name": "Kota Contoh", "name": "Kota Lain"',
      'region.json:3: name stands twice',
    ],
  ] as const

  for (const [old, next, sentence] of faults) {
    test(sentence, async () => {
      assert.deepEqual(await problemsWith({ 'region.json': replace(old, next) }), [sentence])
    })
  }

  test('a text that is not JSON is named with its line', async () => {
    const problems = await problemsWith({
      'region.json': replace('"level": "city",', '"level": "city"'),
    })
    assert.equal(problems.length, 1)
    assert.match(problems[0] ?? '', /^region.json:5: is not JSON: /)
  })
})

describe('loadRegion', () => {
  test('throws one error that lists every problem', async () => {
    await assert.rejects(loadRegion(join(REGIONS, 'nowhere')), {
      message:
        /^region: the pack in .*nowhere cannot be used; correct these:\n {2}.*no such folder$/,
    })
  })
})
