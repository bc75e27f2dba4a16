import '../../styles/settings.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Empty, Failed, Skeleton } from '../../states.tsx'
import { useTitle, useUi } from '../../ui.tsx'
import { AddSourceDialog } from './add-source.tsx'
import { SourceCard } from './source-card.tsx'
import { SourcesTotal } from './sources-total.tsx'

const REFRESH_MS = 15_000

/** What is being listened to, and how it is doing. */
export default function SourcesPage() {
  const { t, may } = useUi()
  useTitle(t.sources.title)
  const [isAdding, setAdding] = useState(false)
  const list = useQuery({
    queryKey: ['sources'],
    queryFn: api.sources,
    refetchInterval: REFRESH_MS,
  })
  const items = list.data?.items
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t.sources.title}</h1>
          <p className="hint">{t.sources.intro}</p>
        </div>
        {may('sources.manage') && (
          <button type="button" className="primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t.sources.add}
          </button>
        )}
      </div>
      {items && items.length > 0 && <SourcesTotal sources={items} />}
      {items && items.length > 0 && (
        <ul className="cards">
          {items.map((source) => (
            <li key={source.id}>
              <SourceCard source={source} />
            </li>
          ))}
        </ul>
      )}
      {items?.length === 0 && (
        <Empty icon="antenna" title={t.sources.empty} why={t.sources.emptyWhy} />
      )}
      {list.isPending && <Skeleton />}
      {!items && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
      {isAdding && <AddSourceDialog onClose={() => setAdding(false)} />}
    </div>
  )
}
