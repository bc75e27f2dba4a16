/** Views of the queue that an officer keeps: filters under a name, in an order of their own. */
import type { Pool, Sql } from '../db/connect.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { deleteView, insertView, lockViews, viewsOf, writeViews } from './queries-views.ts'

export type SavedView = {
  id: number
  name: string
  /** The part of the queue's address after "?", without it. */
  query: string
  /** 0 stands first. */
  position: number
}

export type ViewWords = { name: string; query: string }

export type ViewChange = {
  id: number
  name?: string | undefined
  query?: string | undefined
  position?: number | undefined
}

const MOST_VIEWS = 30
const MOST_NAME = 60
const MOST_QUERY = 1000

/** The officer's own views, in their order. */
export async function listViews(sql: Sql, { officer }: Acting): Promise<SavedView[]> {
  requireRight(officer, 'queue.read')
  return viewsOf(sql, officer.id)
}

/** Keeps a view behind the others. 409 when there are 30, or one of this name. @returns all of them */
export async function addView(sql: Pool, acting: Acting, words: ViewWords): Promise<SavedView[]> {
  const { name, query } = checked(words)
  return change(sql, acting, async (tx, views) => {
    if (views.length >= MOST_VIEWS) {
      throw conflict(`Paling banyak ${MOST_VIEWS} tampilan; hapus salah satu lebih dahulu.`)
    }
    refuseTwice(views, name)
    const position = views.length
    await insertView(tx, { officerId: acting.officer.id, name, query, position })
  })
}

/** Renames a view, gives it other filters, or moves it to a place (0 is the first). @returns all of them */
export async function changeView(
  sql: Pool,
  acting: Acting,
  { id, position, ...words }: ViewChange,
): Promise<SavedView[]> {
  return change(sql, acting, async (tx, views) => {
    const found = views.find((view) => view.id === id)
    if (!found) throw notFound('Tampilan', id)
    const others = views.filter((view) => view !== found)
    const { name = found.name, query = found.query } = words
    const next = { ...found, ...checked({ name, query }) }
    refuseTwice(others, next.name)
    await writeViews(tx, others.toSpliced(position ?? views.indexOf(found), 0, next))
  })
}

/** Forgets a view. @returns the others */
export async function removeView(
  sql: Pool,
  acting: Acting,
  { id }: { id: number },
): Promise<SavedView[]> {
  return change(sql, acting, async (tx, views) => {
    const others = views.filter((view) => view.id !== id)
    if (others.length === views.length) throw notFound('Tampilan', id)
    await deleteView(tx, id)
    await writeViews(tx, others)
  })
}

function change(
  sql: Pool,
  { officer }: Acting,
  work: (tx: Sql, views: SavedView[]) => Promise<void>,
): Promise<SavedView[]> {
  requireRight(officer, 'queue.read')
  return sql.begin(async (tx) => {
    await lockViews(tx, officer.id)
    await work(tx, await viewsOf(tx, officer.id))
    return viewsOf(tx, officer.id)
  })
}

function checked(words: ViewWords): ViewWords {
  const name = words.name.replace(/\s+/g, ' ').trim()
  // Read and written anew: whatever was sent, what is kept is a query and nothing else.
  const query = new URLSearchParams(words.query.trim()).toString()
  const fields = {
    ...(name === '' ? { name: 'Wajib diisi.' } : {}),
    ...(name.length > MOST_NAME ? { name: `Paling panjang ${MOST_NAME} huruf.` } : {}),
    ...(query.length > MOST_QUERY ? { query: `Paling panjang ${MOST_QUERY} huruf.` } : {}),
  }
  if (Object.keys(fields).length > 0) throw invalid('Tampilan ini belum dapat disimpan.', fields)
  return { name, query }
}

function refuseTwice(views: SavedView[], name: string): void {
  const same = views.find((view) => view.name.toLowerCase() === name.toLowerCase())
  if (same) throw conflict(`Tampilan "${same.name}" sudah ada; pilih nama lain.`)
}
