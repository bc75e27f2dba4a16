import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Candidate, CandidateRow } from '../../api.ts'
import { History } from '../../history.tsx'
import { Icon, type IconName } from '../../icons.tsx'
import { Chance, ConfidentialMark, Due, FiledMark, UrgentMark } from '../../marks.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useUi } from '../../ui.tsx'
import { ReasonList, Voices } from '../../voices.tsx'
import { candidateQuery } from './candidate-query.ts'
import { CandidateFacts } from './candidate-facts.tsx'
import type { Decisions, Target } from './decisions.ts'
import type { Act } from './queue-page.tsx'
import { Suggestions } from './suggestions.tsx'

type Props = {
  id: number
  /** The list's row, shown until the rest has arrived. */
  row: CandidateRow | null
  /** The row below, fetched ahead: most often it is read next. */
  next: CandidateRow | null
  isGone: boolean
  decisions: Decisions
  onAct: (act: Act, row: CandidateRow) => void
  onMerge: (row: CandidateRow, into: Target) => void
  onBack: () => void
}

/** One candidate with everything a decision needs, on one screen. */
export function CandidateDetail({ id, row, next, isGone, decisions, ...on }: Props) {
  const { t } = useUi()
  const isSettled = useSettled(next)
  const detail = useQuery({
    ...candidateQuery(id, row?.version, isGone),
    enabled: isSettled,
    placeholderData: (before) => before,
  })
  const shown = detail.data?.id === id ? detail.data : row
  return (
    <div className="detail">
      <button type="button" className="quiet back" onClick={on.onBack}>
        <Icon name="back" />
        {t.app.back}
      </button>
      {shown && <Head row={shown} />}
      {shown && <Acts row={shown} onAct={on.onAct} decisions={decisions} />}
      {detail.data && <Body candidate={detail.data} onMerge={on.onMerge} />}
      {!detail.data && !detail.error && <Skeleton rows={5} />}
      {!detail.data && detail.error && (
        <Failed error={detail.error} retry={() => void detail.refetch()} />
      )}
    </div>
  )
}

const SETTLE_MS = 80

/** True once one has stopped here: holding j down must not ask for every candidate on the way. */
function useSettled(next: CandidateRow | null): boolean {
  const client = useQueryClient()
  const [isSettled, setSettled] = useState(false)
  const latest = useRef(next)
  useEffect(() => {
    latest.current = next
  })
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(true)
      const { id, version } = latest.current ?? {}
      if (id) void client.prefetchQuery(candidateQuery(id, version))
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [client])
  return isSettled
}

function Head({ row }: { row: CandidateRow }) {
  return (
    <header className="detail-head">
      <div className="marks">
        <UrgentMark urgent={row.urgent} emergency={row.emergency} calls={row.calls} />
        <FiledMark filed={row.filed} />
        <ConfidentialMark confidential={row.confidential} />
        <Chance probability={row.probability} />
        {row.status === 'waiting' && <Due at={row.dueAt} soonHours={4} />}
      </div>
      <h2>{row.title}</h2>
    </header>
  )
}

const ACTS: { act: Act; icon: IconName; shortcut: string }[] = [
  { act: 'open', icon: 'check', shortcut: 'o' },
  { act: 'merge', icon: 'merge', shortcut: 'm' },
  { act: 'dismiss', icon: 'close', shortcut: 'd' },
]

type ActsProps = { row: CandidateRow; onAct: Props['onAct']; decisions: Decisions }

function Acts({ row, onAct, decisions }: ActsProps) {
  const { t, may } = useUi()
  if (row.status !== 'waiting') return <Decided row={row} decisions={decisions} />
  if (!may('queue.decide')) return null
  return (
    <div className="acts">
      {ACTS.map(({ act, icon, shortcut }) => (
        <button
          key={act}
          type="button"
          className={act === 'open' ? 'primary' : undefined}
          aria-keyshortcuts={shortcut}
          onClick={() => onAct(act, row)}
        >
          <Icon name={icon} />
          {t.acts[act]}
          <kbd>{shortcut}</kbd>
        </button>
      ))}
    </div>
  )
}

function Decided({ row, decisions }: { row: CandidateRow; decisions: Decisions }) {
  const { t, times, may } = useUi()
  const what = t.status[row.status]
  const reason = row.dismissReason && t.reasons[row.dismissReason]
  const done = t.acts.undone(`“${row.title}”`)
  return (
    <div className="decided">
      <p>
        {row.decidedAt &&
          t.queue.decidedBy(
            what,
            row.decidedBy?.name ?? t.queue.machine,
            times.short(row.decidedAt),
          )}
        {reason && `: ${reason}`}
        {row.caseId !== null && (
          <>
            {' · '}
            <Link href={`/aduan/${row.caseId}`}>{row.caseNumber ?? t.detail.case}</Link>
          </>
        )}
      </p>
      {may('queue.decide') && (
        <button type="button" onClick={() => void decisions.restore(row, done)}>
          <Icon name="undo" />
          {t.acts.undoDecision}
        </button>
      )}
    </div>
  )
}

function Body({ candidate, onMerge }: { candidate: Candidate; onMerge: Props['onMerge'] }) {
  const { t } = useUi()
  const reasons = candidate.voices.flatMap((voice) => voice.reading?.reasons ?? [])
  return (
    <div className="detail-body">
      <div>
        <Suggestions candidate={candidate} onMerge={onMerge} />
        <Voices voices={candidate.voices} isAlone={candidate.voices.length === 1} />
      </div>
      <div>
        <section className="block">
          <h3>{t.detail.why}</h3>
          <ReasonList reasons={reasons} />
        </section>
        <CandidateFacts candidate={candidate} />
        <History events={candidate.events} />
      </div>
    </div>
  )
}
