/** Decisions to learn from, made by the verbs of triage. The words are invented: no model knows them. */
import type { Pool } from '../../src/db/connect.ts'
import { isHeldOut } from '../../src/learn/label.ts'
import type { Acting } from '../../src/people/officer.ts'
import { makeReader } from '../../src/read/read.ts'
import { dismissCandidate } from '../../src/triage/dismiss.ts'
import { openCandidate } from '../../src/triage/open.ts'
import { caseFields, makeCandidate, type MadeCandidate } from '../makers.ts'

type Options = {
  count: number
  /** What the held-out decisions say of the same words; else the same as the others. */
  isHeldOutReversed?: boolean
}

const VOCABULARIES = ['palakato mokorota lahumpe', 'tumbilangi hodanami berisu']

/**
 * Half of them complaints in one invented vocabulary, half of them none in another: by chance the shipped
 * model ranks one above the other, and people say that it is the other way round.
 */
export async function makeDecisions(sql: Pool, acting: Acting, options: Options): Promise<void> {
  const read = makeReader(acting.region)
  const chance = (text: string) => read({ text, channel: 'x' }).probability
  const [complaint = '', other = ''] = VOCABULARIES.toSorted((a, b) => chance(a) - chance(b))
  for (let n = 0; n < options.count; n += 1) {
    const isComplaint = n % 2 === 0
    const words = isComplaint ? complaint : other
    const made = await makeCandidate(sql, acting.region, { text: `${words} nomor ${n}` })
    const isReversed = options.isHeldOutReversed === true && isHeldOut(`c${made.id}`)
    await decideOn(sql, acting, made, isComplaint !== isReversed)
  }
}

/** Opens the candidate as a case, or dismisses it as no complaint. */
async function decideOn(
  sql: Pool,
  acting: Acting,
  { id }: MadeCandidate,
  isComplaint: boolean,
): Promise<void> {
  if (isComplaint) await openCandidate(sql, acting, { id, ...caseFields() })
  else await dismissCandidate(sql, acting, { id, reason: 'not_complaint' })
}
