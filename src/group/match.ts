/** Grouping without a database: the same choice over cases and posts that are held in memory. */
import { choose, TOGETHER, type Choice, type Problem } from './choose.ts'
import { comparePrepared, daysApart, prepare, type Prepared, type Told } from './compare.ts'
import { cosine } from './embed.ts'
import { LEAST_NEAR, MEMORY_DAYS, MOST_NEAR, MOST_NEARBY, NEARBY_DAYS } from './reach.ts'

type Id = string | number
export type KnownCase = { id: Id; told: Told; isOpen: boolean }
/** What is no complaint, as far as the machine can tell, is joined to no case; what is of another city, to nothing. */
export type NewPost = { id: Id; told: Told; isComplaint?: boolean; isOutside?: boolean }
export type CaseMatch = {
  case: Id
  score: number
  verdict: 'confirmed' | 'suggested'
  reasons: string[]
}
export type Matched = { group: Id; matches: CaseMatch[] }

/** A stream of posts has no end, memory has: the first are forgotten. */
const MOST_POSTS = 10_000

/** A case, with the posts that joined it, or posts of one problem that has no case yet. */
type Held = Omit<Problem<Member>, 'first' | 'members'> & {
  caseId: Id | null
  first: Member | null
  /** The first post that told of it. */
  group: Id | null
}
type Member = { made: Prepared; of: Held }

/**
 * Builds a matcher over known cases. It remembers the last 10,000 posts it was given: `group` is the id
 * of the first post that told of the same problem, also where only a person may join it to the case.
 */
export function makeMatcher(cases: readonly KnownCase[]): (post: NewPost) => Matched {
  const known = cases.map(holdCase)
  const posts: Member[] = []
  return (post) => {
    if (post.isOutside) return { group: post.id, matches: [] }
    const made = prepare(post.told)
    const found = nearest(made, [...known, ...posts])
    const { joins, suggested } = choose(made, problemsOf(found), (member) => member.made)
    const together = joins ?? suggested.find((one) => isOfOpenCase(made, one))
    const of = together ? together.nearest.of : newProblem(post.told)
    const member = { made, of }
    grow(member, post)
    posts.push(member)
    if (posts.length > MOST_POSTS) posts.shift()
    const matches = [
      ...(joins ? toMatches([joins], post.isComplaint === false ? 'suggested' : 'confirmed') : []),
      ...toMatches(suggested, 'suggested'),
    ]
    return { group: of.group ?? post.id, matches }
  }
}

function holdCase({ id, told, isOpen }: KnownCase): Member {
  const made = prepare(told)
  const at = told.date ?? null
  const of: Held = {
    standing: isOpen ? 'open' : 'closed',
    caseId: id,
    group: null,
    first: null,
    firstAt: at,
    lastAt: at,
  }
  const member = { made, of }
  of.first = member
  return member
}

function newProblem({ date = null }: Told): Held {
  return {
    standing: 'waiting',
    caseId: null,
    group: null,
    first: null,
    firstAt: date,
    lastAt: date,
  }
}

function grow(member: Member, { id, told }: NewPost): void {
  const { of } = member
  of.first ??= member
  of.group ??= id
  const at = told.date
  if (!at) return
  if (of.firstAt === null || at < of.firstAt) of.firstAt = at
  if (of.lastAt === null || at > of.lastAt) of.lastAt = at
}

/** Likely of an open case, though only a person may join it: neither its beginning nor what is nearest says no. */
function isOfOpenCase(made: Prepared, { problem, nearest, score }: Choice<Member>): boolean {
  if (problem.standing !== 'open' || score < TOGETHER) return false
  return [problem.first, nearest].every((member) => {
    const { verdict, isContradicted } = comparePrepared(made, member.made)
    return verdict !== 'different' && !isContradicted
  })
}

const toMatches = (
  choices: readonly Choice<Member>[],
  verdict: CaseMatch['verdict'],
): CaseMatch[] =>
  choices.flatMap(({ nearest: { of }, score, reasons }) =>
    of.caseId === null ? [] : [{ case: of.caseId, score, verdict, reasons }],
  )

/** The members that were found, by their problem, with the one that began it. */
function problemsOf(found: readonly Member[]): Problem<Member>[] {
  const byProblem = Map.groupBy(found, ({ of }) => of)
  return [...byProblem].flatMap(([of, members]) =>
    of.first === null
      ? []
      : [{ ...of, first: of.first, members: [...new Set([of.first, ...members])] }],
  )
}

/** The nearest by their words, and the latest of the same place and category. */
function nearest(made: Prepared, held: readonly Member[]): Member[] {
  const remembered = held.filter((one) => isRemembered(made, one))
  const near = remembered
    .map((one) => ({ one, cosine: cosine(made.vector, one.made.vector) }))
    .filter((one) => one.cosine >= LEAST_NEAR)
    .toSorted((a, b) => b.cosine - a.cosine)
    .slice(0, MOST_NEAR)
    .map(({ one }) => one)
  const nearby = remembered.filter((one) => isNearby(made, one)).slice(-MOST_NEARBY)
  return [...new Set([...near, ...nearby])]
}

/** An open case is searched however old it is. */
const isRemembered = (made: Prepared, { made: other, of }: Member): boolean =>
  of.standing === 'open' || (daysApart(made.told, other.told) ?? 0) <= MEMORY_DAYS

function isNearby(a: Prepared, { made: b, of }: Member): boolean {
  const { kecamatan, kelurahan = null, category } = a.told
  if (!kecamatan || !category || category === 'lainnya') return false
  if (kecamatan !== b.told.kecamatan || category !== b.told.category) return false
  if (of.standing === 'open') return true
  const isSameKelurahan = kelurahan !== null && kelurahan === b.told.kelurahan
  return isSameKelurahan || (daysApart(a.told, b.told) ?? 0) <= NEARBY_DAYS
}
