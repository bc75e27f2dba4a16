import { useMemo, useState } from 'react'
import type { RegionPack } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useNames, useUi, useWords } from '../../ui.tsx'
import { findAgencies, routesByCategory } from './agency-lists.ts'
import { regionTexts } from './words.ts'

/** Where each category goes, and every agency with what it is responsible for. */
export function AgenciesPart({ pack }: { pack: RegionPack }) {
  const w = useWords(regionTexts)
  return (
    <>
      <section className="panel">
        <h2>{w.routes}</h2>
        <p className="hint">{w.routesHint}</p>
        <div className="table-scroll" tabIndex={0} role="region" aria-label={w.routes}>
          <Routes pack={pack} />
        </div>
      </section>
      <Agencies pack={pack} />
    </>
  )
}

function Routes({ pack }: { pack: RegionPack }) {
  const w = useWords(regionTexts)
  const names = useNames()
  const rows = useMemo(() => routesByCategory(pack.agencies), [pack])
  return (
    <table className="settings-table">
      <thead>
        <tr>
          <th scope="col">{w.category}</th>
          <th scope="col">{w.goesTo}</th>
          <th scope="col">{w.unless}</th>
        </tr>
      </thead>
      <tbody>
        {names.data.categories.map(({ code }) => {
          const row = rows.get(code)
          return (
            <tr key={code}>
              <th scope="row">{names.category(code)}</th>
              <td>{row?.usual ?? '–'}</td>
              <td>
                {row && row.others.length > 0 ? (
                  <ul>
                    {row.others.map(({ agency, words }) => (
                      <li key={`${agency} ${words[0]}`}>
                        <strong>{agency}</strong>: {words.join(', ')}
                      </li>
                    ))}
                  </ul>
                ) : (
                  <span className="faint">–</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Agencies({ pack }: { pack: RegionPack }) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  const [search, setSearch] = useState('')
  const found = findAgencies(pack.agencies, search)
  return (
    <section className="block">
      <h2>
        {w.agencies} <span className="faint">{times.whole(found.length)}</span>
      </h2>
      <div className="search settings-search">
        <Icon name="search" />
        <input
          type="search"
          aria-label={w.agencySearch}
          placeholder={w.agencySearch}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <ul className="cards">
        {found.map((agency) => (
          <li key={agency.code}>
            <Agency agency={agency} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Agency({ agency }: { agency: RegionPack['agencies'][number] }) {
  const w = useWords(regionTexts)
  const names = useNames()
  const { short, name, code, kind, outside, areaCode, owns, aliases } = agency
  const facts = [
    code,
    w.kinds[kind],
    outside && w.outside,
    areaCode !== null && names.area(areaCode),
  ].filter(Boolean)
  return (
    <article className="pack-agency">
      <h3>{short === name ? name : `${short}: ${name}`}</h3>
      <p className="faint">{facts.join(' · ')}</p>
      {owns.length > 0 && <p className="hint">{w.owns(owns.join(', '))}</p>}
      {aliases.length > 0 && <p className="faint">{w.aliases(aliases.join(', '))}</p>}
    </article>
  )
}
