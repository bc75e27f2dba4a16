import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { useSession, useUi } from '../../ui.tsx'
import { sameOf, useChangeWords, type ChangeProps } from './change-props.ts'
import { OptionList, type ListOption } from './option-list.tsx'

const NOBODY = 'nobody'

/** Says who decides on it: oneself by the key 1, or a colleague. */
export default function ChangeAssign({ rows, onClose, onDone }: ChangeProps) {
  const { t } = useUi()
  const { officer } = useSession()
  const { words, what } = useChangeWords(rows)
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: api.colleagues })
  const current = sameOf(rows, ({ assignedTo }) => assignedTo?.id ?? null)
  const noteOf = (id: number | null) => (id === current ? words.now : undefined)
  const others = (colleagues.data?.items ?? []).filter(({ id }) => id !== officer.id)
  const options: ListOption[] = [
    { code: String(officer.id), name: words.assign.me(officer.name), note: noteOf(officer.id) },
    ...(current === null ? [] : [{ code: NOBODY, name: words.assign.nobody }]),
    ...others.map(({ id, name, role }) => ({
      code: String(id),
      name,
      note: [t.roles[role], noteOf(id)].filter(Boolean).join(', '),
    })),
  ]
  function pick({ code, name }: ListOption) {
    if (code === NOBODY) return onDone({ assignedTo: null }, words.assign.freed(what))
    const id = Number(code)
    const said = id === officer.id ? words.assign.toMe(what) : words.assign.done(what, name)
    return onDone({ assignedTo: id }, said)
  }
  return (
    <Dialog title={words.assign.title} onClose={onClose}>
      <OptionList label={words.assign.search} options={options} onPick={pick} />
    </Dialog>
  )
}
