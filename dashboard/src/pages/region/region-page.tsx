import '../../styles/settings.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import { api, type RegionPack } from '../../api.ts'
import { Failed, Skeleton } from '../../states.tsx'
import { useTitle, useWords } from '../../ui.tsx'
import { AgenciesPart } from './agencies-part.tsx'
import { AreasPart } from './areas-part.tsx'
import { SourcesPart } from './sources-part.tsx'
import { DiskBanner, SummaryPart } from './summary-part.tsx'
import { TimesPart } from './times-part.tsx'
import { regionTexts } from './words.ts'

const PARTS = ['summary', 'areas', 'agencies', 'times', 'sources'] as const
type Part = (typeof PARTS)[number]
const PARAMETER = 'bagian'

/** The region pack as the running service has it: read here, changed in its files. */
export default function RegionPage() {
  const w = useWords(regionTexts)
  useTitle(w.title)
  const pack = useQuery({ queryKey: ['region-pack'], queryFn: api.regionPack, staleTime: 60_000 })
  const part = usePart()
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>
            {w.title} {pack.data && <span className="faint">{pack.data.name}</span>}
          </h1>
          {pack.data && <p className="hint measure">{w.intro(pack.data.id)}</p>}
        </div>
      </div>
      {pack.data && (
        <>
          <DiskBanner pack={pack.data} />
          <Parts part={part} />
          <Shown part={part} pack={pack.data} />
        </>
      )}
      {pack.isPending && <Skeleton />}
      {!pack.data && pack.error && <Failed error={pack.error} retry={() => void pack.refetch()} />}
    </div>
  )
}

function usePart(): Part {
  const asked = new URLSearchParams(useSearch()).get(PARAMETER)
  return PARTS.find((each) => each === asked) ?? 'summary'
}

function Parts({ part }: { part: Part }) {
  const w = useWords(regionTexts)
  const [path, go] = useLocation()
  return (
    <div className="tabs" role="group" aria-label={w.partsLabel}>
      {PARTS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === part}
          onClick={() => go(each === 'summary' ? path : `${path}?${PARAMETER}=${each}`)}
        >
          {w.parts[each]}
        </button>
      ))}
    </div>
  )
}

function Shown({ part, pack }: { part: Part; pack: RegionPack }) {
  if (part === 'areas') return <AreasPart pack={pack} />
  if (part === 'agencies') return <AgenciesPart pack={pack} />
  if (part === 'times') return <TimesPart pack={pack} />
  if (part === 'sources') return <SourcesPart pack={pack} />
  return <SummaryPart pack={pack} />
}
