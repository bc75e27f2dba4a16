import { ahead } from '../../ahead.tsx'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type QueueQuery, type SavedView } from '../../api.ts'
import { useCommands } from '../../commands.ts'
import { Icon } from '../../icons.tsx'
import { useUi } from '../../ui.tsx'
import { readFilters, writeFilters, type Filters } from './filters.ts'

const ViewsDialog = ahead(() => import('./views-dialog.tsx'))

export const viewsQuery = { queryKey: ['views'], queryFn: api.views, staleTime: 5 * 60_000 }

type Props = { filters: Filters; setFilters: (filters: Filters) => void }

/** The officer's own views of the queue, each with how many match it now. */
export function ViewsBar({ filters, setFilters }: Props) {
  const { t } = useUi()
  const { data } = useQuery(viewsQuery)
  const [isOpen, setOpen] = useState(false)
  const views = data?.items ?? []
  const address = writeFilters(filters)
  const isPlain = address === ''
  useCommands('views', t.desk.views, [
    ...views.map((view) => ({
      keys: [],
      label: view.name,
      run: () => setFilters(readFilters(view.query)),
    })),
    { keys: [], label: t.desk.editViews, run: () => setOpen(true) },
  ])
  if (views.length === 0 && isPlain && !isOpen) return null
  const isKept = views.some((view) => writeFilters(readFilters(view.query)) === address)
  return (
    <div className="views" role="group" aria-label={t.desk.views}>
      {views.map((view) => (
        <ViewButton
          key={view.id}
          view={view}
          isCurrent={writeFilters(readFilters(view.query)) === address}
          onPick={() => setFilters(readFilters(view.query))}
        />
      ))}
      {(views.length > 0 || !isPlain) && (
        <button
          type="button"
          className="quiet square"
          aria-label={isKept || isPlain ? t.desk.editViews : t.desk.saveView}
          title={isKept || isPlain ? t.desk.editViews : t.desk.saveView}
          onClick={() => setOpen(true)}
        >
          <Icon name={isKept || isPlain ? 'sliders' : 'plus'} />
        </button>
      )}
      {isOpen && <ViewsDialog address={address} onClose={() => setOpen(false)} />}
    </div>
  )
}

const COUNT_MS = 60_000

type ButtonProps = { view: SavedView; isCurrent: boolean; onPick: () => void }

function ViewButton({ view, isCurrent, onPick }: ButtonProps) {
  const { times } = useUi()
  const filters = readFilters(view.query)
  const { data } = useQuery({
    queryKey: ['queue', 'count', writeFilters(filters)],
    queryFn: async () => (await api.queue({ ...(filters as QueueQuery), limit: '1' })).total,
    refetchInterval: COUNT_MS,
    staleTime: COUNT_MS,
    retry: false,
  })
  return (
    <button type="button" className="view" aria-pressed={isCurrent} onClick={onPick}>
      {view.name}
      {data !== undefined && <span className="count">{times.whole(data)}</span>}
    </button>
  )
}
