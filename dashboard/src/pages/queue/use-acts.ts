import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CandidateRow } from '../../api.ts'
import { holdKeys } from '../../commands.ts'
import { toast, toastError } from '../../toast.tsx'
import { useUi } from '../../ui.tsx'
import type { Asked } from './act-dialogs.tsx'
import type { Act } from './acts.ts'
import { at, letListMove } from './cursor.ts'
import type { Decisions } from './decisions.ts'
import { knownRows, rowsFor } from './load-rows.ts'
import { clearSelection, MOST_SELECTED, selected, within } from './selection.ts'
import type { Step } from './steps.ts'
import type { Cursor } from './use-cursor.ts'

type Props = { ids: number[]; cursor: Cursor; decisions: Decisions; isWaiting: boolean }

/** What the keys and buttons of the page do. The same functions each time: they look at the newest list. */
export function useActs(props: Props) {
  const { t, may } = useUi()
  const [asked, setAsked] = useState<Asked | null>(null)
  const turn = useRef(0)
  const latest = useRef({ ...props, t, may })
  useLayoutEffect(() => {
    latest.current = { ...props, t, may }
  })
  const acts = useMemo(() => {
    const askOf = (act: Act, rows: CandidateRow[]) => {
      const { t, may } = latest.current
      const waiting = rows.filter(({ status }) => status === 'waiting')
      if (!may('queue.decide') || rows.length === 0) return
      if (waiting.length === 0) toast(t.desk.notWaiting)
      else if (act === 'open' && waiting.length > 1) toast(t.desk.openOne)
      else setAsked({ act, rows: waiting, turn: ++turn.current })
    }
    const askLater = async (act: Act, ids: number[]) => {
      const letGo = holdKeys()
      try {
        askOf(act, await rowsFor(ids))
      } catch {
        toastError(latest.current.t.app.unreachable)
      } finally {
        letGo()
      }
    }
    return {
      askOne: (act: Act, row: CandidateRow) => askOf(act, [row]),
      /** On all that is selected, else on the row under the cursor. */
      ask: (act: Act) => {
        const ids = targets(latest.current.ids)
        const rows = knownRows(ids)
        // At once where it can be: the next key may be meant for the dialog.
        if (rows.length === ids.length) askOf(act, rows)
        else void askLater(act, ids)
      },
      close: () => setAsked(null),
      leave: (rows: CandidateRow[]) => {
        latest.current.cursor.advance(rows.map(({ id }) => id))
        clearSelection()
      },
      selectAll: () => selected.set(new Set(latest.current.ids.slice(0, MOST_SELECTED))),
      undo: (step?: Step) => undoAt(latest.current, step),
    }
  }, [])
  return { ...acts, asked }
}

function targets(ids: number[]): number[] {
  const chosen = within(selected.get(), ids)
  const current = at.get()
  if (chosen.length > 0) return chosen
  return current === null ? [] : [current]
}

/** What comes back is where one stands then: at once, since the next key may be meant for it. */
function undoAt({ decisions, cursor, isWaiting }: Props, step?: Step) {
  letListMove('free')
  const back = decisions.undo(step)
  if (back !== null && isWaiting) cursor.jump(back)
}
