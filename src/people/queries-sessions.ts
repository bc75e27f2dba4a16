import type { Sql } from '../db/connect.ts'

/** @returns those of the hashes (hex) whose session is open */
export async function openAmong(
  sql: Sql,
  hashes: string[],
  limits: { now: Date; idleSince: Date },
): Promise<string[]> {
  const rows = await sql<{ hash: string }[]>`
    select asked.hash
      from unnest(${hashes}::text[]) as asked (hash)
      join sessions s on s.token_hash = decode(asked.hash, 'hex')
      join officers o on o.id = s.officer_id
     where s.expires_at > ${limits.now}
       and s.seen_at > ${limits.idleSince}
       and o.disabled_at is null`
  return rows.map(({ hash }) => hash)
}
