import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { useUi } from './ui.tsx'

type DialogProps = {
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
  /** A session that has ended cannot be waved away. */
  locked?: boolean
  /** Selector of the control that gets the focus; else the first one. */
  focus?: string
}

const FIRST = 'input:not([type=checkbox]), select, textarea, .choices button, .primary, .danger'

function show(element: HTMLDialogElement, focus: string) {
  element.showModal()
  // The platform would choose the close button, which is never what one came for.
  element.querySelector<HTMLElement>(focus)?.focus()
}

/** A native modal dialog, open as long as it is drawn. The platform keeps focus in and gives it back. */
export function Dialog({ title, onClose, children, wide, locked, focus = FIRST }: DialogProps) {
  const { t } = useUi()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Closing must happen before the element leaves the page, else the focus is lost.
  useLayoutEffect(() => {
    const element = dialog.current
    if (element) show(element, focus)
    return () => element?.close()
  }, [focus])

  function cancel() {
    if (!locked) onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        cancel()
      }}
      onClose={() => {
        // A second Escape closes without asking, whatever the first one was told.
        if (!locked) onClose()
        else if (dialog.current) show(dialog.current, focus)
      }}
      onClick={(event) => {
        if (event.target === dialog.current) cancel()
      }}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          {!locked && (
            <button
              type="button"
              className="quiet square"
              aria-label={t.app.close}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}
