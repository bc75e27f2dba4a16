/** What was written, with the words that decided; and the reasons as a list. */
import { useState } from 'react'
import type { Reason } from './api.ts'
import { cutByReasons } from './highlight.ts'
import { useUi } from './ui.tsx'

const LONG_TEXT = 900

/** The words as they were written, long ones folded; what the reasons point at is marked. */
export function VoiceText({ text, reasons }: { text: string; reasons: Reason[] }) {
  const { t } = useUi()
  const isLong = text.length > LONG_TEXT
  const [isWhole, setWhole] = useState(!isLong)
  const pieces = cutByReasons(text, reasons)
  return (
    <>
      <p className="voice-text" data-cut={!isWhole || undefined}>
        {pieces.map((piece) =>
          piece.reasons.length === 0 ? (
            piece.text
          ) : (
            <mark
              key={piece.start}
              data-kind={piece.reasons[0]?.kind}
              title={piece.reasons.map((reason) => reasonLabel(reason, t.kinds)).join('; ')}
            >
              {piece.text}
            </mark>
          ),
        )}
      </p>
      {isLong && (
        <button
          type="button"
          className="quiet"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t.app.less : t.app.more}
        </button>
      )}
    </>
  )
}

/** "Tempat tempat: pasar" says it twice. */
const startsWithKind = (text: string, kind = '') =>
  kind !== '' && text.toLowerCase().startsWith(kind.toLowerCase())

const reasonLabel = ({ kind, text }: Reason, kinds: Record<string, string>) =>
  `${kinds[kind] ?? kind}: ${text}`

/** Reasons as a short list; the same reason from two places is said once. */
export function ReasonList({ reasons }: { reasons: Reason[] }) {
  const { t } = useUi()
  const once = new Map(reasons.map((reason) => [`${reason.kind} ${reason.text}`, reason]))
  if (once.size === 0) return <p className="faint">{t.detail.noReasons}</p>
  return (
    <ul className="reasons">
      {[...once].map(([key, { kind, text }]) => (
        <li key={key} data-kind={kind}>
          {!startsWithKind(text, t.kinds[kind]) && (
            <span className="reason-kind">{t.kinds[kind] ?? kind}</span>
          )}{' '}
          {text}
        </li>
      ))}
    </ul>
  )
}
