import type { Candidate } from '../../api.ts'
import { SafeText } from '../../safe-text.tsx'
import { useNames, useUi, useWords } from '../../ui.tsx'
import { keyOf } from './find-option.ts'
import { compareWords } from './compare-words.ts'

const MINUTE = 60_000

export type Compared = Pick<Candidate, 'category' | 'place' | 'kelurahan' | 'kecamatan' | 'voices'>

/** What is known of both, fact by fact, and whether it is the same. */
export function CompareFacts({ mine, theirs }: { mine: Compared; theirs: Compared }) {
  const words = useWords(compareWords)
  const names = useNames()
  const { times } = useUi()
  const firstOf = ({ voices }: Compared) => voices[0]?.at ?? null
  const [a, b] = [firstOf(mine), firstOf(theirs)]
  const ms = a && b ? Math.abs(Date.parse(a) - Date.parse(b)) : 0
  const apart = ms < MINUTE ? words.isSame : words.apart(times.span(ms))
  return (
    <table className="numbers compare-facts">
      <caption className="hidden">{words.facts}</caption>
      <tbody>
        <Fact
          name={words.category}
          a={names.category(mine.category)}
          b={names.category(theirs.category)}
        />
        <Fact name={words.kecamatan} a={mine.kecamatan?.name} b={theirs.kecamatan?.name} />
        <Fact name={words.kelurahan} a={mine.kelurahan?.name} b={theirs.kelurahan?.name} />
        <Fact name={words.place} a={mine.place} b={theirs.place} />
        <Fact name={words.first} a={a && times.short(a)} b={b && times.short(b)} note={apart} />
      </tbody>
    </table>
  )
}

type FactProps = {
  name: string
  a: string | null | undefined
  b: string | null | undefined
  /** Said in place of "same" or "different". */
  note?: string
}

function Fact({ name, a, b, note }: FactProps) {
  const words = useWords(compareWords)
  if (!a && !b) return null
  const isSame = keyOf(a ?? '') === keyOf(b ?? '')
  const verdict = a && b ? (note ?? (isSame ? words.isSame : words.differs)) : ''
  return (
    <tr data-same={Boolean(a && b) && isSame}>
      <th scope="row">{name}</th>
      <td>
        <SafeText text={a || words.unknown} />
      </td>
      <td>
        <SafeText text={b || words.unknown} />
      </td>
      <td className="faint">{verdict}</td>
    </tr>
  )
}
