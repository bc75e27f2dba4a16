import { drawSample } from '../src/triage/draw-sample.ts'
import type { Job } from './job.ts'

/**
 * Draws the day's sample for people to judge. It asks again through the day, because a service that was
 * down at six has missed nothing then; a day that has its sample draws no more.
 */
export const sample: Job = {
  name: 'sample',
  what: 'draws the daily sample of what was set aside, for people to judge',
  every: '0 */10 6-23 * * *',
  limitSeconds: 120,
  alone: true,
  run: ({ db, region }) => drawSample(db, region),
}
