/** How the service does, for an admin: what fails comes first and opens its page. */
import { Link } from 'wouter'
import type { Home } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useNow, useUi, useWords } from '../../ui.tsx'
import { ShareBar } from './share-bar.tsx'
import { diskState, sizeOf } from './sizes.ts'
import { homeWords } from './words.ts'

type Service = NonNullable<Home['service']>

export function ServicePart({ service }: { service: Service }) {
  return (
    <div className="home-columns">
      <SourcesPanel sources={service.sources} />
      <JobsPanel jobs={service.jobs} />
      <WaitingPanel service={service} />
      <StoragePanel storage={service.storage} />
    </div>
  )
}

function SourcesPanel({ sources: { enabled, failing, items } }: { sources: Service['sources'] }) {
  const { t, times } = useUi()
  const w = useWords(homeWords)
  const now = useNow()
  const isFine = failing === 0
  return (
    <section className="panel home-part">
      <h2>
        <Link href="/sumber">{w.sources}</Link>
      </h2>
      <p className={isFine ? 'ok home-verdict' : 'bad home-verdict'}>
        <Icon name={isFine ? 'check' : 'alert'} />
        {isFine
          ? w.sourcesFine(times.whole(enabled))
          : w.sourcesFailing(times.whole(failing), times.whole(enabled))}
      </p>
      <ul className="home-facts">
        {items.map(({ id, name, lastError, errorCount, succeededAt }) => (
          <li key={id}>
            <strong>{name}</strong>{' '}
            <span className="faint">
              {w.tries(times.whole(errorCount))} ·{' '}
              {succeededAt ? w.lastGood(t.time.ago(times.age(succeededAt, now))) : w.neverGood}
            </span>
            {lastError && <span className="home-error">{lastError}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function JobsPanel({ jobs }: { jobs: Service['jobs'] }) {
  const { t, times } = useUi()
  const w = useWords(homeWords)
  const now = useNow()
  return (
    <section className="panel home-part">
      <h2>{w.jobs}</h2>
      <ul className="home-facts">
        {jobs.map(({ job, state, endedAt, error, failures }) => (
          <li key={job}>
            <span className={JOB_TONE[state]}>
              <Icon name={state === 'ok' ? 'check' : state === 'never' ? 'clock' : 'alert'} />{' '}
              <strong>{w.job[job] ?? job}</strong>: {w.jobState[state]}
            </span>{' '}
            <span className="faint">
              {endedAt && w.jobEnded(t.time.ago(times.age(endedAt, now)))}
              {failures > 0 && ` · ${w.failures(times.whole(failures))}`}
            </span>
            {error && <span className="home-error">{error}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const JOB_TONE = {
  ok: 'home-job',
  failed: 'home-job bad',
  silent: 'home-job bad',
  never: 'home-job',
}

function WaitingPanel({ service: { proposal, officers } }: { service: Service }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const days = times.whole(officers.absentDays)
  return (
    <section className="panel home-part">
      <h2>{w.others}</h2>
      <ul className="home-facts">
        <li>{proposal ? <Link href="/mesin">{w.proposal(proposal.name)}</Link> : w.noProposal}</li>
        <li>
          <Link href="/petugas">
            {officers.absent > 0 ? w.absent(times.whole(officers.absent), days) : w.allHere(days)}
          </Link>
        </li>
        {officers.invited > 0 && <li>{w.invited(times.whole(officers.invited))}</li>}
        {officers.lapsed > 0 && <li>{w.lapsed(times.whole(officers.lapsed))}</li>}
      </ul>
    </section>
  )
}

function StoragePanel({ storage }: { storage: Service['storage'] }) {
  const { language } = useUi()
  const w = useWords(homeWords)
  const { databaseBytes, freeBytes, totalBytes } = storage
  const isKnown = freeBytes !== null && totalBytes !== null
  const isLow = isKnown && diskState(freeBytes, totalBytes) === 'low'
  return (
    <section className="panel home-part">
      <h2>{w.storage}</h2>
      <p>{w.database(sizeOf(databaseBytes, language))}</p>
      {isKnown && (
        <>
          <ShareBar share={1 - freeBytes / totalBytes} isBad={isLow} />
          <p className={isLow ? 'bad home-verdict' : 'faint'}>
            {isLow && <Icon name="alert" />}
            {isLow && `${w.diskLow}: `}
            {w.free(sizeOf(freeBytes, language), sizeOf(totalBytes, language))}
          </p>
        </>
      )}
    </section>
  )
}
