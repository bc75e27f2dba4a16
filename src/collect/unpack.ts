/** Unpacks the body of an HTTP answer, never to more than the cap: a bomb stops early. */
import { promisify } from 'node:util'
import zlib from 'node:zlib'

const gunzip = promisify(zlib.gunzip)
const inflate = promisify(zlib.inflate)
const inflateRaw = promisify(zlib.inflateRaw)
const brotli = promisify(zlib.brotliDecompress)

/**
 * Undoes `Content-Encoding`. A body that was cut off is unpacked as far as it goes.
 * @param maxBytes of the unpacked body
 * @throws a sentence fragment ("sends ...") when it is larger, broken or packed in an unknown way
 */
export async function unpack(
  body: Uint8Array,
  encoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity')
  if (layers.length > 2) throw new Error(`sends a body that is packed ${layers.length} times`)
  let unpacked = body
  for (const layer of layers.reverse()) unpacked = await unpackLayer(unpacked, layer, maxBytes)
  return unpacked
}

async function unpackLayer(body: Uint8Array, layer: string, maxBytes: number): Promise<Uint8Array> {
  if (body.length === 0) return body
  const cut = { maxOutputLength: maxBytes, finishFlush: zlib.constants.Z_SYNC_FLUSH }
  try {
    switch (layer) {
      case 'gzip':
      case 'x-gzip':
        return await gunzip(body, cut)
      case 'deflate':
        return await (isZlib(body) ? inflate(body, cut) : inflateRaw(body, cut))
      case 'br':
        return await brotli(body, {
          maxOutputLength: maxBytes,
          finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
        })
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Error(`sends a body that unpacks to more than ${maxBytes} bytes`, { cause: error })
    }
    throw new Error(`sends a body that is not valid ${layer}`, { cause: error })
  }
  throw new Error(`sends a body packed as "${layer}", which is not understood`)
}

/** Some servers send "deflate" without the zlib header that the standard asks for. */
const isZlib = (body: Uint8Array) =>
  ((body[0] ?? 0) & 0x0f) === 8 && (((body[0] ?? 0) << 8) | (body[1] ?? 0)) % 31 === 0
