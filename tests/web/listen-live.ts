/** An ear at the live stream over real HTTP: what it says, message by message. */
import { setTimeout as wait } from 'node:timers/promises'

export type LiveMessage = { name: string; id: string; data: unknown }
export type Listening = {
  headers: Headers
  /** Waits for the next message of that name; others before it are passed over. */
  next: (name: string, limitMs?: number) => Promise<LiveMessage>
  stop: () => void
  /** When the server has ended it. */
  ended: Promise<void>
}

type Options = { after?: string; headers?: Record<string, string> }

/** Opens the stream of the officer with that cookie. */
export async function listenLive(
  address: string,
  cookie: string,
  { after, headers = {} }: Options = {},
): Promise<Listening> {
  const gone = new AbortController()
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`
  const answer = await fetch(`${address}/api/live${query}`, {
    headers: { ...headers, cookie },
    signal: gone.signal,
  })
  if (!answer.ok || !answer.body) throw new Error(`live: answered ${answer.status}`)
  const heard: LiveMessage[] = []
  let tell = () => {}
  const ended = hear(answer.body, (message) => {
    heard.push(message)
    tell()
  }).catch((error: unknown) => {
    if (!gone.signal.aborted) throw error
  })
  const next = async (name: string, limitMs = 5000): Promise<LiveMessage> => {
    const limit = AbortSignal.timeout(limitMs)
    for (;;) {
      const message = heard.shift()
      if (message?.name === name) return message
      if (message) continue
      if (limit.aborted) throw new Error(`live: nothing called "${name}" within ${limitMs} ms`)
      const told = new Promise<void>((resolve) => {
        tell = resolve
      })
      await Promise.race([told, wait(100)])
    }
  }
  return { headers: answer.headers, next, stop: () => gone.abort(), ended }
}

async function hear(body: ReadableStream<Uint8Array>, take: (message: LiveMessage) => void) {
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const parts = (text + chunk).split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) take(parse(part))
  }
}

function parse(part: string): LiveMessage {
  const lines = new Map(
    part.split('\n').map((line): [string, string] => {
      const [, field = '', value = ''] = /^(\w*): ?(.*)$/.exec(line) ?? []
      return [field, value]
    }),
  )
  const data = JSON.parse(lines.get('data') ?? 'null') as unknown
  return { name: lines.get('event') ?? '', id: lines.get('id') ?? '', data }
}
