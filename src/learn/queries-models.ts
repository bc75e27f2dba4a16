import type { Sql } from '../db/connect.ts'
import type { Card } from './card.ts'

export const MODEL_STATUSES = ['proposed', 'champion', 'declined', 'retired'] as const
export type ModelStatus = (typeof MODEL_STATUSES)[number]

type Person = { id: number; name: string }

export type ModelRow = {
  id: number
  name: string
  status: ModelStatus
  card: Card
  proposedAt: Date
  /** Null with a date: a newer proposal took its place. */
  decidedBy: Person | null
  decidedAt: Date | null
  note: string | null
}

/** One decision about the models of a region at a time; who comes second sees what the first one did. */
export async function lockModels(tx: Sql, regionId: string): Promise<void> {
  await tx`select 1 from regions where id = ${regionId} for no key update`
}

export const modelRows = (sql: Sql, regionId: string): Promise<ModelRow[]> => sql<ModelRow[]>`
  select ${columns(sql)}
    from models m
    left join officers o on o.id = m.decided_by
   where m.region_id = ${regionId}
   order by m.id desc
   limit 60`

export async function modelRow(
  sql: Sql,
  regionId: string,
  id: number,
): Promise<ModelRow | undefined> {
  const [row] = await sql<ModelRow[]>`
    select ${columns(sql)}
      from models m
      left join officers o on o.id = m.decided_by
     where m.region_id = ${regionId} and m.id = ${id}`
  return row
}

/** The row of the model that reads; none: the shipped one does. */
export async function championRow(sql: Sql, regionId: string): Promise<ModelRow | undefined> {
  const [row] = await sql<ModelRow[]>`
    select ${columns(sql)}
      from models m
      left join officers o on o.id = m.decided_by
     where m.region_id = ${regionId} and m.status = 'champion'`
  return row
}

const columns = (sql: Sql) => sql`
  m.id, m.name, m.status, m.card, m.proposed_at, m.decided_at, m.note,
  case when o.id is null then null else
    jsonb_build_object('id', o.id, 'name', o.name) end as decided_by`

/** Since when the shipped model reads: the latest that one of ours ceased to; none: from the beginning. */
export async function lastRetired(
  sql: Sql,
  regionId: string,
): Promise<{ at: Date; by: Person | null } | undefined> {
  const [row] = await sql<{ at: Date; by: Person | null }[]>`
    select m.decided_at as at, case when o.id is null then null else
             jsonb_build_object('id', o.id, 'name', o.name) end as by
      from models m
      left join officers o on o.id = m.decided_by
     where m.region_id = ${regionId} and m.status = 'retired'
     order by m.decided_at desc
     limit 1`
  return row
}

/** A file of a model that may read; null for one that is declined. Undefined: no such model. */
export async function modelFile(
  sql: Sql,
  regionId: string,
  name: string,
): Promise<{ file: Buffer | null; status: ModelStatus } | undefined> {
  const [row] = await sql<{ file: Buffer | null; status: ModelStatus }[]>`
    select file, status from models where region_id = ${regionId} and name = ${name}`
  return row
}

/** The names of the models whose files are kept. */
export async function readableNames(sql: Sql, regionId: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from models where region_id = ${regionId} and file is not null order by id`
  return rows.map(({ name }) => name)
}

type Decision = { decidedBy: number; now: Date; note?: string | null }

/** Conditional: false when the model is not in that state any more. */
export async function setStatus(
  tx: Sql,
  of: { id: number; from: ModelStatus; to: Exclude<ModelStatus, 'proposed'> },
  { decidedBy, now, note = null }: Decision,
): Promise<boolean> {
  const changed = await tx`
    update models
       set status = ${of.to}, decided_by = ${decidedBy}, decided_at = ${now}, note = ${note},
           file = case when ${of.to} = 'declined' then null else file end
     where id = ${of.id} and status = ${of.from}`
  return changed.count === 1
}

export type NewModel = { regionId: string; name: string; file: Uint8Array; card: Card }

/** Puts a proposal in the place of an undecided older one. */
export async function insertProposal(tx: Sql, made: NewModel, now: Date): Promise<number> {
  await tx`
    update models
       set status = 'declined', file = null, decided_at = ${now},
           note = ${`Digantikan usulan yang lebih baru, ${made.name}.`}
     where region_id = ${made.regionId} and status = 'proposed'`
  const [row] = await tx<{ id: number }[]>`
    insert into models (region_id, name, status, file, card, proposed_at)
    values (${made.regionId}, ${made.name}, 'proposed', ${Buffer.from(made.file)},
            ${tx.json(made.card)}, ${now})
    returning id`
  if (!row) throw new Error(`learn: the model ${made.name} was not stored`)
  return row.id
}

/** The names of the region's models that begin so. */
export async function namesLike(sql: Sql, regionId: string, beginning: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from models where region_id = ${regionId} and starts_with(name, ${beginning})`
  return rows.map(({ name }) => name)
}
