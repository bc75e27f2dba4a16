import type { RegionPack } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Moment } from '../../marks.tsx'
import { useNames, useUi, useWords } from '../../ui.tsx'
import { regionTexts } from './words.ts'

type Props = { pack: RegionPack }

/** The files on the server are not those that run, or could not run. */
export function DiskBanner({ pack: { disk } }: Props) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  if (!disk || (!disk.isChanged && disk.problems.length === 0)) return null
  return (
    <div className="panel settings-warning" role="status">
      <p>
        <Icon name="alert" />{' '}
        {disk.isChanged ? w.diskChanged : w.diskProblems(times.whole(disk.problems.length))}
      </p>
      {disk.problems.length > 0 && (
        <ul className="pack-problems">
          {disk.problems.map((problem) => (
            <li key={problem} lang="en">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function SummaryPart({ pack }: Props) {
  const w = useWords(regionTexts)
  return (
    <div className="settings-columns">
      <section className="panel">
        <h2>{w.identity}</h2>
        <Identity pack={pack} />
      </section>
      <section className="panel">
        <h2>{w.counts}</h2>
        <Counts pack={pack} />
        <h2>{w.notices}</h2>
        <Notices pack={pack} />
      </section>
      <section className="panel">
        <h2>{w.emergency}</h2>
        <dl className="facts">
          {pack.emergency.map(({ number, name }) => (
            <div key={number}>
              <dt>{name}</dt>
              <dd>
                <strong>{number}</strong>
              </dd>
            </div>
          ))}
        </dl>
        <h2>{w.legal}</h2>
        <List items={pack.legal} />
      </section>
      <section className="panel">
        <h2>{w.provenance}</h2>
        <List items={pack.provenance} />
      </section>
    </div>
  )
}

function Identity({ pack }: Props) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  const { tokens, hasLogo } = pack.theme
  const hasTheme = tokens.length > 0 || hasLogo
  const facts: [string, string][] = [
    [w.level[pack.level] ?? pack.level, pack.name],
    [w.code, pack.code],
    [w.province, pack.province],
    [w.timezone, pack.timezone],
    [w.casePrefix, pack.casePrefix],
    [w.samples, times.whole(pack.samplesPerDay)],
    [w.names, pack.names.join(', ')],
    [w.theme, hasTheme ? w.themeOwn(tokens.join(', '), hasLogo) : w.themeNone],
  ]
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value || '–'}</dd>
        </div>
      ))}
      <div>
        <dt>{w.elsewhere}</dt>
        <dd>
          <details>
            <summary>{w.elsewhereOf(times.whole(pack.elsewhere.length))}</summary>
            {pack.elsewhere.join(', ')}
          </details>
        </dd>
      </div>
      <div>
        <dt>{w.hash}</dt>
        <dd>
          <code className="hash" title={pack.hash}>
            {pack.hash.slice(0, 16)}
          </code>
        </dd>
      </div>
      <div>
        <dt>{w.loaded}</dt>
        <dd>{pack.loadedAt ? <Moment at={pack.loadedAt} /> : w.loadedNot}</dd>
      </div>
    </dl>
  )
}

function Counts({ pack }: Props) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  const ofLevel = (level: string) => pack.areas.filter((area) => area.level === level).length
  const counts: [keyof typeof w.count, number][] = [
    ['kecamatan', ofLevel('kecamatan')],
    ['kelurahan', ofLevel('kelurahan')],
    ['agencies', pack.agencies.length],
    ['places', pack.places],
    ['watchWords', pack.watchWords],
    ['holidays', pack.holidays.length],
    ['sources', pack.sources.length],
    ['clocks', pack.clocks.length],
  ]
  return (
    <dl className="counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{w.count[name]}</dt>
          <dd>{times.whole(count)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** More names than this say no more than their number. */
const MOST_ITEMS = 8

function Notices({ pack: { notices } }: Props) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  const names = useNames()
  if (notices.length === 0) return <p className="state ok">{w.noticesNone}</p>
  return (
    <ul className="pack-notices">
      {notices.map(({ kind, items }) => {
        const shown = items.slice(0, MOST_ITEMS)
        const more = items.length - shown.length
        const named = kind === 'categories_without_words' ? shown.map(names.category) : shown
        return (
          <li key={kind}>
            <Icon name="alert" /> {w.notice[kind]}: {named.join(', ')}
            {more > 0 && ` ${w.andMore(times.whole(more))}`}
          </li>
        )
      })}
    </ul>
  )
}

const List = ({ items }: { items: string[] }) => (
  <ul className="pack-list">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
