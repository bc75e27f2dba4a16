import { Link } from 'wouter'
import { Dialog } from '../../dialog.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { conflictWords } from './conflict-words.ts'
import type { Partly } from './deeds.ts'

/** Which candidates an act on many has not reached, and why; the others are done. */
export default function PartlyDialog(props: Partly & { onClose: () => void }) {
  const { what, isAll, refused, onClose } = props
  const { times } = useUi()
  const words = useWords(conflictWords)
  return (
    <Dialog title={words.partly(times.whole(refused.length))} onClose={onClose} focus=".primary">
      <p className="hint">{isAll ? words.noneOf(what) : words.partlyOf(what)}</p>
      <ul className="conflict-list">
        {refused.map(({ id, title, error }) => (
          <li key={id}>
            <Link href={`/antrean/${id}`} onClick={onClose}>
              {title}
            </Link>
            <span className="error">{error}</span>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" className="primary" onClick={onClose}>
          {words.read}
        </button>
      </div>
    </Dialog>
  )
}
