import { Dialog } from '../../dialog.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { takeOverWords } from './take-over-words.ts'

type Props = { name: string; onTake: () => void; onClose: () => void }

/** Somebody else decides on it now: going on takes it from them, and they are told. */
export default function TakeOver({ name, onTake, onClose }: Props) {
  const { t } = useUi()
  const words = useWords(takeOverWords)
  return (
    <Dialog title={words.title} onClose={onClose} focus="button:not(.primary, .square)">
      <p>{words.why(name)}</p>
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t.app.cancel}
        </button>
        <button type="button" className="primary" onClick={onTake}>
          {words.take}
        </button>
      </div>
    </Dialog>
  )
}
