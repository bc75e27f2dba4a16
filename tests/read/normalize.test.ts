import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { CUES } from '../../src/read/lexicon/cues.ts'
import { MODUS_WORDS } from '../../src/read/lexicon/modus-words.ts'
import { SLANG } from '../../src/read/lexicon/slang.ts'
import { FAULTS, TOPICS } from '../../src/read/lexicon/topics.ts'
import { EMERGENCY_WORDS, URGENT_WORDS } from '../../src/read/lexicon/urgent-words.ts'
import { WEIGHTS } from '../../src/read/lexicon/weights.ts'
import { FEATURES } from '../../src/read/cues.ts'
import { normalize } from '../../src/read/normalize.ts'
import { rootOf } from '../../src/read/words.ts'
import { CATEGORIES } from '../../src/region/category.ts'
import { loadRegion } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

const words = (text: string) =>
  normalize(text)
    .tokens.map((token) => token.text)
    .join(' ')

describe('normalization', () => {
  const cases: [string, string][] = [
    ['JALAN rusakkkk', 'jalan rusak'],
    ['jln rsk bgt', 'jalan rusak sekali'],
    ['gabisa login', 'tidak bisa login'],
    ['rusakmi jalanka, belumpi diperbaiki', 'rusak jalanka belum diperbaiki'],
    ['resmi kami bumi demi', 'resmi kami bumi demi'],
    ['sama2 hati2', 'sama hati'],
    ['#JalanRusakKendari #lampu_mati', 'jalan rusak kendari lampu mati'],
    ['air&nbsp;mati &amp; keruh&#33;', 'air mati keruh'],
    ['<p>sampah <br/>menumpuk</p> <NOMOR>', 'sampah menumpuk nomor'],
    ['𝙋𝙖𝙨𝙖𝙧 ｂｏｃｏｒ', 'pasar bocor'],
    ['ja\u200blan ru\u00adsak\u202e', 'jalan rusak'],
    ['kafé ñandu', 'kafe nandu'],
    ['lihat https://contoh.id/a?b=c dan www.contoh.id', 'lihat dan'],
    ['Wua-Wua/Kadia', 'wua wua kadia'],
  ]
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)} as "${expected}"`, () => assert.equal(words(text), expected))
  }

  it('counts half a surrogate pair as a space', () => {
    assert.equal(normalize('jalan\ud800rusak').tokens.length, 2)
  })

  it('knows the particles of Kendari from the ends of words', () => {
    assert.equal(words('matimi lampunya, gelapmi'), 'mati lampunya gelap')
    assert.equal(words('ekonomi tetapi laki kaki api kopi'), 'ekonomi tetapi laki kaki api kopi')
  })

  it('ends no sentence at "Jl." and "A."', () => {
    const { tokens } = normalize('di Jl. A. Yani No. 3. Tolong')
    assert.deepEqual(
      tokens.map((token) => token.gap),
      [2, 0, 0, 0, 0, 0, 2],
    )
  })

  it('keeps for each word where it stands in the original', () => {
    const text = '😀 &quot;Jln&quot; 𝐫𝐮𝐬𝐚𝐤 <b>parah</b>'
    const quoted = normalize(text).tokens.map((token) => text.slice(token.start, token.end))
    assert.deepEqual(quoted, ['Jln', '𝐫𝐮𝐬𝐚𝐤', 'parah'])
  })

  it('gives spans that lie inside the text and do not go back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0
        for (const { start, end, text: word } of normalize(text).tokens) {
          assert.ok(start >= last && end > start && end <= text.length && word.length <= 60)
          last = start
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the word lists', () => {
  const lists = new Map<string, readonly string[]>([
    ['FAULTS', FAULTS],
    ['URGENT_WORDS', URGENT_WORDS],
    ['EMERGENCY_WORDS', EMERGENCY_WORDS],
    ...Object.entries(CUES),
    ...Object.entries(MODUS_WORDS),
    ...Object.entries(TOPICS).flatMap(([category, topic]) =>
      Object.entries(topic).map(
        ([part, list]) => [`${category} ${part}`, list] as [string, string[]],
      ),
    ),
  ])

  it('hold only phrases that normalized text can contain', () => {
    const lost: string[] = []
    for (const [name, list] of lists) {
      for (const phrase of list) {
        const plain = phrase.replaceAll('_', 'xyzw')
        if (words(plain) !== plain) lost.push(`${name}: ${phrase} -> ${words(plain)}`)
      }
    }
    assert.deepEqual(lost, [])
  })

  it('hold no phrase twice', () => {
    for (const [name, list] of lists) {
      const twice = list.filter((phrase, i) => list.indexOf(phrase) !== i)
      assert.deepEqual(twice, [], name)
    }
  })

  it('have words for every category but "lainnya"', () => {
    for (const category of CATEGORIES) {
      if (category !== 'lainnya') assert.ok(TOPICS[category].things.length > 5, category)
    }
  })

  it('rewrite no word of a complaint and no place of a region', async () => {
    const region = await loadRegion(packFolder('kendari'))
    const names = [...region.areas, ...region.places].flatMap((one) => normalize(one.name).tokens)
    // Names are looked up as they are written; short forms such as "Dr" mean two things.
    for (const { plain } of names) assert.ok(plain.length < 5 || !SLANG.has(plain), plain)
    for (const list of Object.values(TOPICS)) {
      for (const phrase of list.things) {
        for (const word of phrase.split(' ')) assert.ok(!SLANG.has(word), `${phrase}: ${word}`)
      }
    }
  })

  it('rewrite to words that are not rewritten again', () => {
    for (const [written, meant] of SLANG) assert.equal(words(meant), meant, written)
  })

  it('give a weight only to what is counted', () => {
    for (const name of Object.keys(WEIGHTS)) assert.ok(FEATURES.includes(name), name)
  })
})

describe('roots', () => {
  it('are right for the words of complaints', () => {
    const expected: Record<string, string> = {
      kerusakan: 'rusak',
      pemadaman: 'padam',
      penumpukan: 'tumpuk',
      berlubang: 'lubang',
      tersumbat: 'sumbat',
      pengangkutan: 'angkut',
      genangan: 'genang',
      kemacetan: 'macet',
      pencemaran: 'cemar',
      antrian: 'antre',
      lampunya: 'lampu',
    }
    for (const [word, root] of Object.entries(expected)) assert.equal(rootOf(word), root)
  })
})
