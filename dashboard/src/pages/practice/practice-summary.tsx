import { Link } from 'wouter'
import { useUi, useWords } from '../../ui.tsx'
import { ShareBar } from '../home/share-bar.tsx'
import { kindsToLearn, lessonsOf, sumOf, type Kind, type Result, type Round } from './scores.ts'
import { practiceWords } from './words.ts'

type Props = {
  results: Result[]
  most: number
  rounds: Round[]
  again: () => void
  forget: () => void
}

/** What the round came to, and what was taken for what. */
export function PracticeSummary({ results, most, rounds, again, forget }: Props) {
  const { times } = useUi()
  const w = useWords(practiceWords)
  const points = sumOf(results)
  const whole = results.filter(({ answer }) => answer.agrees === 'whole').length
  return (
    <div className="home-columns">
      <section className="panel home-part">
        <h2>{w.doneTitle}</h2>
        <p className="tile-count" role="status">
          {w.doneScore(times.whole(points), times.whole(most), times.percent(points / (most || 1)))}
        </p>
        <p>{w.same(times.whole(whole), times.whole(results.length))}</p>
        <div className="home-shortcuts">
          <button type="button" className="primary" onClick={again} autoFocus>
            {w.again}
          </button>
          <Link href="/antrean">{w.toQueue}</Link>
        </div>
      </section>
      <Lessons results={results} />
      <Rounds rounds={rounds} forget={forget} />
    </div>
  )
}

function Lessons({ results }: { results: Result[] }) {
  const { t, times } = useUi()
  const w = useWords(practiceWords)
  const lessons = lessonsOf(results)
  const nameOf = (kind: Kind) =>
    kind === 'open' || kind === 'merge' ? w.acts[kind] : t.reasons[kind]
  return (
    <section className="panel home-part">
      <h2>{w.learn}</h2>
      {lessons.length === 0 && <p className="faint">{w.nothingToLearn}</p>}
      <ul className="home-facts">
        {lessons.map(({ chosen, made, count }) => (
          <li key={`${chosen} ${made}`}>
            {w.mixed(nameOf(chosen), chosen === made ? w.otherCase : nameOf(made))}{' '}
            <span className="faint">{w.times(times.whole(count))}</span>
          </li>
        ))}
      </ul>
      <ul className="home-facts hint">
        {kindsToLearn(lessons).map((kind) => (
          <li key={kind}>{w.hints[kind]}</li>
        ))}
      </ul>
    </section>
  )
}

function Rounds({ rounds, forget }: { rounds: Round[]; forget: () => void }) {
  const { times } = useUi()
  const w = useWords(practiceWords)
  if (rounds.length === 0) return null
  return (
    <section className="panel home-part">
      <h2>{w.history}</h2>
      <ol className="home-facts" reversed>
        {rounds.toReversed().map(({ at, points, most }) => (
          <li key={at}>
            <ShareBar share={points / (most || 1)} />
            {w.historyLine(times.short(at), times.whole(points), times.whole(most))}
          </li>
        ))}
      </ol>
      <p className="hint">{w.historyHint}</p>
      <button type="button" className="quiet" onClick={forget}>
        {w.forget}
      </button>
    </section>
  )
}
