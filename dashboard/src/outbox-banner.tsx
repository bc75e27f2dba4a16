import { ahead } from './ahead.tsx'
import { useEffect, useState } from 'react'
import { expired, reachable } from './connection.ts'
import { openOutbox, outbox } from './pages/queue/desk-outbox.ts'
import { useStore } from './store.ts'
import { useSession, useUi } from './ui.tsx'

const ConflictsDialog = ahead(() => import('./pages/queue/conflicts-dialog.tsx'))

/** Without a connection: that what one sees may be old, and how many decisions wait to be sent. */
export function OutboxBanner() {
  const { t, times } = useUi()
  const { officer } = useSession()
  const isReachable = useStore(reachable)
  const hasExpired = useStore(expired)
  const isStuck = useStore(outbox.isStuck)
  const waiting = useStore(outbox.waiting).length
  useEffect(() => openOutbox(officer.id), [officer.id])
  const count = times.whole(waiting)
  const unsent = hasExpired ? t.desk.unsentExpired(count) : t.desk.unsentCount(count)
  const isShown = !isReachable || (isStuck && waiting > 0)
  return (
    <>
      <div role="status" className={isShown ? 'banner offline' : undefined}>
        {!isReachable && <span>{t.app.offline} </span>}
        {isStuck && waiting > 0 && (
          <>
            <span>{unsent}</span>{' '}
            <button type="button" className="quiet" onClick={() => outbox.retry()}>
              {t.desk.retry}
            </button>
          </>
        )}
      </div>
      <Conflicts />
    </>
  )
}

function Conflicts() {
  const { t, times } = useUi()
  const { length } = useStore(outbox.conflicts)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <div role="status" className={length > 0 ? 'banner offline' : undefined}>
        {length > 0 && (
          <>
            <span>{t.desk.conflictCount(times.whole(length))}</span>{' '}
            <button type="button" className="quiet" onClick={() => setOpen(true)}>
              {t.desk.see}
            </button>
          </>
        )}
      </div>
      {isOpen && <ConflictsDialog onClose={() => setOpen(false)} />}
    </>
  )
}
