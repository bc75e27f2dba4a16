import type { CandidateRow } from '../../api.ts'
import { useAgencyOptions } from '../../form.tsx'
import { useWords } from '../../ui.tsx'
import { sameOf } from './change-props.ts'
import { changeWords } from './change-words.ts'
import { OptionList, type ListOption } from './option-list.tsx'
import { useSuggested } from './suggested.ts'

type Props = { rows: CandidateRow[]; onPick: (agency: ListOption) => void }

/** The agencies: what the routes would choose, then all others. */
export function AgencyList({ rows, onPick }: Props) {
  const words = useWords(changeWords)
  const current = sameOf(rows, ({ agency }) => agency?.code ?? null)
  const options = useSuggested(useAgencyOptions(), { rows, of: 'agencies', current })
  return <OptionList label={words.forward.search} options={options} onPick={onPick} />
}
