/**
 * The functions text -> vector by their names. Vectors of two of them cannot be compared, so each
 * fingerprint names the one that made it.
 */
import { embed } from './embed.ts'
import { embedHashed } from './embed-hashed.ts'

const EMBEDDER = 'bawaan-1'

/** What is embedded: the words as they were told, and their content words in order. */
export type Embeddable = { text: string; stream: readonly string[] }

export type Embedder = {
  name: string
  /** One vector for each: 256 long, of length 1; all zero where there is nothing to embed. */
  embed: (of: readonly Embeddable[]) => Promise<Float32Array[]>
}

const ofWords = (name: string, of: (stream: readonly string[]) => Float32Array): Embedder => ({
  name,
  embed: async (all) => all.map(({ stream }) => of(stream)),
})

/** Comes with the program and needs no file beside it. */
export const builtIn: Embedder = ofWords(EMBEDDER, embed)

/** Every function that this process can run: today's, those before it, and the model that was opened. */
const known = new Map(
  [ofWords('hashed-1', embedHashed), builtIn].map((embedder) => [embedder.name, embedder]),
)
const opened = new Map<string, Promise<Embedder>>()

/**
 * The embedder of the settings: the built-in one, or the sentence model in this folder, which is loaded
 * once and from then on found by its name.
 * @throws a sentence when the model cannot be used; never another function in its place
 */
export function openEmbedder(folder: string | null): Promise<Embedder> {
  if (folder === null) return Promise.resolve(builtIn)
  const found = opened.get(folder)
  if (found) return found
  const opening = open(folder).catch((error: unknown) => {
    opened.delete(folder)
    throw error
  })
  opened.set(folder, opening)
  return opening
}

async function open(folder: string): Promise<Embedder> {
  const { openOnnx } = await import('./onnx-embedder.ts')
  const embedder = await openOnnx(folder)
  known.set(embedder.name, embedder)
  return embedder
}

/**
 * The function that made the vectors of this name; null when this program does not have it any more (a
 * sentence model that is not configured now): such vectors cannot be searched until they are replaced.
 */
export const embedderNamed = (name: string): Embedder | null => known.get(name) ?? null
