/** Models for tests: small, and with a card as a training would write it. */
import type { Pool } from '../../src/db/connect.ts'
import type { Card, Figures } from '../../src/learn/card.ts'
import type { ModelStatus } from '../../src/learn/queries-models.ts'
import { encodeModel, shippedModel } from '../../src/read/model.ts'

const estimate = (value: number) => ({ value, low: value - 0.05, high: value + 0.05 })

export const figures = (averagePrecision: number): Figures => ({
  texts: 40,
  complaints: 20,
  precision: estimate(0.7),
  recall: estimate(0.8),
  f1: estimate(0.75),
  averagePrecision: estimate(averagePrecision),
  categoryAccuracy: estimate(0.85),
  calibrationError: estimate(0.06),
})

export const card = (champion = 0.71, challenger = 0.78): Card => ({
  labels: {
    opened: 80,
    merged: 20,
    dismissed: 90,
    sampled: 10,
    corrected: 0,
    decisions: 200,
    complaints: 100,
    others: 100,
  },
  trained: 170,
  heldOut: 40,
  champion: { name: shippedModel().name, figures: figures(champion) },
  challenger: { name: 'latihan', figures: figures(challenger) },
})

type NewModel = {
  regionId: string
  name: string
  status: ModelStatus
}

/** A model that reads as the shipped one does, under its own name. */
export async function makeModel(sql: Pool, { regionId, name, status }: NewModel): Promise<number> {
  const file = Buffer.from(encodeModel({ ...shippedModel(), name }))
  const [row] = await sql<{ id: number }[]>`
    insert into models (region_id, name, status, file, card, decided_at)
    values (${regionId}, ${name}, ${status}, ${file}, ${sql.json(card())},
            ${status === 'proposed' ? null : new Date()})
    returning id`
  return row!.id
}
