import { Link } from 'wouter'
import type { Balance } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useUi } from '../../ui.tsx'

const PLACES = [
  'unread',
  'ungrouped',
  'setAside',
  'waiting',
  'dismissed',
  'merged',
  'opened',
] as const
type Place = (typeof PLACES)[number]

/** A number opens its rows where there are rows to open. */
const ROWS: Partial<Record<Place, string>> = {
  waiting: '/antrean',
  dismissed: '/antrean?status=dismissed',
  merged: '/antrean?status=merged',
  opened: '/antrean?status=opened',
}

/** Every message that came in is in exactly one place; what is left over must be nothing. */
export function BalanceBlock({ balance }: { balance: Balance }) {
  const { t, times } = useUi()
  const { posts, filings, unaccounted } = balance
  const isEven = unaccounted === 0
  return (
    <section className="panel balance">
      <h2>{t.trends.balance}</h2>
      <p className="balance-sentence">
        {t.trends.sentence(
          times.whole(posts.total),
          times.whole(filings.total),
          times.whole(posts.waiting + filings.waiting),
        )}{' '}
        <strong className={isEven ? 'ok' : 'bad'}>
          <Icon name={isEven ? 'check' : 'alert'} />
          {isEven ? t.trends.allCounted : t.trends.notCounted(times.whole(unaccounted))}
        </strong>
      </p>
      <BalanceTable balance={balance} />
    </section>
  )
}

function BalanceTable({ balance: { posts, filings, unaccounted } }: { balance: Balance }) {
  const { t, times, may } = useUi()
  const minus = (n: number) => (n === 0 ? times.whole(0) : `−${times.whole(n)}`)
  return (
    <table className="numbers">
      <thead>
        <tr>
          <td />
          <th scope="col">{t.trends.posts}</th>
          <th scope="col">{t.trends.filings}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t.trends.total}</th>
          <td>{times.whole(posts.total)}</td>
          <td>{times.whole(filings.total)}</td>
        </tr>
        {PLACES.map((place) => (
          <tr key={place}>
            <th scope="row">
              {ROWS[place] && may('queue.read') ? (
                <Link href={ROWS[place]}>{t.trends.tally[place]}</Link>
              ) : (
                t.trends.tally[place]
              )}
            </th>
            <td>{minus(posts[place])}</td>
            <td>{minus(filings[place])}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.trends.unaccounted}</th>
          <td colSpan={2}>{times.whole(unaccounted)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
