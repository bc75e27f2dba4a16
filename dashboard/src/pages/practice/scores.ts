/** What a round of practice comes to. Pure, but for the last two, which keep scores in this browser. */
import type { DismissReason, PracticeAnswer, PracticeChoice } from '../../api.ts'

export type Result = { choice: PracticeChoice; answer: PracticeAnswer }

/** A decision as one can mix it up with another: its act, and of a dismissal the reason. */
export type Kind = 'open' | 'merge' | DismissReason
export type Lesson = { chosen: Kind; made: Kind; count: number }

const kindOf = (choice: PracticeChoice): Kind =>
  choice.act === 'dismiss' ? choice.reason : choice.act

export const sumOf = (results: readonly Result[]): number =>
  results.reduce((sum, { answer }) => sum + answer.points, 0)

/** What was taken for what, the most frequent first. The same kind twice: merged into another case. */
export function lessonsOf(results: readonly Result[]): Lesson[] {
  const lessons = new Map<string, Lesson>()
  for (const { choice, answer } of results) {
    if (answer.agrees === 'whole') continue
    const [chosen, made] = [kindOf(choice), kindOf(answer.made)]
    const lesson = lessons.get(`${chosen} ${made}`) ?? { chosen, made, count: 0 }
    lessons.set(`${chosen} ${made}`, { ...lesson, count: lesson.count + 1 })
  }
  return [...lessons.values()].sort((a, b) => b.count - a.count)
}

/** The kinds that the lessons name, each once: what a person reads up on. */
export const kindsToLearn = (lessons: readonly Lesson[]): Kind[] => [
  ...new Set(lessons.flatMap(({ made, chosen }) => [made, chosen])),
]

export type Round = { at: string; points: number; most: number }
export type Kept = { rounds: Round[]; seen: number[] }

const MOST_ROUNDS = 10
const MOST_SEEN = 200

/** A round more; old rounds and what was seen long ago fall out. */
export function withRound(kept: Kept, round: Round, ids: readonly number[]): Kept {
  return {
    rounds: [...kept.rounds, round].slice(-MOST_ROUNDS),
    seen: [...new Set([...kept.seen, ...ids])].slice(-MOST_SEEN),
  }
}

const nameOf = (officerId: number) => `dengar.practice.${officerId}`

/** What this browser remembers of the officer's practice; anything else that stands there is nothing. */
export function readKept(officerId: number): Kept {
  try {
    const text = localStorage.getItem(nameOf(officerId))
    const { rounds, seen } = JSON.parse(text ?? '{}') as Partial<Kept>
    const isRound = ({ at, points, most }: Partial<Round>) =>
      !Number.isNaN(Date.parse(String(at))) && Number.isFinite(points) && Number.isFinite(most)
    return {
      rounds: Array.isArray(rounds) ? rounds.filter(isRound) : [],
      seen: Array.isArray(seen) ? seen.filter(Number.isInteger) : [],
    }
  } catch {
    return { rounds: [], seen: [] }
  }
}

export const writeKept = (officerId: number, kept: Kept) =>
  localStorage.setItem(nameOf(officerId), JSON.stringify(kept))
