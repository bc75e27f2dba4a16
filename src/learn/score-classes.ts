/** How well texts are sorted into classes, categories as well as topics. */
import { bootstrap } from './bootstrap.ts'
import { share, type Estimate } from './interval.ts'

/** The class by label, and the classes that were read, best first. */
export type Sorted = { label: string; ranked: readonly string[] }

export type ClassScores = {
  texts: number
  accuracy: Estimate | null
  topThree: Estimate | null
  macroF1: Estimate | null
  classes: { label: string; labelled: number; read: number; right: number; f1: number }[]
  /** What is taken for what, the most frequent first. */
  confusions: { label: string; read: string; texts: number }[]
}

const NONE = '-'
const TOP = 3

/**
 * Accuracy and top-3 with Wilson intervals. Macro-F1 is the plain mean of the F1 of all classes that were
 * labelled or read (scikit-learn's `f1_score(average='macro')`), with a bootstrap interval.
 */
export function scoreClasses(texts: readonly Sorted[]): ClassScores {
  const rows = texts
    .map(({ label, ranked }) => ({ label, read: ranked[0] ?? NONE }))
    .toSorted((a, b) => compare(a.label, b.label) || compare(a.read, b.read))
  const named = new Set(rows.flatMap(({ label, read }) => [label, read]))
  named.delete(NONE)
  const names = [...named].sort(compare)
  // What was read as nothing has the number behind the last class, where no F1 is taken.
  const numberOf = new Map([...names, NONE].map((name, n) => [name, n]))
  const labels = Uint16Array.from(rows, ({ label }) => numberOf.get(label)!)
  const reads = Uint16Array.from(rows, ({ read }) => numberOf.get(read)!)
  const count = (times: Uint16Array) => countClasses({ labels, reads, times, size: names.length })

  const once = count(new Uint16Array(rows.length).fill(1))
  const right = sum(once.right)
  const inTop = texts.filter(({ label, ranked }) => ranked.slice(0, TOP).includes(label)).length
  const [interval] =
    rows.length === 0 ? [] : bootstrap(rows.length, (times) => [macroF1(count(times))])
  return {
    texts: rows.length,
    accuracy: share(right, rows.length),
    topThree: share(inTop, rows.length),
    macroF1: interval ? { value: macroF1(once), ...interval } : null,
    classes: names.map((label, n) => ({
      label,
      labelled: once.labelled[n]!,
      read: once.read[n]!,
      right: once.right[n]!,
      f1: (2 * once.right[n]!) / (once.labelled[n]! + once.read[n]!),
    })),
    confusions: findConfusions(rows),
  }
}

type Tally = { labelled: Float64Array; read: Float64Array; right: Float64Array }

function countClasses(columns: {
  labels: Uint16Array
  reads: Uint16Array
  times: Uint16Array
  size: number
}): Tally {
  const { labels, reads, times, size } = columns
  const tally = {
    labelled: new Float64Array(size),
    read: new Float64Array(size),
    right: new Float64Array(size),
  }
  for (let i = 0; i < times.length; i += 1) {
    const drawn = times[i]!
    tally.labelled[labels[i]!]! += drawn
    tally.read[reads[i]!]! += drawn
    if (labels[i] === reads[i]) tally.right[labels[i]!]! += drawn
  }
  return tally
}

/** A class that a draw does not have says nothing there. */
function macroF1({ labelled, read, right }: Tally): number {
  let total = 0
  let classes = 0
  for (let n = 0; n < labelled.length; n += 1) {
    const both = labelled[n]! + read[n]!
    if (both === 0) continue
    total += (2 * right[n]!) / both
    classes += 1
  }
  return total / classes
}

function findConfusions(rows: { label: string; read: string }[]): ClassScores['confusions'] {
  const counts = new Map<string, { label: string; read: string; texts: number }>()
  for (const { label, read } of rows) {
    if (label === read) continue
    const key = JSON.stringify([label, read])
    const known = counts.get(key)
    if (known) known.texts += 1
    else counts.set(key, { label, read, texts: 1 })
  }
  return [...counts.values()].sort((a, b) => b.texts - a.texts)
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
const sum = (figures: Float64Array): number => figures.reduce((total, each) => total + each, 0)
