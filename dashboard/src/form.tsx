/** Form parts: a labelled field with its hint and error, and the agency and area pickers. */
import { useId, useState, type ReactNode } from 'react'
import { useNames, useUi } from './ui.tsx'

type FieldProps = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
  children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode
}

/** One labelled control; hint and error are read out with it. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const { t } = useUi()
  const id = useId()
  const describedBy = `${id}-about`
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="faint">({t.app.optional})</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': Boolean(error) })}
      <div id={describedBy} className="field-about">
        {hint && <p className="hint">{hint}</p>}
        {error && <p className="error">{error}</p>}
      </div>
    </div>
  )
}

type CheckProps = {
  name: string
  label: string
  hint?: string
  checked?: boolean
  onChange?: (checked: boolean) => void
}

export function Check({ name, label, hint, checked, onChange }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        name={name}
        defaultChecked={checked ?? false}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <span>
        {label}
        {hint && <span className="hint"> {hint}</span>}
      </span>
    </label>
  )
}

type Option = { code: string; name: string }
type PickerProps = {
  label: string
  options: Option[]
  code: string | null
  onPick: (code: string | null) => void
  error?: string | undefined
  required?: boolean
}

/** A list one searches by typing (datalist). Only names from the list count. */
export function Picker({ label, options, code, onPick, error, required }: PickerProps) {
  const { t } = useUi()
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const picked = options.find((option) => option.code === code)?.name ?? ''
  const text = typed ?? picked
  const isUnknown = text !== '' && !options.some(({ name }) => name === text)

  function type(element: HTMLInputElement) {
    const found = options.find(
      ({ name }) => name.toLowerCase() === element.value.trim().toLowerCase(),
    )
    setTyped(found ? found.name : element.value)
    onPick(found?.code ?? null)
    element.setCustomValidity(found || element.value === '' ? '' : t.openDialog.fromList)
  }
  return (
    <Field
      label={label}
      optional={!required}
      error={error ?? (isUnknown ? t.openDialog.fromList : undefined)}
    >
      {(ids) => (
        <>
          <input
            {...ids}
            list={listId}
            value={text}
            required={required}
            autoComplete="off"
            onChange={(event) => type(event.target)}
          />
          <datalist id={listId}>
            {options.map((option) => (
              <option key={option.code} value={option.name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

/** The agencies as options; the short name in front, because people know it. */
export function useAgencyOptions(): Option[] {
  const { data } = useNames()
  return data.agencies.map(({ code, short, name }) => ({
    code,
    name: short && short !== name ? `${short}: ${name}` : name,
  }))
}

/** Kelurahan with their kecamatan, and the kecamatan themselves. */
export function useAreaOptions(): Option[] {
  const names = useNames()
  return names.data.areas.map(({ code, name, parent }) => ({
    code,
    name: parent ? `${name}, ${names.area(parent)}` : name,
  }))
}
