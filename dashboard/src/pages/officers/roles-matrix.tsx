import { useQuery } from '@tanstack/react-query'
import { api, type ListedOfficer } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { officersTexts } from './words.ts'

/** Who may do what, as the server decides it, with how many have each role. */
export function RolesMatrix({ officers }: { officers: ListedOfficer[] }) {
  const w = useWords(officersTexts)
  const roles = useQuery({ queryKey: ['roles'], queryFn: api.roles, staleTime: Infinity })
  return (
    <section className="panel">
      <h2>{w.matrix}</h2>
      <p className="hint">{w.matrixHint}</p>
      {roles.data && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={w.matrix}>
          <Matrix table={roles.data} officers={officers} />
        </div>
      )}
      {roles.isPending && <Skeleton rows={4} />}
      {roles.error && <Failed error={roles.error} retry={() => void roles.refetch()} />}
    </section>
  )
}

type MatrixProps = { table: Awaited<ReturnType<typeof api.roles>>; officers: ListedOfficer[] }

function Matrix({ table, officers }: MatrixProps) {
  const { t, times } = useUi()
  const w = useWords(officersTexts)
  const active = (role: string) =>
    officers.filter((each) => each.role === role && each.disabledAt === null).length
  return (
    <table className="settings-table matrix">
      <thead>
        <tr>
          <th scope="col">{w.right}</th>
          {table.items.map(({ role }) => (
            <th key={role} scope="col" title={w.roleHint[role]}>
              {t.roles[role]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rights.map((right) => (
          <tr key={right}>
            <th scope="row">{w.rights[right]}</th>
            {table.items.map(({ role, rights }) => (
              <td key={role}>
                <May isAllowed={rights.includes(right)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.officers.active}</th>
          {table.items.map(({ role }) => (
            <td key={role}>{times.whole(active(role))}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function May({ isAllowed }: { isAllowed: boolean }) {
  const w = useWords(officersTexts)
  return (
    <>
      {isAllowed ? <Icon name="check" /> : <span aria-hidden="true">–</span>}
      <span className="hidden">{isAllowed ? w.yes : w.no}</span>
    </>
  )
}
