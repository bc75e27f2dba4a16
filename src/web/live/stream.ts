/** One officer's open stream: sends without waiting, and gives up on who does not read. */

/** What may lie unread: a laptop that was shut keeps its connection for a quarter of an hour. */
const MOST_UNREAD_BYTES = 512 * 1024

export type LiveStream = {
  body: ReadableStream<Uint8Array>
  send: (chunk: Uint8Array) => void
  /** Ends it after what was sent. Ending it twice is no error. */
  end: () => void
}

type Ends = {
  /** Called once, whoever ended it. */
  onEnd: () => void
  /** Cuts the connection: what lies unread would keep it open. */
  cut: () => void
}

/** Opens a stream whose body is the answer. */
export function openStream({ onEnd, cut }: Ends): LiveStream {
  let control: ReadableStreamDefaultController<Uint8Array> | undefined
  const finish = () => {
    const last = control
    control = undefined
    if (last) onEnd()
    return last
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        control = controller
      },
      cancel: () => void finish(),
    },
    { highWaterMark: MOST_UNREAD_BYTES, size: ({ byteLength }) => byteLength },
  )
  return {
    body,
    send(chunk) {
      if (!control) return
      if ((control.desiredSize ?? 0) >= chunk.byteLength) return control.enqueue(chunk)
      finish()?.close()
      cut()
    },
    end: () => finish()?.close(),
  }
}
