import { useId, useRef, useState, type ReactNode } from 'react'

type Props = {
  /** What the button shows. */
  button: ReactNode
  label: string
  className?: string
  /** Drawn only while it is open; `close` puts it away. */
  children: (close: () => void) => ReactNode
}

/** A button with a native popover under it. The platform closes it by Escape and by a click elsewhere. */
export function Popover({ button, label, className, children }: Props) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className}
        popoverTarget={id}
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
      >
        {button}
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="popover"
        onBeforeToggle={() => place(opener.current, box.current)}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && children(() => box.current?.hidePopover())}
      </div>
    </>
  )
}

const EDGE = 8
const WIDEST = 400

/** Under the button, and inside the window. */
function place(button: HTMLElement | null, box: HTMLElement | null) {
  if (!button || !box) return
  const { bottom, left } = button.getBoundingClientRect()
  const furthest = innerWidth - Math.min(WIDEST, innerWidth - 2 * EDGE) - EDGE
  box.style.top = `${Math.min(bottom + 4, innerHeight / 2)}px`
  box.style.left = `${Math.max(EDGE, Math.min(left, furthest))}px`
}
