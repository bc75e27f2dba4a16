/** Where a voice comes from: what it answers, what is attached to it, and the copy of it that is kept. */
import type { Voice } from './api.ts'
import { Icon } from './icons.tsx'
import { Moment } from './marks.tsx'
import { SafeText } from './safe-text.tsx'
import { useUi } from './ui.tsx'
import { hostOf, webAddress } from './web-address.ts'

type AnsweredProps = { parent: NonNullable<Voice['parent']>; kind: string | null }

/** The post that this one answers, so that "di sini juga" can be understood. */
export function Answered({ parent, kind }: AnsweredProps) {
  const { t } = useUi()
  const { author, text, at } = parent
  const verb = t.evidence.answers[kind ?? ''] ?? t.evidence.answers['reply'] ?? ''
  const address = webAddress(parent.url)
  if (text === null) return <p className="faint">{t.evidence.parentUnknown(verb)}</p>
  return (
    <details className="answered">
      <summary>
        {verb} <SafeText text={author ? `@${author.replace(/^@/, '')}` : t.evidence.otherPost} />
        {at && (
          <>
            , <Moment at={at} />
          </>
        )}
      </summary>
      <blockquote>
        <SafeText text={text} />
      </blockquote>
      {address && (
        <a href={address} target="_blank" rel="noreferrer">
          <Icon name="link" />
          {t.detail.original}
        </a>
      )}
    </details>
  )
}

/** Pictures and films are named, never loaded: who looks at a complaint must not be seen by its author. */
export function MediaList({ media }: { media: Voice['media'] }) {
  const { t } = useUi()
  if (media.length === 0) return null
  return (
    <ul className="media" aria-label={t.evidence.media}>
      {media.map(({ type, url, alt }, index) => {
        const name = `${t.evidence.mediaKinds[type] ?? t.evidence.otherMedia} ${index + 1}`
        const address = webAddress(url)
        return (
          <li key={index}>
            {address ? (
              <a href={address} target="_blank" rel="noreferrer">
                <Icon name="link" />
                {name}
                <span className="faint">{hostOf(address)}</span>
              </a>
            ) : (
              <span>{name}</span>
            )}
            {alt && (
              <span className="faint">
                “<SafeText text={alt} />”
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** So much of a hash tells two texts apart at a glance. */
const SHOWN_HASH = 12

/** What is kept of a post stays as it was; here is when it was fetched, and whether the source changed since. */
export function StoredCopy({ voice }: { voice: Voice }) {
  const { t, times } = useUi()
  const { fetchedAt, editedAt, otherTextAt, isExact, hash } = voice
  if (!fetchedAt) return null
  const isChanged = otherTextAt !== null || editedAt !== null
  return (
    <details className="why">
      <summary>
        {t.evidence.stored(times.short(fetchedAt))}
        {isChanged && <strong className="changed-mark"> · {t.evidence.changed}</strong>}
      </summary>
      <ul className="plain">
        <li>{isExact ? t.evidence.exact : t.evidence.tidied}</li>
        {editedAt && <li>{t.evidence.edited(times.short(editedAt))}</li>}
        {otherTextAt && <li>{t.evidence.otherText(times.short(otherTextAt))}</li>}
        {!isChanged && <li>{t.evidence.unchanged}</li>}
        {hash && (
          <li>
            {t.evidence.hash} <code title={hash}>{hash.slice(0, SHOWN_HASH)}</code>
          </li>
        )}
      </ul>
    </details>
  )
}
