import { ahead } from '../../ahead.tsx'
import { memo, useState } from 'react'
import { textOf } from '../../form-text.ts'
import { Icon } from '../../icons.tsx'
import { useUi } from '../../ui.tsx'
import { useChoices, useSwitches } from './filter-choices.ts'
import { activeFilters, withFilter, type FilterName, type Filters } from './filters.ts'

const FilterPanel = ahead(() => import('./filter-panel.tsx'), 'free')

type Props = { filters: Filters; setFilters: (filters: Filters) => void }

/** Search, order, and the panel of filters; what is set shows as chips. */
export const QueueFilters = memo(function QueueFilters({ filters, setFilters }: Props) {
  const { t } = useUi()
  const [isOpen, setOpen] = useState(false)
  const count = activeFilters(filters).length
  return (
    <div className="filters">
      <div className="filters-line">
        <SearchBox filters={filters} setFilters={setFilters} />
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls="filter-panel"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" />
          {t.queue.filter}
          {count > 0 && <span className="count">{count}</span>}
        </button>
      </div>
      {count > 0 && <Chips filters={filters} setFilters={setFilters} />}
      <div id="filter-panel" hidden={!isOpen} className="filter-panel">
        {isOpen && <FilterPanel filters={filters} setFilters={setFilters} />}
      </div>
    </div>
  )
})

function SearchBox({ filters, setFilters }: Props) {
  const { t } = useUi()
  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault()
        const q = textOf(new FormData(event.currentTarget), 'q')
        setFilters(withFilter(filters, 'q', q))
      }}
    >
      <Icon name="search" />
      <input
        key={filters.q ?? ''}
        id="queue-search"
        type="search"
        name="q"
        maxLength={200}
        defaultValue={filters.q}
        aria-label={t.app.search}
        placeholder={t.queue.searchHint}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </form>
  )
}

function Chips({ filters, setFilters }: Props) {
  const { t } = useUi()
  const choices = useChoices()
  const switches = useSwitches()
  function nameOf(filter: FilterName): string {
    const list = choices.find(({ name }) => name === filter)
    const value = filters[filter] ?? ''
    const found = list?.options.find(({ code }) => code === value)
    return found?.name ?? switches.find(({ name }) => name === filter)?.label ?? value
  }
  return (
    <ul className="chips" aria-label={t.queue.filters}>
      {activeFilters(filters).map((filter) => (
        <li key={filter}>
          <button
            type="button"
            className="chip"
            aria-label={t.queue.remove(nameOf(filter))}
            onClick={() => setFilters(withFilter(filters, filter, ''))}
          >
            {nameOf(filter)}
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
