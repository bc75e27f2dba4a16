import type { Pool, Sql } from '../db/connect.ts'
import { conflict, DomainError, invalid, notFound } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import { checkAgency } from './check-agency.ts'
import { checkPassword } from './check-password.ts'
import type { Officer } from './officer.ts'
import { hashPassword } from './password.ts'
import {
  deleteSessionsOf,
  insertInvitation,
  insertOfficer,
  invitationByToken,
  officerById,
  officerForUpdate,
  setPassword,
  useInvitation,
} from './queries.ts'
import { requireRight, type Role } from './roles.ts'
import { makeToken, tokenHash } from './token.ts'

const HOUR_MS = 3_600_000
const DEFAULT_HOURS = 72

export type NewInvitation = {
  regionId: string
  role: Role
  agencyCode?: string | null
  /** Absent: made on the machine itself, by the command line. */
  createdBy?: Officer | null
  /** The officer whose password the link sets anew; role and agency stay as they are. */
  officerId?: number | null
  hours?: number
  now?: Date
}

/** Makes a link with which one person sets the own password. The token is shown once, never stored. */
export async function createInvitation(
  sql: Pool,
  input: NewInvitation,
): Promise<{ token: string; expiresAt: Date }> {
  const { regionId, createdBy = null, officerId = null } = input
  if (createdBy) requireRight(createdBy, 'officers.manage')
  const now = input.now ?? new Date()
  const token = makeToken()
  const expiresAt = new Date(now.getTime() + (input.hours ?? DEFAULT_HOURS) * HOUR_MS)
  await sql.begin(async (tx) => {
    const to = await addressee(tx, input)
    await insertInvitation(tx, {
      hash: tokenHash(token),
      regionId,
      ...to,
      officerId,
      createdBy: createdBy?.id ?? null,
      now,
      expiresAt,
    })
    await appendEvent(tx, {
      regionId,
      kind: 'officer.invited',
      officerId: createdBy?.id ?? null,
      data: { ...to, ...(officerId === null ? {} : { resetOf: officerId }) },
      at: now,
    })
  })
  return { token, expiresAt }
}

async function addressee(tx: Sql, input: NewInvitation) {
  if (input.officerId) {
    const found = await officerForUpdate(tx, input.regionId, input.officerId)
    if (!found) throw notFound('Petugas', input.officerId)
    if (found.disabledAt) throw conflict(`${found.name} nonaktif; aktifkan kembali lebih dahulu.`)
    return { role: found.role, agencyCode: found.agencyCode }
  }
  const agencyCode = input.agencyCode ?? null
  await checkAgency(tx, input.regionId, { role: input.role, agencyCode })
  return { role: input.role, agencyCode }
}

export type InvitationView = {
  role: Role
  agencyName: string | null
  regionName: string
  /** Set when the link only sets a new password for this login. */
  login: string | null
  expiresAt: Date
}

/** What the invited person is shown before accepting. 404 when unknown, used or expired. */
export async function readInvitation(
  sql: Sql,
  { regionId, token, now = new Date() }: { regionId: string; token: string; now?: Date },
): Promise<InvitationView> {
  const found = await invitationByToken(sql, { regionId, hash: tokenHash(token), now })
  if (!found) throw noLonger()
  const { role, agencyName, regionName, login, expiresAt } = found
  return { role, agencyName, regionName, login, expiresAt }
}

export type Acceptance = {
  regionId: string
  token: string
  login: string
  name: string
  password: string
  now?: Date
}

/**
 * Makes the officer, or sets the new password of the one the link was made for and ends their
 * sessions. A link works once. 404 unknown, used or expired; 409 login taken; 422 bad fields.
 */
export async function acceptInvitation(sql: Pool, input: Acceptance): Promise<Officer> {
  const { regionId, now = new Date() } = input
  const link = { regionId, hash: tokenHash(input.token), now }
  const first = await invitationByToken(sql, link)
  if (!first) throw noLonger()
  const person = checkedPerson(first.login ?? input.login, first.name ?? input.name, input.password)
  // Outside the transaction: it takes a while, and the ledger is locked inside.
  const passwordHash = await hashPassword(input.password)
  return sql.begin(async (tx) => {
    if (!(await useInvitation(tx, link))) throw noLonger()
    const { role, agencyCode, officerId } = first
    if (officerId !== null) {
      await setPassword(tx, officerId, passwordHash)
      await deleteSessionsOf(tx, officerId)
    }
    const officer =
      officerId === null
        ? await insertOfficer(tx, { regionId, ...person, role, agencyCode, passwordHash, now })
        : await officerById(tx, regionId, officerId)
    if (!officer) throw conflict(`Nama pengguna ${person.login} sudah dipakai; pilih yang lain.`)
    await appendEvent(tx, {
      regionId,
      kind: officerId === null ? 'officer.joined' : 'officer.password_reset',
      officerId: officer.id,
      data: { role, agencyCode },
      at: now,
    })
    return officer
  })
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/
const MOST_NAME = 120

function checkedPerson(rawLogin: string, rawName: string, password: string) {
  const login = rawLogin.trim().toLowerCase()
  const name = rawName.trim().replace(/\s+/g, ' ')
  const fields: Record<string, string> = {}
  if (!LOGIN.test(login)) {
    fields['login'] =
      'Nama pengguna terdiri atas 3 sampai 40 huruf kecil, angka, titik, atau tanda hubung.'
  }
  if (name.length < 2 || name.length > MOST_NAME) {
    fields['name'] = `Isi nama Anda, 2 sampai ${MOST_NAME} huruf.`
  }
  const problem = checkPassword(password, [login, name])
  if (problem) fields['password'] = problem
  const [sentence] = Object.values(fields)
  if (sentence) throw invalid(sentence, fields)
  return { login, name }
}

const noLonger = () =>
  new DomainError(
    404,
    'Undangan ini tidak berlaku lagi: sudah dipakai atau lewat waktunya. Minta undangan baru.',
  )
