/** One act of an officer as data: it can wait in the outbox, be sent again and be taken back. Pure. */
import type { CandidateRow, Change, DismissReason, OpenInput } from '../../api.ts'

export type Item = { id: number; version: number }

export type Act =
  | { kind: 'dismiss'; items: Item[]; reason: DismissReason; note: string }
  | { kind: 'merge'; items: Item[]; caseId: number; number: string }
  | { kind: 'open'; items: Item[]; input: OpenInput }
  | { kind: 'join'; items: Item[]; otherId: number }
  /** `back`: it takes an earlier change back. */
  | { kind: 'change'; items: (Item & { change: Change })[]; back?: true }
  | { kind: 'undo'; items: Item[] }

/** What became of an act, candidate by candidate. */
export type Outcome = {
  done: Item[]
  /** The rows as the server told them; after an act on many not all are told. */
  rows: CandidateRow[]
  refused: { id: number; error: string }[]
}

export const itemOf = ({ id, version }: CandidateRow): Item => ({ id, version })

const STATUS_AFTER = {
  dismiss: 'dismissed',
  merge: 'merged',
  open: 'opened',
  join: 'joined',
  change: 'waiting',
  undo: 'waiting',
} as const

/** Whether an act takes an earlier one back. */
export const takesBack = (act: Act) => act.kind === 'undo' || (act.kind === 'change' && act.back)

/**
 * What is taken back is what this officer did, in the version that it left, and nothing that somebody else has done
 * since: an act that was refused after its undo had been asked for leaves nothing to take back.
 * @param ownVersion after this officer's last act; 0: nothing was done; undefined: that is not known
 */
export function onlyOwn<T extends Act>(act: T, ownVersion: (id: number) => number | undefined): T {
  const items = act.items.flatMap((item) => {
    const version = ownVersion(item.id) ?? item.version
    return version < item.version ? [] : [{ ...item, version }]
  })
  return { ...act, items }
}

/** The state that an act leaves its candidates in. */
const statusAfter = (act: Act): CandidateRow['status'] => STATUS_AFTER[act.kind]

/**
 * Whether a candidate is already as this act would leave it, by the same officer: the answer was lost on
 * its way, not the act. Then a refusal is no conflict.
 */
export function isDoneBefore(act: Act, row: CandidateRow, officerId: number): boolean {
  if (row.status !== statusAfter(act)) return false
  if (act.kind === 'change') {
    const change = act.items.find(({ id }) => id === row.id)?.change
    return change !== undefined && isChanged(row, change)
  }
  if (act.kind === 'undo') return true
  if (row.decidedBy?.id !== officerId) return false
  if (act.kind === 'dismiss') return row.dismissReason === act.reason
  if (act.kind === 'merge') return row.caseId === act.caseId
  if (act.kind === 'join') return row.joinedId === act.otherId
  return true
}

/** Whether every field is already as the change would set it. */
export function isChanged(row: CandidateRow, change: Change): boolean {
  const now: Record<string, unknown> = valuesOf(row)
  return Object.entries(change).every(
    ([name, value]) => JSON.stringify(now[name]) === JSON.stringify(value),
  )
}

/** The fields that an officer can set, as they are. */
const valuesOf = (row: CandidateRow) =>
  ({
    title: row.title,
    category: row.category,
    agencyCode: row.agency?.code ?? null,
    kecamatanCode: row.kecamatan?.code ?? null,
    kelurahanCode: row.kelurahan?.code ?? null,
    place: row.place,
    urgent: row.urgent,
    labels: row.labels,
    assignedTo: row.assignedTo?.id ?? null,
    snoozedUntil: row.snoozedUntil,
  }) satisfies Record<string, unknown>

/** The change that takes `change` back: the values from before, of the same fields. */
export function inverseOf(row: CandidateRow, change: Change): Change {
  const before: Record<string, unknown> = valuesOf(row)
  const fields = Object.keys(change).filter((name) => name in before)
  return Object.fromEntries(fields.map((name) => [name, before[name]])) as Change
}

/** Names for the codes of a change, as the row shows them before the server has answered. */
export type Names = {
  agency: (code: string) => NonNullable<CandidateRow['agency']>
  area: (code: string) => { code: string; name: string }
  officer: (id: number) => { id: number; name: string }
}

/** The row as a change leaves it. */
export function changed(row: CandidateRow, change: Change, names: Names): CandidateRow {
  const { agencyCode, kecamatanCode, kelurahanCode, assignedTo, ...plain } = change
  const named = <T, C>(code: C | null | undefined, before: T | null, find: (code: C) => T) =>
    code === undefined ? before : code === null ? null : find(code)
  const set = Object.entries(plain).filter(([, value]) => value !== undefined)
  return {
    ...row,
    ...(Object.fromEntries(set) as Partial<CandidateRow>),
    agency: named(agencyCode, row.agency, names.agency),
    kecamatan: named(kecamatanCode, row.kecamatan, names.area),
    kelurahan: named(kelurahanCode, row.kelurahan, names.area),
    assignedTo: named(assignedTo, row.assignedTo, names.officer),
    version: row.version + 1,
  }
}
