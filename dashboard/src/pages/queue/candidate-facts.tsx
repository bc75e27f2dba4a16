import type { Candidate, Scored } from '../../api.ts'
import { Moment } from '../../marks.tsx'
import { useNames, useSession, useUi } from '../../ui.tsx'
import { placeOf } from './queue-list.tsx'

/** What the machine believes: category, agency, place, each with the next best guesses. */
export function CandidateFacts({ candidate }: { candidate: Candidate }) {
  const { t } = useUi()
  const { region } = useSession()
  const names = useNames()
  const best = bestReading(candidate)
  const place = placeOf(candidate)
  return (
    <section className="block">
      <h3>{t.detail.guesses}</h3>
      <dl className="facts">
        <div>
          <dt>{t.detail.category}</dt>
          <dd>
            {names.category(candidate.category) || t.queue.noCategory}
            <Scores scored={best?.categories ?? []} nameOf={names.category} />
          </dd>
        </div>
        <div>
          <dt>{region.office.agency}</dt>
          <dd>
            {candidate.agency?.name ?? t.app.none}
            <Scores scored={best?.agencies ?? []} nameOf={names.agency} />
          </dd>
        </div>
        <div>
          <dt>{t.detail.place}</dt>
          <dd>
            {place || t.queue.noPlace}
            {candidate.place && candidate.place !== place && (
              <span className="faint"> “{candidate.place}”</span>
            )}
          </dd>
        </div>
        <OtherFacts candidate={candidate} />
      </dl>
    </section>
  )
}

function OtherFacts({ candidate }: { candidate: Candidate }) {
  const { t } = useUi()
  const modus = candidate.modus.map((each) => t.modus[each] ?? each)
  return (
    <>
      {modus.length > 0 && (
        <div>
          <dt>{t.detail.modus}</dt>
          <dd>{modus.join(', ')}</dd>
        </div>
      )}
      <div>
        <dt>{t.detail.first}</dt>
        <dd>
          <Moment at={candidate.firstAt} />
        </dd>
      </div>
      {candidate.lastAt !== candidate.firstAt && (
        <div>
          <dt>{t.detail.last}</dt>
          <dd>
            <Moment at={candidate.lastAt} />
          </dd>
        </div>
      )}
    </>
  )
}

/** The reading with the highest probability speaks for the candidate. */
function bestReading({ voices }: Candidate) {
  const readings = voices.flatMap(({ reading }) => (reading ? [reading] : []))
  return readings.reduce<(typeof readings)[number] | null>(
    (best, each) => (best && best.probability >= each.probability ? best : each),
    null,
  )
}

type ScoresProps = { scored: Scored[]; nameOf: (code: string | null) => string }

function Scores({ scored, nameOf }: ScoresProps) {
  const { t, times } = useUi()
  if (scored.length === 0) return null
  return (
    <ul className="scores">
      {scored.slice(0, 3).map(({ code, score }) => (
        <li key={code}>
          <meter min={0} max={1} value={score} aria-label={`${t.detail.score} ${nameOf(code)}`} />
          {nameOf(code)} <span className="faint">{times.percent(score)}</span>
        </li>
      ))}
    </ul>
  )
}
