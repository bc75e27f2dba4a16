import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { textOf } from '../../form-text.ts'
import { useNow, useSession, useUi } from '../../ui.tsx'
import { useChangeWords, type ChangeProps } from './change-props.ts'
import { fieldOf, momentIn, MOST_SNOOZE_MS, snoozeTimes } from './snooze-times.ts'

/** Puts off what cannot be decided yet, by one key; the time limit runs on and ends it. */
export default function ChangeSnooze({ rows, onClose, onDone }: ChangeProps) {
  const { times } = useUi()
  const { region } = useSession()
  const now = useNow()
  const able = rows.filter(({ dueAt }) => Date.parse(dueAt) > now)
  const { words, what } = useChangeWords(able)
  const asleep = rows.filter(({ snoozedUntil }) => snoozedUntil !== null)
  const { what: whatWakes } = useChangeWords(asleep)
  const choices = snoozeTimes(now, region.timezone)

  const comesBack = useComesBack(rows)
  const putOff = (at: number) => {
    const until = new Date(at).toISOString()
    const isLate = new Set(rows.filter((row) => !able.includes(row)).map(({ id }) => id))
    onDone({ snoozedUntil: until }, words.snooze.done(what, times.short(until)), (row) =>
      isLate.has(row.id) ? null : { snoozedUntil: until },
    )
  }
  const wake = () => onDone({ snoozedUntil: null }, words.snooze.woken(whatWakes))
  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return
    const choice = choices[Number(event.key) - 1]
    if (able.length > 0 && choice) putOff(choice.at)
    else if (asleep.length > 0 && event.key === '0') wake()
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={words.snooze.title} onClose={onClose} focus=".choices button">
      <div onKeyDown={onKeyDown}>
        <Limits rows={rows} able={able.length} />
        <ol className="choices">
          {able.length > 0 &&
            choices.map(({ choice, at }, index) => (
              <li key={choice}>
                <button
                  type="button"
                  aria-keyshortcuts={String(index + 1)}
                  onClick={() => putOff(at)}
                >
                  <kbd aria-hidden="true">{index + 1}</kbd>
                  {words.snooze.choices[choice]}
                  <span className="faint">{comesBack(at)}</span>
                </button>
              </li>
            ))}
          {asleep.length > 0 && (
            <li>
              <button type="button" aria-keyshortcuts="0" onClick={wake}>
                <kbd aria-hidden="true">0</kbd>
                {words.snooze.wake}
              </button>
            </li>
          )}
        </ol>
        {able.length > 0 && <OwnTime now={now} onPick={putOff} />}
      </div>
    </Dialog>
  )
}

/** When a choice brings it back, in words; the time limit may come first. */
function useComesBack(rows: ChangeProps['rows']) {
  const { times } = useUi()
  const { words } = useChangeWords(rows)
  const due = rows.length === 1 ? rows[0]?.dueAt : undefined
  return (at: number) =>
    due !== undefined && at > Date.parse(due)
      ? words.snooze.dueFirst(times.short(due))
      : times.short(new Date(at).toISOString())
}

/** When the time limit ends the putting off, and what cannot be put off at all. */
function Limits({ rows, able }: { rows: ChangeProps['rows']; able: number }) {
  const { times } = useUi()
  const { words } = useChangeWords(rows)
  const [row] = rows
  if (able === 0) return <p className="error">{words.snooze.overdue}</p>
  if (able < rows.length) {
    return <p className="hint">{words.snooze.someOverdue(times.whole(rows.length - able))}</p>
  }
  if (rows.length > 1 || !row) return null
  return <p className="hint">{words.snooze.dueEnds(times.short(row.dueAt))}</p>
}

function OwnTime({ now, onPick }: { now: number; onPick: (at: number) => void }) {
  const { region } = useSession()
  const { words } = useChangeWords([])
  const [error, setError] = useState<string>()
  const zone = region.timezone

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const at = momentIn(textOf(new FormData(event.currentTarget), 'at'), zone)
    if (at === null || at <= now) return setError(words.snooze.past)
    if (at > now + MOST_SNOOZE_MS) return setError(words.snooze.tooFar)
    onPick(at)
  }
  return (
    <form className="own-time" onSubmit={submit} noValidate>
      <Field label={words.snooze.own} hint={words.snooze.ownHint(zone)} error={error}>
        {(ids) => (
          <input
            {...ids}
            type="datetime-local"
            name="at"
            required
            min={fieldOf(now, zone)}
            max={fieldOf(now + MOST_SNOOZE_MS, zone)}
          />
        )}
      </Field>
      <button type="submit">{words.snooze.save}</button>
    </form>
  )
}
