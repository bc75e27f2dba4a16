import { useState } from 'react'
import type { RegionPack } from '../../api.ts'
import { TileMap } from '../../tile-map.tsx'
import { tilesOf } from '../../tiles.ts'
import { useNames, useUi, useWords } from '../../ui.tsx'
import { regionTexts } from './words.ts'

type Area = RegionPack['areas'][number]

/** The kecamatan on their map, and what lies in each. */
export function AreasPart({ pack }: { pack: RegionPack }) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  const [marked, setMarked] = useState<string | null>(null)
  const tiles = tilesOf(useNames().data.areas)
  const inside = Map.groupBy(pack.areas, ({ parent }) => parent)
  return (
    <div className="pack-areas">
      <section className="panel pack-map">
        {tiles.length === 0 ? (
          <p className="faint">{w.noMap}</p>
        ) : (
          <>
            <TileMap tiles={tiles} label={w.map(times.whole(tiles.length))} marked={marked} />
            <p className="faint">{w.mapHint}</p>
          </>
        )}
      </section>
      <ul className="cards">
        {(inside.get(null) ?? []).map((area) => (
          <li
            key={area.code}
            onPointerEnter={() => setMarked(area.code)}
            onPointerLeave={() => setMarked(null)}
            onFocus={() => setMarked(area.code)}
            onBlur={() => setMarked(null)}
          >
            <Kecamatan area={area} kelurahan={inside.get(area.code) ?? []} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Kecamatan({ area, kelurahan }: { area: Area; kelurahan: Area[] }) {
  const { times } = useUi()
  const w = useWords(regionTexts)
  return (
    <details className="pack-area">
      <summary>
        <strong>{area.name}</strong>{' '}
        <span className="faint">
          {area.code} · {w.kelurahanOf(times.whole(kelurahan.length))} ·{' '}
          {w.placesOf(times.whole(area.places))}
        </span>
      </summary>
      <Spellings area={area} />
      <ul className="pack-kelurahan">
        {kelurahan.map((each) => (
          <li key={each.code}>
            {each.name} <span className="faint">{each.code}</span>
            <Spellings area={each} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Spellings({ area: { aliases, needs } }: { area: Area }) {
  const w = useWords(regionTexts)
  const parts = [
    aliases.length > 0 && w.aliases(aliases.join(', ')),
    needs.length > 0 && w.needs(needs.join(', ')),
  ].filter(Boolean)
  if (parts.length === 0) return null
  return <p className="faint">{parts.join('; ')}</p>
}
