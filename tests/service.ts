/** Dengar as its operator runs it: a process of its own on free ports, watched from outside. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from './helpers.ts'

export type Running = {
  child: ChildProcess
  url: string
  /** Everything printed so far, both streams. */
  output: () => string
  /** Waits until the output matches. @throws with the output when the process ends or time runs out */
  until: (pattern: RegExp, limitMs?: number) => Promise<RegExpMatchArray>
  /** Sends the signal and waits for the end. @returns the exit code */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export const scratchFolder = () => mkdtemp(path.join(tmpdir(), 'dengar-test-'))
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

/** Starts `dengar <args>` with these settings; the port is free unless one is given. */
export async function startDengar(
  args: string[],
  settings: Record<string, string> = {},
): Promise<Running> {
  const port = settings['DENGAR_PORT'] ?? String(await freePort())
  const child = spawn(process.execPath, [path.join(ROOT, 'src/main.ts'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], TMPDIR: tmpdir(), ...settings, DENGAR_PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const hear = (chunk: Buffer) => void (text += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))

  return {
    child,
    url: `http://localhost:${port}`,
    output: () => text,
    async until(pattern, limitMs = 60_000) {
      const limit = Date.now() + limitMs
      for (;;) {
        const found = text.match(pattern)
        if (found) return found
        if (child.exitCode !== null || Date.now() > limit) {
          throw new Error(`dengar ${args.join(' ')}: no ${pattern} in its output:\n${text}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      // A service that does not stop is a failure of its test, not a run without an end.
      const late = setTimeout(() => child.kill('SIGKILL'), 40_000)
      return ended.finally(() => clearTimeout(late))
    },
  }
}

/** Waits until `ask` gives something. @throws with `what` when time runs out */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  limitMs = 30_000,
): Promise<T> {
  const limit = Date.now() + limitMs
  for (;;) {
    const found = await ask()
    if (found) return found
    if (Date.now() > limit)
      throw new Error(`this did not come true in ${limitMs / 1000} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
