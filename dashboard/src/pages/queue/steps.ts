import { createStore } from '../../store.ts'

/** One act of this officer that can be taken back. */
export type Step = {
  /** The candidate that it was about. */
  id: number
  /** What was done, in words. */
  what: string
  /** Waits until it is saved and takes it back; false when the server refused either. */
  undo: () => Promise<boolean>
}

const MOST_STEPS = 50

/** The latest acts, newest last. They outlive the page, not the session. */
export const steps = createStore<Step[]>([])

export const addStep = (step: Step) => steps.set([...steps.get(), step].slice(-MOST_STEPS))
export const dropStep = (step: Step) => steps.set(steps.get().filter((each) => each !== step))
