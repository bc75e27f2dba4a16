/**
 * Learns from what people decided: trains a challenger of the model that reads now, and proposes it to an
 * admin when it is better on decisions that neither was trained on. Nothing switches by itself.
 */
import type { Database, Sql } from '../db/connect.ts'
import { appendEvent } from '../ledger/append.ts'
import type { Region } from '../region/region.ts'
import { localDay } from '../region/time-zone.ts'
import { whyNotBetter, type Card } from './card.ts'
import { countLabels, missingLabels, readLabels, type LabelCounts } from './label.ts'
import {
  championRow,
  insertProposal,
  lockModels,
  modelFile,
  namesLike,
  type NewModel,
} from './queries-models.ts'
import { claimTraining, closeDead, finishTraining, type Ended } from './queries-trainings.ts'
import { retrain } from './retrain.ts'

/** Longest training; reading the labels and storing the model are within it. */
export const TRAINING_SECONDS = 600
/** With fewer texts of a kind held out, "better" would be chance. */
const LEAST_HELD_OUT = 2

const STOPPED = 'Pelatihan dihentikan: layanan berhenti, atau batas waktunya habis.'

type Options = { signal: AbortSignal; now?: Date }

/**
 * One training of the region. Two processes never train at once; whatever line a process dies on, the
 * models are as they were.
 * @returns what came of it; null when another process is at it
 */
export async function proposeModel(
  { sql }: Database,
  region: Region,
  { signal, now = new Date() }: Options,
): Promise<Ended | null> {
  // Under the same lock as the end: else a second process might begin while the first one just ends.
  const id = await sql.begin(async (tx) => {
    await lockModels(tx, region.id)
    await closeDead(tx, region.id, TRAINING_SECONDS + 60)
    return claimTraining(tx, region.id)
  })
  if (id === null) return null
  try {
    const labels = await countLabels(sql, region.id)
    const missing = missingLabels(labels)
    const ended: Ended | Made = missing
      ? { outcome: 'too_few', note: missing }
      : await train(sql, region, { labels, signal, now })
    return await sql.begin((tx) => store(tx, { id, regionId: region.id, ended, now }))
  } catch (error) {
    const note = signal.aborted
      ? STOPPED
      : 'Pelatihan gagal karena kesalahan program; rinciannya ada di catatan server.'
    const ended: Ended = { outcome: 'failed', note }
    await finishTraining(sql, id, ended)
    if (signal.aborted) return ended
    throw error
  }
}

/** A challenger that is better, not stored yet. */
type Made = { outcome: 'proposed'; note: string; card: Card; model: NewModel }
type Learning = { labels: LabelCounts; signal: AbortSignal; now: Date }

async function train(
  sql: Sql,
  region: Region,
  { labels, signal, now }: Learning,
): Promise<Made | Ended> {
  const { trained, heldOut } = await readLabels(sql, region.id)
  const complaints = heldOut.filter(({ complaint }) => complaint).length
  if (Math.min(complaints, heldOut.length - complaints) < LEAST_HELD_OUT) {
    const note =
      `Belum cukup untuk menilai: dari ${heldOut.length} keputusan yang disisihkan untuk menguji, ` +
      `${complaints} aduan dan ${heldOut.length - complaints} bukan aduan; perlu ` +
      `${LEAST_HELD_OUT} dari masing-masing.`
    return { outcome: 'too_few', note }
  }
  const reads = await championRow(sql, region.id)
  const stored = reads && (await modelFile(sql, region.id, reads.name))
  const name = await freeName(sql, region, now)
  const file = stored?.file ?? null
  const made = await retrain({ region, file, trained, heldOut, name }, signal)
  const card: Card = {
    labels,
    trained: trained.length,
    heldOut: heldOut.length,
    champion: { name: made.championName, figures: made.champion },
    challenger: { name, figures: made.challenger },
  }
  const why = whyNotBetter(card)
  if (why !== null) return { outcome: 'not_better', note: why, card }
  const model = { regionId: region.id, name, file: made.file, card }
  const note = `${name} diusulkan. Yang memutuskan dipakai atau tidaknya adalah admin.`
  return { outcome: 'proposed', note, card, model }
}

/** The day it was learned on; a second one of that day has a number. */
async function freeName(sql: Sql, region: Region, now: Date): Promise<string> {
  const first = `latihan-${localDay(now, region.timezone)}`
  const taken = await namesLike(sql, region.id, first)
  let name = first
  for (let n = 2; taken.includes(name); n += 1) name = `${first}-${n}`
  return name
}

type Result = { id: number; regionId: string; ended: Ended | Made; now: Date }

async function store(tx: Sql, { id, regionId, ended, now }: Result): Promise<Ended> {
  await lockModels(tx, regionId)
  if (!('model' in ended)) return finish(tx, id, ended)
  const { model, ...told } = ended
  const modelId = await insertProposal(tx, model, now)
  const finished = await finish(tx, id, { ...told, modelId })
  const { labels, trained, heldOut } = model.card
  await appendEvent(tx, {
    regionId,
    kind: 'model.proposed',
    data: { name: model.name, against: model.card.champion.name, labels, trained, heldOut },
    at: now,
  })
  return finished
}

async function finish(tx: Sql, id: number, ended: Ended): Promise<Ended> {
  if (await finishTraining(tx, id, ended)) return ended
  throw new Error(`learn: training ${id} was given up for dead before it ended`)
}
