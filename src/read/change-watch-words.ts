/** Adds, changes and removes watch words. Every process reads with them from its next batch on. */
import type { Pool, Sql } from '../db/connect.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import type { Category } from '../region/category.ts'
import type { Region } from '../region/region.ts'
import {
  deleteWatchRow,
  lockWatchWords,
  upsertWatchRow,
  watchRows,
  type WatchRow,
} from './queries-watch-words.ts'
import { phraseOf } from './topics.ts'

const LONGEST = 80
const MOST_WORDS = 6
/** Beside those of the pack: what is looked for in every message is kept bounded. */
const MOST_OWN = 500

export type NewWatchWord = { word: string; category: Category | null; off?: boolean | undefined }

/** Watches for one more word or phrase. 422 when it says nothing or is watched for already. */
export async function addWatchWord(
  sql: Pool,
  { region, officer }: Acting,
  { word: typed, category, off = false }: NewWatchWord,
): Promise<void> {
  requireRight(officer, 'sources.manage')
  const word = checkedWord(typed)
  await sql.begin(async (tx) => {
    await lockWatchWords(tx, region.id)
    const rows = await watchRows(tx, region.id)
    refuseKnown(word, region, rows)
    if (ownOf(region, rows).length >= MOST_OWN) {
      throw conflict(`Sudah ada ${MOST_OWN} kata sendiri. Hapus yang tidak dipakai lagi.`)
    }
    const changedBy = officer.id
    await upsertWatchRow(tx, { regionId: region.id, word, category, off, changedBy })
    await record(tx, { region, officer }, 'watch_word.added', { word, category, off })
  })
}

export type WatchWordChange = {
  off?: boolean | undefined
  category?: Category | null | undefined
}

/** Switches a word off or on, or gives it another category; one of the pack, too. 404: no such word. */
export async function changeWatchWord(
  sql: Pool,
  { region, officer }: Acting,
  { word: typed, ...change }: WatchWordChange & { word: string },
): Promise<void> {
  requireRight(officer, 'sources.manage')
  const word = typed.trim().toLowerCase()
  await sql.begin(async (tx) => {
    await lockWatchWords(tx, region.id)
    const ofPack = packWord(region, word)
    const row = (await watchRows(tx, region.id)).find((each) => each.word === word)
    if (!ofPack && !row) throw notFound('Kata pantauan', word)
    const before = { off: row?.off ?? false, category: row?.category ?? ofPack?.category ?? null }
    const after = {
      off: change.off ?? before.off,
      category: change.category === undefined ? before.category : change.category,
    }
    if (ofPack && after.category === null) throw needsCategory()
    const differing = changed(before, after)
    if (Object.keys(differing).length === 0) return
    const isAsInPack = ofPack && !after.off && after.category === ofPack.category
    const changedBy = officer.id
    if (isAsInPack) await deleteWatchRow(tx, region.id, word)
    else await upsertWatchRow(tx, { regionId: region.id, word, ...after, changedBy })
    await record(tx, { region, officer }, 'watch_word.changed', { word, ...differing })
  })
}

/** Takes an own word away. 409 for one of the pack, which can be switched off; 404: no such word. */
export async function removeWatchWord(
  sql: Pool,
  { region, officer }: Acting,
  { id }: { id: number },
): Promise<void> {
  requireRight(officer, 'sources.manage')
  await sql.begin(async (tx) => {
    await lockWatchWords(tx, region.id)
    const row = (await watchRows(tx, region.id)).find((each) => each.id === id)
    if (!row) throw notFound('Kata pantauan', id)
    const { word, category, off } = row
    if (packWord(region, word)) {
      throw conflict(`“${word}” berasal dari paket daerah. Matikan saja bila tidak dipakai.`)
    }
    await deleteWatchRow(tx, region.id, word)
    await record(tx, { region, officer }, 'watch_word.removed', { word, category, off })
  })
}

function checkedWord(typed: string): string {
  const word = typed
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
    .toLowerCase()
  const phrase = phraseOf(word)
  const say = (sentence: string) => invalid(sentence, { word: sentence })
  if (phrase.replace(/[^\p{L}\p{N}]/gu, '').length < 2) {
    throw say('Tulis kata atau frasa yang terdiri atas huruf, sedikitnya dua.')
  }
  if (word.length > LONGEST) throw say(`Paling banyak ${LONGEST} huruf.`)
  if (phrase.split(' ').length > MOST_WORDS) {
    throw say(
      `Paling banyak ${MOST_WORDS} kata: makin panjang frasanya, makin jarang ditulis orang.`,
    )
  }
  return word
}

/** "jln rusak" is "jalan rusak": the reader looks for them as one. */
function refuseKnown(word: string, region: Region, rows: readonly WatchRow[]): void {
  const phrase = phraseOf(word)
  const known = [...region.watchWords, ...rows].find((each) => phraseOf(each.word) === phrase)
  if (!known) return
  const sentence = `“${known.word}” sudah dipantau. Ubah yang sudah ada.`
  throw invalid(sentence, { word: sentence })
}

function needsCategory() {
  const sentence = 'Kata dari paket daerah selalu punya kategori. Pilih salah satu, atau matikan.'
  return invalid(sentence, { category: sentence })
}

const packWord = (region: Region, word: string) =>
  region.watchWords.find((each) => each.word.toLowerCase() === word)

const ownOf = (region: Region, rows: readonly WatchRow[]) =>
  rows.filter(({ word }) => !packWord(region, word))

type Said = { off: boolean; category: Category | null }

/** What is different, as [from, to]. */
const changed = (before: Said, after: Said) => ({
  ...(before.off === after.off ? {} : { off: [before.off, after.off] }),
  ...(before.category === after.category ? {} : { category: [before.category, after.category] }),
})

const record = (
  tx: Sql,
  { region, officer }: Acting,
  kind: string,
  data: { [key: string]: unknown },
) => appendEvent(tx, { regionId: region.id, kind, officerId: officer.id, data })
