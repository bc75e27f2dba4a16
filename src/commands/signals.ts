/** How a service answers to being stopped. Loaded before all else, so it imports nothing. */

type Signal = 'SIGINT' | 'SIGTERM'
const SIGNALS: Signal[] = ['SIGINT', 'SIGTERM']
/** One Ctrl+C arrives up to three times: from the terminal, from npm and from `ready.mjs`. */
const SAME_KEY_MS = 1000

const exitAtOnce = () => process.exit(0)

/**
 * Until everything runs there is no work in hand: a signal ends the process at once, and that is no
 * failure. What a start leaves half done, the next start does again.
 */
export function stopWhileStarting(): void {
  for (const signal of SIGNALS) process.on(signal, exitAtOnce)
}

/** From now on the first signal begins `stop`; one more, after a second, ends the process at once. */
export function stopWhenAsked(stop: (signal: Signal) => void): void {
  let since: number | undefined
  const hear = (signal: Signal) => {
    if (since === undefined) stop(signal)
    else if (performance.now() - since > SAME_KEY_MS) process.exit(1)
    since ??= performance.now()
  }
  for (const signal of SIGNALS) {
    process.off(signal, exitAtOnce)
    process.on(signal, hear)
  }
}
