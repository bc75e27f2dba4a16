/**
 * Looks at an XLSX archive before it is opened: counts what it really unpacks to, and refuses one whose
 * directory and content disagree, because the two readers would then see different files.
 */
import { createReadStream } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { FileError } from './file-record.ts'

const MAX_UNPACKED = 100_000_000
/** These are held in memory while the rows are read. */
const MAX_SHARED_STRINGS = 40_000_000
const MAX_ENTRIES = 1_000
const MAX_RATIO = 100
/** Below this, a high ratio harms nobody. */
const SMALL = 5_000_000

type Entry = { name: string; flags: number; method: number; packed: number; offset: number }

/** @throws FileError when the file is damaged, encrypted, or would unpack to more than 100 MB */
export async function checkArchive(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await stat(path)
    const { entries, directoryAt } = await readDirectory(file, size)
    if (!entries.some(({ name }) => name === 'xl/workbook.xml')) {
      throw new FileError('this is an archive, but not an Excel workbook (.xlsx)')
    }
    let total = 0
    for (const [index, entry] of entries.entries()) {
      const next = entries[index + 1]?.offset ?? directoryAt
      const start = await checkHeader(file, entry, next)
      const limit =
        entry.name === 'xl/sharedStrings.xml' ? MAX_SHARED_STRINGS : MAX_UNPACKED - total
      total += await countUnpacked(path, { entry, start, limit })
    }
    if (total > SMALL && total > size * MAX_RATIO) throw tooLarge()
  } finally {
    await file.close()
  }
}

const tooLarge = () =>
  new FileError('the workbook unpacks to far more than a table needs; save it as CSV, or in parts')
const damaged = () => new FileError('the workbook is damaged; open it in Excel and save it again')

async function bytesAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
  return buffer.subarray(0, bytesRead)
}

async function readDirectory(file: FileHandle, size: number) {
  const tailAt = Math.max(0, size - 66_000)
  const tail = await bytesAt(file, tailAt, size - tailAt)
  const end = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) throw damaged()
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const directoryAt = tail.readUInt32LE(end + 16)
  if (count > MAX_ENTRIES) throw new FileError(`the workbook has more than ${MAX_ENTRIES} parts`)
  if (length > 1_000_000 || directoryAt + length !== tailAt + end) throw damaged()
  const directory = await bytesAt(file, directoryAt, length)
  const entries: Entry[] = []
  for (let at = 0; at < directory.length;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  entries.sort((one, other) => one.offset - other.offset)
  if (entries.length !== count || entries[0]?.offset !== 0) throw damaged()
  return { entries, directoryAt }
}

const HAS_DESCRIPTOR = 8
const LONGEST_DESCRIPTOR = 24

/** Between two parts there is room for nothing else. @returns where the part's data begin */
async function checkHeader(file: FileHandle, entry: Entry, next: number): Promise<number> {
  if (entry.flags & 1)
    throw new FileError('the workbook is locked with a password; save it without')
  const header = await bytesAt(file, entry.offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged()
  const flags = header.readUInt16LE(6)
  const method = header.readUInt16LE(8)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const gap = next - start - entry.packed
  const described = (flags & HAS_DESCRIPTOR) !== 0
  const isKnown = method === 8 || (method === 0 && !described)
  const agrees = described || header.readUInt32LE(18) === entry.packed
  if (method !== entry.method || !isKnown || !agrees) throw damaged()
  if (gap < 0 || gap > (described ? LONGEST_DESCRIPTOR : 0)) throw damaged()
  return start
}

type Part = { entry: Entry; start: number; limit: number }

async function countUnpacked(path: string, { entry, start, limit }: Part): Promise<number> {
  if (entry.packed === 0) return 0
  const data = createReadStream(path, { start, end: start + entry.packed - 1 })
  if (entry.method === 0) {
    if (entry.packed > limit) throw tooLarge()
    data.destroy()
    return entry.packed
  }
  const inflate = createInflateRaw()
  data.on('error', (error) => inflate.destroy(error))
  data.pipe(inflate)
  let bytes = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > limit) throw tooLarge()
    }
  } catch (error) {
    throw error instanceof FileError ? error : damaged()
  } finally {
    data.destroy()
    inflate.destroy()
  }
  if (inflate.bytesWritten !== entry.packed) throw damaged()
  return bytes
}
