/** POST /lapor: the form becomes a filing, then a redirect, so that "load again" does not file again. */
import { createHash, randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { DomainError } from '../../errors.ts'
import { fileComplaint } from '../../intake/file.ts'
import type { Deps } from '../app.ts'
import { clientAddress } from '../client-address.ts'
import { filingForm, type Typed } from './filing-form.ts'
import { readForm } from './read-form.ts'
import { sealTicket } from './ticket-link.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Files what was typed, or answers the form again with it and a sentence for each field. */
export async function fileFromForm(
  { db, region, config, wake }: Deps,
  c: Context,
): Promise<Response> {
  const typed = await readTyped(c)
  try {
    refuseTrapped(typed)
    const ticket = await fileComplaint(db.sql, region, {
      text: typed.text,
      category: typed.category || null,
      kelurahanCode: typed.kelurahan || null,
      address: typed.address || null,
      contactName: typed.name || null,
      contact: typed.contact || null,
      confidential: typed.confidential,
      requestKey: contentKey(typed),
      clientAddress: clientAddress(c, config.proxyHops),
      instanceKey: config.instanceKey,
    })
    wake('read')
    return c.redirect(`/tiket?t=${sealTicket(config.instanceKey, ticket, new Date())}`, 303)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { message: sentence, fields, status } = error
    c.header('cache-control', 'no-store')
    return c.html(filingForm(region, typed, { sentence, fields }), status)
  }
}

async function readTyped(c: Context): Promise<Typed> {
  const form = await readForm(c)
  const requestKey = form('requestKey')
  return {
    requestKey: UUID.test(requestKey) ? requestKey : randomUUID(),
    text: form('text'),
    category: form('category'),
    kelurahan: form('kelurahan'),
    address: form('address'),
    name: form('name'),
    contact: form('contact'),
    confidential: form('confidential') === '1',
    website: form('website'),
  }
}

/** A person whose browser shows the trap is told about it; a program learns nothing that helps it. */
function refuseTrapped({ website }: Typed): void {
  if (website === '') return
  throw new DomainError(422, 'Kosongkan kolom "Jangan isi kolom ini", lalu kirim lagi.')
}

/**
 * The same form with the same words is one filing however often it is sent. Someone who goes back
 * and writes about something else makes a second one: no complaint may vanish in an older form.
 */
function contentKey({ requestKey, website: _trap, ...content }: Typed): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24)
  return `${requestKey}.${hash}`
}
