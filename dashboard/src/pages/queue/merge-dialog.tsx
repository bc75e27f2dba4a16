import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CandidateRow, Suggestion } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { Skeleton } from '../../states.tsx'
import { useUi } from '../../ui.tsx'
import { candidateQuery } from './candidate-query.ts'
import type { Target } from './decisions.ts'
import { SuggestionText } from './suggestions.tsx'

type Props = { row: CandidateRow; onClose: () => void; onDone: (into: Target) => void }

const SimilarResults = lazy(() => import('./similar-results.tsx'))

/** Chooses the case that this candidate belongs to: a suggestion by its number key, or a search while one types. */
export default function MergeDialog({ row, onClose, onDone }: Props) {
  const { t } = useUi()
  const detail = useQuery(candidateQuery(row.id, row.version))
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const suggested = (detail.data?.suggestions ?? []).flatMap((suggestion) =>
    suggestion.caseId && suggestion.caseStatus !== 'closed' && suggestion.rejectedAt === null
      ? [{ suggestion, target: { caseId: suggestion.caseId, number: suggestion.caseNumber ?? '' } }]
      : [],
  )
  const known = new Set(suggested.map(({ target }) => target.caseId))
  /** Digits choose a suggestion as long as nothing has been typed; the arrows go through all that can be chosen. */
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (moveFocus(event) || query !== '') return
    const chosen = suggested[Number(event.key) - 1]
    if (!chosen) return
    event.preventDefault()
    onDone(chosen.target)
  }
  return (
    <Dialog title={t.mergeDialog.title} onClose={onClose}>
      <div onKeyDown={onKeyDown}>
        {suggested.length > 0 && <h3>{t.mergeDialog.suggested}</h3>}
        <Suggested all={suggested} onDone={onDone} />
        <Field label={t.mergeDialog.search}>
          {(ids) => (
            <input
              {...ids}
              ref={input}
              value={query}
              maxLength={1000}
              placeholder={t.mergeDialog.searchHint}
              autoComplete="off"
              onChange={(event) => setQuery(event.target.value)}
            />
          )}
        </Field>
        <Suspense fallback={<Skeleton rows={3} />}>
          <SimilarResults
            candidateId={row.id}
            query={query}
            among="cases"
            known={known}
            onDone={onDone}
          />
        </Suspense>
      </div>
    </Dialog>
  )
}

type SuggestedProps = {
  all: { suggestion: Suggestion; target: Target }[]
  onDone: (into: Target) => void
}

function Suggested({ all, onDone }: SuggestedProps) {
  return (
    <ol className="choices">
      {all.map(({ suggestion, target }, index) => (
        <li key={target.caseId}>
          <button
            type="button"
            aria-keyshortcuts={String(index + 1)}
            onClick={() => onDone(target)}
          >
            <kbd aria-hidden="true">{index + 1}</kbd>
            <SuggestionText suggestion={suggestion} />
          </button>
        </li>
      ))}
    </ol>
  )
}

const STEP: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** @returns whether the focus has gone to another row, or to the words that are typed */
function moveFocus(event: KeyboardEvent<HTMLElement>): boolean {
  const step = STEP[event.key]
  if (step === undefined) return false
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input, .choices button, .choices a'),
  ]
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return false
  event.preventDefault()
  next.focus()
  return true
}
