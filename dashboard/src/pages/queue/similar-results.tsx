/** What is like the words that are typed, renewed while one types. A file of its own: loaded when it is needed. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { api, type Similar } from '../../api.ts'
import { Ago, CaseStatusMark, ConfidentialMark } from '../../marks.tsx'
import { sentenceOf } from '../../states.tsx'
import { useNames, useUi } from '../../ui.tsx'
import type { Target } from './decisions.ts'

type Props = {
  /** The candidate that it is looked for; it is not like itself. */
  candidateId: number
  /** As typed. Empty: what is like the candidate is looked for. */
  query: string
  among: 'cases' | 'all'
  /** Cases that are shown already, while nothing is typed. */
  known?: ReadonlySet<number> | undefined
  /** Absent: the rows are links. */
  onDone?: ((into: Target) => void) | undefined
}

const DEBOUNCE_MS = 150
const LEAST_QUERY = 2
/** The strongest come first. */
const MOST_REASONS = 3
/** A web address holds some thousand characters, and a problem is told in fewer. */
const MOST_QUERY = 1000

export default function SimilarResults({ candidateId, query, among, known, onDone }: Props) {
  const { t } = useUi()
  const text = useSettled(query.trim().slice(0, MOST_QUERY))
  const isAsked = text.length === 0 || text.length >= LEAST_QUERY
  // The answer belongs to its words: one that comes late never shows under newer ones.
  const found = useQuery({
    queryKey: ['similar', candidateId, among, text],
    queryFn: () => api.similar({ text, candidate: String(candidateId), among, limit: '8' }),
    enabled: isAsked,
    placeholderData: (before) => before,
    staleTime: 30_000,
    retry: false,
  })
  if (!isAsked) return null
  const items = (found.data?.items ?? []).filter(
    ({ caseId }) => text !== '' || caseId === null || !known?.has(caseId),
  )
  return (
    <>
      <p role="status" className="hint">
        {found.isSuccess && items.length === 0 && t.similar.nothing}
        {found.isError && sentenceOf(found.error, t)}
      </p>
      <ul className="choices" aria-label={t.similar.results}>
        {items.map((item) => (
          <li key={`${item.caseId}-${item.candidateId}`}>
            <Choice item={item} onDone={onDone} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The words once the typing has paused. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}

/** What is finished takes in no voices: it is shown, and opened to be read. */
function Choice({ item, onDone }: { item: Similar; onDone: Props['onDone'] }) {
  const { caseId, caseNumber, caseStatus, candidateId } = item
  if (caseId === null) {
    return (
      <Link className="choice" href={`/antrean/${candidateId}`}>
        <Row item={item} />
      </Link>
    )
  }
  if (!onDone || caseStatus === 'closed' || caseStatus === 'declined') {
    return (
      <Link className="choice" href={`/aduan/${caseId}`}>
        <Row item={item} />
      </Link>
    )
  }
  return (
    <button
      type="button"
      className="choice"
      onClick={() => onDone({ caseId, number: caseNumber ?? '' })}
    >
      <Row item={item} />
    </button>
  )
}

function Row({ item }: { item: Similar }) {
  const { t, times } = useUi()
  const names = useNames()
  const area = item.kelurahan?.name ?? item.kecamatan?.name
  const place = [item.place, area].filter(Boolean).join(', ')
  const isFinished = item.caseStatus === 'closed' || item.caseStatus === 'declined'
  const why = [
    t.detail.similar(times.percent(item.score)),
    ...item.reasons.slice(0, MOST_REASONS),
  ].join(' · ')
  return (
    <span className="suggestion">
      <span>
        {item.caseNumber && <strong>{item.caseNumber}</strong>} {item.title}
      </span>
      <span className="marks">
        {item.caseStatus ? <CaseStatusMark status={item.caseStatus} /> : t.similar.waiting}
        <ConfidentialMark confidential={item.confidential} />
        <Ago at={item.at} />
        <span>{names.category(item.category)}</span>
        {place && <span>{place}</span>}
      </span>
      <span className="faint">{why}</span>
      {isFinished && <span className="faint">{t.similar.finished}</span>}
    </span>
  )
}
