/** A list that one searches by typing and chooses from by one key: digits, arrows and Enter, or the pointer. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useUi, useWords } from '../../ui.tsx'
import { changeWords } from './change-words.ts'
import { findOptions } from './find-option.ts'

export type ListOption = { code: string; name: string; note?: string | undefined; isOn?: boolean }

type Props = {
  label: string
  options: ListOption[]
  onPick: (option: ListOption) => void
  /** What the typed words would make, when no option is called so. */
  makeNew?: (typed: string) => ListOption | null
  /** Said when there is nothing to choose from. */
  empty?: string | undefined
}

/** More than these are found by typing. */
const MOST_SHOWN = 60
const MOST_DIGIT = 9

export function OptionList({ label, options, onPick, makeNew, empty }: Props) {
  const words = useWords(changeWords)
  const { t } = useUi()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const found = findOptions(options, typed, MOST_SHOWN)
  const made = typed.trim() === '' ? null : (makeNew?.(typed.trim()) ?? null)
  const shown = made ? [...found, made] : found

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!keyDone(event.key)) return
    event.preventDefault()
    // The dialog around it has keys of its own.
    event.stopPropagation()
  }
  function keyDone(key: string): boolean {
    const last = shown.length - 1
    if (key === 'ArrowDown') setAt(at >= last ? 0 : at + 1)
    else if (key === 'ArrowUp') setAt(at <= 0 ? last : at - 1)
    else if (key === 'Enter') pick(shown[at])
    else if (typed === '' && /^[1-9]$/.test(key)) pick(shown[Number(key) - 1])
    else return false
    return true
  }
  const pick = (option: ListOption | undefined) => option && onPick(option)
  return (
    <div className="option-list">
      <input
        ref={input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={shown[at] ? `${listId}-${at}` : undefined}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <p className="hint">{words.hint}</p>
      <Options listId={listId} shown={shown} at={at} hasDigits={typed === ''} onPick={onPick} />
      <p role="status" className="hint">
        {shown.length === 0 && (typed === '' ? (empty ?? t.app.loading) : words.nothing)}
      </p>
    </div>
  )
}

type OptionsProps = {
  listId: string
  shown: ListOption[]
  at: number
  hasDigits: boolean
  onPick: (option: ListOption) => void
}

function Options({ listId, shown, at, hasDigits, onPick }: OptionsProps) {
  const words = useWords(changeWords)
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, listId])
  return (
    <div id={listId} role="listbox" aria-label={words.options} className="palette">
      {shown.map((option, index) => (
        <div
          key={option.code}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === at}
          onClick={() => onPick(option)}
        >
          <span>
            <bdi>{option.name}</bdi> {option.note && <span className="faint">{option.note}</span>}
          </span>
          {hasDigits && index < MOST_DIGIT && <kbd>{index + 1}</kbd>}
        </div>
      ))}
    </div>
  )
}
