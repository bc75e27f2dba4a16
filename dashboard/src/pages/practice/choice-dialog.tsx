import type { KeyboardEvent, ReactNode } from 'react'
import { Dialog } from '../../dialog.tsx'
import { useWords } from '../../ui.tsx'
import { practiceWords } from './words.ts'

type Props<T> = {
  title: string
  /** At most nine: each has a digit. */
  options: { value: T; label: ReactNode }[]
  onPick: (value: T) => void
  onClose: () => void
}

const MOST_KEYS = 9

/** One more key, as in the queue. */
export function ChoiceDialog<T>({ title, options, onPick, onClose }: Props<T>) {
  const w = useWords(practiceWords)
  const offered = options.slice(0, MOST_KEYS)

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const option = offered[Number(event.key) - 1]
    if (!option) return
    event.preventDefault()
    onPick(option.value)
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <div onKeyDown={onKeyDown}>
        <p className="hint">{w.pickHint(String(offered.length))}</p>
        <ol className="choices">
          {offered.map(({ value, label }, index) => (
            // The order never changes while the dialog is open.
            <li key={index}>
              <button
                type="button"
                aria-keyshortcuts={String(index + 1)}
                onClick={() => onPick(value)}
              >
                <kbd>{index + 1}</kbd>
                {label}
              </button>
            </li>
          ))}
        </ol>
      </div>
    </Dialog>
  )
}
