import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { append, problemsWith, replace } from './contoh-pack.ts'

describe('areas.csv', () => {
  test('a kelurahan whose kecamatan is missing is named with its line', async () => {
    const problems = await problemsWith({
      'areas.csv': append('99.01.12.1001,kelurahan,Sukamaju,,,,,,'),
    })
    assert.deepEqual(problems, ['areas.csv:8: code 99.01.12.1001 has no kecamatan 99.01.12'])
  })

  test('a code that stands twice is named with both lines', async () => {
    const problems = await problemsWith({
      'areas.csv': append('99.01.02.1002,kelurahan,Sukamaju,,,,,,'),
    })
    assert.deepEqual(problems, ['areas.csv:8: code 99.01.02.1002 already stands in line 7'])
  })

  test('a code of the wrong length for its level is refused', async () => {
    const problems = await problemsWith({
      'areas.csv': append('99.01.02.1003,kecamatan,Contoh Timur,,,,,1,1'),
    })
    assert.deepEqual(problems, [
      'areas.csv:8: code 99.01.02.1003 has 13 characters, a kecamatan has 8',
    ])
  })

  test('a code of another region is refused', async () => {
    const problems = await problemsWith({
      'region.json': replace('"code": "99.01"', '"code": "99.02"'),
    })
    assert.equal(problems.length, 6)
    assert.equal(problems[0], 'areas.csv:2: code 99.01.01 is not inside the region 99.02')
  })

  test('a kecamatan without kelurahan is named', async () => {
    const problems = await problemsWith({
      'areas.csv': append('99.01.03,kecamatan,Contoh Timur,,,,,1,1'),
    })
    assert.deepEqual(problems, ['areas.csv:8: kecamatan 99.01.03 Contoh Timur has no kelurahan'])
  })

  test('an alias that belongs to two areas of one level is refused, spelling aside', async () => {
    const shared = await problemsWith({ 'areas.csv': replace('Marga Jaya', 'SUMBER-SARI') })
    assert.deepEqual(shared, [
      'areas.csv:6: alias "SUMBER-SARI" belongs also to Sumbersari in line 3',
    ])
    const twoAliases = await problemsWith({ 'areas.csv': replace('Contsel', 'Contut') })
    assert.deepEqual(twoAliases, [
      'areas.csv:5: alias "Contut" belongs also to Contoh Utara in line 2',
    ])
  })

  test('one name may serve a kecamatan and a kelurahan, but not two kelurahan of one kecamatan', async () => {
    assert.deepEqual(await problemsWith({ 'areas.csv': replace('Margajaya', 'Contoh Utara') }), [])
    assert.deepEqual(await problemsWith({ 'areas.csv': replace('Tanjungrejo,', 'Margajaya,') }), [
      'areas.csv:7: name "Margajaya" already stands in line 6',
    ])
  })

  test('a cell of the tile map that is used twice, forgotten or given to a kelurahan is named', async () => {
    assert.deepEqual(await problemsWith({ 'areas.csv': replace('107.5100,0,1', '107.5100,0,0') }), [
      'areas.csv:5: tile cell 0,0 is taken by Contoh Utara in line 2',
    ])
    assert.deepEqual(await problemsWith({ 'areas.csv': replace('107.5100,0,1', '107.5100,,') }), [
      'areas.csv:5: kecamatan Contoh Selatan has no cell on the tile map',
    ])
    assert.deepEqual(await problemsWith({ 'areas.csv': replace('107.4950,,', '107.4950,2,2') }), [
      'areas.csv:3: a kelurahan has no cell on the tile map: leave tile_x and tile_y empty',
    ])
  })

  test('a name in elsewhere that lies inside the region is refused', async () => {
    const problems = await problemsWith({
      'region.json': replace('"Kabupaten Seberang"', '"tanjung rejo"'),
    })
    assert.deepEqual(problems, [
      'region.json:18: elsewhere names "tanjung rejo", which is inside the region',
    ])
  })

  test('an empty list of areas is refused', async () => {
    const problems = await problemsWith({
      'areas.csv': (text) => `${text.split('\n')[0]}\n`,
      'places.csv': (text) => `${text.split('\n')[0]}\n`,
    })
    assert.deepEqual(problems, ['areas.csv:1: there is no area'])
  })
})

describe('places.csv', () => {
  test('a kelurahan outside the kecamatan of the same row is refused', async () => {
    const problems = await problemsWith({
      'places.csv': replace('99.01.01,99.01.01.1001', '99.01.02,99.01.01.1001'),
    })
    assert.deepEqual(problems, [
      'places.csv:2: kelurahan_code 99.01.01.1001 is not inside kecamatan_code 99.01.02',
    ])
  })

  test('codes that areas.csv does not have are named', async () => {
    const problems = await problemsWith({
      'places.csv': append('Jalan Mawar,street,,99.01.07,99.01.07.1001,,'),
    })
    assert.deepEqual(problems, [
      'places.csv:7: kecamatan_code 99.01.07 is not a kecamatan of areas.csv',
      'places.csv:7: kelurahan_code 99.01.07.1001 is not a kelurahan of areas.csv',
    ])
  })

  test('two places of one name are refused, spelling aside', async () => {
    const problems = await problemsWith({ 'places.csv': append('jl. melati,street,,,,,') })
    assert.deepEqual(problems, ['places.csv:7: "jl. melati" is also named in line 2 (jlmelati)'])
  })
})
