/** The evidence: every post and filing that tells of one problem, exactly as it was written. */
import { useState } from 'react'
import type { Voice } from './api.ts'
import { Icon } from './icons.tsx'
import { Moment } from './marks.tsx'
import { useUi, type Ui } from './ui.tsx'
import { ReasonList, VoiceText } from './voice-text.tsx'

type VoicesProps = {
  voices: Voice[]
  /** How many there are, and how many of these are copies; more than are listed here. */
  counts?: { voices: number; copies: number }
  /** Its reasons stand beside it already. */
  isAlone?: boolean
  /** Takes voices out; absent where nobody may. */
  onSplit?: ((ids: number[]) => void) | undefined
}

export function Voices({ voices, counts, isAlone = false, onSplit }: VoicesProps) {
  const { t, times } = useUi()
  const listed = { voices: voices.length, copies: voices.filter(isCopy).length }
  const { voices: all, copies } = counts ?? listed
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const ids = voices.map(({ id }) => id).filter((id) => picked.has(id))
  const split = onSplit && {
    picked,
    pick: (id: number) => setPicked(toggled(picked, id)),
    take: (taken: number[]) => {
      setPicked(new Set())
      onSplit(taken)
    },
  }
  const known = new Set(voices.map(({ id }) => id))
  const originals = voices.filter((voice) => !isCopy(voice) || !known.has(voice.copyOf ?? 0))
  return (
    <section className="block">
      <h3>
        {t.detail.voices}{' '}
        <span className="faint">
          {times.whole(all - copies)}
          {copies > 0 && ` · ${t.queue.copies(times.whole(copies))}`}
        </span>
      </h3>
      {split && ids.length > 0 && (
        <p className="picked">
          <button type="button" onClick={() => split.take(ids)}>
            {t.detail.splitSome(times.whole(ids.length))}
          </button>
          <button type="button" className="quiet" onClick={() => setPicked(new Set())}>
            {t.app.cancel}
          </button>
        </p>
      )}
      <ol className="voices">
        {originals.map((voice) => (
          <li key={voice.id}>
            <VoiceItem
              voice={voice}
              isAlone={isAlone}
              copies={voices.filter(({ copyOf }) => copyOf === voice.id)}
              // The last one stays: a candidate without a voice is none.
              split={originals.length > 1 ? split : undefined}
              splitCopies={split}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

const isCopy = ({ copyOf }: Voice) => copyOf !== null

function toggled(picked: ReadonlySet<number>, id: number): Set<number> {
  const next = new Set(picked)
  if (!next.delete(id)) next.add(id)
  return next
}

type Split = {
  picked: ReadonlySet<number>
  pick: (id: number) => void
  take: (ids: number[]) => void
}
type ItemProps = {
  voice: Voice
  isAlone?: boolean
  /** What nearly repeats it, as far as it is listed. */
  copies?: Voice[]
  split?: Split | undefined
  splitCopies?: Split | undefined
}

function VoiceItem({ voice, isAlone = false, copies = [], split, splitCopies }: ItemProps) {
  const { t } = useUi()
  return (
    <article className="voice">
      <VoiceHead voice={voice} />
      <Contact voice={voice} />
      {voice.title && voice.title !== voice.text && <h4>{voice.title}</h4>}
      <VoiceText text={voice.text} reasons={voice.reading?.reasons ?? []} />
      <Origin voice={voice} split={split} />
      {voice.reading && !isAlone && (
        <details className="why">
          <summary>{t.detail.reasons}</summary>
          <ReasonList reasons={voice.reading.reasons} />
          <p className="faint">{t.detail.model(voice.reading.model)}</p>
        </details>
      )}
      {voice.copies && <Copies of={voice.copies} copies={copies} split={splitCopies} />}
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
  return (
    <header className="voice-head">
      <strong>{name}</strong>
      <span>
        {channel}
        {author && voice.sourceName && voice.sourceName !== channel && ` · ${voice.sourceName}`}
      </span>
      <Moment at={voice.at} />
      {voice.filingNumber && <span>{t.detail.filing(voice.filingNumber)}</span>}
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
        {why && `: ${why}`} · {by?.name ?? t.detail.byMachine} · <Moment at={joinedAt} />
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

type CopiesProps = { of: NonNullable<Voice['copies']>; copies: Voice[]; split: Split | undefined }

/** Nearly the same words from many accounts: one voice, with all of them behind it. */
function Copies({ of, copies, split }: CopiesProps) {
  const { t, times } = useUi()
  const accounts = of.accounts > 0 ? times.whole(of.accounts) : ''
  const ms = Date.parse(of.lastAt) - Date.parse(of.firstAt)
  const span = ms >= 60_000 ? times.span(ms) : ''
  return (
    <details className="copies">
      <summary>{t.detail.copied(times.whole(of.count), accounts, span)}</summary>
      <ol className="voices">
        {copies.map((copy) => (
          <li key={copy.id}>
            <VoiceItem voice={copy} isAlone split={split} />
          </li>
        ))}
      </ol>
    </details>
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
