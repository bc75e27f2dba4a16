import { Dialog } from '../../dialog.tsx'
import { AgencyList } from './agency-list.tsx'
import { useChangeWords, type ChangeProps } from './change-props.ts'

/** Sends what waits towards another agency; what the machine would choose stands first. */
export default function ChangeForward({ rows, onClose, onDone }: ChangeProps) {
  const { words, what } = useChangeWords(rows)
  return (
    <Dialog title={words.forward.title} onClose={onClose}>
      <AgencyList
        rows={rows}
        onPick={({ code, name }) => onDone({ agencyCode: code }, words.forward.done(what, name))}
      />
    </Dialog>
  )
}
