import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { append, problemsWith, replace } from './contoh-pack.ts'

describe('clocks', () => {
  test('a rung that stands twice in a stage is named', async () => {
    const problems = await problemsWith({
      'region.json': replace('"rung": "observer"', '"rung": "whatsapp"'),
    })
    assert.deepEqual(problems, ['region.json:37: stage answer has the rung whatsapp twice'])
  })

  test('a stage without a time limit is refused, because a complaint could wait for ever', async () => {
    const problems = await problemsWith({
      'region.json': replace('"stage": "triage"', '"stage": "visit"'),
    })
    assert.deepEqual(problems, ['region.json:20: clocks has no time limit for the stage triage'])
  })
})

describe('sources.csv', () => {
  test('one feed written in two ways is found', async () => {
    const problems = await problemsWith({
      'sources.csv': append('feed,Warta Lain,http://www.warta.contoh.example/feed,lokal,30,1'),
    })
    assert.deepEqual(problems, [
      'sources.csv:4: http://www.warta.contoh.example/feed is the same address as in line 2',
    ])
  })

  test('two sources of one kind and name are refused', async () => {
    const problems = await problemsWith({
      'sources.csv': append('feed,warta contoh,https://lain.example/feed,lokal,30,1'),
    })
    assert.deepEqual(problems, ['sources.csv:4: feed "warta contoh" already stands in line 2'])
  })
})

describe('watch-words.csv and holidays.csv', () => {
  test('a repeated word is named', async () => {
    const problems = await problemsWith({ 'watch-words.csv': append('Jalan Rusak,jalan,') })
    assert.deepEqual(problems, ['watch-words.csv:7: "jalan rusak" already stands in line 2'])
  })

  test('a repeated day is named', async () => {
    const problems = await problemsWith({
      'holidays.csv': append('2026-08-17,Upacara,regional,Kalender rekaan'),
    })
    assert.deepEqual(problems, [
      'holidays.csv:6: 2026-08-17 already stands in line 3; a day is off once',
    ])
  })
})
