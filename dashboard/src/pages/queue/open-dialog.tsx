import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { CandidateRow, Category, OpenInput } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Check, Field, Picker, useAgencyOptions, useAreaOptions } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { useNames, useSession, useUi } from '../../ui.tsx'
import { candidateQuery } from './candidate-query.ts'
import { startOf, type Start } from './drafts.ts'

type Props = { row: CandidateRow; onClose: () => void; onDone: (input: OpenInput) => void }

/** The case form, filled from what was read; nothing is typed twice. */
export default function OpenDialog({ row, onClose, onDone }: Props) {
  const { t, may } = useUi()
  const [start] = useState(() => startOf(row, may('case.dispose')))
  const [agency, setAgency] = useState(start.agencyCode)
  const [area, setArea] = useState(start.kelurahanCode ?? start.kecamatanCode)
  const [disposes, setDisposes] = useState(start.dispose)
  const [isTried, setTried] = useState(false)
  const areaInput = useAreaCodes(area)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (disposes && !agency) return setTried(true)
    const form = new FormData(event.currentTarget)
    const text = (name: string) => textOf(form, name)
    onDone({
      title: text('title'),
      description: text('description'),
      category: text('category') as Category,
      agencyCode: agency,
      ...areaInput,
      place: text('place') || null,
      urgent: form.has('urgent'),
      confidential: form.has('confidential'),
      dispose: disposes,
    })
  }
  return (
    <Dialog title={t.openDialog.title} onClose={onClose} wide>
      <form className="two-columns" onSubmit={submit}>
        <Texts row={row} start={start} />
        <Destination code={agency} onPick={setAgency} isMissing={isTried && disposes && !agency} />
        <AreaPicker code={area} onPick={setArea} />
        <Field label={t.openDialog.place} optional>
          {(ids) => (
            <input {...ids} name="place" defaultValue={start.place ?? ''} maxLength={300} />
          )}
        </Field>
        <Checks start={start} onDispose={setDisposes} />
        <div className="buttons whole">
          <button type="button" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="primary">
            {t.openDialog.submit}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** The words of the first voice are the first draft of the description. */
function Texts({ row, start }: { row: CandidateRow; start: Start }) {
  const { t, language } = useUi()
  const { data } = useNames()
  const detail = useQuery(candidateQuery(row.id, row.version))
  // The first letter that is typed keeps the draft under it: words that come later replace nobody's own.
  const [kept, setKept] = useState(start.description)
  const draft = kept ?? detail.data?.voices[0]?.text ?? row.excerpt
  return (
    <>
      <div className="whole">
        <Field label={t.openDialog.caseTitle}>
          {(ids) => (
            <input {...ids} name="title" defaultValue={start.title} maxLength={200} required />
          )}
        </Field>
        <Field label={t.openDialog.description}>
          {(ids) => (
            <textarea
              key={draft}
              {...ids}
              name="description"
              rows={6}
              defaultValue={draft}
              onChange={() => setKept(draft)}
              maxLength={10_000}
              required
            />
          )}
        </Field>
      </div>
      <Field label={t.openDialog.category}>
        {(ids) => (
          <select
            key={data.categories.length}
            {...ids}
            name="category"
            defaultValue={start.category ?? ''}
            required
          >
            <option value="">{t.openDialog.choose}</option>
            {data.categories.map((each) => (
              <option key={each.code} value={each.code}>
                {each[language]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

type ChecksProps = { start: Start; onDispose: (disposes: boolean) => void }

function Checks({ start, onDispose }: ChecksProps) {
  const { t, may } = useUi()
  return (
    <div className="checks whole">
      <Check name="urgent" label={t.openDialog.urgent} checked={start.urgent} />
      <Check name="confidential" label={t.openDialog.confidential} checked={start.confidential} />
      {may('case.dispose') && (
        <Check
          name="dispose"
          label={t.openDialog.dispose}
          hint={t.openDialog.disposeHint}
          checked={start.dispose}
          onChange={onDispose}
        />
      )}
    </div>
  )
}

type DestinationProps = {
  code: string | null
  onPick: (code: string | null) => void
  isMissing: boolean
}

function Destination({ code, onPick, isMissing }: DestinationProps) {
  const { t } = useUi()
  const { region } = useSession()
  return (
    <Picker
      label={region.office.agency}
      options={useAgencyOptions()}
      code={code}
      onPick={onPick}
      error={isMissing ? t.openDialog.needsAgency : undefined}
    />
  )
}

function AreaPicker({
  code,
  onPick,
}: {
  code: string | null
  onPick: (code: string | null) => void
}) {
  const { t } = useUi()
  return (
    <Picker label={t.openDialog.kelurahan} options={useAreaOptions()} code={code} onPick={onPick} />
  )
}

/** A kelurahan brings its kecamatan with it. */
function useAreaCodes(code: string | null) {
  const { data } = useNames()
  const area = data.areas.find((each) => each.code === code)
  if (!area) return { kecamatanCode: null, kelurahanCode: null }
  return area.level === 'kelurahan'
    ? { kecamatanCode: area.parent, kelurahanCode: area.code }
    : { kecamatanCode: area.code, kelurahanCode: null }
}
