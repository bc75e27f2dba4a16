/** What can be done with candidates by one key. Pure. */
import type { IconName } from '../../icons.tsx'
import type { Words } from '../../words.ts'

export const CHANGES = ['forward', 'snooze', 'assign', 'label', 'edit'] as const
export type ChangeAct = (typeof CHANGES)[number]
export type Act = 'dismiss' | 'merge' | 'open' | ChangeAct

export const ACT_KEYS: Record<Act, string> = {
  open: 'o',
  merge: 'm',
  dismiss: 'd',
  forward: 'f',
  snooze: 's',
  assign: 'a',
  label: 'l',
  edit: 'e',
}

export const ACT_ICONS: Record<Act, IconName> = {
  open: 'check',
  merge: 'merge',
  dismiss: 'close',
  forward: 'send',
  snooze: 'clock',
  assign: 'user',
  label: 'tag',
  edit: 'pen',
}

export const actName = (act: Act, t: Words): string =>
  act === 'open' || act === 'merge' || act === 'dismiss' ? t.acts[act] : t.desk.acts[act]
