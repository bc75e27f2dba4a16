import { useUi } from '../../ui.tsx'
import { useChoices, useSwitches } from './filter-choices.ts'
import { SORTS, withFilter, type FilterName, type Filters } from './filters.ts'

type Props = { filters: Filters; setFilters: (filters: Filters) => void }

/** Every filter of the queue, and its order. */
export default function FilterPanel({ filters, setFilters }: Props) {
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

type SelectProps = {
  label: string
  value: string
  options: { code: string; name: string }[]
  onPick: (code: string) => void
  hasAll?: boolean
}

function Select({ label, value, options, onPick, hasAll = true }: SelectProps) {
  const { t } = useUi()
  // A label that nobody wears any more can still stand in an address.
  const isOther = value !== '' && !options.some(({ code }) => code === value)
  return (
    <label className="labelled">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        {hasAll && <option value="">{t.app.all}</option>}
        {isOther && <option value={value}>{value}</option>}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
