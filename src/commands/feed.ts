/** `dengar feed FILE...`: feed documents in, their items as JSON lines out. Needs no database. */
import { createReadStream } from 'node:fs'
import { parseDate } from '../collect/dates.ts'
import { readFeed } from '../collect/sources/feed-document.ts'
import type { Command } from './command.ts'
import { printable } from './printable.ts'

/** Four times what is fetched from a source. */
const MAX_BYTES = 20_000_000

export const command: Command = {
  async run(files) {
    if (files.length === 0) {
      console.error('feed: name at least one file, as in: dengar feed berita.xml')
      return 1
    }
    let failed = 0
    for (const file of files) {
      try {
        await printItems(file)
      } catch (error) {
        failed++
        console.error(printable(`feed: ${file}: ${reason(error)}`))
      }
    }
    return failed > 0 ? 1 : 0
  },
}

async function printItems(file: string): Promise<void> {
  const { items } = readFeed(await readBounded(file), { url: '' })
  for (const item of items) {
    const { id, url, title, text, author } = item
    // Without a region there is no local time: a date without a zone is read as UTC.
    const published = item.published && (parseDate(item.published, 'UTC')?.toISOString() ?? null)
    process.stdout.write(`${JSON.stringify({ file, id, url, title, text, published, author })}\n`)
  }
}

/** Not by its size: what a pipe or a device will give has none. */
async function readBounded(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Error(`the file is larger than ${MAX_BYTES / 1_000_000} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'is a folder, not a file'
  if (code === 'EACCES') return 'may not be read'
  return error instanceof Error ? error.message : String(error)
}
