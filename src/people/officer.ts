import type { Region } from '../region/region.ts'
import type { Role } from './roles.ts'

/** A person who signs in. `agencyCode` is set for agency officers only. */
export type Officer = {
  id: number
  regionId: string
  login: string
  name: string
  role: Role
  agencyCode: string | null
  language: Language
}

export type Language = 'id' | 'en'

/** Who acts, and for which government: the second argument of every verb. */
export type Acting = { region: Region; officer: Officer }
