import type { Pool } from '../db/connect.ts'
import { conflict, DomainError, invalid } from '../errors.ts'
import { appendEvent } from '../ledger/append.ts'
import { countTry, sayWait, subscriberOf, throttleKey } from '../people/throttle.ts'
import { isCategory } from '../region/category.ts'
import type { Region } from '../region/region.ts'
import { makeFilingNumber, makeSecret, secretHash } from './number.ts'
import { filingByRequest, insertFiling, type NewFiling } from './queries.ts'

export type Complaint = {
  text: string
  category?: string | null | undefined
  kelurahanCode?: string | null | undefined
  address?: string | null | undefined
  contactName?: string | null | undefined
  contact?: string | null | undefined
  confidential: boolean
  /** The form's own id, unguessable: pressing "send" twice files once. */
  requestKey: string
  /** The client's network address; only a keyed hash of it is counted. */
  clientAddress: string
  instanceKey: Uint8Array
  now?: Date | undefined
}

export type Ticket = { number: string; secret: string }

/** Generous: a whole mobile network may stand behind one address. */
const PER_ADDRESS = { limit: 30, windowSeconds: 3600 }
const LEAST_TEXT = 10
const MOST = { text: 5000, address: 300, contactName: 120, contact: 120, requestKey: 200 }
const NUMBERS_TRIED = 5

/**
 * Takes a complaint from a citizen. 422 with a sentence a field; 429 when an address files more than
 * 30 in an hour; 409 when the same form was sent with another text.
 */
export async function fileComplaint(sql: Pool, region: Region, input: Complaint): Promise<Ticket> {
  const { requestKey, instanceKey, now = new Date() } = input
  const checked = checkComplaint(region, input)
  const secret = makeSecret(instanceKey, region.id, requestKey)
  const filing = {
    ...checked,
    regionId: region.id,
    secretHash: secretHash(secret),
    requestKey,
    now,
  }

  const known = await filingByRequest(sql, region.id, requestKey)
  if (known) return { number: sameOrRefused(known, filing), secret }

  const key = throttleKey(instanceKey, 'file', subscriberOf(input.clientAddress))
  const counted = await countTry(sql, key, PER_ADDRESS, now)
  if (!counted.allowed) {
    throw new DomainError(
      429,
      'Terlalu banyak laporan dari jaringan Anda. ' +
        `Coba lagi dalam ${sayWait(counted.retryAfterSeconds)}.`,
    )
  }
  return { number: await fileOnce(sql, region, filing), secret }
}

/** Inserts and lets the database decide when the same form arrives twice at once. */
async function fileOnce(
  sql: Pool,
  region: Region,
  filing: Omit<NewFiling, 'number'>,
): Promise<string> {
  for (let tried = 0; tried < NUMBERS_TRIED; tried++) {
    const number = makeFilingNumber(region.casePrefix)
    const isNew = await sql.begin(async (tx) => {
      const id = await insertFiling(tx, { ...filing, number })
      if (id === undefined) return false
      await appendEvent(tx, {
        regionId: region.id,
        kind: 'filing.received',
        filingId: id,
        data: { number, channel: 'form', confidential: filing.confidential },
        at: filing.now,
      })
      return true
    })
    if (isNew) return number
    const known = await filingByRequest(sql, region.id, filing.requestKey)
    if (known) return sameOrRefused(known, filing)
  }
  throw new Error(`intake: no free filing number after ${NUMBERS_TRIED} tries`)
}

function sameOrRefused(
  known: { number: string; text: string; secretHash: Buffer },
  filing: { text: string; secretHash: Buffer },
): string {
  if (known.text === filing.text && known.secretHash.equals(filing.secretHash)) return known.number
  throw conflict(
    `Formulir ini sudah terkirim dengan nomor ${known.number}. ` +
      'Untuk menambah keterangan, buka formulir baru.',
  )
}

function checkComplaint(region: Region, input: Complaint) {
  const fields: Record<string, string> = {}
  const optional = (name: 'address' | 'contactName' | 'contact', what: string) => {
    const words = clean(input[name] ?? '')
    if (words.length > MOST[name]) fields[name] = `${what} paling panjang ${MOST[name]} huruf.`
    return words === '' ? null : words
  }
  const text = clean(input.text)
  if (text.length < LEAST_TEXT) {
    fields['text'] = `Ceritakan masalahnya, sedikitnya ${LEAST_TEXT} huruf.`
  }
  if (text.length > MOST.text) {
    fields['text'] = `Laporan paling panjang ${MOST.text} huruf; ringkas dahulu.`
  }
  const category = input.category || null
  if (category !== null && !isCategory(category)) {
    fields['category'] = 'Pilih kategori dari daftar, atau kosongkan.'
  }
  const kelurahanCode = input.kelurahanCode || null
  const isKnown = ({ level, code }: Region['areas'][number]) =>
    level === 'kelurahan' && code === kelurahanCode
  if (kelurahanCode !== null && !region.areas.some(isKnown)) {
    fields['kelurahanCode'] = 'Pilih kelurahan dari daftar, atau kosongkan.'
  }
  const address = optional('address', 'Alamat')
  const contactName = optional('contactName', 'Nama')
  const contact = optional('contact', 'Kontak')
  if (input.requestKey === '' || input.requestKey.length > MOST.requestKey) {
    fields['requestKey'] = 'Formulir ini rusak; muat ulang lalu kirim lagi.'
  }
  const [sentence] = Object.values(fields)
  if (sentence) throw invalid(sentence, fields)
  const { confidential } = input
  return { text, category, kelurahanCode, address, contactName, contact, confidential }
}

/** PostgreSQL cannot store U+0000, nor half a surrogate pair. */
const clean = (text: string) => text.replaceAll('\u0000', '').toWellFormed().trim()
