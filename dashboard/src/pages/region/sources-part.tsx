import { Link } from 'wouter'
import type { RegionPack } from '../../api.ts'
import { useUi, useWords } from '../../ui.tsx'
import { regionTexts } from './words.ts'

/** The sources that the pack lists; what became of them is on their own page. */
export function SourcesPart({ pack }: { pack: RegionPack }) {
  const { t, times } = useUi()
  const w = useWords(regionTexts)
  return (
    <section className="block">
      <p className="hint">
        {w.sourcesHint} <Link href="/sumber">{w.toSources}</Link>
      </p>
      <ul className="cards">
        {pack.sources.map(({ kind, name, url, intervalMinutes, isEnabled }) => (
          <li key={`${kind} ${name}`} className="pack-agency">
            <h3>{name}</h3>
            <p className="faint">
              {t.sources.kinds[kind] ?? kind} ·{' '}
              {isEnabled ? w.every(times.whole(intervalMinutes)) : w.sourceOff}
            </p>
            {url && <p className="faint address">{url}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
