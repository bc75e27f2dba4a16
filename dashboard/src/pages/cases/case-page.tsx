import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { api, type Case, type Clock } from '../../api.ts'
import { History } from '../../history.tsx'
import { Icon } from '../../icons.tsx'
import { CaseStatusMark, ConfidentialMark, Due, Moment, UrgentMark } from '../../marks.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useNames, useSession, useTitle, useUi } from '../../ui.tsx'
import { Voices } from '../../voices.tsx'
import { placeOf } from '../queue/queue-list.tsx'
import { CaseActs } from './case-acts.tsx'

/** One case: what is complained of, who has it, until when, and what this officer may do now. */
export default function CasePage({ id }: { id: number }) {
  const { t } = useUi()
  const found = useQuery({ queryKey: ['case', id], queryFn: () => api.case(id) })
  useTitle(found.data?.number ?? t.cases.title)
  return (
    <div className="page case">
      <Link href="/aduan" className="back-link">
        <Icon name="back" />
        {t.cases.title}
      </Link>
      {found.data && <CaseBody found={found.data} />}
      {found.isPending && <Skeleton />}
      {!found.data && found.error && (
        <Failed error={found.error} retry={() => void found.refetch()} />
      )}
    </div>
  )
}

function CaseBody({ found }: { found: Case }) {
  const { t } = useUi()
  return (
    <>
      <header className="detail-head">
        <div className="marks">
          <span className="case-number">{found.number}</span>
          <CaseStatusMark status={found.status} />
          <UrgentMark urgent={found.urgent} />
          <ConfidentialMark confidential={found.confidential} />
          {found.dueAt && <Due at={found.dueAt} />}
        </div>
        <h1>{found.title}</h1>
      </header>
      <CaseActs found={found} />
      <div className="case-columns">
        <div>
          <section className="block">
            <h2>{t.cases.description}</h2>
            <p className="voice-text">{found.description}</p>
          </section>
          <section className="block">
            <h2>{t.cases.answer}</h2>
            {found.answer ? (
              <p className="voice-text answer">{found.answer}</p>
            ) : (
              <p className="faint">{t.cases.noAnswer}</p>
            )}
          </section>
          <Voices
            voices={found.voices}
            counts={{ voices: found.voiceCount, copies: found.copyCount }}
            next={found.nextVoice}
            more={(page) => api.caseVoices(found.id, page)}
          />
        </div>
        <aside>
          <Facts found={found} />
          <Clocks clocks={found.clocks} />
          <History events={found.events} />
        </aside>
      </div>
    </>
  )
}

function Facts({ found }: { found: Case }) {
  const { t } = useUi()
  const { region } = useSession()
  const names = useNames()
  const place = placeOf(found)
  const moments = [
    { name: t.cases.openedAt, at: found.openedAt },
    { name: t.cases.disposedAt, at: found.disposedAt },
    { name: t.cases.answeredAt, at: found.answeredAt },
    { name: t.cases.closedAt, at: found.closedAt },
  ]
  return (
    <section className="block">
      <h2>{t.cases.facts}</h2>
      <dl className="facts">
        <div>
          <dt>{region.office.agency}</dt>
          <dd>{found.agency?.name ?? t.cases.noAgency}</dd>
        </div>
        <div>
          <dt>{t.detail.category}</dt>
          <dd>{names.category(found.category)}</dd>
        </div>
        <div>
          <dt>{t.detail.place}</dt>
          <dd>
            {place || t.queue.noPlace}
            {found.place && found.place !== place && (
              <span className="faint"> “{found.place}”</span>
            )}
          </dd>
        </div>
        {moments.map(
          ({ name, at }) =>
            at && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Moment at={at} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

function Clocks({ clocks }: { clocks: Clock[] }) {
  const { t, times } = useUi()
  function ruleOf(rule: string) {
    const [amount = '', unit = ''] = rule.split(' ')
    return t.clockRule(amount, unit)
  }
  return (
    <section className="block">
      <h2>{t.cases.clocks}</h2>
      {clocks.length === 0 && <p className="faint">{t.cases.noClocks}</p>}
      <ul className="clocks">
        {clocks.map((clock) => (
          <li key={`${clock.stage} ${clock.rung} ${clock.startedAt}`}>
            <span>
              {t.clockStages[clock.stage] ?? clock.stage}: {t.clockRungs[clock.rung] ?? clock.rung}{' '}
              <span className="faint">{ruleOf(clock.rule)}</span>
            </span>
            <span>
              {clock.stoppedAt ? (
                <span className="faint">{t.cases.stopped(times.short(clock.stoppedAt))}</span>
              ) : (
                <span className="marks">
                  <Due at={clock.dueAt} />
                  <Moment at={clock.dueAt} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
