/** One page of a list: how many rows, from which one on. */
export type Page = { limit: number; offset: number }

/** What an officer asks for: 1 to 200 rows, 50 unless told. */
export type PageInput = { limit?: number | undefined; offset?: number | undefined }

const DEFAULT_LIMIT = 50
const MOST = { limit: 200, offset: 100_000 }

/** The page that is read for what was asked, within what the database reads at once. */
export const pageOf = ({ limit = DEFAULT_LIMIT, offset = 0 }: PageInput): Page => ({
  limit: between(limit, 1, MOST.limit),
  offset: between(offset, 0, MOST.offset),
})

const between = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, Math.trunc(value) || least))
