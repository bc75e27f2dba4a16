/** A real sentence model through the real runtime: for where its two packages are installed. */
import assert from 'node:assert/strict'
import { appendFile, copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { cosine } from '../../src/group/embed.ts'
import { embedderNamed, openEmbedder, type Embedder } from '../../src/group/embedder.ts'
import { makeFold } from '../../src/group/fold.ts'
import { currentEmbedders } from '../../src/group/queries-refill.ts'
import { refillFingerprints, useEmbedder } from '../../src/group/refill.ts'
import { idOf, wordVector, WORDS, writeTinyModel } from '../group/tiny-model.ts'
import { freshDatabase, freshRegion } from '../helpers.ts'
import { makeCandidate } from '../makers.ts'
import { removeFolder, scratchFolder } from '../service.ts'

let root: string
before(async () => {
  root = await scratchFolder()
})
after(() => removeFolder(root))

async function model(name: string, options: Parameters<typeof writeTinyModel>[1] = {}) {
  const folder = path.join(root, name)
  await writeTinyModel(folder, options)
  return folder
}

const embed = (embedder: Embedder, ...texts: string[]) =>
  embedder.embed(texts.map((text) => ({ text, stream: [] })))

/** What the model must give, computed by hand. */
function expected(text: string, width: number, seed = 1): Float32Array {
  const words = ['[CLS]', ...text.toLowerCase().split(' ').slice(0, 254), '[SEP]']
  const mean = new Float32Array(width)
  for (const word of words) {
    for (const [i, value] of wordVector(idOf(word), width, seed).entries())
      mean[i]! += value / words.length
  }
  return makeFold(width)(mean)
}

const isNear = (a: Float32Array, b: Float32Array, what: string) =>
  assert.ok(Math.abs(cosine(a, b) - 1) < 1e-5, `${what}: ${cosine(a, b)}`)

for (const width of [8, 256, 300]) {
  test(`texts of any length get the mean of their tokens, from a model of ${width} numbers`, async () => {
    const embedder = await openEmbedder(await model(`wide-${width}`, { width }))
    const texts = Array.from({ length: 40 }, (_, n) =>
      Array.from({ length: 1 + ((n * 7) % 23) }, (_, i) => WORDS[(n * 5 + i * 3) % 30]!).join(' '),
    )
    const vectors = await embed(embedder, ...texts)
    assert.equal(vectors.length, 40)
    for (const [n, text] of texts.entries()) {
      assert.equal(vectors[n]!.length, 256)
      isNear(vectors[n]!, expected(text, width), text)
    }
  })
}

test('upper case, unknown words, emptiness and half a surrogate pair are no trouble', async () => {
  const embedder = await openEmbedder(await model('bad-input'))
  const [shouted, plain, unknown, none, space, half] = await embed(
    embedder,
    ...['LAMPU MATI', 'lampu mati', 'zzz yyy', '', ' \n ', 'lampu \ud83d'],
  )
  isNear(shouted!, plain!, 'case')
  isNear(unknown!, expected('zzz yyy', 8), 'unknown')
  assert.equal(Math.hypot(...none!), 0)
  assert.equal(Math.hypot(...space!), 0)
  assert.ok(Math.abs(Math.hypot(...half!) - 1) < 1e-5)
  assert.deepEqual(await embed(embedder), [])
})

test('a text without end is cut to 256 tokens', async () => {
  const embedder = await openEmbedder(await model('long'))
  const text = `${'air '.repeat(100_000)}lampu`
  const start = performance.now()
  const [vector] = await embed(embedder, text)
  assert.ok(performance.now() - start < 2000)
  isNear(vector!, expected('air '.repeat(254).trim(), 8), 'cut')
})

test('a model that asks for ids and mask only works as well', async () => {
  const embedder = await openEmbedder(
    await model('two-inputs', { inputs: ['input_ids', 'attention_mask'] }),
  )
  isNear((await embed(embedder, 'air pdam'))[0]!, expected('air pdam', 8), 'two inputs')
})

test('the name follows from the files: another model is another function', async () => {
  const one = await openEmbedder(await model('one'))
  const same = await openEmbedder(await model('same'))
  const other = await openEmbedder(await model('other', { seed: 2 }))
  assert.match(one.name, /^onnx-[0-9a-f]{12}$/)
  assert.equal(one.name, same.name)
  assert.notEqual(one.name, other.name)
  assert.equal(await openEmbedder(path.join(root, 'one')), one, 'loaded once')
  assert.equal(embedderNamed(other.name), other)
  const words = await model('words')
  await writeFile(
    path.join(words, 'tokenizer.json'),
    (await readFile(path.join(words, 'tokenizer.json'), 'utf8')).replace('"lampu":4', '"lampu":5'),
  )
  assert.notEqual((await openEmbedder(words)).name, one.name)
})

test('a damaged file, or a model of another kind, is refused in a sentence', async () => {
  const broken = await model('broken')
  await writeFile(path.join(broken, 'model.onnx'), 'this is no model')
  await assert.rejects(openEmbedder(broken), /model\.onnx cannot be loaded as an ONNX model: /)
  const cut = await model('cut')
  await appendFile(path.join(cut, 'tokenizer.json'), '}')
  await assert.rejects(openEmbedder(cut), /tokenizer\.json cannot be used: /)
  const other = await model('other-inputs', { inputs: ['input_ids', 'pixel_values'] })
  await assert.rejects(openEmbedder(other), /asks for "pixel_values"; a sentence model asks for/)
  const good = await model('good')
  await copyFile(path.join(good, 'model.onnx'), path.join(broken, 'model.onnx'))
  assert.match((await openEmbedder(broken)).name, /^onnx-/, 'mended, it is tried again')
})

test('a configured model fills the database and takes over; a changed one starts a new filling', async () => {
  const fresh = await freshDatabase()
  try {
    const region = await freshRegion(fresh.sql)
    for (const word of WORDS)
      await makeCandidate(fresh.sql, region, { text: `${word} di depan pasar` })
    const fill = async () => {
      while ((await refillFingerprints(fresh.db, { limit: 10, mostMs: 1000 })).next === 'more');
    }
    const first = await useEmbedder(fresh.sql, await model('first', { width: 300 }))
    await fill()
    assert.equal((await currentEmbedders(fresh.sql)).active.name, first.name)
    const second = await useEmbedder(fresh.sql, await model('second', { width: 300, seed: 5 }))
    const { active, filling } = await currentEmbedders(fresh.sql)
    assert.deepEqual([active.name, filling?.name], [first.name, second.name])
    await fill()
    const [row] = await fresh.sql<{ names: string[]; count: number }[]>`
      select array_agg(distinct e.name) as names, count(*) from fingerprints g join embedders e on e.id = g.embedder_id`
    assert.deepEqual({ ...row }, { names: [second.name], count: WORDS.length })
  } finally {
    await fresh.close()
  }
})
