/**
 * A sentence model in a folder of this machine as an embedder. Its two packages are large and most need
 * neither, so they are loaded only here, when a model is configured.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Embedder } from './embedder.ts'
import { makeFold, meanOfTokens } from './fold.ts'

const RUNTIME = 'onnxruntime-node'
const TOKENIZERS = '@huggingface/tokenizers'
const INSTALL = `npm install --no-save --ignore-scripts ${RUNTIME}@1.30.0 ${TOKENIZERS}@0.2.0`

const MODEL = 'model.onnx'
/** Weights that stand beside a large model. */
const MODEL_DATA = 'model.onnx_data'
const TOKENIZER = 'tokenizer.json'
const TOKENIZER_CONFIG = 'tokenizer_config.json'

const MOST_TOKENS = 256
const MOST_CHARS = 4000
const BATCH = 16

type Output = { data: unknown; dims: readonly number[] }
type Session = {
  inputNames: readonly string[]
  outputNames: readonly string[]
  run: (feeds: Record<string, unknown>) => Promise<Record<string, Output>>
}
type Tokenizer = { encode: (text: string) => { ids: number[] } }

/** The parts of the two packages that are used. */
type Packages = {
  InferenceSession: { create: (file: string, options: object) => Promise<Session> }
  Tensor: new (type: 'int64', data: BigInt64Array, dims: number[]) => unknown
  Tokenizer: new (tokenizer: object, config: object) => Tokenizer
}

/**
 * Loads the model of the folder and tries it once. Its name follows from its files, so that another model
 * is another function, whose vectors have to be made anew.
 * @throws a sentence when a file or a package is missing, or the model cannot be used
 */
export async function openOnnx(folder: string): Promise<Embedder> {
  for (const file of [MODEL, TOKENIZER]) {
    if (existsSync(path.join(folder, file))) continue
    throw new Error(
      `embed: EMBED_MODEL names the folder ${folder}, but it has no ${file}. Put ${MODEL} and ${TOKENIZER} ` +
        'of a sentence model there, or leave EMBED_MODEL empty for the built-in function.',
    )
  }
  const packages = await loadPackages()
  const tokenizer = await openTokenizer(packages, folder)
  const session = await openSession(packages, path.join(folder, MODEL))
  const run = makeRun({ packages, tokenizer, session })
  const [tried] = await run(['uji']).catch((error: unknown) => {
    throw new Error(`embed: the model in ${folder} does not work: ${messageOf(error)}`)
  })
  const fold = makeFold(tried?.length ?? 0)
  return {
    name: `onnx-${(await hashOf(folder)).slice(0, 12)}`,
    async embed(of) {
      const texts = of.map(({ text }) => text.slice(0, MOST_CHARS).toWellFormed())
      const vectors = texts.map(() => fold(new Float32Array(0)))
      // Texts of about one length together: a batch is as long as its longest text.
      const order = [...texts.keys()]
        .filter((n) => texts[n]!.trim() !== '')
        .toSorted((a, b) => texts[a]!.length - texts[b]!.length)
      for (let at = 0; at < order.length; at += BATCH) {
        const batch = order.slice(at, at + BATCH)
        const means = await run(batch.map((n) => texts[n]!))
        for (const [i, n] of batch.entries()) vectors[n] = fold(means[i]!)
      }
      return vectors
    },
  }
}

async function loadPackages(): Promise<Packages> {
  try {
    const [runtime, tokenizers] = await Promise.all([load(RUNTIME), load(TOKENIZERS)])
    return { ...runtime, ...tokenizers } as Packages
  } catch (error) {
    throw new Error(
      `embed: EMBED_MODEL needs the packages ${RUNTIME} and ${TOKENIZERS}. Install them by "${INSTALL}", or ` +
        `leave EMBED_MODEL empty for the built-in function. (${messageOf(error)})`,
      { cause: error },
    )
  }
}

/** By a name that only this line knows: who has not installed it must be able to check types, too. */
async function load(name: string): Promise<object> {
  const module = (await import(name)) as { default?: object }
  return { ...module.default, ...module }
}

async function openTokenizer({ Tokenizer }: Packages, folder: string): Promise<Tokenizer> {
  const file = path.join(folder, TOKENIZER)
  try {
    const config = path.join(folder, TOKENIZER_CONFIG)
    const settings = existsSync(config) ? await readJson(config) : {}
    return new Tokenizer(await readJson(file), settings)
  } catch (error) {
    throw new Error(`embed: ${file} cannot be used: ${messageOf(error)}`, { cause: error })
  }
}

const readJson = async (file: string): Promise<object> =>
  JSON.parse(await readFile(file, 'utf8')) as object

const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids']

async function openSession({ InferenceSession }: Packages, file: string): Promise<Session> {
  const options = { executionProviders: ['cpu'], intraOpNumThreads: 1, logSeverityLevel: 3 }
  const session = await InferenceSession.create(file, options).catch((error: unknown) => {
    throw new Error(`embed: ${file} cannot be loaded as an ONNX model: ${messageOf(error)}`)
  })
  const other = session.inputNames.find((name) => !INPUTS.includes(name))
  if (other === undefined) return session
  throw new Error(
    `embed: ${file} asks for "${other}"; a sentence model asks for ${INPUTS.join(', ')} only`,
  )
}

type Parts = { packages: Packages; tokenizer: Tokenizer; session: Session }

/** One batch through the model: a vector of the model's own length for each text. */
function makeRun({ packages: { Tensor }, tokenizer, session }: Parts) {
  return async (texts: readonly string[]): Promise<Float32Array[]> => {
    const ids = texts.map((text) => shortened(tokenizer.encode(text).ids))
    const tokens = Math.max(1, ...ids.map((each) => each.length))
    const mask = ids.map((each) =>
      padded(
        each.map(() => 1),
        tokens,
      ),
    )
    const tensorOf = (rows: readonly (readonly number[])[]) =>
      new Tensor('int64', BigInt64Array.from(rows.flat(), BigInt), [texts.length, tokens])
    const inputs: Record<string, unknown> = {
      input_ids: tensorOf(ids.map((each) => padded(each, tokens))),
      attention_mask: tensorOf(mask),
      token_type_ids: tensorOf(ids.map(() => padded([], tokens))),
    }
    const feeds = Object.fromEntries(session.inputNames.map((name) => [name, inputs[name]]))
    const outputs = await session.run(feeds)
    return meanOfTokens(tokenVectors(session, outputs, mask))
  }
}

/** The last token is often the one that ends a sentence: it stays. Some tokenizers have none for a word. */
function shortened(ids: readonly number[]): number[] {
  const known = ids.filter(Number.isInteger)
  if (known.length <= MOST_TOKENS) return known
  return [...known.slice(0, MOST_TOKENS - 1), ...known.slice(-1)]
}

const padded = (row: readonly number[], length: number): number[] => [
  ...row,
  ...Array.from({ length: length - row.length }, () => 0),
]

const TOKEN_VECTORS = 'last_hidden_state'

function tokenVectors(
  { outputNames }: Session,
  outputs: Record<string, Output>,
  mask: number[][],
): Parameters<typeof meanOfTokens>[0] {
  const name = outputNames.includes(TOKEN_VECTORS) ? TOKEN_VECTORS : (outputNames[0] ?? '')
  const { data, dims } = outputs[name] ?? { data: null, dims: [] }
  const [texts, tokens = 0, width = 0] = dims
  if (
    !(data instanceof Float32Array) ||
    dims.length !== 3 ||
    texts !== mask.length ||
    width === 0
  ) {
    throw new Error(`its output "${name}" is not one vector of 32-bit numbers for each token`)
  }
  return { data, tokens, width, mask }
}

async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of [MODEL, MODEL_DATA, TOKENIZER]) {
    const file = path.join(folder, name)
    if (!existsSync(file)) continue
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
