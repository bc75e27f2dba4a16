import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Candidate, CandidateRow, Suggestion } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { SafeText } from '../../safe-text.tsx'
import { useUi } from '../../ui.tsx'
import type { Target } from './decisions.ts'
import type { Relations } from './relations.ts'

type Props = {
  candidate: Candidate
  relations: Relations
  onMerge: (row: CandidateRow, into: Target) => void
  onJoin: (row: CandidateRow, other: { id: number; title: string }) => void
}

// Read by who wants to see the words; the queue does not wait for it.
const CompareDialog = lazy(() => import('./compare-dialog.tsx'))

/** Cases and candidates that may be the same problem; a person decides. */
export function Suggestions(props: Props) {
  const { t, times } = useUi()
  const { candidate, relations } = props
  const [compared, setCompared] = useState<Suggestion | null>(null)
  const offered = candidate.suggestions.filter(({ rejectedAt }) => rejectedAt === null)
  const rejected = candidate.suggestions.filter(({ rejectedAt }) => rejectedAt !== null)
  const acts = useActs(props)
  if (candidate.suggestions.length === 0) return null
  return (
    <section className="block">
      <h3>{t.detail.suggestions}</h3>
      {offered.length > 0 && (
        <ul className="suggestions">
          {offered.map((suggestion) => (
            <li key={keyOf(suggestion)}>
              <SuggestionText suggestion={suggestion} />
              <SuggestionActs
                suggestion={suggestion}
                {...acts(suggestion)}
                onCompare={() => setCompared(suggestion)}
              />
            </li>
          ))}
        </ul>
      )}
      {rejected.length > 0 && (
        <details className="why">
          <summary>{t.detail.rejected(times.whole(rejected.length))}</summary>
          <Rejected candidate={candidate} suggestions={rejected} relations={relations} />
        </details>
      )}
      {compared && (
        <Suspense fallback={null}>
          <CompareDialog
            candidate={candidate}
            suggestion={compared}
            {...closing(acts(compared), () => setCompared(null))}
            onClose={() => setCompared(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

const keyOf = ({ caseId, candidateId }: Suggestion) => `${caseId}-${candidateId}`

type Acts = { onMerge: (() => void) | undefined; onReject: (() => void) | undefined }

/** What this officer may do with a suggestion now. */
function useActs({ candidate, relations, onMerge, onJoin }: Props) {
  const { may } = useUi()
  const isOpen = may('queue.decide') && candidate.status === 'waiting'
  return (suggestion: Suggestion): Acts => {
    if (!isOpen) return { onMerge: undefined, onReject: undefined }
    const { caseId, caseNumber, caseStatus, candidateId, title } = suggestion
    const merge =
      caseId === null
        ? () => onJoin(candidate, { id: candidateId ?? 0, title })
        : () => onMerge(candidate, { caseId, number: caseNumber ?? '' })
    return {
      onMerge: caseStatus === 'closed' ? undefined : merge,
      onReject: () => relations.reject(candidate.id, suggestion),
    }
  }
}

/** The dialog goes before the act is done: what it compares may not be there any more. */
function closing({ onMerge, onReject }: Acts, close: () => void): Acts {
  const after = (act: (() => void) | undefined) =>
    act &&
    (() => {
      close()
      act()
    })
  return { onMerge: after(onMerge), onReject: after(onReject) }
}

export function SuggestionText({ suggestion }: { suggestion: Suggestion }) {
  const { t, times } = useUi()
  const { caseNumber, caseStatus, title, score, reasons } = suggestion
  return (
    <span className="suggestion">
      <span>
        {caseNumber && <strong>{caseNumber}</strong>} <SafeText text={title} />
      </span>
      {caseStatus === 'closed' && <span className="closed-before">{t.detail.closedBefore}</span>}
      <span className="faint">
        <SafeText
          text={[t.detail.similar(times.percent(score)), ...reasons.map(({ text }) => text)].join(
            ' · ',
          )}
        />
      </span>
    </span>
  )
}

type ActsProps = Acts & { suggestion: Suggestion; onCompare: () => void }

function SuggestionActs({ suggestion, onMerge, onReject, onCompare }: ActsProps) {
  const { t } = useUi()
  const { caseId, caseNumber, caseStatus, candidateId, title } = suggestion
  const name = caseNumber ?? title
  return (
    <span className="suggestion-acts">
      {onMerge && (
        <button
          type="button"
          aria-label={caseNumber ? t.detail.mergeInto(caseNumber) : t.detail.joinWith(title)}
          onClick={onMerge}
        >
          <Icon name="merge" />
          {t.acts.merge}
        </button>
      )}
      <button
        type="button"
        className="quiet"
        aria-label={t.detail.compareWith(name)}
        onClick={onCompare}
      >
        {t.detail.compare}
      </button>
      {onReject && (
        <button
          type="button"
          className="quiet"
          aria-label={t.detail.rejectNamed(name)}
          onClick={onReject}
        >
          {t.detail.reject}
        </button>
      )}
      <Link href={caseId === null ? `/antrean/${candidateId}` : `/aduan/${caseId}`}>
        {caseStatus === 'closed' && t.detail.reopen}
        {caseStatus !== 'closed' && (caseId === null ? t.detail.seeCandidate : t.acts.see)}
      </Link>
    </span>
  )
}

type RejectedProps = { candidate: Candidate; suggestions: Suggestion[]; relations: Relations }

function Rejected({ candidate, suggestions, relations }: RejectedProps) {
  const { t, times, may } = useUi()
  const isOpen = may('queue.decide') && candidate.status === 'waiting'
  return (
    <ul className="suggestions">
      {suggestions.map((suggestion) => (
        <li key={keyOf(suggestion)}>
          <span className="suggestion">
            <span>
              {suggestion.caseNumber && <strong>{suggestion.caseNumber}</strong>}{' '}
              <SafeText text={suggestion.title} />
            </span>
            <span className="faint">
              {suggestion.rejectedAt &&
                t.detail.rejectedBy(
                  suggestion.rejectedBy?.name ?? t.queue.machine,
                  times.short(suggestion.rejectedAt),
                )}
            </span>
          </span>
          {isOpen && (
            <button
              type="button"
              className="quiet"
              onClick={() => relations.unreject(candidate.id, suggestion)}
            >
              {t.detail.unreject}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
