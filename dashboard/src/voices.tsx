/** The evidence: every post and filing that tells of one problem, exactly as it was written. */
import { useState } from 'react'
import type { Reason, Voice } from './api.ts'
import { cutByReasons } from './highlight.ts'
import { Icon } from './icons.tsx'
import { Moment } from './marks.tsx'
import { useUi } from './ui.tsx'

type VoicesProps = {
  voices: Voice[]
  /** Its reasons stand beside it already. */
  isAlone?: boolean
}

export function Voices({ voices, isAlone = false }: VoicesProps) {
  const { t, times } = useUi()
  return (
    <section className="block">
      <h3>
        {t.detail.voices} <span className="faint">{times.whole(voices.length)}</span>
      </h3>
      <ol className="voices">
        {voices.map((voice) => (
          <li key={voice.id}>
            <VoiceItem voice={voice} isAlone={isAlone} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function VoiceItem({ voice, isAlone }: { voice: Voice; isAlone: boolean }) {
  const { t } = useUi()
  return (
    <article className="voice">
      <VoiceHead voice={voice} />
      <Contact voice={voice} />
      {voice.title && voice.title !== voice.text && <h4>{voice.title}</h4>}
      <VoiceText text={voice.text} reasons={voice.reading?.reasons ?? []} />
      {voice.reading && !isAlone && (
        <details className="why">
          <summary>{t.detail.reasons}</summary>
          <ReasonList reasons={voice.reading.reasons} />
          <p className="faint">{t.detail.model(voice.reading.model)}</p>
        </details>
      )}
    </article>
  )
}

function VoiceHead({ voice }: { voice: Voice }) {
  const { t, times } = useUi()
  const channel = t.channels[voice.channel] ?? voice.channel
  const handle = voice.authorHandle && `@${voice.authorHandle.replace(/^@/, '')}`
  const author = [voice.authorName, handle].filter(Boolean).join(' ')
  const nobody =
    voice.kind === 'filing' ? t.detail.hidden : (voice.sourceName ?? t.detail.anonymous)
  const rung = t.rungs[voice.rung] ?? voice.rung
  return (
    <header className="voice-head">
      <strong>{author || nobody}</strong>
      <span>
        {channel}
        {author && voice.sourceName && voice.sourceName !== channel && ` · ${voice.sourceName}`}
      </span>
      <Moment at={voice.at} />
      {voice.filingNumber && <span>{t.detail.filing(voice.filingNumber)}</span>}
      {voice.rung !== 'first' && (
        <span title={voice.reasons.map(({ text }) => text).join('; ')}>
          {t.detail.joined(rung, times.percent(voice.score))}
        </span>
      )}
      {voice.url && (
        <a
          href={voice.url}
          target="_blank"
          rel="noreferrer"
          aria-label={t.detail.originalLabel(voice.sourceName ?? channel)}
        >
          <Icon name="link" />
          {t.detail.original}
        </a>
      )}
    </header>
  )
}

/** What a citizen gave with a filing; the server leaves it out for those who must not see it. */
function Contact({ voice }: { voice: Voice }) {
  const { t } = useUi()
  if (!voice.contact && !voice.address) return null
  return (
    <p className="faint">
      {voice.contact && `${t.detail.contact}: ${voice.contact}`}
      {voice.contact && voice.address && ' · '}
      {voice.address && `${t.detail.address}: ${voice.address}`}
    </p>
  )
}

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
