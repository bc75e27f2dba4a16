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
}

const FIRST = 'input:not([type=checkbox]), select, textarea, .choices button, .primary, .danger'

/** A native modal dialog, open as long as it is drawn. The platform keeps focus in and gives it back. */
export function Dialog({ title, onClose, children, wide, locked }: DialogProps) {
  const { t } = useUi()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  // Closing must happen before the element leaves the page, else the focus is lost.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // The platform would choose the close button, which is never what one came for.
    element?.querySelector<HTMLElement>(FIRST)?.focus()
    return () => element?.close()
  }, [])

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
