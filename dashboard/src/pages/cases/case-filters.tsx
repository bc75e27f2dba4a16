import { textOf } from '../../form-text.ts'
import { Icon } from '../../icons.tsx'
import { useNames, useSession, useUi } from '../../ui.tsx'
import type { CaseView } from './cases-page.tsx'

type Props = { view: CaseView; setView: (change: Partial<CaseView>) => void }

/** Search by words or number, and one agency; an agency officer sees own cases only anyway. */
export function CaseFilters({ view, setView }: Props) {
  const { t } = useUi()
  const { officer, region } = useSession()
  const { data } = useNames()
  return (
    <div className="filters-line">
      <form
        role="search"
        className="search"
        onSubmit={(event) => {
          event.preventDefault()
          setView({ q: textOf(new FormData(event.currentTarget), 'q') })
        }}
      >
        <Icon name="search" />
        <input
          key={view.q}
          type="search"
          name="q"
          maxLength={200}
          defaultValue={view.q}
          aria-label={t.app.search}
          placeholder={t.cases.searchHint}
        />
      </form>
      {officer.agencyCode === null && (
        <select
          aria-label={region.office.agency}
          value={view.agency}
          onChange={(event) => setView({ agency: event.target.value })}
        >
          <option value="">
            {region.office.agency}: {t.app.all}
          </option>
          {data.agencies.map(({ code, short }) => (
            <option key={code} value={code}>
              {short}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
