import { Link } from 'wouter'
import type { Candidate, CandidateRow, Suggestion } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useUi } from '../../ui.tsx'
import type { Target } from './decisions.ts'

type Props = { candidate: Candidate; onMerge: (row: CandidateRow, into: Target) => void }

/** Cases and candidates that may be the same problem; a person decides. */
export function Suggestions({ candidate, onMerge }: Props) {
  const { t } = useUi()
  if (candidate.suggestions.length === 0) return null
  return (
    <section className="block">
      <h3>{t.detail.suggestions}</h3>
      <ul className="suggestions">
        {candidate.suggestions.map((suggestion) => (
          <li key={`${suggestion.caseId}-${suggestion.candidateId}`}>
            <SuggestionText suggestion={suggestion} />
            <SuggestionAct suggestion={suggestion} candidate={candidate} onMerge={onMerge} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function SuggestionText({ suggestion }: { suggestion: Suggestion }) {
  const { t, times } = useUi()
  const { caseNumber, title, score, reasons } = suggestion
  return (
    <span className="suggestion">
      <span>
        {caseNumber && <strong>{caseNumber}</strong>} {title}
      </span>
      <span className="faint">
        {[t.detail.similar(times.percent(score)), ...reasons.map(({ text }) => text)].join(' · ')}
      </span>
    </span>
  )
}

function SuggestionAct({ suggestion, candidate, onMerge }: Props & { suggestion: Suggestion }) {
  const { t, may } = useUi()
  const { caseId, caseNumber, candidateId } = suggestion
  if (caseId) {
    if (!may('queue.decide') || candidate.status !== 'waiting') {
      return <Link href={`/aduan/${caseId}`}>{t.acts.see}</Link>
    }
    const number = caseNumber ?? ''
    return (
      <button
        type="button"
        aria-label={t.detail.mergeInto(number)}
        onClick={() => onMerge(candidate, { caseId, number })}
      >
        <Icon name="merge" />
        {t.acts.merge}
      </button>
    )
  }
  return <Link href={`/antrean/${candidateId}`}>{t.detail.seeCandidate}</Link>
}
