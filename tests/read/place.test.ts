import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { normalize } from '../../src/read/normalize.ts'
import { makePlaceFinder } from '../../src/read/place.ts'
import { loadRegion } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

const region = await loadRegion(packFolder('kendari'))
const finder = makePlaceFinder(region)
const find = (text: string) => finder(normalize(text))
const codeOf = (level: 'kecamatan' | 'kelurahan', name: string): string => {
  const area = region.areas.find((one) => one.level === level && one.name === name)
  assert.ok(area, name)
  return area.code
}

describe('areas by their names', () => {
  it('takes "Mata" for a place only where the text says so', () => {
    assert.equal(find('sakit mata saya kena debu jalan').kelurahan, null)
    assert.equal(find('debu masuk Mata saya').kelurahan, null)
    assert.equal(find('jalan rusak di kelurahan Mata').kelurahan, codeOf('kelurahan', 'Mata'))
    assert.equal(find('warga kel. Mata minta air').kelurahan, codeOf('kelurahan', 'Mata'))
  })

  it('takes "Kendari" for the city, and for the kecamatan only after its word', () => {
    assert.equal(find('jalan rusak di Kendari').kecamatan, null)
    assert.equal(find('jalan rusak di Kendari').isHere, true)
    assert.equal(find('jalan rusak di kecamatan Kendari').kecamatan, codeOf('kecamatan', 'Kendari'))
    assert.equal(find('banjir di Kendari Barat').kecamatan, codeOf('kecamatan', 'Kendari Barat'))
  })

  it('knows the kecamatan Poasia from the kelurahan Poasia of Abeli', () => {
    assert.equal(find('lampu mati di Poasia').kecamatan, codeOf('kecamatan', 'Poasia'))
    assert.equal(find('lampu mati di Poasia').kelurahan, null)
    const village = find('lampu mati di Kelurahan Poasia')
    assert.equal(village.kelurahan, codeOf('kelurahan', 'Poasia'))
    assert.equal(village.kecamatan, codeOf('kecamatan', 'Abeli'))
  })

  it('puts Abeli Dalam into Puuwatu', () => {
    const found = find('jalan ke Abeli Dalam putus')
    assert.equal(found.kelurahan, codeOf('kelurahan', 'Abeli Dalam'))
    assert.equal(found.kecamatan, codeOf('kecamatan', 'Puuwatu'))
  })

  it('reads a name of both levels as the kecamatan, unless kelurahan or lurah stands before it', () => {
    for (const name of ['Mandonga', 'Baruga', 'Kadia', 'Puuwatu', 'Kambu', 'Nambo', 'Abeli']) {
      assert.equal(find(`got mampet di ${name}`).kecamatan, codeOf('kecamatan', name))
      assert.equal(find(`got mampet di ${name}`).kelurahan, null)
      assert.equal(find(`kantor lurah ${name} tutup`).kelurahan, codeOf('kelurahan', name))
    }
  })

  it('knows a name however it is spelt', () => {
    const lepo = region.areas.find((area) => /lepo/i.test(area.name))!.code
    for (const spelling of [
      'Lepo-Lepo',
      'lepo lepo',
      'LEPO-LEPO',
      'lepo2',
      'lepolepo',
      '#LepoLepo',
      'Lepo-lepooo',
    ]) {
      assert.equal(find(`sampah di ${spelling} menumpuk`).kelurahan, lepo, spelling)
    }
    const wua = region.areas.find(
      (area) => area.level === 'kecamatan' && /wua/i.test(area.name),
    )!.code
    for (const spelling of ['Wua-Wua', 'wua wua', 'wuawua', 'WUA-WUA', 'wua2']) {
      assert.equal(find(`jalan rusak di ${spelling}`).kecamatan, wua, spelling)
    }
    const gunung = find('banjir di punggaloba').kelurahan
    assert.ok(gunung)
    for (const spelling of ['Puunggaloba', 'Puungaloba', 'Punggaloba']) {
      assert.equal(find(`banjir di ${spelling}`).kelurahan, gunung, spelling)
    }
  })

  it('gives a kelurahan its own kecamatan, whatever else is named', () => {
    for (const area of region.areas) {
      if (area.level !== 'kelurahan') continue
      const found = find(`jalan rusak di kelurahan ${area.name}`)
      assert.equal(found.kelurahan, area.code, area.name)
      assert.equal(found.kecamatan, area.code.slice(0, 8))
    }
  })

  it('takes the areas of a landmark when no area is named', () => {
    const place = region.places.find((one) => one.kelurahanCode !== null)!
    const found = find(`lampu mati di ${place.name}`)
    assert.equal(found.kelurahan, place.kelurahanCode)
    assert.ok(found.place?.includes(place.name.split(' ').at(-1)!))
  })
})

describe('other cities', () => {
  it('sees that a post speaks of another city', () => {
    assert.equal(find('jalan rusak di Makassar').outside, true)
    assert.equal(find('lampu mati di Kolaka sudah seminggu').outside, true)
    assert.equal(find('lapor @pemkot_surabaya banjir').outside, true)
  })

  it('stays inside when this city or one of its areas is named, too', () => {
    assert.equal(find('jalan dari Konawe ke Kendari rusak').outside, false)
    assert.equal(find('kami di Mandonga, bukan di Makassar').outside, false)
    assert.equal(find('jalan rusak parah').outside, false)
  })

  it('takes no street for the city it is named after', () => {
    assert.equal(find('lampu mati di Jl. Surabaya').outside, false)
  })

  it('is not fooled by a landmark that other cities have, too', () => {
    assert.equal(find('macet di Pasar Baru Jakarta').outside, true)
  })
})

describe('place words', () => {
  const cases: [string, string][] = [
    [
      'Jalan berlubang di Jl. Melati Raya no 12 Kel. Korumba, tolong',
      'Jl. Melati Raya no 12 Kel. Korumba',
    ],
    ['lampu mati di depan SDN 5 Kambu', 'depan SDN 5 Kambu'],
    ['banjir di RT 03 RW 01 lorong Mekar', 'RT 03 RW 01 lorong Mekar'],
  ]
  for (const [text, place] of cases) {
    it(`keeps "${place}" as it was written`, () => assert.equal(find(text).place, place))
  }

  it('takes no verb or fault for the name of a street', () => {
    assert.equal(find('jalan rusak dan berlubang tolong diperbaiki').place, null)
    assert.equal(find('lampu di jalan mati semua').place, null)
  })

  it('joins places by a bar, each only once', () => {
    assert.equal(
      find('Sampah di Korumba. Juga di Lepo-Lepo, ya di Korumba').place,
      'Korumba | Lepo-Lepo',
    )
  })
})
