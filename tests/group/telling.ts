/** A region of its own on a database that the tests of one file share, and what is done in it. */
import { groupWaiting } from '../../src/group/group.ts'
import { readWaiting } from '../../src/read/job.ts'
import { loadRegion, type Region } from '../../src/region/region.ts'
import { storeRegion } from '../../src/region/store.ts'
import { makeOfficer, makePost, makeSource, packFolder, type Fresh } from '../helpers.ts'

export const LAMP =
  'Tolong pak, lampu jalan di Jl Saranani Kelurahan Korumba mati semua sudah dua minggu'

export type CandidateRow = {
  id: number
  title: string
  status: string
  voiceCount: number
  copyCount: number
  filed: boolean
  confidential: boolean
  kelurahanCode: string | null
  place: string | null
  agencyCode: string | null
  caseId: number | null
  dueAt: Date
  firstAt: Date
}
type Filing = { kelurahanCode?: string; confidential?: boolean; contact?: string }
export type Told = Awaited<ReturnType<typeof startTelling>>

// History is append-only, so each test has a region of its own instead of an emptied database.
let regions = 0

export async function startTelling({ db, sql }: Fresh) {
  const pack = await loadRegion(packFolder('kendari'))
  const region: Region = { ...pack, id: `kendari-${process.pid}-${++regions}` }
  await storeRegion(sql, region)
  const { id: sourceId } = await makeSource(sql, { regionId: region.id })

  const read = async () => {
    while ((await readWaiting(db, region, { limit: 50 })) > 0);
  }
  const candidates = () => sql<CandidateRow[]>`
    select * from candidates where region_id = ${region.id} order by id`
  return {
    region,
    candidates,
    read,
    post: (text: string, more: Partial<Parameters<typeof makePost>[1]> = {}) =>
      makePost(sql, { regionId: region.id, sourceId, text, ...more }),
    file: async (text: string, { kelurahanCode, confidential = false, contact }: Filing = {}) => {
      const [row] = await sql<{ id: number; number: string }[]>`
        insert into filings (region_id, number, secret_hash, text, kelurahan_code, confidential, contact)
        values (${region.id}, ${`L-${Math.random()}`}, '\\x00', ${text}, ${kelurahanCode ?? null},
                ${confidential}, ${contact ?? null})
        returning id, number`
      return row!
    },
    /** Reads and groups until nothing waits. */
    handle: async () => {
      await read()
      while ((await groupWaiting(db, region, { limit: 50 })) > 0);
    },
    voices: () => sql<{ id: number; rung: string; candidateId: number; copyOf: number | null }[]>`
      select v.id, v.rung, v.candidate_id, v.copy_of
        from voices v join candidates c on c.id = v.candidate_id
       where c.region_id = ${region.id}
       order by v.id`,
    suggestions: () => sql<
      { candidateId: number; otherId: number | null; caseId: number | null }[]
    >`
      select s.candidate_id, s.other_id, s.case_id
        from suggestions s join candidates c on c.id = s.candidate_id
       where c.region_id = ${region.id}
       order by s.candidate_id, s.score desc`,
    dismiss: async (id: number) => {
      const { id: officer } = await makeOfficer(sql, { regionId: region.id, role: 'humas' })
      await sql`
        update candidates
           set status = 'dismissed', dismiss_reason = 'spam', decided_by = ${officer}, decided_at = now()
         where id = ${id}`
    },
    /** @returns the case that the candidate stands in from now on */
    open: async (id: number, status = 'opened') => {
      const { id: officer } = await makeOfficer(sql, { regionId: region.id, role: 'humas' })
      const number = `KDI-2026-${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
      const [made] = await sql<{ id: number; number: string }[]>`
        insert into cases (region_id, number, title, description, status, category, kelurahan_code, opened_by)
        select region_id, ${number}, 'x', 'x', ${status}, coalesce(category, 'lainnya'), kelurahan_code,
               ${officer}
          from candidates where id = ${id}
        returning id, number`
      await sql`
        update candidates
           set status = 'opened', case_id = ${made!.id}, decided_by = ${officer}, decided_at = now()
         where id = ${id}`
      return made!
    },
  }
}
