/** What a waiting candidate becomes when its voices are read anew. Pure. */

/** What the machine says of a voice, and what a candidate keeps of it. */
export type Grades = {
  probability: number
  category: string | null
  agencyCode: string | null
  urgent: boolean
  emergency: boolean
  modus: string[]
}

/**
 * The fields of a candidate that change when its voices, in the order in which they joined, are read as
 * `after` instead of `before`. A field that a person has corrected, or that is not what the machine had said,
 * stays.
 */
export function regrade(
  candidate: Grades & { corrected?: readonly string[] },
  before: Grades[],
  after: Grades[],
): Partial<Grades> {
  const said = together(before)
  const says = together(after)
  const keys = Object.keys(said) as (keyof Grades)[]
  const changed = keys.filter(
    (key) =>
      !candidate.corrected?.includes(key) &&
      isSame(candidate[key], said[key]) &&
      !isSame(said[key], says[key]),
  )
  return Object.fromEntries(changed.map((key) => [key, says[key]]))
}

/** As grouping gathers it: the first voice says what it is about, the gravest one how bad it is. */
function together(voices: Grades[]): Grades {
  return {
    // As exact as the column is, else every probability would seem to change.
    probability: Math.fround(Math.max(0, ...voices.map(({ probability }) => probability))),
    category: voices[0]?.category ?? null,
    agencyCode: voices.find(({ agencyCode }) => agencyCode !== null)?.agencyCode ?? null,
    urgent: voices.some(({ urgent }) => urgent),
    emergency: voices.some(({ emergency }) => emergency),
    modus: [...new Set(voices.flatMap(({ modus }) => modus))].sort(),
  }
}

function isSame(a: Grades[keyof Grades], b: Grades[keyof Grades]): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.fround(a) === Math.fround(b)
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.toSorted().join(' ') === b.toSorted().join(' ')
}
