import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { api, type CandidateRow } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { CaseStatusMark } from '../../marks.tsx'
import { useUi } from '../../ui.tsx'
import { candidateQuery } from './candidate-query.ts'
import type { Target } from './decisions.ts'
import { SuggestionText } from './suggestions.tsx'

type Props = { row: CandidateRow; onClose: () => void; onDone: (into: Target) => void }

const MOST_RESULTS = 8

/** Chooses the case that this candidate belongs to: a suggestion by its number key, or a search. */
export function MergeDialog({ row, onClose, onDone }: Props) {
  const { t } = useUi()
  const detail = useQuery(candidateQuery(row.id, row.version))
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const suggested = (detail.data?.suggestions ?? []).flatMap((suggestion) =>
    suggestion.caseId
      ? [{ suggestion, target: { caseId: suggestion.caseId, number: suggestion.caseNumber ?? '' } }]
      : [],
  )
  /** Digits choose a suggestion as long as nothing has been typed. */
  function onKeyDown(event: KeyboardEvent) {
    if (query !== '') return
    const chosen = suggested[Number(event.key) - 1]
    if (!chosen) return
    event.preventDefault()
    onDone(chosen.target)
  }
  return (
    <Dialog title={t.mergeDialog.title} onClose={onClose}>
      <div onKeyDown={onKeyDown}>
        {suggested.length > 0 && <h3>{t.mergeDialog.suggested}</h3>}
        <ol className="choices">
          {suggested.map(({ suggestion, target }, index) => (
            <li key={target.caseId}>
              <button type="button" onClick={() => onDone(target)}>
                <kbd>{index + 1}</kbd>
                <SuggestionText suggestion={suggestion} />
              </button>
            </li>
          ))}
        </ol>
        <Field label={t.mergeDialog.search}>
          {(ids) => (
            <input
              {...ids}
              ref={input}
              value={query}
              maxLength={100}
              placeholder={t.mergeDialog.searchHint}
              autoComplete="off"
              onChange={(event) => setQuery(event.target.value)}
            />
          )}
        </Field>
        <Results query={useDeferredValue(query.trim())} onDone={onDone} />
      </div>
    </Dialog>
  )
}

function Results({ query, onDone }: { query: string; onDone: (into: Target) => void }) {
  const { t } = useUi()
  const found = useQuery({
    queryKey: ['cases', 'merge', query],
    queryFn: () => api.cases({ status: 'all', q: query, limit: String(MOST_RESULTS) }),
    enabled: query.length >= 2,
    placeholderData: (before) => before,
  })
  if (query.length < 2) return null
  const items = found.data?.items ?? []
  return (
    <>
      <p role="status" className="hint">
        {found.isSuccess && items.length === 0 && t.mergeDialog.nothing}
      </p>
      <ul className="choices" aria-label={t.mergeDialog.results}>
        {items.map(({ id, number, title, status }) => (
          <li key={id}>
            <button type="button" onClick={() => onDone({ caseId: id, number })}>
              <span className="suggestion">
                <span>
                  <strong>{number}</strong> {title}
                </span>
                <CaseStatusMark status={status} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
