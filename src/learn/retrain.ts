/** One training in a thread of its own: the web and the embedded database go on answering meanwhile. */
import { Worker } from 'node:worker_threads'
import type { Region } from '../region/region.ts'
import type { Figures } from './card.ts'
import type { Labels } from './label.ts'

export type Work = Labels & {
  region: Region
  /** The champion's file; null: the shipped model. */
  file: Uint8Array | null
  /** Of the challenger. */
  name: string
}

export type Retrained = {
  file: Uint8Array
  /** Which model was the champion: the shipped one where the file cannot be read. */
  championName: string
  champion: Figures
  challenger: Figures
}

/** A machine of 2 GB bears the service and this beside it. */
const MOST_MEMORY_MB = 768

/**
 * Trains a challenger from the champion and measures both on the decisions that were held out.
 * @throws the signal's reason when it is aborted, a sentence when the thread ends without an answer
 */
export async function retrain(work: Work, signal: AbortSignal): Promise<Retrained> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./retrain-worker.ts', import.meta.url), {
    workerData: work,
    // Flags of the main thread, such as --eval, mean nothing to this one.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  })
  const answer = Promise.withResolvers<Retrained>()
  const stop = () => answer.reject(signal.reason)
  worker.on('message', answer.resolve)
  worker.on('error', answer.reject)
  worker.on('exit', () =>
    answer.reject(new Error('learn: the thread that trained ended without an answer')),
  )
  signal.addEventListener('abort', stop)
  try {
    return await answer.promise
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
