import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { useChangeWords, type ChangeProps } from './change-props.ts'
import { bears, cleanLabel, labelsWith } from './label-change.ts'
import { OptionList, type ListOption } from './option-list.tsx'

/** Puts a label on, or takes it off where all of them bear it. A word that is no label yet becomes one. */
export default function ChangeLabel({ rows, onClose, onDone }: ChangeProps) {
  const { words, what } = useChangeWords(rows)
  const known = useQuery({ queryKey: ['labels'], queryFn: api.labels })
  const worn = new Set(rows.flatMap(({ labels }) => labels))
  const labels = [...new Set([...worn, ...(known.data?.items ?? []).map(({ label }) => label)])]
  const options = labels.map((label) => ({ code: label, name: label, note: noteOf(label) }))

  function noteOf(label: string) {
    const how = bears(rows, label)
    if (how === 'none') return undefined
    return how === 'all' ? words.label.has : words.label.hasSome
  }
  function makeNew(typed: string): ListOption | null {
    const label = cleanLabel(typed, labels)
    if (label === null || labels.includes(label)) return null
    return { code: label, name: words.label.make(label) }
  }
  function pick({ code: label }: ListOption) {
    const isOn = bears(rows, label) !== 'all'
    const said = isOn ? words.label.added(what, label) : words.label.removed(what, label)
    const of = (row: ChangeProps['rows'][number]) => {
      const next = labelsWith(row, label, isOn)
      return next && { labels: next }
    }
    const [first] = rows
    const change = (first && of(first)) ?? { labels: first?.labels ?? [] }
    return onDone(change, said, of)
  }
  return (
    <Dialog title={words.label.title} onClose={onClose}>
      <OptionList
        label={words.label.search}
        options={options}
        onPick={pick}
        makeNew={makeNew}
        empty={known.isPending ? undefined : words.label.empty}
      />
    </Dialog>
  )
}
