/** One voice: who said what, when and where; why it belongs here; and what only repeats it. */
import type { Voice } from './api.ts'
import { Icon } from './icons.tsx'
import { Ago, Moment } from './marks.tsx'
import { More } from './more-voices.tsx'
import { SafeText } from './safe-text.tsx'
import { useUi, type Ui } from './ui.tsx'
import { useMoreVoices, type MoreVoices } from './use-more-voices.ts'
import { Answered, MediaList, StoredCopy } from './voice-source.tsx'
import { ReasonList, VoiceText } from './voice-text.tsx'
import { webAddress } from './web-address.ts'

export type Split = {
  picked: ReadonlySet<number>
  pick: (id: number) => void
  take: (ids: number[]) => void
}
type ItemProps = {
  voice: Voice
  isAlone?: boolean
  /** What nearly repeats it, as far as it is listed. */
  copies?: Voice[]
  more?: MoreVoices | undefined
  split?: Split | undefined
  splitCopies?: Split | undefined
}

export function VoiceItem({ voice, isAlone = false, copies = [], more, ...on }: ItemProps) {
  const { t } = useUi()
  return (
    <article className="voice">
      <VoiceHead voice={voice} />
      <Contact voice={voice} />
      {voice.parent && <Answered parent={voice.parent} kind={voice.postKind} />}
      {voice.title && voice.title !== voice.text && (
        <h4>
          <SafeText text={voice.title} />
        </h4>
      )}
      <VoiceText text={voice.text} reasons={voice.reading?.reasons ?? []} />
      <MediaList media={voice.media} />
      <Origin voice={voice} split={on.split} />
      {voice.reading && !isAlone && (
        <details className="why">
          <summary>{t.detail.reasons}</summary>
          <ReasonList reasons={voice.reading.reasons} />
          <p className="faint">
            <SafeText text={t.detail.model(voice.reading.model)} />
          </p>
        </details>
      )}
      <StoredCopy voice={voice} />
      {voice.copies && (
        <Copies
          voice={voice}
          of={voice.copies}
          copies={copies}
          more={more}
          split={on.splitCopies}
        />
      )}
    </article>
  )
}

/** Who speaks, as far as one may know it. */
function speakerOf(voice: Voice, t: Ui['t']) {
  const handle = voice.authorHandle && `@${voice.authorHandle.replace(/^@/, '')}`
  const author = [voice.authorName, handle].filter(Boolean).join(' ')
  const nobody =
    voice.kind === 'filing' ? t.detail.hidden : (voice.sourceName ?? t.detail.anonymous)
  return { author, name: author || nobody }
}

function VoiceHead({ voice }: { voice: Voice }) {
  const { t } = useUi()
  const channel = t.channels[voice.channel] ?? voice.channel
  const { author, name } = speakerOf(voice, t)
  const address = webAddress(voice.url)
  const source = author && voice.sourceName !== channel ? (voice.sourceName ?? '') : ''
  return (
    <header className="voice-head">
      <strong>
        <SafeText text={name} />
      </strong>
      <span>
        <SafeText text={[channel, source].filter(Boolean).join(' · ')} />
      </span>
      <span>
        <Moment at={voice.at} /> · <Ago at={voice.at} />
      </span>
      {voice.filingNumber && <span>{t.detail.filing(voice.filingNumber)}</span>}
      {address && (
        <a
          href={address}
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

/** Rungs that were judged by likeness; the others are certain. */
const JUDGED = new Set(['same', 'copy', 'near'])

/** Why it belongs here and who says so; and the way out. */
function Origin({ voice, split }: { voice: Voice; split: Split | undefined }) {
  const { t, times } = useUi()
  const { id, rung, reasons, by, joinedAt, score } = voice
  const label = t.rungs[rung] ?? rung
  const { name } = speakerOf(voice, t)
  const why = reasons.map(({ text }) => text).join('; ')
  return (
    <div className="origin">
      <span>
        {JUDGED.has(rung) ? t.detail.joined(label, times.percent(score)) : label}
        {why && <SafeText text={`: ${why}`} />} · {by?.name ?? t.detail.byMachine} ·{' '}
        <Moment at={joinedAt} />
      </span>
      {split && (
        <span className="split">
          <input
            type="checkbox"
            aria-label={t.detail.pickVoice(name)}
            checked={split.picked.has(id)}
            onChange={() => split.pick(id)}
          />
          <button
            type="button"
            className="quiet"
            aria-label={t.detail.splitVoice(name)}
            onClick={() => split.take([id])}
          >
            {t.detail.split}
          </button>
        </span>
      )}
    </div>
  )
}

type CopiesProps = {
  voice: Voice
  of: NonNullable<Voice['copies']>
  copies: Voice[]
  more: MoreVoices | undefined
  split: Split | undefined
}

/** Nearly the same words from many accounts: one voice, with all of them behind it. */
function Copies({ voice, of, copies, more, split }: CopiesProps) {
  const { t, times } = useUi()
  const last = copies.at(-1)
  const next = of.count > copies.length && last ? last.id : null
  const ask = more && ((after: number) => more({ after, of: voice.id }))
  const page = useMoreVoices({ items: copies, next }, ask)
  const accounts = of.accounts > 0 ? times.whole(of.accounts) : ''
  const ms = Date.parse(of.lastAt) - Date.parse(of.firstAt)
  const span = ms >= 60_000 ? times.span(ms) : ''
  return (
    <details className="copies">
      <summary>{t.detail.copied(times.whole(of.count), accounts, span)}</summary>
      <ol className="voices">
        {page.items.map((copy) => (
          <li key={copy.id}>
            <VoiceItem voice={copy} isAlone split={split} />
          </li>
        ))}
      </ol>
      <More page={page} left={of.count - page.items.length} />
    </details>
  )
}

/** What a citizen gave with a filing; the server leaves it out for those who must not see it. */
function Contact({ voice }: { voice: Voice }) {
  const { t } = useUi()
  if (!voice.contact && !voice.address) return null
  const contact = voice.contact && `${t.detail.contact}: ${voice.contact}`
  const address = voice.address && `${t.detail.address}: ${voice.address}`
  return (
    <p className="faint">
      <SafeText text={[contact, address].filter(Boolean).join(' · ')} />
    </p>
  )
}
