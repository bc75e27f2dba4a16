import type { CandidateRow } from '../../api.ts'
import { createStore } from '../../store.ts'

/** One decision of this officer that can be taken back. */
export type Step = {
  id: number
  /** What was done, in words. */
  what: string
  before: CandidateRow
  /** Null when the server refused it. */
  saved: Promise<CandidateRow | null>
}

const MOST_STEPS = 50

/** The latest decisions, newest last. They outlive the page, not the session. */
export const steps = createStore<Step[]>([])

export const addStep = (step: Step) => steps.set([...steps.get(), step].slice(-MOST_STEPS))
export const dropStep = (step: Step) => steps.set(steps.get().filter((each) => each !== step))
