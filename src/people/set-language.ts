import type { Sql } from '../db/connect.ts'
import type { Language, Officer } from './officer.ts'
import { updateLanguage } from './queries.ts'

/** The language in which this officer reads the dashboard. */
export async function setLanguage(
  sql: Sql,
  officer: Officer,
  language: Language,
): Promise<Officer> {
  await updateLanguage(sql, officer.id, language)
  return { ...officer, language }
}
