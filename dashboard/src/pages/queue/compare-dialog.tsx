import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { api, type Candidate, type Suggestion, type Voice } from '../../api.ts'
import { commonWords, markCommon } from '../../common-words.ts'
import { Dialog } from '../../dialog.tsx'
import { CaseStatusMark, Moment } from '../../marks.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useNames, useUi } from '../../ui.tsx'
import { placeOf } from './queue-list.tsx'

type Side = Pick<Candidate, 'title' | 'category' | 'place' | 'kelurahan' | 'kecamatan' | 'voices'>

type Props = {
  candidate: Candidate
  suggestion: Suggestion
  /** Absent where it cannot be merged: nobody may, or the case has ended. */
  onMerge: (() => void) | undefined
  onReject: (() => void) | undefined
  onClose: () => void
}

/** The whole texts of two that may be one problem, beside each other; the words they share are marked. */
export default function CompareDialog({ candidate, suggestion, onClose, ...on }: Props) {
  const { t } = useUi()
  const { caseId, candidateId } = suggestion
  const other = useQuery<Side>({
    queryKey: caseId === null ? ['candidate', candidateId, 'compared'] : ['case', caseId],
    queryFn: () => (caseId === null ? api.candidate(candidateId ?? 0) : api.case(caseId)),
  })
  return (
    <Dialog title={t.compareDialog.title} onClose={onClose} wide focus=".compare">
      {other.data && (
        <Sides mine={candidate} theirs={other.data} number={suggestion.caseNumber}>
          {suggestion.caseStatus && <CaseStatusMark status={suggestion.caseStatus} />}
        </Sides>
      )}
      {other.isPending && <Skeleton rows={6} />}
      {other.error && <Failed error={other.error} retry={() => void other.refetch()} />}
      <div className="buttons">
        {on.onReject && (
          <button type="button" onClick={on.onReject}>
            {t.detail.reject}
          </button>
        )}
        {on.onMerge && (
          <button type="button" className="primary" onClick={on.onMerge}>
            {t.acts.merge}
          </button>
        )}
        {suggestion.caseStatus === 'closed' && (
          <Link href={`/aduan/${caseId}`}>{t.detail.reopen}</Link>
        )}
      </div>
    </Dialog>
  )
}

type SidesProps = { mine: Side; theirs: Side; number: string | null; children: ReactNode }

function Sides({ mine, theirs, number, children }: SidesProps) {
  const { t, times } = useUi()
  const common = commonWords(textsOf(mine), textsOf(theirs))
  return (
    <>
      <p className="hint">
        {common.size > 0
          ? t.compareDialog.common(times.whole(common.size))
          : t.compareDialog.nothing}
      </p>
      <div className="compare" tabIndex={-1}>
        <SideView name={t.compareDialog.mine} side={mine} common={common} />
        <SideView name={number ?? t.compareDialog.theirs} side={theirs} common={common}>
          {children}
        </SideView>
      </div>
    </>
  )
}

const isOriginal = ({ copyOf }: Voice) => copyOf === null
const textsOf = ({ voices }: Side) =>
  voices
    .filter(isOriginal)
    .flatMap(({ title, text, address }) => [title ?? '', text, address ?? ''])

type ViewProps = {
  name: string
  side: Side
  common: ReadonlySet<string>
  children?: ReactNode
}

function SideView({ name, side, common, children }: ViewProps) {
  const { t } = useUi()
  const names = useNames()
  const facts = [names.category(side.category) || t.queue.noCategory, placeOf(side)]
  return (
    <section aria-label={name}>
      <p className="marks">
        <strong>{name}</strong>
        {children}
      </p>
      <h3>{side.title}</h3>
      <p className="faint">{facts.filter(Boolean).join(' · ')}</p>
      <ol className="voices">
        {side.voices.filter(isOriginal).map((voice) => (
          <li key={voice.id} className="voice">
            <p className="voice-head">
              <span>{t.channels[voice.channel] ?? voice.channel}</span>
              <Moment at={voice.at} />
              {voice.address && <span>{voice.address}</span>}
            </p>
            <p className="voice-text">
              {markCommon(voice.text, common).map(({ text, start, isCommon }) =>
                isCommon ? <mark key={start}>{text}</mark> : text,
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
