/** Checked input of the API: a refused field comes back with its own Indonesian sentence. */
import { z } from 'zod'
import { DomainError } from '../../errors.ts'

/** The `:id` of a path. */
export const Id = z.object({
  id: z.coerce
    .number({ error: 'Nomor pada alamat harus berupa angka.' })
    .int()
    .positive()
    .max(2 ** 53),
})

/** The version of a row as the officer saw it; a change in between is then refused. */
export const Version = z.number().int().positive().optional()

/** A code of the region pack or a category; whether there is such a one is the verb's rule. */
export const Code = z.string().min(1).max(40)

/** How long a text must and may be is the verb's rule; this only bounds what it looks at. */
export const Words = z.string().max(20_000)

/** `limit` and `offset` of a list. */
export const Page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

/** A switch in a query: `urgent=1` filters, absence does not. */
export const Switch = z
  .literal('1')
  .optional()
  .transform((text) => (text === undefined ? undefined : true))

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined }
type Checked = { success: boolean; error?: readonly Issue[] }

/** The hook of every validator. @throws DomainError 400 with a sentence for each field */
export function refuse(checked: Checked): void {
  if (checked.success) return
  const fields: Record<string, string> = Object.create(null)
  for (const issue of checked.error ?? []) {
    const [first] = issue.path ?? []
    const name = String(typeof first === 'object' ? first.key : (first ?? 'isian'))
    fields[name] ??= sentenceOf(issue)
  }
  throw new DomainError(400, 'Ada isian yang perlu diperbaiki.', { ...fields })
}

/** zod's own Indonesian is stiff and technical, so each kind of fault has a sentence here. */
function sentenceOf(issue: Issue): string {
  const fault = issue as Partial<z.core.$ZodIssue> & { message: string; input?: unknown }
  if (fault.code === 'too_small') return tooSmall(fault as z.core.$ZodIssueTooSmall)
  if (fault.code === 'too_big') {
    const { origin, maximum } = fault as z.core.$ZodIssueTooBig
    return origin === 'string' ? `Paling banyak ${maximum} huruf.` : `Paling besar ${maximum}.`
  }
  if (fault.code === 'invalid_value') return 'Pilihan ini tidak dikenal.'
  if (fault.code === 'invalid_format') return 'Penulisannya belum benar.'
  if (fault.code === 'custom') return fault.message
  return /received undefined/.test(fault.message) ? 'Wajib diisi.' : 'Jenis isiannya tidak sesuai.'
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin !== 'string') return `Paling kecil ${minimum}.`
  return minimum === 1 ? 'Wajib diisi.' : `Sedikitnya ${minimum} huruf.`
}
