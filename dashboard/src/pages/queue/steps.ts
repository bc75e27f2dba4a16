import { createStore } from '../../store.ts'

/** One act of this officer that can be taken back, alone or on many candidates at once. */
export type Step = {
  /** The candidate that it was about; of many the first. */
  id: number
  /** What was done, in words. */
  what: string
  /** When (ms). */
  at: number
  /** Takes it back, and says what has become of that. */
  undo: () => void
}

const MOST_STEPS = 50

/** The latest acts, newest last. They outlive the page, not the session. */
export const steps = createStore<Step[]>([])

export function addStep(step: Omit<Step, 'at'>): Step {
  const added = { ...step, at: Date.now() }
  steps.set([...steps.get(), added].slice(-MOST_STEPS))
  return added
}
export const dropStep = (step: Step) => steps.set(steps.get().filter((each) => each !== step))
