/** An admin decides which model reads: conditional on what the admin saw, and written in the history. */
import type { Pool, Sql } from '../db/connect.ts'
import { conflict, type DomainError, invalid, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Acting } from '../people/officer.ts'
import { requireRight } from '../people/roles.ts'
import { whoAndWhen } from '../people/who-and-when.ts'
import { decodeModel, shippedModel } from '../read/model.ts'
import {
  championRow,
  lastRetired,
  lockModels,
  modelFile,
  modelRow,
  setStatus,
  type ModelRow,
} from './queries-models.ts'

type Switch = {
  /** The name of the model that read when the admin looked; another one meanwhile is a refusal. */
  reads?: string | undefined
  now?: Date | undefined
}

const MOST_NOTE = 2000

/** Takes a proposal on: it reads from the next batch on. The former model can be chosen again. */
export async function acceptModel(
  sql: Pool,
  acting: Acting,
  input: Switch & { id: number },
): Promise<void> {
  requireRight(acting.officer, 'models.manage')
  await sql.begin(async (tx) => {
    await lockModels(tx, acting.region.id)
    const found = await proposalOf(tx, acting, input.id)
    await switchTo(tx, acting, { ...input, next: found, kind: 'model.accepted' })
  })
}

/** Lets a model read that has read before; null: the one that comes with the program. */
export async function chooseModel(
  sql: Pool,
  acting: Acting,
  input: Switch & { id: number | null },
): Promise<void> {
  requireRight(acting.officer, 'models.manage')
  await sql.begin(async (tx) => {
    await lockModels(tx, acting.region.id)
    const next = input.id === null ? null : await retiredOf(tx, acting, input.id)
    await switchTo(tx, acting, { ...input, next, kind: 'model.chosen' })
  })
}

/** Declines a proposal. It never read anything, so its file goes and its card stays. */
export async function declineModel(
  sql: Pool,
  acting: Acting,
  input: { id: number; note?: string | undefined; now?: Date | undefined },
): Promise<void> {
  const { region, officer } = acting
  requireRight(officer, 'models.manage')
  const { now = new Date() } = input
  const note = input.note?.trim() || null
  if (note && note.length > MOST_NOTE) throw invalid(`Catatan paling panjang ${MOST_NOTE} huruf.`)

  await sql.begin(async (tx) => {
    await lockModels(tx, region.id)
    const { id, name } = await proposalOf(tx, acting, input.id)
    await move(tx, { id, from: 'proposed', to: 'declined' }, { decidedBy: officer.id, now, note })
    await appendEvent(tx, {
      regionId: region.id,
      kind: 'model.declined',
      officerId: officer.id,
      data: { name, note },
      at: now,
    })
  })
}

type Next = Switch & { next: ModelRow | null; kind: 'model.accepted' | 'model.chosen' }

async function switchTo(tx: Sql, acting: Acting, { next, kind, reads, now }: Next): Promise<void> {
  const { region, officer } = acting
  const by = { decidedBy: officer.id, now: now ?? new Date() }
  const former = await championRow(tx, region.id)
  const instead = former?.name ?? shippedModel().name
  if (reads !== undefined && reads !== instead) throw await switched(tx, acting, former)
  if (next === null && !former) throw conflict('Model bawaan sedang dipakai.')
  if (former) await move(tx, { id: former.id, from: 'champion', to: 'retired' }, by)
  if (next) {
    await refuseDamaged(tx, region.id, next.name)
    await move(tx, { id: next.id, from: next.status, to: 'champion' }, by)
  }
  await appendEvent(tx, {
    regionId: region.id,
    kind,
    officerId: officer.id,
    data: { name: next?.name ?? shippedModel().name, instead },
    at: by.now,
  })
}

/** The rows are locked, so a row that is not in its state any more is a fault of ours. */
async function move(tx: Sql, ...[of, by]: [Parameters<typeof setStatus>[1], By]): Promise<void> {
  if (await setStatus(tx, of, by)) return
  throw new Error(`learn: model ${of.id} is not ${of.from} any more, although it was locked`)
}

type By = Parameters<typeof setStatus>[2]

async function proposalOf(tx: Sql, acting: Acting, id: number): Promise<ModelRow> {
  const found = await modelOf(tx, acting, id)
  if (found.status === 'proposed') return found
  if (found.status === 'declined' && found.decidedBy === null) {
    throw conflict('Usulan ini sudah digantikan usulan yang lebih baru; muat ulang.')
  }
  throw conflict(`Usulan ini sudah diputuskan${whoDecided(acting, found)}; muat ulang.`)
}

async function retiredOf(tx: Sql, acting: Acting, id: number): Promise<ModelRow> {
  const found = await modelOf(tx, acting, id)
  if (found.status === 'retired') return found
  throw conflict(
    {
      champion: `${found.name} sedang dipakai${whoDecided(acting, found)}.`,
      proposed: `${found.name} masih berupa usulan; putuskan usulannya lebih dahulu.`,
      declined: `${found.name} tidak jadi dipakai, sehingga berkasnya tidak disimpan.`,
    }[found.status],
  )
}

async function modelOf(tx: Sql, { region }: Acting, id: number): Promise<ModelRow> {
  const found = await modelRow(tx, region.id, id)
  if (!found) throw notFound('Model', id)
  return found
}

const whoDecided = ({ region }: Acting, { decidedBy, decidedAt }: ModelRow): string =>
  decidedAt ? ` oleh ${whoAndWhen(decidedBy?.name ?? null, decidedAt, region.timezone)}` : ''

/** A model that cannot be read must not become the one that reads. */
async function refuseDamaged(tx: Sql, regionId: string, name: string): Promise<void> {
  const stored = await modelFile(tx, regionId, name)
  try {
    decodeModel(stored?.file ?? new Uint8Array())
  } catch {
    throw conflict(
      `Berkas ${name} rusak, atau dibuat untuk versi program yang lain. Latih model baru.`,
    )
  }
}

/** The refusal of whoever came second. */
async function switched(
  tx: Sql,
  { region }: Acting,
  now: ModelRow | undefined,
): Promise<DomainError> {
  const last = now ? { at: now.decidedAt, by: now.decidedBy } : await lastRetired(tx, region.id)
  const who = last?.at ? ` oleh ${whoAndWhen(last.by?.name ?? null, last.at, region.timezone)}` : ''
  return conflict(`Model yang membaca sudah diganti${who}; muat ulang untuk melihatnya.`)
}
