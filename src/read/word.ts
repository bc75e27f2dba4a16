/** A word of a message, the same object wherever it stands, so that what is found of it is found once. */

export type Word = {
  /** Normalized: "jlnnya" -> "jalan". */
  text: string
  /** Lower case and unstretched only: what a name is looked up by. */
  plain: string
  root: string
  memory: unknown[]
  /** A bit for each list of phrases; 0 where it is known that none begins with this word. */
  begins: number
}

export const makeWord = (text: string, plain: string, root: string): Word => ({
  text,
  plain,
  root,
  memory: [],
  begins: ~0,
})

let slots = 0

/** Makes a function that remembers its answer as long as the word itself is remembered. */
export function remember<T extends object>(find: (word: Word) => T): (word: Word) => T {
  const slot = slots
  slots += 1
  return (word) => (word.memory[slot] ??= find(word)) as T
}
