import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import zlib from 'node:zlib'
import ExcelJS from 'exceljs'
import { checkArchive } from '../../src/collect/sources/file-zip.ts'

let folder: string
let good: Buffer

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dengar-zip-'))
  const book = new ExcelJS.Workbook()
  book.addWorksheet('a').addRow(['teks'])
  good = Buffer.from(await book.xlsx.writeBuffer())
})
after(() => rm(folder, { recursive: true }))

async function check(content: Uint8Array): Promise<void> {
  const file = path.join(folder, 'x.xlsx')
  await writeFile(file, content)
  await checkArchive(file)
}

type Part = { name: string; data: Buffer; claimed?: number }

/** A zip archive written by hand, so that it can lie. */
function zip(parts: Part[], gap = 0): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, claimed } of parts) {
    const packed = zlib.deflateRawSync(data)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claimed ?? data.length, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed ?? data.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(name))
    locals.push(local, Buffer.from(name), packed, Buffer.alloc(gap))
    offset += 30 + name.length + packed.length + gap
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}
const workbook = { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') }

test('a workbook of a spreadsheet program passes', async () => {
  await check(good)
  await check(zip([workbook]))
})

test('bombs are refused quickly, also those that lie about their size', async () => {
  const zeros = Buffer.alloc(120_000_000)
  const start = performance.now()
  for (const claimed of [120_000_000, 10]) {
    const bomb = zip([workbook, { name: 'xl/worksheets/sheet1.xml', data: zeros, claimed }])
    await assert.rejects(check(bomb), /unpacks to far more/)
  }
  const strings = { name: 'xl/sharedStrings.xml', data: zeros.subarray(0, 41_000_000) }
  await assert.rejects(check(zip([workbook, strings])), /unpacks to far more/)
  const dense = { name: 'xl/worksheets/sheet1.xml', data: zeros.subarray(0, 20_000_000) }
  await assert.rejects(check(zip([workbook, dense])), /unpacks to far more/)
  assert.ok(performance.now() - start < 10_000)
})

test('an archive with hidden content between its parts is refused', async () => {
  await assert.rejects(check(zip([workbook], 40)), /damaged/)
  const hidden = Buffer.concat([Buffer.from('PK'), good])
  await assert.rejects(check(hidden), /damaged/)
})

test('an archive that is no workbook, has too many parts or is locked is refused in words', async () => {
  await assert.rejects(
    check(zip([{ name: 'a.txt', data: Buffer.from('a') }])),
    /not an Excel workbook/,
  )
  const many = Array.from({ length: 1_001 }, (_, index) => ({
    name: `${index}`,
    data: Buffer.from('a'),
  }))
  await assert.rejects(check(zip([workbook, ...many])), /more than 1000 parts/)
  const locked = zip([workbook])
  locked.writeUInt16LE(1, locked.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 8)
  await assert.rejects(check(locked), /locked with a password/)
})

test('a workbook that is cut off or changed anywhere never gets further than a sentence', async () => {
  for (let length = 0; length < good.length; length += 97) {
    await assert.rejects(
      check(good.subarray(0, length)),
      /^Error: the workbook|^FileError|damaged|archive/,
    )
  }
  let refused = 0
  for (let at = 0; at < good.length; at += 41) {
    const changed = Buffer.from(good)
    changed[at] = (changed[at] ?? 0) ^ 0xff
    await check(changed).catch((error: Error) => {
      refused++
      assert.match(error.message, /^(the workbook|this is an archive)/)
    })
  }
  assert.ok(refused > 0)
  assert.ok((await readFile(path.join(folder, 'x.xlsx'))).length > 0)
})
