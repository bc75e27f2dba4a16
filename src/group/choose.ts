/** Which known problem a message belongs to, and which ones a person is shown. Pure. */
import { comparePrepared, type Comparison, type Prepared } from './compare.ts'
import { DAY_MS, MOST_MATCHES } from './reach.ts'

/** An open case takes in voices, a candidate too; a closed case only tells that this was there before. */
export type Standing = 'open' | 'waiting' | 'closed'

/** A known problem, as those of its messages tell of it that may be alike. `first` began it, and is among them. */
export type Problem<Member> = {
  standing: Standing
  first: Member
  members: readonly Member[]
  /** Between these it was told of. */
  firstAt: Date | null
  lastAt: Date | null
}

export type Choice<Member> = {
  problem: Problem<Member>
  /** Which of its messages is most alike. */
  nearest: Member
  score: number
  reasons: string[]
}
export type Chosen<Member> = { joins: Choice<Member> | null; suggested: Choice<Member>[] }

const CLOSED_REASON = 'aduan sudah selesai'

/** What is less like it only takes a person's time. */
const LEAST_SHOWN = 0.2
/**
 * What waits is read by a person before anything follows from it, so a post joins it when it is likely the
 * same. A case has been read already, and who files waits for an answer: there only *confirmed* will do.
 */
export const TOGETHER = 0.8
/** Of the messages that are compared, so many may speak against it before the machine leaves it to a person. */
const MOST_AGAINST = 1 / 3
/** A case that is still open is not forgotten: a longer silence than this says no more against it. */
const OPEN_SILENCE_DAYS = 7

/**
 * Weighs a message against problems. It joins one only if it surely is what one of its messages tells, if it
 * is at least like the first of them, and if most do not speak against it: so a problem stays a set around
 * its beginning and never becomes a chain of neighbours. Filed cases come before what waits; of the others
 * the best are for a person, also when a second one is just as sure: only a person puts two together.
 */
export function choose<Member>(
  message: Prepared,
  problems: readonly Problem<Member>[],
  preparedOf: (member: Member) => Prepared,
  isFiled = false,
): Chosen<Member> {
  const weighed = problems
    .map((problem) => weigh(message, problem, preparedOf, isFiled))
    .filter((one) => one !== null)
    .toSorted((a, b) => b.score - a.score)
  const sure = weighed.filter((one) => one.isSure)
  const joins = sure.find(({ problem }) => problem.standing === 'open') ?? sure[0] ?? null
  const suggested = weighed.filter((one) => one !== joins).slice(0, MOST_MATCHES)
  return { joins: joins && toChoice(joins), suggested: suggested.map(toChoice) }
}

/** `isSure`: enough for the machine to join it; how sure that must be, where it stands decides. */
type Weighed<Member> = Omit<Choice<Member>, 'reasons'> & {
  comparison: Comparison
  isSure: boolean
}

/** Reasons are made for those only that are shown. */
function toChoice<Member>(weighed: Weighed<Member>): Choice<Member> {
  const { problem, nearest, score, comparison } = weighed
  const { reasons } = comparison
  const isClosed = problem.standing === 'closed'
  return { problem, nearest, score, reasons: isClosed ? [...reasons, CLOSED_REASON] : reasons }
}

function weigh<Member>(
  message: Prepared,
  problem: Problem<Member>,
  preparedOf: (member: Member) => Prepared,
  isFiled: boolean,
): Weighed<Member> | null {
  const judged = problem.members.map((member) => {
    const other = atThatTime(message, preparedOf(member), problem)
    return { member, comparison: comparePrepared(message, other) }
  })
  const [best] = judged.toSorted((a, b) => rank(b.comparison) - rank(a.comparison))
  if (best === undefined || best.comparison.score < LEAST_SHOWN) return null
  const { member: nearest, comparison } = best
  const { score } = comparison
  if (problem.standing === 'closed') return { problem, nearest, score, comparison, isSure: false }
  const isAlike =
    !isFiled &&
    problem.standing === 'waiting' &&
    score >= TOGETHER &&
    !comparison.isContradicted &&
    !comparison.isVague
  const against = judged.filter((one) => speaksAgainst(one.comparison))
  const isSure =
    (isAlike || comparison.verdict === 'confirmed') &&
    against.every(({ member }) => member !== problem.first) &&
    against.length <= judged.length * MOST_AGAINST
  return { problem, nearest, score, comparison, isSure }
}

const speaksAgainst = ({ verdict, isContradicted }: Comparison): boolean =>
  verdict === 'different' || isContradicted

const rank = ({ score, verdict }: Comparison): number => score + (verdict === 'confirmed' ? 1 : 0)

/** A problem is told of as long as it lasts: what counts is how far the message is from that time. */
function atThatTime<Member>(
  { told }: Prepared,
  member: Prepared,
  { standing, firstAt, lastAt }: Problem<Member>,
): Prepared {
  const at = told.date?.getTime()
  if (at === undefined || firstAt === null || lastAt === null) return member
  const silence = standing === 'open' ? Math.max(0, at - OPEN_SILENCE_DAYS * DAY_MS) : 0
  const nearest = Math.max(lastAt.getTime(), silence)
  const date = new Date(Math.min(Math.max(at, firstAt.getTime()), nearest))
  return { ...member, told: { ...member.told, date } }
}
