/** The top of the one-candidate screen: what it is, who is at it, and what one can do now. */
import { Link } from 'wouter'
import type { CandidateRow } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Chance, ConfidentialMark, Due, FiledMark, UrgentMark } from '../../marks.tsx'
import { SafeText } from '../../safe-text.tsx'
import { useSession, useUi } from '../../ui.tsx'
import { holds } from '../../live.ts'
import { useSelect } from '../../store.ts'
import { ACT_ICONS, ACT_KEYS, actName, CHANGES, type Act } from './acts.ts'
import { DeskMarks } from './candidate-desk.tsx'
import { short, type Decisions } from './decisions.ts'

export function Head({ row, decisions }: { row: CandidateRow; decisions: Decisions }) {
  return (
    <header className="detail-head">
      <div className="marks">
        <UrgentMark urgent={row.urgent} emergency={row.emergency} calls={row.calls} />
        <FiledMark filed={row.filed} />
        <ConfidentialMark confidential={row.confidential} />
        <Chance probability={row.probability} />
        {row.status === 'waiting' && <Due at={row.dueAt} soonHours={4} />}
      </div>
      <h2>
        <SafeText text={row.title} />
      </h2>
      <Colleagues id={row.id} />
      {row.status === 'waiting' && <DeskMarks row={row} />}
      {row.status === 'waiting' && row.splitFrom !== null && (
        <SplitFrom row={row} from={row.splitFrom} decisions={decisions} />
      )}
    </header>
  )
}

/** Who else is here; read out when somebody comes. */
function Colleagues({ id }: { id: number }) {
  const { t } = useUi()
  const { officer: self } = useSession()
  const here = useSelect(holds, (all) => all.get(id))
  const others = here?.filter(({ officer }) => officer.id !== self.id) ?? []
  return (
    <p role="status" className="colleagues">
      {others.map(({ officer, doing }) => (
        <span key={officer.id} data-doing={doing}>
          <Icon name="user" />
          {t.desk.doing[doing](officer.name)}
        </span>
      ))}
    </p>
  )
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

type ActsProps = {
  row: CandidateRow
  onAct: (act: Act, row: CandidateRow) => void
  decisions: Decisions
}

const DECISIONS = ['open', 'merge', 'dismiss'] as const

export function Acts({ row, onAct, decisions }: ActsProps) {
  const { may } = useUi()
  if (row.status !== 'waiting') return <Decided row={row} decisions={decisions} />
  if (!may('queue.decide')) return null
  return (
    <div className="acts">
      {DECISIONS.map((act) => (
        <ActButton key={act} act={act} onClick={() => onAct(act, row)} />
      ))}
      <span className="changes">
        {CHANGES.map((act) => (
          <ActButton key={act} act={act} isQuiet onClick={() => onAct(act, row)} />
        ))}
      </span>
    </div>
  )
}

type ButtonProps = { act: Act; isQuiet?: boolean; onClick: () => void }

function ActButton({ act, isQuiet = false, onClick }: ButtonProps) {
  const { t } = useUi()
  const className = act === 'open' ? 'primary' : isQuiet ? 'quiet' : undefined
  return (
    <button type="button" className={className} aria-keyshortcuts={ACT_KEYS[act]} onClick={onClick}>
      <Icon name={ACT_ICONS[act]} />
      {actName(act, t)}
      <kbd aria-hidden="true">{ACT_KEYS[act]}</kbd>
    </button>
  )
}

function Decided({ row, decisions }: { row: CandidateRow; decisions: Decisions }) {
  const { t, times, may } = useUi()
  const what = t.status[row.status]
  const reason = row.dismissReason && t.reasons[row.dismissReason]
  const done = t.acts.undone(`“${short(row.title)}”`)
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
