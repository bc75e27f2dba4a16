import { useId, useRef, useState, type ReactNode } from 'react'
import { useUi } from './ui.tsx'

type CopyFieldProps = { label: string; value: string; hint?: ReactNode }

/** A text that is made to be taken elsewhere, with a button that copies it. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const { t } = useUi()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  /** Without https a browser has no clipboard for pages; then the text is selected for Ctrl+C. */
  async function copy() {
    input.current?.select()
    const isDone = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    setCopied(isDone ?? false)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="with-button">
        <input
          ref={input}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <button
          type="button"
          className="primary"
          aria-label={`${isCopied ? t.app.copied : t.app.copy}: ${label}`}
          onClick={() => void copy()}
        >
          {isCopied ? t.app.copied : t.app.copy}
        </button>
      </div>
      {hint && <p className="hint">{hint}</p>}
    </div>
  )
}
