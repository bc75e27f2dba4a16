import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { averagePrecisionOf } from '../../src/learn/score-detection.ts'
import type { Example } from '../../src/learn/example.ts'
import { predict } from '../../src/learn/prediction.ts'
import { readExamples } from '../../src/learn/read-examples.ts'
import { adaptModel, trainModel } from '../../src/learn/train.ts'
import { sharesByModel } from '../../src/read/category.ts'
import { makeLook } from '../../src/read/look.ts'
import { decodeModel, encodeModel, type Model } from '../../src/read/model.ts'
import { makeReader } from '../../src/read/read.ts'
import { viewsOf } from '../../src/read/views.ts'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { packFolder } from '../helpers.ts'

const CORPUS = new URL('../../src/read/corpus/utilities.jsonl', import.meta.url).pathname

let region: Region
let learned: Example[]
let held: Example[]
let model: Model
before(async () => {
  region = await loadRegion(packFolder('kendari'))
  const [file] = await readExamples([CORPUS])
  const examples = file!.examples
  learned = examples.filter((_, i) => i % 4 !== 0)
  held = examples.filter((_, i) => i % 4 === 0)
  model = trainModel(learned, { name: 'percobaan', region })
})

const averagePrecision = (of: Model, examples: Example[]): number =>
  averagePrecisionOf(predict(makeReader(region, of), examples)) ?? 0

describe('training', () => {
  it('learns from labels to rank posts it has not seen', () => {
    const complaints = held.filter(({ complaint }) => complaint).length
    assert.ok(averagePrecision(model, held) > (1.4 * complaints) / held.length)
  })

  it('gives the same model for the same labels', () => {
    const madeAt = new Date('2026-01-01')
    const twice = [1, 2].map(() =>
      trainModel(learned.slice(0, 120), { name: 'sama', region, madeAt }),
    )
    assert.deepEqual(encodeModel(twice[0]!), encodeModel(twice[1]!))
  })

  it('keeps no weight of what stood in one text only', () => {
    const look = makeLook(region)
    const counts = model.views.map(({ weights }) => new Uint32Array(weights.length))
    for (const example of learned) {
      const { message, signs } = look(example)
      for (const [view, row] of viewsOf(message.tokens, signs).entries()) {
        for (const feature of row) counts[view]![feature]! += 1
      }
    }
    for (const [view, { weights }] of model.views.entries()) {
      const rare = weights.findIndex((weight, i) => weight !== 0 && counts[view]![i]! < 2)
      assert.equal(rare, -1)
    }
  })

  it('says so in a sentence when there is nothing to learn from', () => {
    assert.throws(() => trainModel([], { name: 'kosong', region }), /train: .*label/)
    const one = learned.filter(({ complaint }) => complaint)
    assert.throws(() => trainModel(one, { name: 'sepihak', region }), /train: .*label/)
  })
})

describe('correcting a model by newer labels', () => {
  it('moves it towards them, and not far from what it knew', () => {
    const word = 'zumbalaka'
    const newer: Example[] = Array.from({ length: 40 }, (_, i) => ({
      ...learned[i]!,
      id: `baru-${i}`,
      text: i % 2 === 0 ? `${word} lagi di lorong ${i}` : `pesta ${i} ramai sekali`,
      complaint: i % 2 === 0,
      category: i % 2 === 0 ? 'listrik' : null,
      weight: 1,
    }))
    const corrected = adaptModel(model, newer, { name: 'koreksi', region })
    const text = `${word} di lorong kami`
    const before = makeReader(region, model)({ text }).probability
    const after = makeReader(region, corrected)({ text }).probability
    assert.ok(after > before, `${before} -> ${after}`)
    assert.ok(averagePrecision(corrected, held) > averagePrecision(model, held) - 0.05)
    assert.equal(corrected.name, 'koreksi')
  })
})

describe('the category', () => {
  it('is learned from labels', () => {
    const complaints = held.filter(({ complaint, category }) => complaint && category !== null)
    const read = makeReader(region, model)
    const right = complaints.filter(
      ({ text, channel, category }) =>
        read({ text, channel: channel ?? 'x' }).category === category,
    ).length
    assert.ok(right / complaints.length > 0.6, `${right} of ${complaints.length}`)
  })

  it('moves with newer labels, and a clear word stays what it is', () => {
    const newer: Example[] = learned
      .filter(({ complaint }) => complaint)
      .slice(0, 60)
      .map((example) => ({ ...example, text: `${example.text} zumbalaka`, category: 'ekonomi' }))
    const corrected = adaptModel(model, newer, { name: 'koreksi', region })
    const findings = makeLook(region)({ text: 'tolong zumbalaka kami belum datang juga pak' })
    const shareOf = (of: Model) => sharesByModel(of.classes!, findings).get('ekonomi') ?? 0
    assert.ok(shareOf(corrected) > 2 * shareOf(model))
    const clear = 'Air PDAM tidak mengalir sudah seminggu, tolong pak'
    assert.equal(makeReader(region, corrected)({ text: clear }).category, 'air')
  })
})

describe('the file of a model', () => {
  it('reads the same after it was stored', () => {
    const again = decodeModel(encodeModel(model))
    for (const { text, channel } of held.slice(0, 20)) {
      const before = makeReader(region, model)({ text, channel })
      assert.deepEqual(makeReader(region, again)({ text, channel }), before)
    }
  })

  it('is refused in a sentence when it is damaged, cut or of another kind', () => {
    const bytes = encodeModel(model)
    const damaged = Uint8Array.from(bytes)
    damaged[13] = 0
    for (const wrong of [
      new Uint8Array(0),
      bytes.slice(0, 300),
      bytes.slice(0, -1),
      damaged,
      Buffer.from('GIF89a'),
    ]) {
      assert.throws(() => decodeModel(wrong), /^Error: model.*train/)
    }
  })
})
