import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { decodeVectors, encodeVectors } from '../../src/group/embed-file.ts'
import { exactOf, makeEmbed } from '../../src/group/embed-words.ts'
import {
  cosine,
  DIMENSIONS,
  embed,
  EMBEDDER,
  readVectors,
  SHIPPED_VECTORS,
  vectorText,
} from '../../src/group/embed.ts'
import { fingerprint } from '../../src/group/fingerprint.ts'

const ofText = (text: string) => embed(fingerprint(text).stream)
const nearness = (a: string, b: string) => cosine(ofText(a), ofText(b))
const lengthOf = (vector: Float32Array) => Math.sqrt(cosine(vector, vector))

/** A text, the same told in other words, and another matter of the same street. */
const PARAPHRASES: [string, string, string][] = [
  ['lampu jalan mati di Saranani', 'PJU Saranani padam', 'sampah menumpuk di Saranani'],
  [
    'penerangan jalan Martandu padam',
    'lampu jalan di Martandu tidak menyala',
    'jalan Martandu berlubang',
  ],
  [
    'gelap sekali di lorong Lasolo, lampunya mati',
    'PJU lorong Lasolo rusak',
    'got mampet di lorong Lasolo',
  ],
  ['banjir di Wayong', 'genangan di Wayong setelah hujan', 'lampu jalan mati di Wayong'],
  [
    'Bunggasi terendam lagi tiap hujan',
    'banjir lagi di Bunggasi',
    'tiang listrik miring di Bunggasi',
  ],
  ['air PDAM tidak mengalir di Korumba', 'ledeng Korumba mati tiga hari', 'parkir liar di Korumba'],
  ['kran kering sejak kemarin di Tobuuha', 'air ledeng Tobuuha tidak jalan', 'jalan Tobuuha rusak'],
  [
    'air PDAM keruh di Lahundape',
    'air ledeng Lahundape berwarna coklat',
    'anjing liar di Lahundape',
  ],
  ['sampah menumpuk di Lawata', 'sampah Lawata belum diangkut', 'lampu merah Lawata rusak'],
  ['bau busuk dari TPS Anawai', 'tumpukan sampah di Anawai menyengat', 'kabel menjuntai di Anawai'],
  ['jalan berlubang di Orinunggu', 'aspal rusak di Orinunggu', 'air PDAM mati di Orinunggu'],
  [
    'jalan Sorumba penuh kubangan',
    'Sorumba banyak lubang minta diaspal',
    'listrik padam di Sorumba',
  ],
  ['got mampet di Kemaraya', 'drainase Kemaraya tersumbat', 'pungli parkir di Kemaraya'],
  ['selokan tersumbat sampah di Tipulu', 'parit Tipulu buntu', 'lampu jalan mati di Tipulu'],
  ['listrik padam di Punggolaka', 'PLN mati lagi di Punggolaka', 'pohon tumbang di Punggolaka'],
  ['pohon tumbang di Watulondo', 'kayu besar roboh di Watulondo', 'got mampet di Watulondo'],
  ['dahan rawan patah di Mokoau', 'pohon Mokoau minta dipangkas', 'internet lambat di Mokoau'],
  ['lampu merah Labibia rusak', 'traffic light Labibia mati', 'air PDAM keruh di Labibia'],
  ['juru parkir liar di Alolama', 'jukir Alolama minta uang', 'jalan Alolama berlubang'],
  [
    'kabel menjuntai di Rahandouna',
    'kabel telepon rendah di Rahandouna',
    'sampah menumpuk di Rahandouna',
  ],
  ['internet lelet di Padaleu', 'sinyal hilang di Padaleu', 'banjir di Padaleu'],
  ['wifi gangguan di Baruga', 'jaringan indihome Baruga putus', 'pohon tumbang di Baruga'],
  ['antrean KTP lama di Kambu', 'urus KTP di Kambu dipersulit', 'sampah menumpuk di Kambu'],
  [
    'anjing liar di Watubangga',
    'anjing berkeliaran gigit orang di Watubangga',
    'jalan Watubangga rusak',
  ],
  [
    'knalpot brong tiap malam di Wundudopi',
    'motor bising di Wundudopi',
    'genangan air di Wundudopi',
  ],
  ['balap liar di Andonohu', 'anak muda balapan motor di Andonohu', 'ledeng mati di Andonohu'],
  [
    'trotoar Mandonga dipakai jualan',
    'PKL Mandonga menutup trotoar',
    'lampu jalan mati di Mandonga',
  ],
  ['macet parah di Kadia', 'kemacetan panjang tiap sore di Kadia', 'selokan tersumbat di Kadia'],
  ['jembatan Triping rusak', 'titian di Triping roboh', 'sampah menumpuk di Triping'],
  ['tanah longsor di Abeli', 'tebing Abeli amblas', 'antrean KTP di Abeli'],
  ['harga elpiji naik di Puuwatu', 'gas LPG langka di Puuwatu', 'banjir di Puuwatu'],
  [
    'dokter puskesmas Nambo tidak ada',
    'pelayanan klinik Nambo lambat',
    'lampu jalan mati di Nambo',
  ],
  [
    'bansos belum cair di Sodohoa',
    'PKH warga Sodohoa belum diterima',
    'jalan berlubang di Sodohoa',
  ],
  ['asap pembakaran sampah di Tondonggeu', 'polusi asap di Tondonggeu', 'lampu mati di Tondonggeu'],
  ['nyamuk banyak di Sambuli minta fogging', 'kasus DBD di Sambuli', 'jalan Sambuli rusak'],
  ['maling motor di Benuanirae', 'pencurian lagi di Benuanirae', 'air PDAM mati di Benuanirae'],
]

describe('the built-in vector of a text', () => {
  it('has 256 numbers and length 1, and is all zero for no words', () => {
    for (const stream of [
      ['jalan'],
      ['tak', 'dikenal', 'xqzw'],
      fingerprint('air mati lagi').stream,
    ]) {
      assert.equal(embed(stream).length, DIMENSIONS)
      assert.ok(Math.abs(lengthOf(embed(stream)) - 1) < 1e-5)
    }
    for (const stream of [[], [''], ofNoWords('???'), ofNoWords('')]) {
      assert.ok(embed(stream).every((value) => value === 0))
    }
  })

  it('is what PostgreSQL reads as a vector', () => {
    assert.match(vectorText(embed(['jalan'])), /^\[-?[\d.e-]+(,-?[\d.e-]+){255}\]$/)
  })

  it('is the same for any words, whenever it is asked and in whatever order they stand', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 })), (words) => {
        const vector = embed(words)
        assert.deepEqual(vector, embed(words))
        assert.ok(
          Math.abs(cosine(vector, embed(words.toReversed())) - lengthOf(vector) ** 2) < 1e-5,
        )
        assert.ok(vector.every(Number.isFinite) && lengthOf(vector) < 1.0001)
      }),
    )
  })

  it('is the same on any machine, and after the memory of words was emptied', () => {
    const signs = [...exactOf('kxq')].slice(0, 24).map((value) => (value > 0 ? '+' : '-'))
    assert.equal(signs.join(''), '+---++--+-+++-+++-+---++')
    const fresh = makeEmbed(readVectors(SHIPPED_VECTORS))
    for (const stream of [
      ['lampu', 'mati', 'saranani'],
      ['xqzw', 'vbnm'],
    ]) {
      assert.deepEqual(fresh(stream), embed(stream))
    }
  })

  it('says the same of a word that is told twice', () => {
    assert.deepEqual(embed(['banjir', 'banjir', 'wayong']), embed(['banjir', 'wayong']))
  })

  it('bounds time and memory for a flood of invented words and for huge ones', () => {
    const start = performance.now()
    const before = process.memoryUsage().rss
    for (let n = 0; n < 100; n += 1) {
      embed(Array.from({ length: 5000 }, (_, i) => `kata${n}x${i}`))
    }
    embed(['a'.repeat(5_000_000), ...Array<string>(300_000).fill('jalan')])
    assert.ok(performance.now() - start < 20_000)
    assert.ok(process.memoryUsage().rss - before < 300_000_000)
  })

  it('knows a name again that is written a little differently', () => {
    assert.ok(cosine(embed(['andonohu']), embed(['anduonohu'])) > 0.2)
    assert.ok(cosine(embed(['punggaloba']), embed(['puunggaloba'])) > 0.2)
    assert.ok(cosine(embed(['bunggasi']), embed(['martandu'])) < 0.15)
  })
})

describe('the meaning in the vector', () => {
  for (const [text, paraphrase, other] of PARAPHRASES) {
    it(`"${text}" is nearer to "${paraphrase}" than to "${other}"`, () => {
      assert.ok(nearness(text, paraphrase) > nearness(text, other))
    })
  }

  it('puts the same words of the same street nearer than those of another street', () => {
    const lamp = 'lampu jalan mati di Saranani'
    assert.ok(
      nearness(lamp, 'lampu di Saranani mati') > nearness(lamp, 'lampu jalan mati di Martandu'),
    )
    assert.ok(nearness(lamp, 'PJU padam di Saranani') > nearness(lamp, 'PJU padam di Martandu'))
  })

  it('puts texts that have nothing in common near zero', () => {
    assert.ok(
      Math.abs(nearness('lampu jalan mati di Saranani', 'antrean KTP di kantor camat')) < 0.25,
    )
  })

  it('has no text that lies near to all others', () => {
    const vectors = PARAPHRASES.flat().map(ofText)
    const mean = new Float32Array(DIMENSIONS)
    for (const vector of vectors) vector.forEach((value, i) => (mean[i]! += value / vectors.length))
    assert.ok(lengthOf(mean) < 0.4)
  })
})

describe('the file of word vectors', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dengar-vectors-'))
  })
  after(() => rm(folder, { recursive: true }))

  const damaged: [string, (bytes: Buffer) => Buffer, RegExp][] = [
    ['is empty', () => Buffer.alloc(0), /holds no word vectors of Dengar; train it again/],
    ['is something else', () => Buffer.from('PK a zip file of some kind'), /holds no word vectors/],
    ['is cut', (bytes) => bytes.subarray(0, -5000), /bawaan-1: the file is cut or too long/],
    ['is cut in its head', (bytes) => bytes.subarray(0, 40), /the head of the file is damaged/],
    ['is too long', (bytes) => Buffer.concat([bytes, bytes]), /the file is cut or too long/],
    ['has a head that is no JSON', (bytes) => bytes.fill(1, 12, 30), /head of the file is damaged/],
    ['has a wild length', (bytes) => bytes.fill(255, 8, 12), /head of the file is damaged/],
    [
      'has numbers that are none',
      (bytes) => bytes.fill(255, 140, 1300),
      /numbers of the file are damaged/,
    ],
  ]
  for (const [what, damage, sentence] of damaged) {
    it(`is refused with a sentence when it ${what}`, async () => {
      const file = path.join(folder, 'vectors.bin')
      await writeFile(file, damage(await readFile(SHIPPED_VECTORS)))
      assert.throws(() => readVectors(file), sentence)
    })
  }

  it('is refused with a sentence when it is missing', () => {
    assert.throws(() => readVectors(path.join(folder, 'none.bin')), /none\.bin cannot be read/)
  })

  it('is written as it was read, bears the name of the function, and is loaded in a moment', async () => {
    const bytes = await readFile(SHIPPED_VECTORS)
    const start = performance.now()
    const vectors = decodeVectors(bytes)
    assert.ok(performance.now() - start < 500)
    assert.equal(vectors.name, EMBEDDER)
    assert.ok(bytes.length <= 8_000_000)
    assert.ok(Buffer.from(encodeVectors(vectors)).equals(bytes))
  })

  it('holds no words', async () => {
    const text = (await readFile(SHIPPED_VECTORS)).toString('latin1')
    for (const word of ['lampu', 'sampah', 'surabaya', 'banjir']) assert.ok(!text.includes(word))
  })
})

/** What is left of a text that says nothing. */
const ofNoWords = (text: string) => fingerprint(text).stream
