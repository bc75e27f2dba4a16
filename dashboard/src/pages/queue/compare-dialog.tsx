import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { api, type Candidate, type Suggestion, type Voice } from '../../api.ts'
import { commonWords, markCommon, ownWords } from '../../common-words.ts'
import { Dialog } from '../../dialog.tsx'
import { CaseStatusMark, Moment } from '../../marks.tsx'
import { SafeText } from '../../safe-text.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { CompareFacts, type Compared } from './compare-facts.tsx'
import { compareWords } from './compare-words.ts'

type Side = Compared & Pick<Candidate, 'title' | 'voiceCount' | 'copyCount'>

type Props = {
  candidate: Candidate
  suggestion: Suggestion
  /** Absent where it cannot be merged: nobody may, or the case has ended. */
  onMerge: (() => void) | undefined
  onReject: (() => void) | undefined
  onClose: () => void
}

/** The whole texts of two that may be one problem, beside each other; the words they share, or do not, are marked. */
export default function CompareDialog({ candidate, suggestion, onClose, ...on }: Props) {
  const { t } = useUi()
  const words = useWords(compareWords)
  const { caseId, candidateId } = suggestion
  const other = useQuery<Side>({
    queryKey: caseId === null ? ['candidate', candidateId, 'compared'] : ['case', caseId],
    queryFn: () => (caseId === null ? api.candidate(candidateId ?? 0) : api.case(caseId)),
  })
  return (
    <Dialog title={words.title} onClose={onClose} wide focus=".compare">
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
  const { times } = useUi()
  const words = useWords(compareWords)
  const [marks, setMarks] = useState<'same' | 'other'>('same')
  const [a, b] = [textsOf(mine), textsOf(theirs)]
  const common = commonWords(a, b)
  const own = [ownWords(a, b), ownWords(b, a)] as const
  const [markedMine, markedTheirs] = marks === 'same' ? [common, common] : own
  const [onlyMine, onlyTheirs] = own.map(({ size }) => times.whole(size))
  const said = common.size > 0 ? words.common(times.whole(common.size)) : words.nothing
  return (
    <>
      <CompareFacts mine={mine} theirs={theirs} />
      <fieldset className="mark-choice">
        <legend>{words.mark}</legend>
        {(['same', 'other'] as const).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="marks"
              checked={marks === choice}
              onChange={() => setMarks(choice)}
            />
            {words[choice]}
          </label>
        ))}
      </fieldset>
      <p className="hint" role="status">
        {marks === 'same' ? said : words.own(onlyMine ?? '', onlyTheirs ?? '')}
      </p>
      <div className="compare" data-marks={marks} tabIndex={-1}>
        <SideView name={words.mine} side={mine} marked={markedMine} />
        <SideView name={number ?? words.theirs} side={theirs} marked={markedTheirs}>
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
  marked: ReadonlySet<string>
  children?: ReactNode
}

function SideView({ name, side, marked, children }: ViewProps) {
  const { times } = useUi()
  const words = useWords(compareWords)
  const originals = side.voices.filter(isOriginal)
  const left = side.voiceCount - side.copyCount - originals.length
  return (
    <section aria-label={name}>
      <p className="marks">
        <strong>{name}</strong>
        {children}
      </p>
      <h3>
        <SafeText text={side.title} />
      </h3>
      <ol className="voices">
        {originals.map((voice) => (
          <li key={voice.id} className="voice">
            <ComparedVoice voice={voice} marked={marked} />
          </li>
        ))}
      </ol>
      {left > 0 && <p className="faint">{words.more(times.whole(left))}</p>}
    </section>
  )
}

function ComparedVoice({ voice, marked }: { voice: Voice; marked: ReadonlySet<string> }) {
  const { t } = useUi()
  return (
    <>
      <p className="voice-head">
        <span>
          <SafeText text={t.channels[voice.channel] ?? voice.channel} />
        </span>
        <Moment at={voice.at} />
        {voice.address && (
          <span>
            <SafeText text={voice.address} />
          </span>
        )}
      </p>
      <p className="voice-text">
        {markCommon(voice.text, marked).map(({ text, start, isCommon }) =>
          isCommon ? <mark key={start}>{text}</mark> : <SafeText key={start} text={text} />,
        )}
      </p>
    </>
  )
}
