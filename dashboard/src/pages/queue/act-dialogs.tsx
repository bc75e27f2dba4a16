import { ahead, type Ahead } from '../../ahead.tsx'
import type { CandidateRow } from '../../api.ts'
import type { Act, ChangeAct } from './acts.ts'
import type { ChangeProps } from './change-props.ts'
import type { Decisions } from './decisions.ts'
import { DismissDialog } from './dismiss-dialog.tsx'
import { useDeciding } from './use-holds.ts'

const MergeDialog = ahead(() => import('./merge-dialog.tsx'))
const OpenDialog = ahead(() => import('./open-dialog.tsx'))
const CHANGE_DIALOGS: Record<ChangeAct, Ahead<ChangeProps>> = {
  forward: ahead(() => import('./change-forward.tsx')),
  snooze: ahead(() => import('./change-snooze.tsx')),
  assign: ahead(() => import('./change-assign.tsx')),
  label: ahead(() => import('./change-label.tsx')),
  edit: ahead(() => import('./change-edit.tsx')),
}
const TakeOver = ahead(() => import('./take-over.tsx'))
export const DIALOGS = [MergeDialog, OpenDialog, ...Object.values(CHANGE_DIALOGS), TakeOver]

export type Asked = {
  act: Act
  rows: CandidateRow[]
  /** Counts the questions: each is drawn anew, a dialog whose file did not come is asked for again. */
  turn: number
}

type Props = {
  asked: Asked
  decisions: Decisions
  close: () => void
  /** These rows are leaving the list: the cursor goes on, and nothing is selected any more. */
  leave: (rows: CandidateRow[]) => void
}

/** Asks what an act needs, and does it. */
export function ActDialogs(props: Props) {
  const { asked, close } = props
  const rival = useDeciding(asked.rows)
  return (
    <>
      <ActDialog {...props} />
      {rival.name !== null && (
        <TakeOver name={rival.name} onTake={rival.takeOver} onClose={close} />
      )}
    </>
  )
}

function ActDialog({ asked: { act, rows }, decisions, close, leave }: Props) {
  const [first] = rows
  if (!first) return null
  /** The next row is looked up before these leave the list. */
  function goOn(decide: () => void) {
    close()
    leave(rows)
    decide()
  }
  if (act === 'dismiss') {
    return (
      <DismissDialog
        count={rows.length}
        onClose={close}
        onDone={(reason, note) => goOn(() => decisions.dismiss(rows, reason, note))}
      />
    )
  }
  if (act === 'merge') {
    return (
      <MergeDialog
        row={first}
        onClose={close}
        onDone={(into) => goOn(() => decisions.merge(rows, into))}
      />
    )
  }
  if (act === 'open') {
    return (
      <OpenDialog
        row={first}
        onClose={close}
        onDone={(input) => goOn(() => decisions.open(first, input))}
      />
    )
  }
  const ChangeDialog = CHANGE_DIALOGS[act]
  return (
    <ChangeDialog
      rows={rows}
      onClose={close}
      onDone={(change, what, of) => {
        close()
        // What is put off leaves the list, as what is woken does where the sleeping are shown.
        if (change.snoozedUntil !== undefined) leave(rows)
        decisions.change(rows, change, { what, of })
      }}
    />
  )
}
