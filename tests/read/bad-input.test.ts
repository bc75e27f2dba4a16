/** Whatever arrives gets a reading, in time and memory that grow no faster than the text. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { normalize } from '../../src/read/normalize.ts'
import { makeReader } from '../../src/read/read.ts'
import type { Message, Reading } from '../../src/read/reading.ts'
import { readWord } from '../../src/read/spelling.ts'
import { loadRegion } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

const LONGEST = 100_000
/** 4,000, and what a last hashtag is cut into. */
const MOST_TOKENS = 4100
/** Eight times the text may take 8 times as long; machines that do other things need room. */
const LEAST_MS = 100
const MOST_GROWTH = 40

let read: (message: Message) => Reading
before(async () => {
  read = makeReader(await loadRegion(packFolder('kendari')))
})

const repeat = (piece: string) => (chars: number) =>
  piece.repeat(Math.ceil(chars / piece.length)).slice(0, chars)

/** Each makes a text of about so many UTF-16 units. */
const TEXTS: Record<string, (chars: number) => string> = {
  'one word': repeat('a'),
  'one word of syllables': repeat('pemerintahan'),
  hyphens: repeat('-'),
  'hyphens in words': repeat('jalan-'),
  apostrophes: repeat("a'"),
  points: repeat('a.'),
  'emoji only': repeat('😭🔥'),
  'joined emoji': repeat('👩‍👩‍👧‍👦'),
  'halves of pairs': repeat('\ud83d'),
  'halves the other way round': repeat('\ude2d\ud83d'),
  'right-to-left marks': repeat('\u202ejalan\u202c \u200f'),
  'zero widths': repeat('j\u200ba\u200cl\u200da\ufeffn '),
  'nested tags': repeat('<b><i>'),
  'tags that do not end': repeat('<a '),
  'angle brackets': repeat('<'),
  entities: repeat('&amp;amp;'),
  'entities that do not end': repeat('&amp;&lt;b &quot;'),
  'escaped tags': repeat('&lt;p&gt;'),
  zalgo: repeat(`r${'\u0337\u0321\u0300'.repeat(10)}`),
  'letters that unfold': repeat('\ufdfa'),
  english: repeat('the road in front of my house is broken again. '),
  arabic: repeat('الطريق مكسور منذ أسبوع '),
  chinese: repeat('路坏了一个星期没有人修'),
  thai: repeat('ถนนพังมาหนึ่งสัปดาห์แล้ว '),
  korean: repeat('도로가 망가졌어요 '),
  'null bytes': repeat('\0'),
  'null bytes in words': repeat('ja\0lan '),
  'mixed scripts': repeat('jаlаn rυsak ｊａｌａｎ 𝗿𝘂𝘀𝗮𝗸 '),
  hashtags: repeat('#jalanrusakparahsekali'),
  'one hashtag': (chars) => `#${repeat('sampah')(chars - 1)}`,
  handles: repeat('@a@b.'),
  links: repeat('https://'),
  'bare domains': repeat('a.b-c.'),
  numbers: repeat('1234567890'),
  'line ends': repeat('\n'),
  complaints: repeat('jalan rusak parah di jl saranani kelurahan korumba kecamatan mandonga '),
  'one fault over and over': repeat('lampu mati '),
  denials: repeat('tidak '),
  places: repeat('mandonga kadia wua-wua '),
  'rt and rw': repeat('rt 1 rw 2 '),
  distinct: (chars) =>
    Array.from({ length: Math.ceil(chars / 8) }, (_, i) => `k${(i * 7919).toString(36)}i`)
      .join(' ')
      .slice(0, chars),
}

function check(text: string, title = ''): void {
  const { tokens, source } = normalize(text, title)
  assert.ok(source.length <= LONGEST && text.startsWith(source))
  assert.ok(tokens.length <= MOST_TOKENS)
  for (const { start, end, inTitle, text: word } of tokens) {
    const whole = inTitle ? title : text
    assert.ok(start >= 0 && start < end && end <= whole.length, `${start}-${end}`)
    assert.ok(word.length <= 60)
  }
  const reading = read({ text, title, channel: 'x' })
  assert.ok(reading.probability >= 0 && reading.probability <= 1)
  assert.ok(reading.reasons.length <= 40)
  for (const { start, end } of reading.reasons) {
    if (start === undefined || end === undefined) continue
    assert.ok(start >= 0 && start < end && end <= text.length, `reason at ${start}-${end}`)
  }
}

describe('bad input', () => {
  it('of no letters is no complaint', () => {
    for (const text of [
      '',
      ' ',
      '\n\n',
      '\0',
      '\ufeff',
      '\u202e',
      '...',
      '😭',
      '-'.repeat(20_000),
    ]) {
      const reading = read({ text, channel: 'x' })
      assert.equal(reading.complaint, false, JSON.stringify(text.slice(0, 5)))
      check(text)
    }
  })

  for (const [name, make] of Object.entries(TEXTS)) {
    it(`of 100,000 characters is read: ${name}`, () => check(make(LONGEST)))
  }

  it('longer than 100,000 characters is cut, and no pair with it', () => {
    const text = 'jalan rusak '.repeat(50_000)
    check(text)
    assert.equal(normalize(text).source.length, LONGEST)
    check(`a${'😭'.repeat(60_000)}`)
  })

  it('takes no more than in proportion to its length', () => {
    for (const [name, make] of Object.entries(TEXTS)) {
      const small = best(() => read({ text: make(LONGEST / 8), channel: 'x' }))
      const large = best(() => read({ text: make(LONGEST), channel: 'x' }))
      if (large < LEAST_MS) continue
      assert.ok(large / small < MOST_GROWTH, `${name}: ${small} ms, eight times longer ${large} ms`)
    }
  })

  it('does not fill the memory, however many words are invented', () => {
    const invent = (from: number, to: number) => {
      for (let i = from; i < to; i += 1) readWord(`xq${i.toString(36)}x`)
    }
    invent(0, 100_000)
    const before = heapInUse()
    invent(100_000, 500_000)
    const grown = (heapInUse() - before) / 2 ** 20
    // All of them kept would be more than 70 MB.
    assert.ok(grown < 30, `${grown} MB`)
  })
})

describe('a fuzz run', () => {
  const piece = fc.oneof(
    fc.constantFrom(...Object.values(TEXTS).map((make) => make(30))),
    fc.constantFrom(
      '<p>',
      '</',
      '&',
      '&#',
      '&#x1f62d;',
      '&lt;',
      ';',
      '@',
      '#',
      "'",
      '’',
      '/',
      '\\',
    ),
    fc.constantFrom(
      'jl',
      'Jl.',
      'no',
      'rt',
      'kel',
      'dekat',
      'depan',
      'tdk',
      'gabisa',
      'mati',
      'mi',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('of broken pieces gives readings whose spans lie in the text', () => {
    fc.assert(
      fc.property(text, text, (body, title) => check(body, title)),
      { numRuns: 600 },
    )
  })

  it('gives the same reading twice', () => {
    fc.assert(
      fc.property(text, (body) => {
        assert.deepEqual(read({ text: body, channel: 'x' }), read({ text: body, channel: 'x' }))
      }),
      { numRuns: 100 },
    )
  })
})

function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

function best(work: () => void): number {
  let least = Infinity
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}
