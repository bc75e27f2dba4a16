/** What waits to be sent, as this browser keeps it for one officer. */

export type Entry<A> = {
  uid: string
  act: A
  /** When the officer did it (ms). */
  at: number
  /** True after a sending whose answer never came: the server may have done it. */
  mayBeDone: boolean
  /** Why the server refused it after it had waited; then it stays until the officer has read it. */
  refused: string | null
}

export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (owner: number) => `dengar.outbox.${owner}`

/** All entries of an officer, oldest first. What was written by hand or cut off says nothing. */
export function readEntries<A>(storage: BrowserStorage, owner: number): Entry<A>[] {
  try {
    const read: unknown = JSON.parse(storage.getItem(keyOf(owner)) ?? '[]')
    return Array.isArray(read) ? read.filter(isEntry<A>) : []
  } catch {
    return []
  }
}

const isEntry = <A>(read: unknown): read is Entry<A> =>
  typeof read === 'object' && read !== null && 'uid' in read && 'act' in read && 'at' in read

/** Writes one entry, or with null takes it out. Other tabs write here too: only what changed is changed. */
export function writeEntry<A>(
  storage: BrowserStorage,
  owner: number,
  uid: string,
  entry: Entry<A> | null,
): void {
  const others = readEntries<A>(storage, owner).filter((each) => each.uid !== uid)
  const next = entry ? [...others, entry].sort((a, b) => a.at - b.at) : others
  try {
    if (next.length === 0) storage.removeItem(keyOf(owner))
    else storage.setItem(keyOf(owner), JSON.stringify(next))
  } catch {
    // A full or forbidden storage: the acts still wait in this page.
  }
}
