/**
 * The keyboard in one place. A page names its commands with their keys; the same list answers the
 * keys, fills the palette (Ctrl+K) and the sheet of keys (?).
 */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { pressedKey } from './key-name.ts'
import { createStore } from './store.ts'

export type Command = {
  /** Values of KeyboardEvent.key, named keys also with "Shift+"; the first one is shown. Without keys: palette only. */
  keys: string[]
  label: string
  run: () => void
  /** Holding the key down repeats it. */
  repeats?: boolean
}

type Group = { title: string; commands: Command[] }
const groups = new Map<string, Group>()

const REMEMBERED = 'dengar.single-keys'
/** Single-letter keys can be switched off: they disturb people who dictate (WCAG 2.1.4). */
export const singleKeys = createStore(localStorage.getItem(REMEMBERED) !== 'off')
singleKeys.subscribe(() => localStorage.setItem(REMEMBERED, singleKeys.get() ? 'on' : 'off'))

/** The commands of all parts that are on screen now, as titled groups. */
export const currentCommands = () => [...groups.values()]

/** Offers `commands` while the component is on screen; always the ones of the latest drawing. */
export function useCommands(group: string, title: string, commands: Command[]) {
  const latest = useRef<Group | null>(null)
  useLayoutEffect(() => {
    latest.current = { title, commands }
    groups.set(group, latest.current)
  })
  // Another part of the same name may have taken its place meanwhile.
  useEffect(
    () => () => {
      if (groups.get(group) === latest.current) groups.delete(group)
    },
    [group],
  )
}

let held = 0
/** While a dialog is on its way, what is typed is meant for it. @returns what ends that */
export function holdKeys(): () => void {
  held++
  let isHeld = true
  return () => {
    if (isHeld) held--
    isHeld = false
  }
}

/** One listener for the life of the app. */
export function useKeyboard(openPalette: () => void) {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (isDialogOpen() || held > 0) return
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        return openPalette()
      }
      if (event.ctrlKey || event.metaKey || event.altKey || !singleKeys.get()) return
      if (isBusyWith(event.target, event.key)) return
      const command = find(pressedKey(event))
      if (!command || (event.repeat && !command.repeats)) return
      event.preventDefault()
      command.run()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [openPalette])
}

function find(key: string): Command | undefined {
  const all = currentCommands().flatMap(({ commands }) => commands)
  return all.find(({ keys }) => keys.includes(key))
}

const isDialogOpen = () => document.querySelector('dialog[open], [popover]:popover-open') !== null

/** Letters belong to a text field, Enter to the link or button it stands on. */
function isBusyWith(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('textarea, select, input:not([type=checkbox], [type=radio])')) return true
  return key === 'Enter' && target.matches('a, button, summary, input')
}
