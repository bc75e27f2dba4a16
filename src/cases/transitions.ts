/**
 * The life of a case, in one table. Pure: no database, no clock.
 * Every verb in this folder asks `nextStatus` before it writes.
 */
import { can, type Right, type Role } from '../people/roles.ts'

export const CASE_STATUSES = [
  'opened',
  'disposed',
  'in_progress',
  'answered',
  'closed',
  'declined',
] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

export const CASE_ACTS = [
  'dispose',
  'start',
  'answer',
  'close',
  'decline',
  'reopen',
  'return',
] as const
export type CaseAct = (typeof CASE_ACTS)[number]

const NEXT: Record<CaseStatus, Partial<Record<CaseAct, CaseStatus>>> = {
  opened: { dispose: 'disposed', decline: 'declined' },
  disposed: {
    // To another agency: the clocks that run for the citizen go on.
    dispose: 'disposed',
    start: 'in_progress',
    answer: 'answered',
    decline: 'declined',
    return: 'opened',
  },
  in_progress: { answer: 'answered', decline: 'declined', return: 'opened' },
  answered: { close: 'closed', reopen: 'disposed' },
  closed: { reopen: 'disposed' },
  declined: {},
}

/** The right that an act needs. */
export const RIGHT_OF_ACT: Record<CaseAct, Right> = {
  dispose: 'case.dispose',
  start: 'case.answer',
  answer: 'case.answer',
  return: 'case.answer',
  close: 'case.close',
  decline: 'case.close',
  reopen: 'case.close',
}

/** Where the act leads, or null when it is not allowed in this state. */
export const nextStatus = (from: CaseStatus, act: CaseAct): CaseStatus | null =>
  NEXT[from][act] ?? null

/** The acts that an officer of this role may do on a case in this state, in the order of the line. */
export const actsFor = (role: Role, status: CaseStatus): CaseAct[] =>
  CASE_ACTS.filter((act) => nextStatus(status, act) !== null && can(role, RIGHT_OF_ACT[act]))

/** True when the text is one of the seven acts. */
export const isCaseAct = (text: string): text is CaseAct =>
  (CASE_ACTS as readonly string[]).includes(text)
