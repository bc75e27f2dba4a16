/** How far a message looks for what it belongs to: the same rules in the database and in memory. */

/** Two messages further apart than this are never about one problem. */
export const MEMORY_DAYS = 90
/** How long two differently worded messages of one kecamatan may be one problem; of one kelurahan longer. */
export const NEARBY_DAYS = 10
/** How many with the nearest words are compared, and how many of the same place and category. */
export const MOST_NEAR = 40
export const MOST_NEARBY = 40
/** How many a person is shown. */
export const MOST_MATCHES = 5

export const DAY_MS = 86_400_000
