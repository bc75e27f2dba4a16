import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { CUES } from '../../src/read/lexicon/cues.ts'
import { MODUS_NOISE, MODUS_SIGNS, MODUS_WORDS } from '../../src/read/lexicon/modus-words.ts'
import { COLLOQUIAL_ROOTS, SLANG } from '../../src/read/lexicon/slang.ts'
import { FAULTS, TOPICS } from '../../src/read/lexicon/topics.ts'
import { DANGERS, EMERGENCIES, SIGNS, UNMADE } from '../../src/read/lexicon/urgent-words.ts'
import { normalize } from '../../src/read/normalize.ts'
import { findPhrases, makePhrases } from '../../src/read/phrases.ts'
import { isRoot } from '../../src/read/words.ts'
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
    ['sama2 hati2', 'sama hati hati'],
    ['#JalanRusakKendari #lampu_mati', 'jalan rusak kendari lampu mati'],
    ['air&nbsp;mati &amp; keruh&#33;', 'air mati keruh'],
    ['<p>sampah <br/>menumpuk</p> <NOMOR>', 'sampah menumpuk nomor'],
    ['𝙋𝙖𝙨𝙖𝙧 ｂｏｃｏｒ', 'pasar bocor'],
    ['ja\u200blan ru\u00adsak\u202e', 'jalan rusak'],
    ['kafé ñandu', 'kafe nandu'],
    ['lihat https://contoh.id/a?b=c dan www.contoh.id', 'lihat dan'],
    ['Wua-Wua/Kadia', 'wua wua kadia'],
    ['#jalanrusak #BANJIRKENDARI #airmati', 'jalan rusak banjir kendari air mati'],
    ['#surabaya #mantapjiwa #lampungtimur', 'surabaya mantapjiwa lampungtimur'],
    ['jаlаn rυsak', 'jalan rusak'],
    ['ʀᴜꜱᴀᴋ 🅱🅰🅽🅹🅸🆁', 'rusak banjir'],
    ['&lt;p class=&quot;a&quot;&gt;air&amp;nbsp;mati&lt;/p&gt;', 'air mati'],
    ['cek contoh.go.id/berita, rusak.tolong', 'cek rusak tolong'],
    ['dalan peteng, banyune ora mili', 'jalan gelap air tidak mili'],
    ['kumaha ieu lampu paeh wae teu hurung', 'bagaimana ieu lampu paeh saja tidak hurung'],
    ['sa su lapor, nda ada dorang datang', 'sa su lapor tidak ada mereka datang'],
    ['kaga dibenerin, dibiarin doang', 'tidak diperbaiki dibiarkan saja'],
    [
      'kmrn jgn dateng dl krn blm dpt antrian',
      'kemarin jangan datang dulu karena belum dapat antrian',
    ],
    ['wkwkwkwk hahahaha', 'wkwk haha'],
    ['tanggapi lengkapi alami', 'tanggapi lengkapi alami'],
  ]
  for (const [text, expected] of cases) {
    it(`reads ${JSON.stringify(text)} as "${expected}"`, () => assert.equal(words(text), expected))
  }

  it('reads emoji as signals and not as words', () => {
    const { emoji, tokens } = normalize('banjir 🌊🌊 min 😭😡🙏🏻', 'tolong 🆘')
    const seen = Object.entries(emoji).filter(([, count]) => count > 0)
    assert.deepEqual(Object.fromEntries(seen), { flood: 2, sad: 1, angry: 1, pray: 1, siren: 1 })
    assert.equal(tokens.length, 3)
    const plain = normalize('tanpa gambar')
    assert.ok(Object.values(plain.emoji).every((count) => count === 0))
  })

  it('takes the point after a handle for the end of a sentence', () => {
    const { tokens } = normalize('@pemkot_kdi. tolong')
    assert.deepEqual(
      tokens.map((token) => [token.text, token.gap]),
      [
        ['pemkot_kdi', 2],
        ['tolong', 2],
      ],
    )
  })

  it('gives each word of a hashtag its own span', () => {
    const text = '😀 #lampumati'
    const quoted = normalize(text).tokens.map((token) => text.slice(token.start, token.end))
    assert.deepEqual(quoted, ['lampu', 'mati'])
  })

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
    ...Object.entries({ ...DANGERS, ...SIGNS, ...UNMADE, ...MODUS_SIGNS, ...MODUS_NOISE }),
    ...Object.entries(EMERGENCIES).map(
      ([number, words]) => [number, Object.values(words).flat()] as [string, string[]],
    ),
    ...Object.entries(CUES),
    ...Object.entries(MODUS_WORDS).map(
      ([modus, words]) => [modus, Object.values(words).flat()] as [string, string[]],
    ),
    ...Object.entries(TOPICS).flatMap(([category, topic]) =>
      Object.entries(topic).map(
        ([part, list]) => [`${category} ${part}`, list] as [string, string[]],
      ),
    ),
  ])

  it('hold only phrases that are found in their own words', () => {
    const lost: string[] = []
    for (const [name, list] of lists) {
      for (const phrase of list) {
        const { tokens } = normalize(phrase.replaceAll('_', 'xyzw'))
        const found = findPhrases(makePhrases([[phrase, name]]), tokens)
        if (found.length === 0) lost.push(`${name}: ${phrase} -> ${words(phrase)}`)
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

  it('rewrite no root of the dictionary but those that are colloquial', () => {
    const roots = [...SLANG.keys()].filter((written) => isRoot(written))
    assert.deepEqual(
      roots.filter((root) => !COLLOQUIAL_ROOTS.has(root)),
      [],
    )
    for (const root of COLLOQUIAL_ROOTS) assert.ok(SLANG.has(root) && isRoot(root), root)
  })

  it('rewrite no name of a region but what is short for a kind of place', async () => {
    const short = new Set(['jl', 'rs', 'rsu', 'rsud', 'pkm', 'dr', 'd', 'tpi'])
    for (const pack of ['kendari', 'contoh']) {
      const region = await loadRegion(packFolder(pack))
      const names = [...region.areas, ...region.places].flatMap((one) => [one.name, ...one.aliases])
      for (const { plain } of names.flatMap((name) => normalize(name).tokens)) {
        assert.ok(!SLANG.has(plain) || short.has(plain), `${pack}: ${plain}`)
      }
    }
  })

  it('rewrite no word of a topic', () => {
    const phrases = Object.values(TOPICS).flatMap((topic) => Object.values(topic).flat())
    for (const phrase of [...phrases, ...FAULTS]) {
      for (const word of phrase.split(' ')) assert.ok(!SLANG.has(word), `${phrase}: ${word}`)
    }
  })

  it('rewrite to words that are not rewritten again', () => {
    for (const [written, meant] of SLANG) assert.equal(words(meant), meant, written)
  })
})
