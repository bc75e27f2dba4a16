/** A row of a search: which voices may be found, and what is told of each. */
import type { Sql } from '../db/connect.ts'

type Fragment = ReturnType<Sql>

/** Whom the search is for. */
export type Scope = {
  regionId: string
  /** cases: only what stands in a case; open: only cases that are not finished; all: what waits, too. */
  among: 'open' | 'cases' | 'all'
  /** Whether confidential ones may be found. */
  confidential: boolean
  /** Whether what tells who filed (address, number of a confidential filing) may be looked through. */
  person: boolean
  /** This candidate, and the case that it stands in, are not like themselves. */
  except: number | null
}

/** A voice that was found, with the case or candidate that it speaks in. */
export type Found = {
  voiceId: number
  candidateId: number
  filed: boolean
  caseId: number | null
  caseNumber: string | null
  caseStatus: 'opened' | 'disposed' | 'in_progress' | 'answered' | 'closed' | 'declined' | null
  /** Of the case, else of the candidate; so are the facts below. */
  title: string
  category: string | null
  agencyCode: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  confidential: boolean
  /** When the case was opened, or the candidate was first told. */
  since: Date
  voiceCount: number
  /** The beginning of what the voice says, and when it said it. */
  text: string
  address: string | null
  /** The words of the voice that say where. */
  named: string | null
  at: Date
}

/** Of a text, in characters: what a problem is and where it is stand in the beginning. */
const MOST_TEXT = 2000

/** What speaks now and may be seen. Needs v, c, k and f. */
export const visible = (tx: Sql, scope: Scope): Fragment => tx`
  v.left_at is null
  and ${scope.among === 'all' ? tx`c.status in ('waiting', 'opened', 'merged')` : tx`k.id is not null`}
  ${scope.among === 'open' ? tx`and k.status not in ('closed', 'declined')` : tx``}
  ${scope.except === null ? tx`` : tx`and ${isOther(tx, scope.except)}`}
  ${scope.confidential ? tx`` : tx`and not c.confidential and not coalesce(k.confidential, false)`}
  ${scope.confidential ? tx`` : tx`and not coalesce(f.confidential, false)`}`

const isOther = (tx: Sql, except: number): Fragment => tx`
  c.id <> ${except}
  and c.case_id is distinct from (select case_id from candidates where id = ${except} and case_id is not null)`

export const columns = (tx: Sql): Fragment => tx`
  v.id as voice_id, c.id as candidate_id, c.filed, k.id as case_id, k.number as case_number,
  k.status as case_status, coalesce(k.title, c.title) as title, coalesce(k.category, c.category) as category,
  coalesce(k.agency_code, c.agency_code) as agency_code,
  coalesce(k.kecamatan_code, c.kecamatan_code) as kecamatan_code,
  coalesce(k.kelurahan_code, c.kelurahan_code) as kelurahan_code, coalesce(k.place, c.place) as place,
  c.confidential or coalesce(k.confidential, false) as confidential,
  coalesce(k.opened_at, c.first_at) as since,
  case when k.id is null then c.voice_count::bigint else
    (select sum(of.voice_count)::bigint from candidates of where of.case_id = k.id) end as voice_count,
  left(case when p.title is null or starts_with(p.text, p.title) then coalesce(p.text, f.text)
            else p.title || E'\\n' || p.text end, ${MOST_TEXT}) as text,
  f.address, r.place as named, coalesce(p.created_at, f.filed_at) as at`

export const tables = (tx: Sql): Fragment => tx`
  voices v
  join candidates c on c.id = v.candidate_id
  left join cases k on k.id = c.case_id
  left join posts p on p.id = v.post_id
  left join filings f on f.id = v.filing_id
  left join readings r on r.id = coalesce(p.reading_id, f.reading_id)`
