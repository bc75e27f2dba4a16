import type { CandidateRow, Category, OpenInput } from '../../api.ts'

/** Candidate -> the form that was sent last, kept until the server has accepted it. */
export const drafts = new Map<number, OpenInput>()

export type Start = Omit<OpenInput, 'description' | 'category'> & {
  /** Null: the words of the first voice. */
  description: string | null
  category: Category | null
}

/** What the form begins with: what was typed before a refusal, else what the machine has read. */
export const startOf = (row: CandidateRow, mayDispose: boolean): Start =>
  drafts.get(row.id) ?? {
    title: row.title,
    description: null,
    category: row.category,
    agencyCode: row.agency?.code ?? null,
    kecamatanCode: row.kecamatan?.code ?? null,
    kelurahanCode: row.kelurahan?.code ?? null,
    place: row.place,
    urgent: row.urgent,
    confidential: row.confidential,
    dispose: mayDispose && row.agency !== null,
  }
