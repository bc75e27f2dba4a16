import { memo, useDeferredValue, useEffect, useRef } from 'react'
import { ahead } from '../../ahead.tsx'
import type { CandidateRow } from '../../api.ts'
import { useSelect, useStore } from '../../store.ts'
import type { Act } from './acts.ts'
import { shown } from './cursor.ts'
import type { Decisions, Target } from './decisions.ts'
import { want } from './load-rows.ts'
import type { Belongs } from './rows.ts'
import { known, touched } from './rows-store.ts'
import type { Cursor } from './use-cursor.ts'
import { useLooking } from './use-holds.ts'

// The list stands first; a phone may never need the rest.
const CandidateDetail = ahead(
  async () => ({
    default: (await import('./candidate-detail.tsx')).CandidateDetail,
  }),
  'free',
)

type Props = {
  ids: number[]
  belongs: Belongs
  cursor: Cursor
  decisions: Decisions
  onAct: (act: Act, row: CandidateRow) => void
}

/** The candidate that the eye rests on; it follows the cursor and is never in its way. */
export const DetailPane = memo(function DetailPane(props: Props) {
  const { ids, belongs, cursor, decisions, onAct } = props
  // A key that comes while the detail is drawn goes first.
  const id = useDeferredValue(useStore(shown))
  const next = ids[id === null ? -1 : ids.indexOf(id) + 1] ?? null
  const row = useRow(id)
  const nextRow = useRow(next)
  const isOwn = useSelect(touched, (rows) => id !== null && rows.has(id))
  useUpperEdge(id)
  useLooking()
  useEffect(() => {
    // One that a link leads to need not be in the list.
    if (id !== null) want([id])
  }, [id])
  if (id === null) return null
  return (
    <CandidateDetail
      key={id}
      id={id}
      row={row}
      next={nextRow}
      isGone={row !== null && !isOwn && row.status !== belongs.status}
      decisions={decisions}
      onAct={onAct}
      onMerge={(merging: CandidateRow, into: Target) => {
        cursor.advance([merging.id])
        decisions.merge([merging], into)
      }}
      onLeave={cursor.advance}
      onBack={() => cursor.go(null)}
    />
  )
})

const useRow = (id: number | null): CandidateRow | null =>
  useSelect(known, (rows) => (id === null ? null : (rows.get(id) ?? null)))

/** Each candidate is read from its beginning. */
function useUpperEdge(id: number | null) {
  const before = useRef(id)
  useEffect(() => {
    if (before.current === id) return
    before.current = id
    const pane = document.querySelector('#detail')
    if (pane) pane.scrollTop = 0
  }, [id])
}
