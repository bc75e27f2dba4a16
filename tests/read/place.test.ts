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

describe('misspelt names', () => {
  it('takes one slip of the finger in a name of six letters or more', () => {
    for (const spelling of ['punggolka', 'Pungolakka', 'punggoalka', 'punggolakas']) {
      const found = find(`banjir di ${spelling} tadi malam`)
      assert.equal(found.kelurahan, codeOf('kelurahan', 'Punggolaka'), spelling)
      assert.equal(found.place, spelling)
    }
    assert.equal(find('banjir di punglka').kecamatan, null)
  })

  it('takes no slip in a short name, and no other first letter', () => {
    assert.equal(find('dia bambu, kamu kambing').kecamatan, null)
    assert.equal(find('di kamba ada banjir').kecamatan, null)
    assert.equal(find('di tunggolaka ada banjir').kecamatan, null)
  })

  it('takes no word of the language for a misspelt name', () => {
    // "wayong" and "wayang", "kandai" and "kandas".
    assert.equal(find('nonton wayang sampai kapalnya kandas').kecamatan, null)
  })

  it('knows a name under a particle, in a hashtag and in the account of an office', () => {
    for (const text of [
      'kambumi yang banjir',
      '#banjirkambu',
      'lapor @polsekkambu',
      '@kec_kambu',
    ]) {
      assert.equal(find(text).kecamatan, codeOf('kecamatan', 'Kambu'), text)
    }
    assert.equal(find('makasih @andi_kambu').kecamatan, null)
  })
})

describe('several names in one message', () => {
  const cases: [string, string | null][] = [
    ['bukan di Kadia tapi di Wua-Wua', 'Wua-Wua'],
    ['sa tinggal di Kambu, tapi yang rusak di Poasia', 'Poasia'],
    ['rumah kami di Poasia, lampu mati di Kambu', 'Kambu'],
    ['banjir di Kambu dan Kadia', null],
    ['macet dari Mandonga sampai Baruga', null],
    ['di Mandonga aman, di Kadia banjir', 'Kadia'],
  ]
  for (const [text, name] of cases) {
    it(`reads "${text}" as ${name ?? 'no one kecamatan'}`, () => {
      assert.equal(find(text).kecamatan, name === null ? null : codeOf('kecamatan', name))
    })
  }
})

describe('names of something else', () => {
  it('takes no person, shop, dish or meeting hall for an area', () => {
    for (const text of [
      'Pak Kambu sudah pensiun',
      'Warung Mandonga enak',
      'sate Mandonga enak',
      'rapat malam ini di baruga',
    ]) {
      assert.equal(find(text).kecamatan, null, text)
    }
    const baruga = codeOf('kecamatan', 'Baruga')
    assert.equal(find('jalan rusak di baruga').kecamatan, baruga)
    assert.equal(find('ibu ibu Baruga minta air').kecamatan, baruga)
  })
})

describe('points for a map', () => {
  it('gives the point of the kelurahan, else that of the kecamatan, else none', () => {
    const pointOf = (code: string) => region.areas.find((area) => area.code === code)?.point
    const lepo = find('banjir di Lepo-Lepo')
    assert.deepEqual(lepo.point, pointOf(lepo.kelurahan ?? ''))
    assert.deepEqual(find('banjir di Kadia').point, pointOf(codeOf('kecamatan', 'Kadia')))
    assert.deepEqual(find('lampu mati di Wundumbatu').point, pointOf(codeOf('kecamatan', 'Poasia')))
    assert.equal(find('banjir di mana-mana').point, null)
  })
})

describe('bounded time', () => {
  it('reads a hundred thousand characters of names in well under a second', () => {
    for (const piece of [
      'kambu ',
      'punggolka ',
      'jalan ',
      '#banjirkambu ',
      'bukan di kadia tapi ',
    ]) {
      const message = normalize(piece.repeat(Math.floor(100_000 / piece.length)))
      const start = performance.now()
      finder(message)
      const took = performance.now() - start
      assert.ok(took < 1000, `"${piece}" took ${Math.round(took)} ms`)
    }
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

  it('takes an area for the city that is named right after it', () => {
    const found = find('Jl. Baruga Raya, Antang, Makassar banjir')
    assert.equal(found.outside, true)
    assert.equal(found.kecamatan, null)
    assert.equal(find('MAKASSAR - Warga Kelurahan Baruga minta air').outside, true)
  })

  it('takes no dish and no origin for a place', () => {
    assert.equal(find('coto Makassar di mana yang enak').outside, false)
    assert.equal(find('orang Makassar itu ramah').outside, false)
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
