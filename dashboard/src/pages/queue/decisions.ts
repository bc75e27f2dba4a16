/** What an officer can do with candidates: each act on one or on many, shown at once, taken back as one. */
import { useMemo } from 'react'
import type { api, CandidateRow, Change, DismissReason, OpenInput } from '../../api.ts'
import type { Times } from '../../times.ts'
import { toast } from '../../toast.tsx'
import { useNames, useUi, type Names } from '../../ui.tsx'
import { changed, inverseOf, isChanged, itemOf, type Act } from './act.ts'
import { perform, restore, undo, useDesk, type Desk } from './deeds.ts'
import { drafts } from './drafts.ts'
import type { Step } from './steps.ts'

/** The case that a candidate is merged into. */
export type Target = { caseId: number; number: string }

const MOST_TITLE = 60
/** Marks that turn the direction of writing would turn our own sentence round the title, too. */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g

export function short(title: string): string {
  const text = title.replace(TURNING_MARKS, '')
  return text.length > MOST_TITLE ? `${text.slice(0, MOST_TITLE - 1).trimEnd()}…` : text
}

/** The decision is shown as made; `after` is what else the rows show. */
export function decide(
  desk: Desk,
  deed: {
    rows: CandidateRow[]
    status: CandidateRow['status']
    act: Act
    what: string
    after?: Partial<CandidateRow>
    onDone?: (row: CandidateRow) => void
  },
) {
  const { rows, status, act, what, after, onDone } = deed
  perform(desk, {
    act,
    before: rows,
    after: rows.map((row) => ({ ...row, ...after, status, version: row.version + 1 })),
    what,
    inverse: (back) => ({ kind: 'undo', items: back.map(afterItem) }),
    ...(onDone && { onDone }),
  })
}

/** A candidate as an act leaves it: what its undo must find. */
const afterItem = ({ id, version }: CandidateRow) => ({ id, version: version + 1 })

type Changing = { rows: CandidateRow[]; of: (row: CandidateRow) => Change | null; what: string }

/** Each row may change in its own way; one without a change stays out of it. */
function changeAll(desk: Desk, { rows, of, what }: Changing, names: Names) {
  const lookup = lookupIn(desk, names)
  // What is so already stays out of it: the server would make no new version of it.
  const changing = rows.flatMap((row) => {
    const change = of(row)
    return change && !isChanged(row, change) ? [{ row, change }] : []
  })
  const changeOf = new Map(changing.map(({ row, change }) => [row.id, change]))
  if (changing.length === 0) return toast(what)
  perform(desk, {
    act: {
      kind: 'change',
      items: changing.map(({ row, change }) => ({ ...itemOf(row), change })),
    },
    before: changing.map(({ row }) => row),
    after: changing.map(({ row, change }) => changed(row, change, lookup)),
    what,
    inverse: (back) => ({
      kind: 'change',
      items: back.map((row) => ({
        ...afterItem(row),
        change: inverseOf(row, changeOf.get(row.id) ?? {}),
      })),
      back: true,
    }),
  })
}

type Colleagues = Awaited<ReturnType<typeof api.colleagues>>

const lookupIn = ({ client }: Desk, { data, area }: Names) => ({
  agency: (code: string) =>
    data.agencies.find((each) => each.code === code) ?? { code, name: code, short: code },
  area: (code: string) => ({ code, name: area(code) }),
  // The dialog in which the officer was chosen has asked for them.
  officer: (id: number) => {
    const all = client.getQueryData<Colleagues>(['colleagues'])?.items
    return { id, name: all?.find((each) => each.id === id)?.name ?? '' }
  },
})

export function useDecisions() {
  const desk = useDesk()
  const names = useNames()
  const { times } = useUi()
  // The same object as long as nothing of it changes: the detail is not drawn again for it.
  return useMemo(() => decisionsAt(desk, names, times), [desk, names, times])
}

function decisionsAt(desk: Desk, names: Names, times: Times) {
  const { t, go } = desk
  /** One is named, many are counted. */
  const told = (
    rows: CandidateRow[],
    one: (title: string) => string,
    many: (n: string) => string,
  ) => (rows.length === 1 ? one(short(rows[0]?.title ?? '')) : many(times.whole(rows.length)))

  function dismiss(rows: CandidateRow[], reason: DismissReason, note: string) {
    const why = t.reasons[reason]
    const what = told(
      rows,
      (title) => t.acts.dismissed(title, why),
      (n) => t.desk.dismissed(n, why),
    )
    const act: Act = { kind: 'dismiss', items: rows.map(itemOf), reason, note }
    decide(desk, { rows, status: 'dismissed', act, what, after: { dismissReason: reason } })
  }
  function merge(rows: CandidateRow[], { caseId, number }: Target) {
    const what = told(
      rows,
      (title) => t.acts.merged(title, number),
      (n) => t.desk.merged(n, number),
    )
    const act: Act = { kind: 'merge', items: rows.map(itemOf), caseId, number }
    decide(desk, { rows, status: 'merged', act, what, after: { caseNumber: number } })
  }
  function open(row: CandidateRow, input: OpenInput) {
    drafts.set(row.id, input)
    const onDone = ({ caseId, caseNumber }: CandidateRow) => {
      drafts.delete(row.id)
      if (caseId === null) return
      const see = { label: t.acts.see, run: () => go(`/aduan/${caseId}`) }
      toast(t.acts.openedAs(caseNumber ?? ''), see)
    }
    const act: Act = { kind: 'open', items: [itemOf(row)], input }
    const what = t.acts.opened(short(row.title))
    decide(desk, { rows: [row], status: 'opened', act, what, onDone })
  }
  return {
    dismiss,
    merge,
    open,
    /** `what`: the whole sentence; `of`: the change of each, where they differ. */
    change: (
      rows: CandidateRow[],
      change: Change,
      {
        what,
        of = () => change,
      }: { what: string; of?: ((row: CandidateRow) => Change | null) | undefined },
    ) => changeAll(desk, { rows, of, what }, names),
    undo: (step?: Step) => undo(desk, step),
    restore: (row: CandidateRow, done: string) => restore(desk, row, done),
  }
}

export type Decisions = ReturnType<typeof useDecisions>
