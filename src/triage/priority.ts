/** How pressing a waiting candidate is, in points that a person can add up. Pure. */

export const PRIORITY_KINDS = [
  'emergency',
  'urgent',
  'clock',
  'voices',
  'age',
  'confidence',
  'filed',
] as const
export type PriorityPart = { kind: (typeof PRIORITY_KINDS)[number]; points: number }

/** `parts` are those that give points, the weightiest kind first; `priority` is their sum. */
export type Priority = { priority: number; priorityParts: PriorityPart[] }

/**
 * The rule, which `priorityOrder` in queries-priority.ts repeats for the database. Whatever else speaks for a
 * candidate gives 554 points at most, so what is urgent stands before all that is not, and an emergency before
 * all. Among equals the nearest time limit comes first, then the one that came in earlier.
 */
export const POINTS = {
  /** Somebody may die or be hurt now; more than all the others together. */
  emergency: 1200,
  /** The harm grows by the hour; more than all that follows together. */
  urgent: 600,
  /**
   * The time limit is a promise to the public: up to 240 as it comes nearer, 10 for each hour of the last 24,
   * and once it is past 250, and 1 more for each hour, so that nothing is late for ever.
   */
  clock: { hours: 24, perHour: 10, late: 250, mostLate: 300 },
  /** More people suffer from it: 20 for each doubling. What only copies another voice is nobody more. */
  voices: { perDoubling: 20, doublings: [2, 4, 8, 16, 32] },
  /** What limits do not tell apart is done in the order in which it was told: 1 for each 2 hours of a week. */
  age: { hours: 2, most: 84 },
  /** What the machine is sure of is decided quickly and rarely in vain. */
  confidence: { middle: 20, high: 40 },
  /** Somebody wrote to the government itself, and waits for an answer. */
  filed: 30,
} as const

/** Below `middle` the machine doubts, above `high` it is sure that it is a complaint. */
export const CONFIDENCE = { middle: 0.5, high: 0.8 } as const
export const CONFIDENCES = ['low', 'middle', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

type Pressing = {
  emergency: boolean
  urgent: boolean
  filed: boolean
  probability: number
  voiceCount: number
  copyCount: number
  firstAt: Date
  dueAt: Date
}

const HOUR_MS = 3_600_000

/** The points of a waiting candidate at that moment. */
export function priorityOf(of: Pressing, now: Date): Priority {
  const own = of.voiceCount - of.copyCount
  const age = Math.floor(hoursBetween(of.firstAt, now) / POINTS.age.hours)
  const points: Record<PriorityPart['kind'], number> = {
    emergency: of.emergency ? POINTS.emergency : 0,
    urgent: of.urgent ? POINTS.urgent : 0,
    clock: clockPoints(hoursBetween(now, of.dueAt)),
    voices: POINTS.voices.perDoubling * POINTS.voices.doublings.filter((n) => own >= n).length,
    age: Math.min(Math.max(age, 0), POINTS.age.most),
    confidence: confidencePoints(of.probability),
    filed: of.filed ? POINTS.filed : 0,
  }
  const parts = PRIORITY_KINDS.map((kind) => ({ kind, points: points[kind] }))
  return {
    priority: parts.reduce((sum, part) => sum + part.points, 0),
    priorityParts: parts.filter((part) => part.points > 0),
  }
}

/** Nothing is pressing about what was decided. */
export const NO_PRIORITY: Priority = { priority: 0, priorityParts: [] }

const hoursBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / HOUR_MS

function clockPoints(hoursLeft: number): number {
  const { hours, perHour, late, mostLate } = POINTS.clock
  if (hoursLeft < 0) return Math.min(late + Math.floor(-hoursLeft), mostLate)
  return perHour * Math.max(hours - Math.floor(hoursLeft), 0)
}

function confidencePoints(probability: number): number {
  if (probability > CONFIDENCE.high) return POINTS.confidence.high
  return probability >= CONFIDENCE.middle ? POINTS.confidence.middle : 0
}
