/** What was written, with the words that decided; and the reasons as a list. */
import { useMemo, useState } from 'react'
import type { Reason } from './api.ts'
import { countHidden } from './hidden-marks.ts'
import { cutByReasons } from './highlight.ts'
import { reasonGroups } from './reason-groups.ts'
import { SafeText } from './safe-text.tsx'
import { useUi } from './ui.tsx'

const LONG_TEXT = 900
/** Folded, so much of a text stands on the page: enough to find words in it, too little to make the page slow. */
const MOST_FOLDED = 20_000

/** The words as they were written, long ones folded; what the reasons point at is marked. */
export function VoiceText({ text, reasons }: { text: string; reasons: Reason[] }) {
  const { t, times } = useUi()
  const isLong = text.length > LONG_TEXT
  const [isWhole, setWhole] = useState(!isLong)
  const shown = isWhole ? text : text.slice(0, MOST_FOLDED).toWellFormed()
  const pieces = useMemo(() => cutByReasons(shown, reasons), [shown, reasons])
  const hidden = useMemo(() => countHidden(text), [text])
  return (
    <>
      {hidden > 0 && <p className="hint">{t.evidence.hasHidden(times.whole(hidden))}</p>}
      <p className="voice-text" data-cut={!isWhole || undefined}>
        {pieces.map((piece) =>
          piece.reasons.length === 0 ? (
            <SafeText key={piece.start} text={piece.text} />
          ) : (
            <mark
              key={piece.start}
              data-kind={piece.reasons[0]?.kind}
              title={piece.reasons.map((reason) => reasonLabel(reason, t.kinds)).join('; ')}
            >
              <SafeText text={piece.text} />
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
          {isWhole ? t.app.less : t.evidence.more(times.whole(text.length))}
        </button>
      )}
    </>
  )
}

const MOST_TITLE = 300

const reasonLabel = ({ kind, text }: Reason, kinds: Record<string, string>) =>
  `${kinds[kind] ?? kind}: ${text}`.slice(0, MOST_TITLE)

/** What the colours in the texts mean; only those that are there. */
export function MarkLegend({ reasons }: { reasons: Reason[] }) {
  const { t } = useUi()
  const marked = reasons.filter(({ start }) => start !== undefined)
  const kinds = reasonGroups(marked).map(({ kind }) => kind)
  const known = kinds.filter((kind) => t.evidence.legend[kind])
  if (known.length === 0) return null
  return (
    <p className="legend">
      <span>{t.evidence.legendTitle}</span>
      {known.map((kind) => (
        <mark key={kind} data-kind={kind}>
          {t.evidence.legend[kind]}
        </mark>
      ))}
    </p>
  )
}

/** So many of a kind are shown; most candidates have fewer. */
const MOST_OF_KIND = 6

/** Why, kind by kind; the same reason from two voices is said once. */
export function ReasonList({ reasons }: { reasons: Reason[] }) {
  const { t } = useUi()
  const groups = reasonGroups(reasons)
  if (groups.length === 0) return <p className="faint">{t.detail.noReasons}</p>
  return (
    <dl className="reasons">
      {groups.map(({ kind, texts }) => (
        <div key={kind} data-kind={kind}>
          <dt>{t.evidence.why[kind] ?? t.kinds[kind] ?? <SafeText text={kind} />}</dt>
          <dd>
            <ReasonTexts texts={texts} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ReasonTexts({ texts }: { texts: string[] }) {
  const { t, times } = useUi()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? texts : texts.slice(0, MOST_OF_KIND)
  return (
    <>
      <ul>
        {shown.map((text) => (
          <li key={text}>
            <SafeText text={text} />
          </li>
        ))}
      </ul>
      {texts.length > shown.length && (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t.evidence.moreReasons(times.whole(texts.length - shown.length))}
        </button>
      )}
    </>
  )
}
