import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { append, problemsWith, replace } from './contoh-pack.ts'

describe('agencies.csv', () => {
  test('a code that stands twice is named with both lines', async () => {
    const problems = await problemsWith({
      'agencies.csv': append('DPU,Dinas Kedua,Dinas Kedua,opd,0,,,'),
    })
    assert.deepEqual(problems, ['agencies.csv:10: code DPU already stands in line 2'])
  })

  test('an area that areas.csv does not have is named', async () => {
    const problems = await problemsWith({
      'agencies.csv': append('KEC-7,Kantor Tujuh,Camat Tujuh,kecamatan,0,99.01.07,,'),
    })
    assert.deepEqual(problems, ['agencies.csv:10: area_code 99.01.07 is not in areas.csv'])
  })

  test('an area office needs an area of its own level, and an area has one office', async () => {
    const problems = await problemsWith({
      'agencies.csv': append(
        [
          'KEL-A,Kantor A,Lurah A,kelurahan,0,99.01.01,,',
          'KEL-B,Kantor B,Lurah B,kelurahan,0,99.01.01.1001,,',
          'KEL-C,Kantor C,Lurah C,kelurahan,1,99.01.01.1001,,',
        ].join('\n'),
      ),
    })
    assert.deepEqual(problems, [
      'agencies.csv:10: area_code 99.01.01 is not a kelurahan, the kind of this office',
      'agencies.csv:12: a kelurahan office belongs to this government: outside must be 0',
      'agencies.csv:12: area 99.01.01.1001 has its office in line 11',
    ])
  })

  test('a body is inside or outside as its kind says', async () => {
    const problems = await problemsWith({
      'agencies.csv': append('POLRES,Polres,Polres,police,0,,,\nDINAS,Dinas,Dinas,opd,1,,,'),
    })
    assert.deepEqual(problems, [
      'agencies.csv:10: a police body does not belong to this government: outside must be 1',
      'agencies.csv:11: an opd belongs to this government: outside must be 0',
    ])
  })

  test('a name that two agencies share is refused, because nobody could tell them apart', async () => {
    const problems = await problemsWith({
      'agencies.csv': replace('dinas kebersihan', 'Pekerjaan-Umum'),
    })
    assert.deepEqual(problems, ['agencies.csv:3: "Pekerjaan-Umum" names also DPU in line 2'])
  })
})

describe('routes.csv', () => {
  test('an agency that agencies.csv does not have is named', async () => {
    const problems = await problemsWith({ 'routes.csv': replace('sampah,DKP,', 'sampah,DKPP,') })
    assert.deepEqual(problems, ['routes.csv:6: agency_code DKPP is not in agencies.csv'])
  })

  test('an unknown category is named with the ones that exist', async () => {
    const problems = await problemsWith({ 'routes.csv': append('parkir,TRANTIB,') })
    assert.equal(problems.length, 1)
    assert.match(problems[0] ?? '', /^routes.csv:21: category "parkir" is not one of jalan, /)
  })

  test('a category without default, or with two, is named', async () => {
    assert.deepEqual(await problemsWith({ 'routes.csv': replace('aparat,AUDIT,\n', '') }), [
      'routes.csv:1: category aparat has no default: add a row without words',
    ])
    assert.deepEqual(await problemsWith({ 'routes.csv': append('jalan,KOMINFO,') }), [
      'routes.csv:21: jalan already has its default in line 2',
    ])
  })

  test('a word that sends a category to two agencies is named', async () => {
    const problems = await problemsWith({ 'routes.csv': append('penerangan,DKP,TIANG listrik') })
    assert.deepEqual(problems, [
      'routes.csv:21: "TIANG listrik" already sends penerangan to an agency in line 4',
    ])
  })
})
