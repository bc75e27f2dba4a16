/**
 * The stream that postgres.js takes for a TCP socket. PGlite joins a conversation in its middle, so this
 * class plays the server's greeting itself and then hands on whole protocol messages.
 * One PGlite is one session: use it with one connection at a time.
 */
import { Duplex } from 'node:stream'

const TERMINATE = 0x58 // 'X'

/** One server message: a type letter, its length, its body. */
function message(type: string, body: Uint8Array | number[]): Buffer {
  const out = Buffer.alloc(5 + body.length)
  out.write(type, 0, 'latin1')
  out.writeInt32BE(4 + body.length, 1)
  out.set(body, 5)
  return out
}
const parameter = (name: string, value: string) => message('S', Buffer.from(`${name}\0${value}\0`))

/** What a connection that broke in a transaction left open must not swallow the work of the next one. */
const ROLLBACK = message('Q', Buffer.from('rollback\0'))

const GREETING = Buffer.concat([
  message('R', [0, 0, 0, 0]), // authenticated
  parameter('server_version', '18.0'),
  parameter('client_encoding', 'UTF8'),
  parameter('standard_conforming_strings', 'on'),
  parameter('TimeZone', 'UTC'),
  parameter('integer_datetimes', 'on'),
  message('K', [0, 0, 0, 1, 0, 0, 0, 1]), // the key for cancel requests, never used
  message('Z', [0x49]), // ready, no transaction open
])

export class PgliteSocket extends Duplex {
  readyState = 'opening'
  #exec: (bytes: Uint8Array) => Promise<Uint8Array>
  #waiting: Buffer = Buffer.alloc(0)
  #greeted = false
  #fed: Promise<void> = Promise.resolve()

  constructor(exec: (bytes: Uint8Array) => Promise<Uint8Array>) {
    super()
    this.#exec = exec
    queueMicrotask(() => {
      this.readyState = 'open'
      this.emit('connect')
    })
  }

  // What postgres.js calls on a net.Socket.
  connect() {}
  setKeepAlive() {
    return this
  }
  setNoDelay() {
    return this
  }
  ref() {
    return this
  }
  unref() {
    return this
  }

  override _read() {}

  /**
   * Takes the bytes at once and answers them in their order. Were a large write accepted only after its
   * answer, its late 'drain' would make postgres.js hand the connection to others in the middle of a
   * transaction: their queries would be lost with its roll-back, or wait for ever.
   */
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void) {
    this.#fed = this.#fed
      .then(() => this.#feed(chunk))
      .catch((error: Error) => void this.destroy(error))
    done()
  }

  override _final(done: () => void) {
    this.readyState = 'closed'
    this.push(null)
    done()
  }

  async #feed(chunk: Buffer) {
    this.#waiting = this.#waiting.length ? Buffer.concat([this.#waiting, chunk]) : chunk
    if (!this.#greeted && !(await this.#greet())) return

    const end = this.#endOfWholeMessages()
    if (end === 0) return
    // Copied, because the thread boundary clones the whole buffer behind a view.
    const batch = Uint8Array.from(this.#waiting.subarray(0, end))
    this.#waiting = this.#waiting.subarray(end)
    const answer = await this.#exec(batch)
    if (answer.length > 0) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.length))
  }

  /** The startup message has a length but no type letter; it is answered here and not passed on. */
  async #greet(): Promise<boolean> {
    if (this.#waiting.length < 4) return false
    const length = this.#waiting.readInt32BE(0)
    if (this.#waiting.length < length) return false
    this.#waiting = this.#waiting.subarray(length)
    this.#greeted = true
    await this.#exec(Uint8Array.from(ROLLBACK))
    this.push(GREETING)
    return true
  }

  #endOfWholeMessages(): number {
    let end = 0
    while (this.#waiting.length >= end + 5) {
      if (this.#waiting[end] === TERMINATE) break
      const length = 1 + this.#waiting.readInt32BE(end + 1)
      if (this.#waiting.length < end + length) break
      end += length
    }
    return end
  }
}
