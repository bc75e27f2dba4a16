/** Time limits, as the region's rules say. Pure. */
import type { ClockUnit } from './kinds.ts'
import { addWorkingDays, type Calendar } from './working-days.ts'

/** One time limit of a stage: when it has passed, `rung` is what happens. */
export type Rule = { stage: string; rung: string; amount: number; unit: ClockUnit }

export type NewClock = { stage: string; rung: string; rule: string; startedAt: Date; dueAt: Date }

const HOUR_MS = 3_600_000

/** When a limit that starts now runs out. Hours run on holidays, too; working days end at midnight. */
export function dueAt(rule: Rule, start: Date, calendar: Calendar): Date {
  if (rule.unit === 'hours') return new Date(start.getTime() + rule.amount * HOUR_MS)
  return addWorkingDays(start, rule.amount, calendar)
}

/** The clocks that a stage starts, one for each of its rungs. */
export function clocksOf(
  rules: readonly Rule[],
  stage: string,
  start: Date,
  calendar: Calendar,
): NewClock[] {
  return rules
    .filter((rule) => rule.stage === stage)
    .map((rule) => ({
      stage,
      rung: rule.rung,
      rule: `${rule.amount} ${rule.unit}`,
      startedAt: start,
      dueAt: dueAt(rule, start, calendar),
    }))
}
