import { useSearch } from 'wouter'
import { useSelect, useStore } from '../../store.ts'
import { useUi, useWords } from '../../ui.tsx'
import { at } from './cursor.ts'
import { readFilters } from './filters.ts'
import { priorityWords } from './priority-words.ts'
import { known } from './rows-store.ts'

/** The rule of the order, and the points of the row under the cursor. */
export default function PriorityWhy() {
  const words = useWords(priorityWords)
  const { times } = useUi()
  const { sort } = readFilters(useSearch())
  const id = useStore(at)
  const row = useSelect(known, (rows) => (id === null ? undefined : rows.get(id)))
  return (
    <>
      <h2>{words.title}</h2>
      {row && <p className="row-title">{row.title}</p>}
      {row && row.priorityParts.length > 0 && (
        <table className="points">
          <tbody>
            {row.priorityParts.map(({ kind, points }) => (
              <tr key={kind}>
                <th scope="row">{words.parts[kind]}</th>
                <td>{times.whole(points)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.sum}</th>
              <td>{words.points(times.whole(row.priority))}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <p className="hint">{words.rule}</p>
      {sort && <p className="hint">{words.sorted}</p>}
    </>
  )
}
