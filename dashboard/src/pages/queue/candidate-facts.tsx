import type { ReactNode } from 'react'
import type { Candidate, CandidateRow, Scored } from '../../api.ts'
import { Moment } from '../../marks.tsx'
import { SafeText } from '../../safe-text.tsx'
import { TileMap } from '../../tile-map.tsx'
import { tilesOf } from '../../tiles.ts'
import { useNames, useSession, useUi } from '../../ui.tsx'
import { bestReading } from './best-reading.ts'
import { placeOf } from './queue-row.tsx'

/** What the machine believes, or a person has set: category, agency, place, each with the next best guesses. */
export function CandidateFacts({ candidate }: { candidate: Candidate }) {
  const { t } = useUi()
  const { region } = useSession()
  const names = useNames()
  const best = bestReading(candidate.voices)
  const isSet = (...fields: CandidateRow['corrected']) =>
    fields.some((field) => candidate.corrected.includes(field))
  return (
    <section className="block">
      <h3>{t.detail.guesses}</h3>
      <dl className="facts">
        <Fact name={t.detail.category} isSet={isSet('category')}>
          {names.category(candidate.category) || t.queue.noCategory}
          <Scores scored={best?.categories ?? []} nameOf={names.category} />
        </Fact>
        <Fact name={region.office.agency} isSet={isSet('agencyCode')}>
          {candidate.agency?.name ?? t.app.none}
          <Scores scored={best?.agencies ?? []} nameOf={names.agency} />
        </Fact>
        <Fact name={t.detail.place} isSet={isSet('kecamatanCode', 'kelurahanCode', 'place')}>
          <Place candidate={candidate} />
        </Fact>
        <OtherFacts candidate={candidate} />
      </dl>
    </section>
  )
}

type FactProps = { name: string; isSet?: boolean; children: ReactNode }

/** `isSet`: a person has set it, so the machine leaves it alone. */
function Fact({ name, isSet = false, children }: FactProps) {
  const { t } = useUi()
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {isSet && <span className="set-by"> {t.evidence.setByOfficer}</span>}
      </dd>
    </div>
  )
}

/** In words, and on the map of the kecamatan. */
function Place({ candidate }: { candidate: Candidate }) {
  const { t } = useUi()
  const { data } = useNames()
  const place = placeOf(candidate)
  const { kecamatan } = candidate
  return (
    <>
      <SafeText text={place || t.queue.noPlace} />
      {candidate.place && candidate.place !== place && (
        <span className="faint">
          {' '}
          “<SafeText text={candidate.place} />”
        </span>
      )}
      <TileMap
        tiles={tilesOf(data.areas)}
        marked={kecamatan?.code ?? null}
        label={kecamatan ? t.evidence.map(kecamatan.name) : t.evidence.mapUnknown}
      />
    </>
  )
}

function OtherFacts({ candidate }: { candidate: Candidate }) {
  const { t } = useUi()
  const modus = candidate.modus.map((each) => t.modus[each] ?? each)
  return (
    <>
      {modus.length > 0 && (
        <Fact name={t.detail.modus}>
          <SafeText text={modus.join(', ')} />
        </Fact>
      )}
      <Fact name={t.detail.first}>
        <Moment at={candidate.firstAt} />
      </Fact>
      {candidate.lastAt !== candidate.firstAt && (
        <Fact name={t.detail.last}>
          <Moment at={candidate.lastAt} />
        </Fact>
      )}
    </>
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
          <SafeText text={nameOf(code)} /> <span className="faint">{times.percent(score)}</span>
        </li>
      ))}
    </ul>
  )
}
