import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  chooseCategories,
  CLASS_CUES,
  classCues,
  MISCONDUCT_CUE,
  sharesByModel,
  sharesByWords,
} from '../../src/read/category.ts'
import type { ClassModel } from '../../src/read/classes.ts'
import { findModus } from '../../src/read/modus.ts'
import { normalize } from '../../src/read/normalize.ts'
import { makeTopicFinder } from '../../src/read/topics.ts'
import { CATEGORIES } from '../../src/region/category.ts'

const findTopics = makeTopicFinder([])

function look(text: string) {
  const message = normalize(text)
  return { message, topics: findTopics(message.tokens, []), modus: findModus(message.tokens) }
}

/** A model without words of its own: the cue of each category speaks for it. */
function modelOfCues(): ClassModel {
  const count = CATEGORIES.length
  const mix = new Float32Array((count + CLASS_CUES) * count)
  for (let c = 0; c < count; c += 1) mix[(count + c) * count + c] = 3
  return {
    labels: CATEGORIES,
    bits: 4,
    weights: new Int8Array(16 * (count + 1)),
    scales: new Float32Array(count).fill(1),
    bias: new Float32Array(count),
    temperature: 1,
    cues: CLASS_CUES,
    mix,
    offset: new Float32Array(count),
  }
}

describe('the category of a message', () => {
  it('is that of the problem that it names, by words alone as by a model', () => {
    const found = look('lampu jalan mati di lorong kami')
    const [byWords] = chooseCategories(sharesByWords(found.topics, found.modus))
    const [byModel] = chooseCategories(sharesByModel(modelOfCues(), found))
    assert.equal(byWords?.code, 'penerangan')
    assert.equal(byModel?.code, 'penerangan')
  })

  it('comes in three at most, best first, with shares of at most 1 in all', () => {
    const { topics, modus } = look(
      'jalan rusak, got mampet, sampah menumpuk, air pdam mati, listrik padam',
    )
    const best = chooseCategories(sharesByWords(topics, modus))
    assert.equal(best.length, 3)
    const shares = best.map(({ score }) => score)
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => b - a),
    )
    assert.ok(shares.reduce((sum, share) => sum + share, 0) <= 1.001)
  })

  it('is the one that the citizen chose, before what was found', () => {
    const { topics, modus } = look('jalan rusak')
    assert.equal(chooseCategories(sharesByWords(topics, modus), 'sosial')[0]?.code, 'sosial')
    assert.equal(chooseCategories(new Map(), 'air')[0]?.code, 'air')
  })

  it('is conduct of officials where money is asked for, whatever the service', () => {
    const { topics, modus } = look('urus KTP dipungli oknum petugas')
    assert.equal(chooseCategories(sharesByWords(topics, modus))[0]?.code, 'aparat')
  })

  it('is none where no word says one', () => {
    const { topics, modus } = look('selamat pagi semuanya')
    assert.deepEqual(chooseCategories(sharesByWords(topics, modus)), [])
  })
})

describe('what a model is told of the words', () => {
  it('is a problem, a thing and misconduct, each by itself', () => {
    const { topics, modus } = look('jalan rusak, kami dipungli oknum petugas')
    const cues = classCues(topics, modus)
    assert.equal(cues.length, CLASS_CUES)
    const jalan = CATEGORIES.indexOf('jalan')
    assert.ok(cues[jalan]! > 0)
    assert.ok(cues[MISCONDUCT_CUE]! > 0)
    const only = look('jalan')
    const things = classCues(only.topics, only.modus)
    assert.equal(things[jalan], 0)
    assert.ok(things[MISCONDUCT_CUE + 1 + jalan]! > 0)
  })

  it('is nothing for an empty message', () => {
    const { topics, modus } = look('')
    assert.ok(classCues(topics, modus).every((cue) => cue === 0))
  })
})
