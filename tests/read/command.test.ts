import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import { ROOT } from '../helpers.ts'

type Run = { code: number | null; lines: Record<string, unknown>[]; words: string }

function dengar(args: string[], input: string): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'src/main.ts'), ...args])
    let out = ''
    let words = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.on('error', fail)
    child.on('close', (code) => {
      const lines = out.split('\n').filter((line) => line !== '')
      done({ code, words, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) })
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
const jsonl = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')

describe('dengar read', () => {
  it('answers each post with its reading, areas by name', async () => {
    const post = {
      id: 7,
      text: 'Tolong pak, lampu jalan di Kelurahan Mata mati sudah seminggu',
      channel: 'x',
    }
    const { code, lines } = await dengar(['read'], jsonl(post))
    assert.equal(code, 0)
    const [line] = lines
    const keys =
      'id complaint probability category agency kecamatan kelurahan place urgent modus reasons model'
    for (const key of keys.split(' ')) assert.ok(key in line!, key)
    assert.equal(line!['id'], 7)
    assert.equal(line!['complaint'], true)
    assert.equal(line!['kelurahan'], 'Mata')
    assert.equal(line!['kelurahan_code'], '74.71.02.1015')
    assert.equal(line!['kecamatan'], 'Kendari')
  })

  it('names a bad line by its number, answers it with the error, and goes on', async () => {
    const input = `${jsonl({ id: 1, text: 'halo' })}{"id":2\n\n[]\n${jsonl({ id: 5 }, { id: 6, text: 'a' })}`
    const { code, lines, words } = await dengar(['read'], input)
    assert.equal(code, 1)
    assert.deepEqual(
      lines.map((line) => [line['id'], 'error' in line]),
      [
        [1, false],
        [null, true],
        [null, true],
        [5, true],
        [6, false],
      ],
    )
    for (const number of [2, 4, 5]) assert.match(words, new RegExp(`line ${number}:`))
  })

  it('reads a last line without an end, and lines that end as on Windows', async () => {
    const { lines } = await dengar(['read'], '{"id":1,"text":"a"}\r\n{"id":2,"text":"b"}')
    assert.deepEqual(
      lines.map((line) => line['id']),
      [1, 2],
    )
  })

  it('refuses a region that is not there with a sentence', async () => {
    for (const region of ['tidak-ada', '../..']) {
      const { code, words } = await dengar(['read', '--region', region], '')
      assert.equal(code, 1)
      assert.match(words, /region/)
    }
  })

  it('streams: many lines go through', async () => {
    const posts = Array.from({ length: 3000 }, (_, id) => ({
      id,
      text: `jalan rusak di lorong ${id} Kambu`,
    }))
    const { code, lines } = await dengar(['read'], jsonl(...posts))
    assert.equal(code, 0)
    assert.deepEqual(
      lines.map((line) => line['id']),
      posts.map((post) => post.id),
    )
  })
})

describe('dengar compare', () => {
  it('answers each pair with score, verdict and reasons', async () => {
    const a = {
      text: 'Lampu jalan padam di Jl. Melati no 3, mohon diperbaiki',
      alamat: 'Jl. Melati 3',
      kelurahan: 'Kadia',
      date: '2026-03-01 10:00',
    }
    const { code, lines } = await dengar(['compare'], jsonl({ id: 'x', a, b: a }, { id: 'y', a }))
    // Others measure by these fields: none more, none less.
    assert.deepEqual(Object.keys(lines[0] ?? {}), ['id', 'score', 'verdict', 'reasons'])
    assert.equal(code, 1)
    assert.equal(lines[0]!['verdict'], 'confirmed')
    assert.ok(Array.isArray(lines[0]!['reasons']) && typeof lines[0]!['score'] === 'number')
    assert.match(String(lines[1]!['error']), /"b" is missing/)
  })
})

describe('dengar match', () => {
  it('answers each post with its group and the cases it may belong to', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dengar-match-'))
    const file = path.join(folder, 'cases.jsonl')
    const text = 'Lampu jalan Saranani depan kantor pos Korumba padam semua sejak seminggu'
    await writeFile(
      file,
      jsonl({
        id: 'K1',
        title: 'Lampu Saranani',
        description: text,
        kelurahan: 'Korumba',
        filed_at: '2026-03-01',
        status: 'opened',
      }),
    )
    const { code, lines } = await dengar(
      ['match', '--cases', file],
      jsonl(
        { id: 1, text, at: '2026-03-02' },
        { id: 2, text: `RT @a: ${text}` },
        { id: 3, text: 'air PDAM keruh di Abeli' },
      ),
    )
    await rm(folder, { recursive: true })
    assert.equal(code, 0)
    assert.deepEqual(
      lines.map((line) => line['group']),
      [1, 1, 3],
    )
    const found = lines[0]!['matches'] as { case: string; verdict: string }[]
    assert.equal(found[0]!.case, 'K1')
    assert.deepEqual(lines[2]!['matches'], [])
  })

  it('asks for the file of cases, and says when it is not there', async () => {
    assert.match((await dengar(['match'], '')).words, /--cases/)
    assert.match(
      (await dengar(['match', '--cases', '/tidak/ada.jsonl'], '')).words,
      /there is no file/,
    )
  })
})
