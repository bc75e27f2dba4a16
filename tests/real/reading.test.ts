/**
 * The reader on real labelled texts that lie beside the project: cross-validated where it is trained on
 * them, and the shipped model where it never was. A failure names figures only.
 */
import assert from 'node:assert/strict'
import path from 'node:path'
import { before, test } from 'node:test'
import { crossValidate } from '../../src/learn/cross-validate.ts'
import { predict } from '../../src/learn/prediction.ts'
import { readExamples } from '../../src/learn/read-examples.ts'
import { scoreRows } from '../../src/learn/score.ts'
import { trainModel } from '../../src/learn/train.ts'
import { makeReader } from '../../src/read/read.ts'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { packFolder, ROOT, TEST_DATA } from '../helpers.ts'

let region: Region
before(async () => {
  region = await loadRegion(packFolder('kendari'))
})

const examplesIn = async (...names: string[]) =>
  (await readExamples(names)).flatMap(({ examples }) => examples)
const inData = (name: string) => path.join(TEST_DATA!, name)

test(
  'posts that the model has not seen are read as people read them',
  { timeout: 900_000 },
  async (t) => {
    const posts = await examplesIn(inData('social'))
    const corpus = await examplesIn(path.join(ROOT, 'src/read/corpus'))
    const extra = corpus.map((example) => ({ ...example, written: true }))
    const learn: Parameters<typeof crossValidate>[0]['learn'] = (training) =>
      makeReader(region, trainModel(training, { name: 'lipatan', region }))
    const { all, sure, categories } = scoreRows(
      crossValidate({ examples: posts, extra, folds: 5, learn }),
    )
    const figures = {
      f1: [all.f1?.value ?? 0, 0.72],
      averagePrecision: [all.averagePrecision?.value ?? 0, 0.8],
      sureF1: [sure.f1?.value ?? 0, 0.84],
      sureAveragePrecision: [sure.averagePrecision?.value ?? 0, 0.92],
      categoryAccuracy: [categories.accuracy?.value ?? 0, 0.85],
    } satisfies Record<string, [number, number]>
    t.diagnostic(JSON.stringify(figures))
    for (const [name, [value, least]] of Object.entries(figures)) {
      assert.ok(value >= least, `${name} is ${value}, less than ${least}`)
    }
    const error = all.calibrationError?.value ?? 1
    assert.ok(error <= 0.05, `the calibration error is ${error}`)
  },
)

test('filed letters that it was never trained on are heard', async (t) => {
  const letters = await examplesIn(inData('complaints/dinsos-jatim-filed.csv'))
  const heard = predict(makeReader(region), letters).filter(({ complaint }) => complaint).length
  t.diagnostic(`${heard} of ${letters.length}`)
  assert.ok(heard / letters.length >= 0.97)
})

test('general news that it was never trained on is passed over', async (t) => {
  const news = await examplesIn(inData('negatives/news-2025-06-18.csv'))
  const flagged = predict(makeReader(region), news).filter(({ complaint }) => complaint).length
  t.diagnostic(`${flagged} of ${news.length}`)
  assert.ok(flagged / news.length <= 0.01)
})
