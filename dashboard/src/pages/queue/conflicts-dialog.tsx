import { Link } from 'wouter'
import { Dialog } from '../../dialog.tsx'
import { Icon } from '../../icons.tsx'
import { Moment } from '../../marks.tsx'
import { useStore } from '../../store.ts'
import { useUi, useWords } from '../../ui.tsx'
import type { Act } from './act.ts'
import { conflictWords } from './conflict-words.ts'
import { outbox } from './desk-outbox.ts'
import { known } from './rows-store.ts'

/** Acts that waited for the connection and were then refused, each with the server's sentence. */
export default function ConflictsDialog({ onClose }: { onClose: () => void }) {
  const { t, times } = useUi()
  const words = useWords(conflictWords)
  const conflicts = useStore(outbox.conflicts)
  function nameOf({ items, kind }: Act): string {
    const [first] = items
    const title = known.get().get(first?.id ?? 0)?.title
    const who =
      items.length > 1
        ? words.candidates(times.whole(items.length))
        : (title ?? words.candidate(first?.id ?? 0))
    return `${who}: ${words.kinds[kind]}`
  }
  return (
    <Dialog title={words.title} onClose={onClose} focus=".dialog-head button">
      <p className="hint">{words.intro}</p>
      <ul className="conflict-list">
        {conflicts.map(({ uid, act, at, refused }) => (
          <li key={uid}>
            <span>
              <Link href={`/antrean/${act.items[0]?.id ?? ''}`} onClick={onClose}>
                {nameOf(act)}
              </Link>{' '}
              <span className="faint">
                <Moment at={new Date(at).toISOString()} />
              </span>
            </span>
            <span className="error">{refused || t.app.failed}</span>
            <button
              type="button"
              className="quiet square"
              aria-label={words.forget(nameOf(act))}
              onClick={() => outbox.forget(uid)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {conflicts.length === 0 && <p className="faint">{t.app.none}</p>}
    </Dialog>
  )
}
