import assert from 'node:assert/strict'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { loadDay } from '../../src/demo/day.ts'
import { packFolder } from '../helpers.ts'

test('the day of Kendari has outlets, articles, posts and filings', async () => {
  const day = await loadDay(packFolder('kendari'))
  const counts = [day.outlets, day.articles, day.posts, day.filings].map((list) => list.length)
  assert.ok(
    counts.every((count) => count > 0),
    String(counts),
  )
  const outlets = new Set(day.outlets.map(({ id }) => id))
  assert.ok(day.articles.every(({ outlet }) => outlets.has(outlet)))
})

test('a line that is wrong is named', async () => {
  const region = await mkdtemp(path.join(tmpdir(), 'dengar-day-'))
  const write = (name: string, text: string) => writeFile(path.join(region, 'demo', name), text)
  await mkdir(path.join(region, 'demo'))
  await write('outlets.json', '[]')
  await write('articles.jsonl', '')
  await write('filings.jsonl', '')
  await write('posts.jsonl', '{"id": 7')
  await assert.rejects(loadDay(region), /^Error: demo: posts.jsonl:1: this is not JSON/)
  await write('posts.jsonl', '{}')
  await assert.rejects(loadDay(region), /^Error: demo: posts.jsonl:1: .*\n.*minute/s)
  await write('outlets.json', 'x')
  await write('posts.jsonl', '')
  await assert.rejects(loadDay(region), /^Error: demo: outlets.json: this is not JSON/)
  await rm(region, { recursive: true })
})

test('a region without a demo says which file is missing', async () => {
  await assert.rejects(loadDay('/nowhere'), /no demo day: .*outlets\.json is missing/)
})
