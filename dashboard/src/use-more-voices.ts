/** The voices after those that came along, asked for page by page. */
import { useState } from 'react'
import type { Voice, VoicesPage } from './api.ts'

/** Asks for the page after a voice; `of`: the copies of one. */
export type MoreVoices = (page: { after?: number; of?: number }) => Promise<VoicesPage>

export type Paged = {
  items: Voice[]
  hasMore: boolean
  isAsking: boolean
  error: unknown
  more: () => void
}

/** Begins with `first`, whose following page comes after `next`; null: there is none. */
export function useMoreVoices(
  first: { items: Voice[]; next: number | null },
  ask: ((after: number) => Promise<VoicesPage>) | undefined,
): Paged {
  const [added, setAdded] = useState<VoicesPage | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const next = added ? added.next : first.next

  async function more() {
    if (next === null || !ask || isAsking) return
    setAsking(true)
    setError(null)
    try {
      const page = await ask(next)
      setAdded((before) => ({ items: [...(before?.items ?? []), ...page.items], next: page.next }))
    } catch (failure) {
      setError(failure)
    } finally {
      setAsking(false)
    }
  }
  return {
    items: merged(first.items, added?.items ?? []),
    hasMore: next !== null && ask !== undefined,
    isAsking,
    error,
    more: () => void more(),
  }
}

/** The first page may have been asked for anew meanwhile: what stands in both is shown once, as it is newest. */
function merged(first: Voice[], added: Voice[]): Voice[] {
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...added.filter(({ id }) => !known.has(id))]
}
