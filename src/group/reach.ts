/** How far a message looks for what it belongs to: the same rules in the database and in memory. */

/** Two messages further apart than this are never about one problem, unless its case is still open. */
export const MEMORY_DAYS = 90
/** How long two differently worded messages of one kecamatan may be one problem; of one kelurahan longer. */
export const NEARBY_DAYS = 10
/** How many with the nearest words are compared, and how many of the same place and category. */
export const MOST_NEAR = 10
export const MOST_NEARBY = 6
export const MOST_IN_KELURAHAN = 10
/** Cosine of two texts below which they have nothing in common. */
export const LEAST_NEAR = 0.15
/** How many a person is shown. */
export const MOST_MATCHES = 5
/** Nearly the same words again within this time are one voice, from however many accounts. */
export const COPY_HOURS = 48

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000
