/** A sentence model of thirty words, written byte by byte: a real ONNX file that looks each word up. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

export const WORDS =
  `lampu jalan mati padam gelap lubang berlubang rusak sampah menumpuk bau air pdam
  mengalir bocor banjir selokan tersumbat pasar kantor lurah sekolah guru obat antre listrik tiang kabel pohon
  tumbang`.split(/\s+/)
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']

/** Writes `model.onnx` and `tokenizer.json` into the folder. `seed` makes another model of it. */
export async function writeTinyModel(
  folder: string,
  { width = 8, seed = 1, inputs = ['input_ids', 'attention_mask', 'token_type_ids'] } = {},
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'model.onnx'), tinyModel(width, seed, inputs))
  await writeFile(path.join(folder, 'tokenizer.json'), JSON.stringify(tokenizer()))
}

const tokenizer = () => ({
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: { type: 'BertNormalizer', clean_text: true, lowercase: true, strip_accents: null },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: ['[CLS]', 'A', '[SEP]'].map((id) =>
      id === 'A' ? { Sequence: { id, type_id: 0 } } : { SpecialToken: { id, type_id: 0 } },
    ),
    pair: [],
    special_tokens: Object.fromEntries(
      ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [idOf(id)], tokens: [id] }]),
    ),
  },
  decoder: null,
  model: {
    type: 'WordPiece',
    vocab: Object.fromEntries([...SPECIAL, ...WORDS].map((word, id) => [word, id])),
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
  },
})

/** The vector of a word, by its id. */
export const wordVector = (id: number, width: number, seed: number): Float32Array =>
  Float32Array.from({ length: width }, (_, i) => Math.sin((id + 1) * (i + 1) * 1.7 + seed))

export const idOf = (word: string): number => {
  const id = [...SPECIAL, ...WORDS].indexOf(word)
  return id === -1 ? 1 : id
}

const FLOAT = 1
const INT64 = 7

/** onnx.proto's ModelProto: one Gather over the table of word vectors. */
function tinyModel(width: number, seed: number, inputs: string[]): Buffer {
  const words = SPECIAL.length + WORDS.length
  const table = Buffer.concat(
    Array.from({ length: words }, (_, id) => Buffer.from(wordVector(id, width, seed).buffer)),
  )
  const initializer = Buffer.concat([
    number(1, words),
    number(1, width),
    number(2, FLOAT),
    text(8, 'words'),
    bytes(9, table),
  ])
  const node = Buffer.concat([
    text(1, 'words'),
    text(1, 'input_ids'),
    text(2, 'last_hidden_state'),
    text(4, 'Gather'),
  ])
  const graph = Buffer.concat([
    bytes(1, node),
    text(2, 'tiny'),
    bytes(5, initializer),
    ...inputs.map((name) => bytes(11, value(name, INT64, ['batch', 'tokens']))),
    bytes(12, value('last_hidden_state', FLOAT, ['batch', 'tokens', width])),
  ])
  const opset = Buffer.concat([text(1, ''), number(2, 13)])
  return Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, opset)])
}

/** ValueInfoProto: a name, the type of its numbers, and its dimensions. */
function value(name: string, type: number, dims: (string | number)[]): Buffer {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)))
  const tensor = Buffer.concat([number(1, type), bytes(2, Buffer.concat(shape))])
  return Buffer.concat([text(1, name), bytes(2, bytes(1, tensor))])
}

/** Protocol buffers: a tag of field and wire type, then a number, or a length and bytes. */
const number = (field: number, of: number) => Buffer.concat([varint(field << 3), varint(of)])
const bytes = (field: number, of: Buffer) =>
  Buffer.concat([varint((field << 3) | 2), varint(of.length), of])
const text = (field: number, of: string) => bytes(field, Buffer.from(of))

function varint(of: number): Buffer {
  const found: number[] = []
  let rest = of
  while (rest > 127) {
    found.push((rest & 127) | 128)
    rest >>>= 7
  }
  return Buffer.from([...found, rest])
}
