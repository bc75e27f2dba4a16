import { useEffect, useRef, useState, type ComponentType } from 'react'
import { holdKeys } from './commands.ts'
import { toastError } from './toast.tsx'
import { useUi } from './ui.tsx'

/** A part of the page in a file of its own; `fetch` loads it before it is wanted. */
export type Ahead<Props> = ComponentType<Props> & { fetch: () => Promise<boolean> }

/**
 * What is fetched when the first screen stands, so that its key opens it at once. Drawn before it is there, it
 * shows nothing and, for a dialog, keeps the keys from meaning something else meanwhile. React's own lazy parts
 * would wait a third of a second, hide what is around them, and end the page when the network is down.
 */
export function ahead<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  keys: 'held' | 'free' = 'held',
): Ahead<Props> {
  let loaded: ComponentType<Props> | null = null
  async function fetch() {
    try {
      loaded ??= (await load()).default
    } catch {
      // Without a connection, or a newer version is served: asked for again when it is wanted again.
      return false
    }
    return true
  }
  function Part(props: Props) {
    const { t } = useUi()
    const [, redraw] = useState(false)
    const latest = useRef(t)
    const isMissing = loaded === null
    useEffect(() => {
      if (!isMissing) return
      const letGo = keys === 'held' ? holdKeys() : () => undefined
      async function bring() {
        const isThere = await fetch()
        letGo()
        if (!isThere) toastError(latest.current.app.partMissing)
        redraw(true)
      }
      void bring()
      return letGo
    }, [isMissing])
    const Loaded = loaded
    return Loaded && <Loaded {...props} />
  }
  return Object.assign(Part, { fetch })
}

const AFTER_MS = 1_000

/** Fetches these parts when the page has stood for a moment. */
export function useAhead(parts: Pick<Ahead<never>, 'fetch'>[]) {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) void part.fetch()
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [parts])
}
