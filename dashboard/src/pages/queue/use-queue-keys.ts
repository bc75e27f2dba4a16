import { useRef } from 'react'
import { api, type CandidateRow } from '../../api.ts'
import { useCommands, type Command } from '../../commands.ts'
import { sentenceOf } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useUi } from '../../ui.tsx'
import { ACT_KEYS, actName, CHANGES, type Act } from './acts.ts'
import { at, letListMove } from './cursor.ts'
import { useDesk } from './deeds.ts'
import type { Filters } from './filters.ts'
import { place } from './lists.ts'
import { remember } from './rows-store.ts'
import { clearSelection, selected, toggled } from './selection.ts'
import type { Cursor } from './use-cursor.ts'

const ACTS: Act[] = ['open', 'merge', 'dismiss', ...CHANGES]

type Props = {
  cursor: Cursor
  filters: Filters
  ask: (act: Act) => void
  undo: () => void
  selectAll: () => void
  takeFresh: () => void
}

/** The keys of the queue; the same list fills the palette and the sheet of keys. */
export function useQueueKeys(props: Props) {
  const { t, may } = useUi()
  const deciding = useDeciding(props)
  useCommands('queue', t.queue.title, [
    ...useMoving(props.cursor),
    ...(may('queue.decide') ? deciding : []),
    {
      keys: ['/'],
      label: t.commands.search,
      run: () => document.querySelector<HTMLElement>('#queue-search')?.focus(),
    },
    { keys: ['.'], label: t.commands.fresh, run: props.takeFresh },
  ])
}

function useMoving(cursor: Cursor): Command[] {
  const { t } = useUi()
  function enter() {
    const current = at.get()
    if (current !== null) cursor.go(current)
    document.querySelector<HTMLElement>('#detail')?.focus()
  }
  const move = (by: number) => () => cursor.move(by)
  return [
    { keys: ['j', 'ArrowDown'], label: t.commands.next, run: move(1), repeats: true },
    { keys: ['k', 'ArrowUp'], label: t.commands.previous, run: move(-1), repeats: true },
    { keys: ['Enter'], label: t.commands.enter, run: enter },
  ]
}

function useDeciding({ cursor, filters, ask, undo, selectAll }: Props): Command[] {
  const { t } = useUi()
  const takeNext = useNext(cursor, filters)
  const toggle = () => {
    const current = at.get()
    if (current !== null) selected.set(toggled(selected.get(), current))
  }
  const extend = (by: number) => () => cursor.extend(by)
  return [
    ...ACTS.map((act) => ({ keys: [ACT_KEYS[act]], label: actName(act, t), run: () => ask(act) })),
    { keys: ['n'], label: t.desk.next, run: () => void takeNext() },
    { keys: ['z'], label: t.acts.undoLast, run: undo },
    { keys: ['x'], label: t.desk.toggle, run: toggle },
    { keys: ['J', 'Shift+ArrowDown'], label: t.desk.extendDown, run: extend(1), repeats: true },
    { keys: ['K', 'Shift+ArrowUp'], label: t.desk.extendUp, run: extend(-1), repeats: true },
    { keys: ['*'], label: t.desk.selectMatching, run: selectAll },
    { keys: ['Escape'], label: t.desk.unselect, run: clearSelection },
  ]
}

/** As many as the server takes of those that are passed over. */
const MOST_SKIPPED = 200

/** Takes the most pressing one that nobody else decides on; pressed again, the one after it. */
function useNext(cursor: Cursor, filters: Filters) {
  const desk = useDesk()
  const skipped = useRef<number[]>([])
  return async () => {
    const { t, client } = desk
    const { status: _, sort: __, ...narrowing } = filters
    try {
      const skip = skipped.current.slice(-MOST_SKIPPED)
      const asking = { filters: narrowing, skip } as Parameters<typeof api.nextRow>[0]
      const { row }: { row: CandidateRow | null } = await api.nextRow(asking)
      if (!row) {
        skipped.current = []
        return toast(t.desk.nothingNext)
      }
      skipped.current.push(row.id)
      remember([row])
      if (!cursor.has(row.id)) letListMove('top')
      place(client, row)
      cursor.jump(row.id)
    } catch (error) {
      toastError(sentenceOf(error, t))
    }
  }
}
