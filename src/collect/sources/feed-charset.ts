/** Bytes of a feed -> text. The order is BOM, then Content-Type, then the XML declaration. */

const BOMS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * Decodes a document. A declaration that the bytes contradict is not believed: what is valid UTF-8 with
 * letters beyond ASCII is UTF-8, and what claims to be UTF-8 but is not is Windows-1252.
 * @param contentType the HTTP header, when there is one
 */
export function decodeDocument(body: Uint8Array, contentType: string | null = null): string {
  const bom = BOMS.find(([, bytes]) => bytes.every((byte, index) => body[index] === byte))
  if (bom) return new TextDecoder(bom[0]).decode(body)
  if (body[0] === 0x3c && body[1] === 0) return new TextDecoder('utf-16le').decode(body)
  if (body[0] === 0 && body[1] === 0x3c) return new TextDecoder('utf-16be').decode(body)

  const declared = decoder(charsetOf(contentType) ?? encodingOf(body))
  const utf8 = decodeUtf8(body)
  if (utf8 !== null && (!declared || isAsciiSuperset(declared))) return utf8
  if (!declared || declared.encoding.startsWith('utf-'))
    return new TextDecoder('windows-1252').decode(body)
  return declared.decode(body)
}

const charsetOf = (contentType: string | null) =>
  /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1]

/** Looks further than the first line: some servers print a warning before the document. */
function encodingOf(body: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 4096))
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]{1,40})["']/i.exec(start)?.[1]
}

type Decoder = InstanceType<typeof TextDecoder>

function decoder(label: string | undefined): Decoder | undefined {
  if (!label) return undefined
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

function decodeUtf8(body: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

/** In encodings such as ISO-2022-JP, bytes below 128 mean something else: those labels are believed. */
const isAsciiSuperset = ({ encoding }: Decoder) => !/^(iso-2022|utf-16|x-user)/.test(encoding)
