import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'node:test'
import { normalize } from '../../src/read/normalize.ts'
import { findUrgency } from '../../src/read/urgency.ts'

const find = (text: string) => findUrgency(normalize(text).tokens)
const isUrgent = (text: string): boolean => find(text).urgent.length > 0

async function readLines<T>(file: string): Promise<T[]> {
  const text = await readFile(file, 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

describe('danger to people', () => {
  const urgent = [
    'air sudah masuk rumah setinggi lutut di Lepo-Lepo, belum surut dari semalam',
    'pohon besar tumbang menutup jalan depan kampus, tolong segera ditangani',
    'kabel listrik menjuntai di tengah jalan Bunggasi, sudah keluar percikan api',
    'lubang di poros Baruga membahayakan pengendara, sudah banyak yang jatuh',
    'tiang telepon sudah miring sekali, takut roboh menimpa rumah warga',
    'lampu jalan mati, tadi malam ada lagi yang kecelakaan di tikungan itu',
    'anak saya sesak napas sudah berjam-jam di IGD belum ditangani dokter',
    'tiga orang di lorong kami kena DBD, tolong difogging',
    'kompleks kami masih banjir, sudah tiga hari tidak surut',
    'ada anjing liar gigit dua anak hari ini, masih berkeliaran',
  ]
  for (const text of urgent) it(`hears: ${text}`, () => assert.equal(isUrgent(text), true))

  const calm = [
    'Tolong pak, iuran sampah di Kadia tidak jelas',
    'KTP saya belum jadi sudah dua bulan, tolong dicek',
    'setiap musim hujan jalan ini tergenang, kapan drainasenya dikeruk',
    'kali dekat rumah tidak pernah dikeruk, sedimennya sudah tinggi',
    'listrik padam lagi di Abeli, kapan menyala',
    'besok jatuh tempo pajak kendaraan, aplikasinya error terus',
    'hatiku hancur lihat pelayanan begini, tolong diperbaiki',
    'air PDAM tidak mengalir sudah empat hari',
    'sampah menumpuk di depan pasar, baunya menyengat',
    'santunan korban kebakaran tahun lalu belum cair',
    'angkot jarang lewat, tolong ditambah armadanya',
  ]
  for (const text of calm) it(`is calm about: ${text}`, () => assert.equal(isUrgent(text), false))

  it('tells danger that is denied, over or long past from danger now', () => {
    assert.equal(isUrgent('tidak ada banjir di sini'), false)
    assert.equal(isUrgent('dulu pernah ada yang tenggelam di kolam itu, tolong dipagari'), false)
    assert.equal(isUrgent('api sudah dipadamkan, terima kasih'), false)
  })

  it('agrees with the corpus: at least two of three found, and most of the found are right', async () => {
    const folder = path.join(import.meta.dirname, '../../src/read/corpus')
    const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'))
    type Post = { text: string; complaint: number; urgent: number }
    const posts = await Promise.all(files.map((name) => readLines<Post>(path.join(folder, name))))
    const complaints = posts.flat().filter((post) => post.complaint === 1)
    const labelled = complaints.filter((post) => post.urgent === 1)
    const found = complaints.filter((post) => isUrgent(post.text))
    const right = found.filter((post) => post.urgent === 1).length
    assert.ok(labelled.length >= 100)
    assert.ok(right / labelled.length >= 0.7, `recall ${right} of ${labelled.length}`)
    assert.ok(right / found.length >= 0.55, `precision ${right} of ${found.length}`)
  })
})

describe('an emergency', async () => {
  type Case = { text: string; call: string | null }
  const cases = await readLines<Case>(path.join(import.meta.dirname, 'emergencies.jsonl'))

  for (const { text, call } of cases) {
    it(`${call === null ? 'is none' : `calls ${call}`}: ${text}`, () => {
      const found = find(text)
      assert.equal(found.call, call)
      assert.equal(found.emergency.length > 0, call !== null)
      if (call !== null) assert.ok(found.urgent.length > 0, 'an emergency is urgent')
    })
  }

  it('quotes the words of danger as spans of the tokens', () => {
    const { tokens } = normalize('Tolong cepat, gudang terbakar di Kadia, apinya membesar')
    const { emergency, call } = findUrgency(tokens)
    assert.equal(call, '113')
    const words = emergency.map(({ from, to }) =>
      tokens
        .slice(from, to + 1)
        .map((token) => token.text)
        .join(' '),
    )
    assert.ok(words.includes('gudang terbakar'), words.join(', '))
  })
})

describe('any text', () => {
  it('is looked at in bounded time', () => {
    for (const piece of ['banjir ', 'tidak takut banjir ', 'pohon a b ', 'kebakaran tolong! ']) {
      const { tokens } = normalize(piece.repeat(100_000 / piece.length))
      const start = performance.now()
      findUrgency(tokens)
      assert.ok(performance.now() - start < 2000, piece)
    }
  })

  it('that is empty has no danger', () => {
    assert.deepEqual(find(''), { urgent: [], emergency: [], call: null })
  })
})
