/** One labelled text: what trains a model and what a model is measured on. */
import type { Category } from '../region/category.ts'

export type Example = {
  id: string
  text: string
  title?: string | undefined
  channel?: string | undefined
  complaint: boolean
  /** Null for what is no complaint, and where nobody said. */
  category: Category | null
  urgent: boolean
  /** False where who labelled it hesitated. */
  sure: boolean
  /** What it counts in training: 1 for a sure label, less for a doubtful one. */
  weight: number
  /** Written for training: complaints are far more frequent there than in any real source. */
  written?: boolean
}
