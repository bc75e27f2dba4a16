/** What shows that nothing is left out: the balance, the limits of oversight, the history. */
import { useQuery } from '@tanstack/react-query'
import { api, type Home } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Failed } from '../../states.tsx'
import { useNow, useUi, useWords } from '../../ui.tsx'
import { CaseRows } from './case-rows.tsx'
import { homeWords } from './words.ts'

/** A figure of its own request: it counts everything that ever came in, and the page need not wait for it. */
export function BalancePart() {
  const { t, times } = useUi()
  const w = useWords(homeWords)
  const { data, error, refetch } = useQuery({ queryKey: ['balance'], queryFn: api.balance })
  if (!data && error) return <Failed error={error} retry={() => void refetch()} />
  const isEven = data?.unaccounted === 0
  return (
    <section className="panel home-part" aria-busy={!data}>
      <h2>{w.balance}</h2>
      {!data && <p className="faint">{t.app.loading}</p>}
      {data && (
        <>
          <p className={isEven ? 'ok home-verdict' : 'bad home-verdict'}>
            <Icon name={isEven ? 'check' : 'alert'} />
            {isEven ? w.even : w.uneven(times.whole(data.unaccounted))}
          </p>
          <p className="faint">
            {w.balanceSum(times.whole(data.posts.total), times.whole(data.filings.total))}
          </p>
        </>
      )}
    </section>
  )
}

export function EscalatedPart({ escalated }: { escalated: NonNullable<Home['escalated']> }) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const { rule, total, items } = escalated
  const [amount = '', unit = ''] = rule?.split(' ') ?? []
  const title = rule ? w.escalated(w.rule(amount, unit)) : w.escalatedPlain
  return (
    <section className="panel home-part" data-bucket={total > 0 ? 'late' : undefined}>
      <h2>
        {title} <span className="count">{times.whole(total)}</span>
      </h2>
      {total === 0 && <p className="faint">{w.noneEscalated}</p>}
      <CaseRows items={items} label={title} />
      {total > items.length && (
        <p className="faint">{w.moreCases(times.whole(total - items.length))}</p>
      )}
    </section>
  )
}

const LEDGER_MS = 10 * 60_000

export function LedgerPart() {
  const { t, times } = useUi()
  const w = useWords(homeWords)
  const now = useNow()
  const { data, error, refetch } = useQuery({
    queryKey: ['ledger'],
    queryFn: api.ledger,
    staleTime: LEDGER_MS,
  })
  if (!data && error) return <Failed error={error} retry={() => void refetch()} />
  const isWhole = data?.brokenAt === null
  return (
    <section className="panel home-part" aria-busy={!data}>
      <h2>{w.ledger}</h2>
      {!data && <p className="faint">{w.checking}</p>}
      {data && (
        <>
          <p className={isWhole ? 'ok home-verdict' : 'bad home-verdict'}>
            <Icon name={isWhole ? 'check' : 'alert'} />
            {isWhole
              ? w.ledgerWhole(times.whole(data.rows))
              : w.ledgerBroken(String(data.brokenAt))}
          </p>
          <p className="faint">{w.checkedAt(t.time.ago(times.age(data.checkedAt, now)))}</p>
          <p className="faint">
            {w.ledgerHead}: <code className="home-hash">{data.head}</code>
          </p>
          <p className="hint">{w.ledgerHint}</p>
        </>
      )}
    </section>
  )
}
