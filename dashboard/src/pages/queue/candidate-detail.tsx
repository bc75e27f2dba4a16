import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api, type Candidate, type CandidateRow } from '../../api.ts'
import { History } from '../../history.tsx'
import { Icon } from '../../icons.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useUi } from '../../ui.tsx'
import { ReasonList } from '../../voice-text.tsx'
import { Voices } from '../../voices.tsx'
import type { Act } from './acts.ts'
import { Turn } from './candidate-desk.tsx'
import { CandidateFacts } from './candidate-facts.tsx'
import { Acts, Head } from './candidate-head.tsx'
import { candidateQuery } from './candidate-query.ts'
import type { Decisions, Target } from './decisions.ts'
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
  const known = detail.data?.id === id ? detail.data : null
  // The list hears first of what an act has changed.
  const shown = known && row && row.version > known.version ? { ...known, ...row } : (known ?? row)
  return (
    <div className="detail">
      <button type="button" className="quiet back" onClick={on.onBack}>
        <Icon name="back" />
        {t.app.back}
      </button>
      {shown && <Head row={shown} decisions={decisions} />}
      {shown && <Acts row={shown} onAct={on.onAct} decisions={decisions} />}
      {known && (
        <Body candidate={{ ...known, ...shown }} onMerge={on.onMerge} onLeave={on.onLeave} />
      )}
      {!known && !detail.error && <Skeleton rows={5} />}
      {!known && detail.error && (
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
          next={candidate.nextVoice}
          more={(page) => api.candidateVoices(candidate.id, page)}
          isAlone={candidate.voices.length === 1}
          onSplit={maySplit ? (ids) => relations.split(candidate, ids) : undefined}
        />
      </div>
      <div>
        <section className="block">
          <h3>{t.detail.why}</h3>
          <ReasonList reasons={reasons} />
          <Turn row={candidate} />
        </section>
        <CandidateFacts candidate={candidate} />
        <History events={candidate.events} />
      </div>
    </div>
  )
}
