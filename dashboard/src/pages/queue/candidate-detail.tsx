import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Candidate, CandidateRow } from '../../api.ts'
import { History } from '../../history.tsx'
import { Icon, type IconName } from '../../icons.tsx'
import { Chance, ConfidentialMark, Due, FiledMark, UrgentMark } from '../../marks.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useUi } from '../../ui.tsx'
import { ReasonList } from '../../voice-text.tsx'
import { Voices } from '../../voices.tsx'
import { candidateQuery } from './candidate-query.ts'
import { CandidateFacts } from './candidate-facts.tsx'
import type { Decisions, Target } from './decisions.ts'
import type { Act } from './queue-page.tsx'
import { useRelations } from './relations.ts'
import { SimilarSearch } from './similar-search.tsx'
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
  /** Goes on to the next row, before this one leaves the list. */
  onLeave: () => void
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
      {shown && <Head row={shown} decisions={decisions} />}
      {shown && <Acts row={shown} onAct={on.onAct} decisions={decisions} />}
      {detail.data && <Body candidate={detail.data} onMerge={on.onMerge} onLeave={on.onLeave} />}
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

type SplitFromProps = { row: CandidateRow; from: number; decisions: Decisions }

/** It was made by a person who took its voices out of another one, which can be taken back. */
function SplitFrom({ row, from, decisions }: SplitFromProps) {
  const { t, may } = useUi()
  return (
    <p className="faint">
      {t.detail.splitFrom} <Link href={`/antrean/${from}`}>{t.detail.otherCandidate}</Link>{' '}
      {may('queue.decide') && (
        <button
          type="button"
          className="quiet"
          onClick={() => void decisions.restore(row, t.acts.undone(t.acts.split('1')))}
        >
          {t.detail.undoSplit}
        </button>
      )}
    </p>
  )
}

function Head({ row, decisions }: { row: CandidateRow; decisions: Decisions }) {
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
      {row.status === 'waiting' && row.splitFrom !== null && (
        <SplitFrom row={row} from={row.splitFrom} decisions={decisions} />
      )}
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
        {row.joinedId !== null && (
          <>
            {' · '}
            {t.detail.joinedTo}{' '}
            <Link href={`/antrean/${row.joinedId}`}>{t.detail.otherCandidate}</Link>
          </>
        )}
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

type BodyProps = { candidate: Candidate } & Pick<Props, 'onMerge' | 'onLeave'>

/** Out of these a voice can be taken: the others are decided as a whole, or have none. */
const SPLITTABLE = new Set(['waiting', 'merged', 'opened'])

function Body({ candidate, onMerge, onLeave }: BodyProps) {
  const { t, may } = useUi()
  const relations = useRelations()
  const maySplit = may('queue.decide') && SPLITTABLE.has(candidate.status)
  const reasons = candidate.voices.flatMap((voice) => voice.reading?.reasons ?? [])
  return (
    <div className="detail-body">
      <div>
        <Suggestions
          candidate={candidate}
          relations={relations}
          onMerge={onMerge}
          onJoin={(row, other) => {
            onLeave()
            relations.join(row, other)
          }}
        />
        <SimilarSearch candidate={candidate} onMerge={onMerge} />
        <Voices
          voices={candidate.voices}
          counts={{ voices: candidate.voiceCount, copies: candidate.copyCount }}
          isAlone={candidate.voices.length === 1}
          onSplit={maySplit ? (ids) => relations.split(candidate, ids) : undefined}
        />
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
