/** The comparison of messages measured on real pairs that lie beside the project, and on written posts. */
import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { readGrouped, readPairs } from '../../src/commands/match-files.ts'
import { regionNamed } from '../../src/commands/json-lines.ts'
import { shippedModel } from '../../src/group/compare-model.ts'
import { judge } from '../../src/group/compare.ts'
import { weighLetters, weighPosts } from '../../src/learn/match-pairs.ts'
import { scorePairs } from '../../src/learn/match-score.ts'
import { crossValidateMatch } from '../../src/learn/match-train.ts'
import { ROOT, TEST_DATA } from '../helpers.ts'

const corpus = (name: string) => path.join(ROOT, 'src/group/corpus', name)

test('pairs that the weights have not seen are told apart', async (t) => {
  const region = await regionNamed('kendari')
  const letters = weighLetters(await readPairs([path.join(TEST_DATA!, 'dedup/pairs.jsonl')]))
  const set = { posts: corpus('a-posts.jsonl'), cases: corpus('a-cases.jsonl') }
  const read = await readGrouped(set, region)
  const predictions = crossValidateMatch([...letters, ...weighPosts(read.posts, read.cases)], {
    folds: 5,
  })
  const { f1, averagePrecision, confirmedPrecision, confirmedRecall } = scorePairs(
    predictions.filter(({ row }) => row.kind === 'letters'),
  )
  const figures = [f1, averagePrecision, confirmedPrecision, confirmedRecall].map(
    (one) => one!.value,
  )
  t.diagnostic(
    `F1, average precision, confirmed: ${figures.map((one) => one.toFixed(3)).join(' ')}`,
  )
  assert.ok(f1!.value >= 0.8)
  assert.ok(averagePrecision!.value >= 0.89)
  assert.ok(confirmedPrecision!.value >= 0.96)
  assert.ok(confirmedRecall!.value >= 0.5)
})

test('posts and cases that were never trained on are told apart by the shipped weights', async (t) => {
  const region = await regionNamed('kendari')
  const set = { posts: corpus('b-posts.jsonl'), cases: corpus('b-cases.jsonl') }
  const { posts, cases } = await readGrouped(set, region)
  const predictions = weighPosts(posts, cases).map((row) => ({
    row,
    ...judge(row.weighed, shippedModel),
  }))
  const of = (kind: string) => scorePairs(predictions.filter(({ row }) => row.kind === kind))
  const toCases = of('cases').averagePrecision!.value
  const toPosts = of('posts').averagePrecision!.value
  t.diagnostic(`average precision: cases ${toCases.toFixed(3)}, posts ${toPosts.toFixed(3)}`)
  assert.ok(toCases >= 0.88)
  assert.ok(toPosts >= 0.7)
})
