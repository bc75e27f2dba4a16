/** What a decision in practice is worth beside the one that was made. Pure. */
import type { DismissReason } from '../triage/reasons.ts'

/** Exactly one of the three; what an act needs besides is part of it. */
export type PracticeChoice =
  | { act: 'dismiss'; reason: DismissReason }
  | { act: 'merge'; caseId: number }
  | { act: 'open' }

/** whole: the same act, and the same reason or case; act: only the act is the same. */
export type Agreement = 'whole' | 'act' | 'none'

/** Points of each agreement. The screen states the rule from these numbers. */
export const POINTS: Record<Agreement, number> = { whole: 10, act: 5, none: 0 }

/** How far two decisions agree. Opening a case needs no reason and no other case: its act is the whole. */
export function agreementOf(chosen: PracticeChoice, made: PracticeChoice): Agreement {
  if (chosen.act !== made.act) return 'none'
  if (chosen.act === 'dismiss' && made.act === 'dismiss') {
    return chosen.reason === made.reason ? 'whole' : 'act'
  }
  if (chosen.act === 'merge' && made.act === 'merge') {
    return chosen.caseId === made.caseId ? 'whole' : 'act'
  }
  return 'whole'
}
