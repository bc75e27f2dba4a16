import { useState, type KeyboardEvent } from 'react'
import type { CandidateRow, Category, Change } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { useAreaOptions } from '../../form.tsx'
import { useNames, useSession, useUi } from '../../ui.tsx'
import { AgencyList } from './agency-list.tsx'
import { sameOf, useChangeWords, type ChangeProps } from './change-props.ts'
import { EditText } from './edit-text.tsx'
import { OptionList, type ListOption } from './option-list.tsx'
import { placeOf } from './queue-row.tsx'
import { useSuggested } from './suggested.ts'

type FieldName = 'category' | 'agency' | 'area' | 'place' | 'urgent' | 'subject'
/** First letters of the Indonesian words; "l" is for the landmark. */
const KEYS: Record<string, FieldName> = {
  k: 'category',
  t: 'agency',
  w: 'area',
  a: 'place',
  m: 'urgent',
  j: 'subject',
}

/** Corrects what was read: a key for the field, a key for the value. */
export default function ChangeEdit(props: ChangeProps) {
  const { rows, onClose, onDone } = props
  const { words, what } = useChangeWords(rows)
  const [field, setField] = useState<FieldName | null>(null)
  const done = (change: Change, name: string, value: string | null) =>
    onDone(
      change,
      value === null
        ? words.edit.cleared(what, name.toLowerCase())
        : words.edit.set(what, name.toLowerCase(), value),
    )
  function choose(chosen: FieldName) {
    if (chosen !== 'urgent') return setField(chosen)
    const isUrgent = sameOf(rows, ({ urgent }) => urgent) === true
    const said = isUrgent ? words.edit.madeCalm(what) : words.edit.madeUrgent(what)
    return onDone({ urgent: !isUrgent }, said)
  }
  return (
    <Dialog key={field} title={words.edit.title} onClose={onClose} focus={FOCUS}>
      {field === null && <Fields rows={rows} onChoose={choose} />}
      {field === 'category' && <CategoryList rows={rows} onDone={done} />}
      {field === 'agency' && (
        <AgencyList
          rows={rows}
          onPick={({ code, name }) => done({ agencyCode: code }, words.edit.agency, name)}
        />
      )}
      {field === 'area' && <AreaList rows={rows} onDone={done} />}
      {(field === 'place' || field === 'subject') && (
        <EditText rows={rows} field={field} onDone={done} />
      )}
    </Dialog>
  )
}

const FOCUS = 'input, .choices button'

type DoneProps = {
  rows: CandidateRow[]
  onDone: (change: Change, name: string, value: string | null) => void
}

function Fields({
  rows,
  onChoose,
}: {
  rows: CandidateRow[]
  onChoose: (field: FieldName) => void
}) {
  const { words } = useChangeWords(rows)
  const { region } = useSession()
  const values = useValues(rows)
  const shown = Object.entries(KEYS).filter(([, field]) => field !== 'subject' || rows.length === 1)
  function onKeyDown(event: KeyboardEvent) {
    const chosen = shown.find(([key]) => key === event.key)?.[1]
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChoose(chosen)
  }
  return (
    <div onKeyDown={onKeyDown}>
      <p className="hint">{words.edit.hint}</p>
      <ol className="choices">
        {shown.map(([key, field]) => (
          <li key={key}>
            <button type="button" aria-keyshortcuts={key} onClick={() => onChoose(field)}>
              <kbd aria-hidden="true">{key}</kbd>
              {field === 'agency' ? region.office.agency : words.edit[field]}
              <span className="faint choice-value">
                <bdi>{values[field]}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** What stands in each field now, in words. */
function useValues(rows: CandidateRow[]): Record<FieldName, string> {
  const { words } = useChangeWords(rows)
  const names = useNames()
  const said = (valueOf: (row: CandidateRow) => string | null | undefined) => {
    const value = sameOf(rows, (row) => valueOf(row) ?? '')
    return value === undefined ? words.edit.various : value || words.edit.empty
  }
  return {
    category: said(({ category }) => names.category(category)),
    agency: said(({ agency }) => agency?.short ?? agency?.name),
    area: said((row) => placeOf({ ...row, place: null })),
    place: said(({ place }) => place),
    urgent: said(({ urgent }) => (urgent ? words.edit.yes : words.edit.no)),
    subject: said(({ title }) => title),
  }
}

const NONE = 'none'

function CategoryList({ rows, onDone }: DoneProps) {
  const { language } = useUi()
  const { words } = useChangeWords(rows)
  const { data } = useNames()
  const current = sameOf(rows, ({ category }) => category)
  const named = data.categories.map((each) => ({ code: each.code, name: each[language] }))
  const options = useSuggested(named, { rows, of: 'categories', current })
  const all = [...options, { code: NONE, name: words.none }]
  function pick({ code, name }: ListOption) {
    if (code === NONE) return onDone({ category: null }, words.edit.category, null)
    return onDone({ category: code as Category }, words.edit.category, name)
  }
  return <OptionList label={words.edit.category} options={all} onPick={pick} />
}

/** A kelurahan brings its kecamatan along. */
function AreaList({ rows, onDone }: DoneProps) {
  const { words } = useChangeWords(rows)
  const { data } = useNames()
  const options = useAreaOptions()
  const all = [...options, { code: NONE, name: words.none }]
  function pick({ code, name }: ListOption) {
    const area = data.areas.find((each) => each.code === code)
    if (!area) {
      return onDone({ kecamatanCode: null, kelurahanCode: null }, words.edit.area, null)
    }
    const change =
      area.level === 'kelurahan'
        ? { kecamatanCode: area.parent, kelurahanCode: code }
        : { kecamatanCode: code, kelurahanCode: null }
    return onDone(change, words.edit.area, name)
  }
  return <OptionList label={words.edit.area} options={all} onPick={pick} />
}
