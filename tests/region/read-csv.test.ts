import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readCsv } from '../../src/region/read-csv.ts'

describe('readCsv', () => {
  test('gives each row its cells by column and the line where it begins', () => {
    const text = 'id,text\r\n1,"two\nlines, one cell"\r\n\r\n2,"she said ""mati"""\r\n'
    assert.deepEqual(readCsv(text, { file: 'posts.csv' }), {
      columns: ['id', 'text'],
      rows: [
        { line: 2, cells: { id: '1', text: 'two\nlines, one cell' } },
        { line: 5, cells: { id: '2', text: 'she said "mati"' } },
      ],
      problems: [],
    })
  })

  test('accepts a byte order mark, spaces around cells and another delimiter', () => {
    const table = readCsv('\uFEFFa\tb\n 1 \t2\n', { file: 'x.tsv', delimiter: '\t' })
    assert.deepEqual(table.rows, [{ line: 2, cells: { a: '1', b: '2' } }])
  })

  test('keeps the good rows when one has too few or too many cells', () => {
    const table = readCsv('a,b\n1\n2,3\n4,5,6\n', { file: 'x.csv' })
    assert.deepEqual(table.rows, [{ line: 3, cells: { a: '2', b: '3' } }])
    assert.deepEqual(table.problems, [
      'x.csv:2: the row has 1 cells, the header has 2',
      'x.csv:4: the row has 3 cells, the header has 2',
    ])
  })

  test('says what is wrong with quotes, a giant row, a doubled column or an empty file', () => {
    const problemsOf = (text: string) => readCsv(text, { file: 'x.csv' }).problems
    assert.deepEqual(problemsOf('a,b\n1,"open\n2,3'), [
      'x.csv:3: a quote (") opened here or above is never closed',
    ])
    assert.deepEqual(problemsOf('a,b\n1,say "ya"\n'), [
      'x.csv:2: a quote (") stands inside a cell; put the cell in quotes and double the quote',
    ])
    assert.deepEqual(problemsOf(`a,b\n${'x'.repeat(1_000_001)},1\n`), [
      'x.csv:2: the row is longer than a million characters',
    ])
    assert.deepEqual(problemsOf('a,b,a\n1,2,3\n'), [
      'x.csv:1: the header names the column "a" twice',
    ])
    assert.deepEqual(problemsOf('\n\n'), ['x.csv:1: the file is empty'])
  })

  test('does not read more rows than it is told', () => {
    const table = readCsv('a\n1\n2\n3\n4\n', { file: 'x.csv', maxRows: 2 })
    assert.deepEqual(table.rows, [])
    assert.deepEqual(table.problems, ['x.csv:4: the file has more than 2 rows'])
    assert.equal(readCsv('a\n1\n2\n', { file: 'x.csv', maxRows: 2 }).rows.length, 2)
  })

  test('never throws, and reads back whatever cells were written', () => {
    fc.assert(fc.property(fc.string(), (text) => readCsv(text, { file: 'x' }).rows.length >= 0))
    const cell = fc.string({ minLength: 1 }).map((text) => `_${text}_`)
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const quoted = rows.map((cells) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
        )
        const table = readCsv(['a,b', ...quoted].join('\n'), { file: 'x' })
        assert.deepEqual(
          table.rows.map(({ cells }) => [cells['a'], cells['b']]),
          rows,
        )
      }),
    )
  })
})
