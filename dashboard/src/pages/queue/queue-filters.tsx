import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { api } from '../../api.ts'
import { textOf } from '../../form-text.ts'
import { Icon } from '../../icons.tsx'
import { useNames, useSession, useUi } from '../../ui.tsx'
import { activeFilters, SORTS, withFilter, type FilterName, type Filters } from './filters.ts'

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
        {isOpen && <Panel filters={filters} setFilters={setFilters} />}
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

type SelectProps = {
  label: string
  value: string
  options: { code: string; name: string }[]
  onPick: (code: string) => void
  hasAll?: boolean
}

function Select({ label, value, options, onPick, hasAll = true }: SelectProps) {
  const { t } = useUi()
  return (
    <label className="labelled">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        {hasAll && <option value="">{t.app.all}</option>}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The choices of each filter that is a list. */
function useChoices() {
  const { t, language, may } = useUi()
  const { region } = useSession()
  const { data } = useNames()
  const sources = useQuery({
    queryKey: ['sources'],
    queryFn: api.sources,
    enabled: may('sources.read'),
  })
  const areas = data.areas.filter(({ level }) => level === 'kecamatan')
  return [
    {
      name: 'category' as const,
      label: t.queue.category,
      options: data.categories.map((each) => ({ code: each.code, name: each[language] })),
    },
    {
      name: 'agency' as const,
      label: region.office.agency,
      options: data.agencies.map(({ code, short }) => ({ code, name: short })),
    },
    { name: 'kecamatan' as const, label: t.queue.kecamatan, options: areas },
    {
      name: 'source' as const,
      label: t.queue.source,
      options: (sources.data?.items ?? []).map(({ id, name }) => ({ code: String(id), name })),
    },
  ]
}

function useSwitches() {
  const { t } = useUi()
  return [
    { name: 'urgent' as const, label: t.queue.onlyUrgent },
    { name: 'filed' as const, label: t.queue.onlyFiled },
    { name: 'confidential' as const, label: t.queue.onlyConfidential },
  ]
}

function Panel({ filters, setFilters }: Props) {
  const { t } = useUi()
  const set = (name: FilterName | 'sort', value: string) =>
    setFilters(withFilter(filters, name, value))
  const sorts = SORTS.map((code) => ({ code, name: t.queue.sorts[code] }))
  return (
    <>
      {useChoices().map(({ name, label, options }) => (
        <Select
          key={name}
          label={label}
          value={filters[name] ?? ''}
          options={options}
          onPick={(code) => set(name, code)}
        />
      ))}
      <Select
        label={t.queue.sort}
        value={filters.sort ?? 'priority'}
        options={sorts}
        hasAll={false}
        onPick={(code) => set('sort', code)}
      />
      <div className="checks">
        {useSwitches().map(({ name, label }) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={filters[name] === '1'}
              onChange={(event) => set(name, event.target.checked ? '1' : '')}
            />
            {label}
          </label>
        ))}
      </div>
    </>
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
