import { lazy, Suspense, useState } from 'react'
import type { Candidate, CandidateRow } from '../../api.ts'
import { Field } from '../../form.tsx'
import { Skeleton } from '../../states.tsx'
import { useUi } from '../../ui.tsx'
import type { Target } from './decisions.ts'

const SimilarResults = lazy(() => import('./similar-results.tsx'))

type Props = { candidate: Candidate; onMerge: (row: CandidateRow, into: Target) => void }

/** Looks for what is like this candidate, and for whatever one types. Asks nothing before it is opened. */
export function SimilarSearch({ candidate, onMerge }: Props) {
  const { t, may } = useUi()
  const [isOpen, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const mayMerge = may('queue.decide') && candidate.status === 'waiting'
  return (
    <details className="block" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.similar.search}</summary>
      {isOpen && (
        <>
          <Field label={t.similar.words}>
            {(ids) => (
              <input
                {...ids}
                type="search"
                value={query}
                maxLength={1000}
                placeholder={t.similar.hint}
                autoComplete="off"
                onChange={(event) => setQuery(event.target.value)}
              />
            )}
          </Field>
          <Suspense fallback={<Skeleton rows={3} />}>
            <SimilarResults
              candidateId={candidate.id}
              query={query}
              among="all"
              onDone={mayMerge ? (into) => onMerge(candidate, into) : undefined}
            />
          </Suspense>
        </>
      )}
    </details>
  )
}
