/** Who may do what, in one table. Pure. */
import { forbidden } from '../errors.ts'
import type { Officer } from './officer.ts'

export const ROLES = ['analyst', 'humas', 'agency', 'leader', 'observer', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const RIGHTS = [
  'queue.read',
  'queue.decide',
  'sample.decide',
  'case.read',
  'case.dispose',
  'case.answer',
  'case.close',
  'sources.read',
  'sources.manage',
  'officers.manage',
  'models.manage',
  'trends.read',
  'ledger.read',
] as const
export type Right = (typeof RIGHTS)[number]

const RIGHTS_OF: Record<Role, readonly Right[]> = {
  analyst: [
    'queue.read',
    'queue.decide',
    'sample.decide',
    'case.read',
    'sources.read',
    'trends.read',
  ],
  // Bodies outside the government have no account here: Humas writes down what they answered.
  humas: [
    'queue.read',
    'queue.decide',
    'case.read',
    'case.dispose',
    'case.answer',
    'case.close',
    'sources.read',
    'trends.read',
  ],
  agency: ['case.read', 'case.answer'],
  leader: ['queue.read', 'case.read', 'sources.read', 'trends.read'],
  observer: ['queue.read', 'case.read', 'sources.read', 'trends.read', 'ledger.read'],
  admin: RIGHTS,
}

/** What a refused officer reads after "Peran Anda tidak berhak". */
const ACT: Record<Right, string> = {
  'queue.read': 'membaca antrean verifikasi',
  'queue.decide': 'memutuskan kandidat',
  'sample.decide': 'menilai sampel harian',
  'case.read': 'membaca aduan',
  'case.dispose': 'mendisposisikan aduan',
  'case.answer': 'menindaklanjuti aduan',
  'case.close': 'menutup atau meninjau ulang aduan',
  'sources.read': 'melihat sumber',
  'sources.manage': 'mengatur sumber',
  'officers.manage': 'mengatur petugas',
  'models.manage': 'mengatur mesin baca',
  'trends.read': 'melihat tren',
  'ledger.read': 'memeriksa riwayat',
}

/** True when an officer of this role has the right. */
export const can = (role: Role, right: Right): boolean => RIGHTS_OF[role].includes(right)

/** All rights of a role, in the order of `RIGHTS`. */
export const rightsOf = (role: Role): Right[] => RIGHTS.filter((right) => can(role, right))

/** All roles that have the right. */
export const rolesWith = (right: Right): Role[] => ROLES.filter((role) => can(role, right))

/** Who may what, as a table for people to read. */
export const roleTable = (): { role: Role; rights: Right[] }[] =>
  ROLES.map((role) => ({ role, rights: rightsOf(role) }))

/** Refuses (403) an officer whose role lacks the right, with a sentence that names the act. */
export function requireRight(officer: Officer, right: Right): void {
  if (!can(officer.role, right)) throw forbidden(`Peran Anda tidak berhak ${ACT[right]}.`)
}

/** True when the text is one of the six roles. */
export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)
