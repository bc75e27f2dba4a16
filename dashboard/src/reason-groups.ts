import type { Reason } from './api.ts'

export type ReasonGroup = { kind: string; texts: string[] }

/** In the order in which a person asks: is it one, of what, where, how grave. What is unknown comes last. */
const ORDER = ['complaint', 'not_complaint', 'category', 'place', 'urgent', 'modus', 'agency']
/** A candidate of fifty voices has hundreds of reasons; nobody reads more of one kind. */
const MOST_TEXTS = 100

/** Reasons by their kind, each said once, in the order of their first mention. Pure. */
export function reasonGroups(reasons: Reason[]): ReasonGroup[] {
  const byKind = new Map<string, Set<string>>()
  for (const { kind, text } of reasons) {
    const texts = byKind.get(kind) ?? new Set<string>()
    if (texts.size < MOST_TEXTS) byKind.set(kind, texts.add(text))
  }
  const placeOf = (kind: string) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)
  return [...byKind]
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .map(([kind, texts]) => ({ kind, texts: [...texts] }))
}
