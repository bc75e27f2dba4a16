import type { Sql } from '../db/connect.ts'
import type { OfficerRow } from './list-officers.ts'
import type { Language, Officer } from './officer.ts'
import type { Role } from './roles.ts'

/** Counts one try and returns how many the window has now. */
export async function upsertTry(sql: Sql, key: string, windowStart: Date): Promise<number> {
  const [row] = await sql<{ tries: number }[]>`
    insert into throttles (key, window_start)
    values (${key}, ${windowStart})
    on conflict (key, window_start) do update set tries = throttles.tries + 1
    returning tries`
  return row?.tries ?? 1
}

/** Takes one try back: it was no failure. */
export async function forgetTry(sql: Sql, key: string, windowStart: Date): Promise<void> {
  await sql`
    update throttles
       set tries = greatest(tries - 1, 0)
     where key = ${key} and window_start = ${windowStart}`
}

export async function deleteOldTries(sql: Sql, before: Date): Promise<number> {
  return (await sql`delete from throttles where window_start < ${before}`).count
}

const officerColumns = (sql: Sql) =>
  sql`o.id, o.region_id, o.login, o.name, o.role, o.agency_code, o.language`

export async function officerByLogin(
  sql: Sql,
  regionId: string,
  login: string,
): Promise<(Officer & { passwordHash: string; disabledAt: Date | null }) | undefined> {
  const [row] = await sql<(Officer & { passwordHash: string; disabledAt: Date | null })[]>`
    select ${officerColumns(sql)}, o.password_hash, o.disabled_at
      from officers o
     where o.region_id = ${regionId} and o.login = ${login}`
  return row
}

export async function officerById(
  sql: Sql,
  regionId: string,
  id: number,
): Promise<Officer | undefined> {
  const [row] = await sql<Officer[]>`
    select ${officerColumns(sql)} from officers o where o.region_id = ${regionId} and o.id = ${id}`
  return row
}

/**
 * `for no key update` here and wherever a row is locked: a plain `for update` also waits for every row
 * that refers to it, and whoever writes that row already holds the ledger that we need next.
 */
export async function officerForUpdate(
  tx: Sql,
  regionId: string,
  id: number,
): Promise<(Officer & { disabledAt: Date | null }) | undefined> {
  const [row] = await tx<(Officer & { disabledAt: Date | null })[]>`
    select ${officerColumns(tx)}, o.disabled_at
      from officers o
     where o.region_id = ${regionId} and o.id = ${id}
       for no key update`
  return row
}

/** The active admins, locked in the order of their ids. */
export const adminsForUpdate = (tx: Sql, regionId: string) => tx<{ id: number }[]>`
  select id
    from officers
   where region_id = ${regionId} and role = 'admin' and disabled_at is null
   order by id
     for no key update`

export async function officersOf(sql: Sql, regionId: string): Promise<OfficerRow[]> {
  return sql<OfficerRow[]>`
    select o.id, o.login, o.name, o.role, o.language, o.created_at, o.disabled_at,
           case when a.code is null then null
                else jsonb_build_object('code', a.code, 'name', a.name, 'short', a.short) end as agency,
           (select max(s.seen_at) from sessions s where s.officer_id = o.id) as seen_at
      from officers o
      left join agencies a on a.region_id = o.region_id and a.code = o.agency_code
     where o.region_id = ${regionId}
     order by o.disabled_at is not null, o.name, o.id`
}

/** True when somebody can administer the region. */
export async function hasAdmin(sql: Sql, regionId: string): Promise<boolean> {
  const [row] = await sql`
    select 1 from officers
     where region_id = ${regionId} and role = 'admin' and disabled_at is null
     limit 1`
  return row !== undefined
}

/** Undefined: the login is taken. */
export async function insertOfficer(
  tx: Sql,
  row: Omit<Officer, 'id' | 'language'> & { passwordHash: string; now: Date },
): Promise<Officer | undefined> {
  const [made] = await tx<Officer[]>`
    insert into officers as o (region_id, login, name, role, agency_code, password_hash, created_at)
    values (${row.regionId}, ${row.login}, ${row.name}, ${row.role}, ${row.agencyCode},
            ${row.passwordHash}, ${row.now})
    on conflict (region_id, login) do nothing
    returning ${officerColumns(tx)}`
  return made
}

export async function setDisabled(tx: Sql, id: number, at: Date | null): Promise<void> {
  await tx`update officers set disabled_at = ${at} where id = ${id}`
}

export async function setRole(
  tx: Sql,
  id: number,
  { role, agencyCode }: { role: Role; agencyCode: string | null },
): Promise<void> {
  await tx`update officers set role = ${role}, agency_code = ${agencyCode} where id = ${id}`
}

/** Links that nobody has used yet. */
export async function deleteInvitationsBy(tx: Sql, officerId: number): Promise<void> {
  await tx`delete from invitations where created_by = ${officerId} and used_at is null`
}

export async function setPassword(tx: Sql, id: number, passwordHash: string): Promise<void> {
  await tx`update officers set password_hash = ${passwordHash} where id = ${id}`
}

export async function updateLanguage(sql: Sql, id: number, language: Language): Promise<void> {
  await sql`update officers set language = ${language} where id = ${id}`
}

export async function insertSession(
  tx: Sql,
  row: { hash: Buffer; officerId: number; now: Date; expiresAt: Date },
): Promise<void> {
  await tx`
    insert into sessions (token_hash, officer_id, created_at, seen_at, expires_at)
    values (${row.hash}, ${row.officerId}, ${row.now}, ${row.now}, ${row.expiresAt})`
}

export async function sessionByToken(
  sql: Sql,
  hash: Buffer,
  limits: { now: Date; idleSince: Date },
): Promise<(Officer & { seenAt: Date }) | undefined> {
  const [row] = await sql<(Officer & { seenAt: Date })[]>`
    select ${officerColumns(sql)}, s.seen_at
      from sessions s
      join officers o on o.id = s.officer_id
     where s.token_hash = ${hash}
       and s.expires_at > ${limits.now}
       and s.seen_at > ${limits.idleSince}
       and o.disabled_at is null`
  return row
}

export async function touchSession(sql: Sql, hash: Buffer, now: Date): Promise<void> {
  await sql`update sessions set seen_at = ${now} where token_hash = ${hash} and seen_at < ${now}`
}

export async function deleteSession(sql: Sql, hash: Buffer): Promise<void> {
  await sql`delete from sessions where token_hash = ${hash}`
}

export async function deleteSessionsOf(tx: Sql, officerId: number): Promise<void> {
  await tx`delete from sessions where officer_id = ${officerId}`
}

export async function deleteEndedSessions(sql: Sql, now: Date, idleSince: Date): Promise<number> {
  return (await sql`delete from sessions where expires_at <= ${now} or seen_at <= ${idleSince}`)
    .count
}

export async function agencyExists(tx: Sql, regionId: string, code: string): Promise<boolean> {
  const [row] = await tx`
    select 1 from agencies where region_id = ${regionId} and code = ${code} and retired_at is null`
  return row !== undefined
}

export async function insertInvitation(
  tx: Sql,
  row: {
    hash: Buffer
    regionId: string
    role: Role
    agencyCode: string | null
    officerId: number | null
    createdBy: number | null
    now: Date
    expiresAt: Date
  },
): Promise<void> {
  await tx`
    insert into invitations
      (token_hash, region_id, role, agency_code, officer_id, created_by, created_at, expires_at)
    values (${row.hash}, ${row.regionId}, ${row.role}, ${row.agencyCode}, ${row.officerId},
            ${row.createdBy}, ${row.now}, ${row.expiresAt})`
}

export type InvitationRow = {
  regionId: string
  regionName: string
  role: Role
  agencyCode: string | null
  agencyName: string | null
  officerId: number | null
  login: string | null
  name: string | null
  expiresAt: Date
}

type Link = { regionId: string; hash: Buffer; now: Date }

/** Who has been shut out leaves no door behind: neither a link they made nor one that was made for them. */
const usable = (sql: Sql, { regionId, hash, now }: Link) => sql`
  i.region_id = ${regionId} and i.token_hash = ${hash} and i.used_at is null and i.expires_at > ${now}
  and not exists (
    select 1 from officers shut
     where shut.id in (i.created_by, i.officer_id) and shut.disabled_at is not null)`

/** Undefined: unknown in this region, used, expired, or of somebody who was shut out. */
export async function invitationByToken(sql: Sql, link: Link): Promise<InvitationRow | undefined> {
  const [row] = await sql<InvitationRow[]>`
    select i.region_id, r.name as region_name, i.role, i.agency_code, a.name as agency_name,
           i.officer_id, o.login, o.name, i.expires_at
      from invitations i
      join regions r on r.id = i.region_id
      left join agencies a on a.region_id = i.region_id and a.code = i.agency_code
      left join officers o on o.id = i.officer_id
     where ${usable(sql, link)}`
  return row
}

/** Conditional, so that a link works once: false for the second of two at once. */
export async function useInvitation(tx: Sql, link: Link): Promise<boolean> {
  const used = await tx`update invitations i set used_at = ${link.now} where ${usable(tx, link)}`
  return used.count === 1
}
