/** Why two messages are, or are not, one problem: short phrases with the words that agree or differ. Pure. */
import type { Part, Parts } from './compare-parts.ts'
import { daysApart } from './compare-facts.ts'
import type { Prepared, Told } from './compare.ts'
import { showWords, type Shown } from './compare-words.ts'

type Evidence = { parts: Parts; weights: Partial<Record<Part, number>> }
type Reason = { strength: number; text: string }
type Pair = { a: Shown; b: Shown; first: Told; second: Told }

const MOST_REASONS = 6
/** Copied words, in or out of place. */
const COPIED = 0.6
const IN_TEMPLATE = 0.2

/** At most six phrases, the strongest first; the same both ways. */
export function explain(one: Prepared, other: Prepared, evidence: Evidence): string[] {
  const [x, y] = inOrder(one, other)
  const pair = { a: showWords(x), b: showWords(y), first: x.told, second: y.told }
  const reasons = [
    ...whatAgrees(pair, evidence),
    ...whereAgrees(pair, evidence),
    ...whatDiffers(pair, evidence),
    ...facts(pair, evidence),
  ]
  const made = reasons
    .filter(({ text }) => text !== '')
    .toSorted((p, q) => q.strength - p.strength)
    .slice(0, MOST_REASONS)
  return made.length > 0 ? made.map(({ text }) => text) : ['sedikit kata sama']
}

/** Whoever is asked first, the words are quoted from the same one. */
function inOrder(a: Prepared, b: Prepared): [Prepared, Prepared] {
  const key = ({ told }: Prepared) =>
    JSON.stringify([
      told.date?.getTime() || 0,
      told.text,
      told.address,
      told.kelurahan,
      told.kecamatan,
    ])
  return key(a) <= key(b) ? [a, b] : [b, a]
}

/** How much some parts say together; the sign is left out. */
const strengthOf = ({ parts, weights }: Evidence, ...names: Part[]): number =>
  names.reduce((sum, name) => sum + Math.abs((weights[name] ?? 0) * parts[name]), 0)

function whatAgrees({ a, b }: Pair, evidence: Evidence): Reason[] {
  const { copied, template } = evidence.parts
  // Of a template it is not the words that count, but what was put into it.
  const share = template > copied ? IN_TEMPLATE : 1
  const strength = share * strengthOf(evidence, 'told', 'words', 'meaning', 'copied')
  if (copied + template >= COPIED) {
    const run = a.longestRun(b)
    return [{ strength, text: `kalimat hampir sama: "${run}"` }]
  }
  const shared = a.sharedWords(b)
  return shared === '' ? [] : [{ strength, text: `sama: ${shared}` }]
}

function whereAgrees({ a, b }: Pair, evidence: Evidence): Reason[] {
  const { parts } = evidence
  const places = a.sharedPlaces(b)
  const subjects = a.shared(b, 'subjects')
  const reasons: Reason[] = []
  const add = (strength: number, text: string) => reasons.push({ strength, text })
  if (parts.home > 0) {
    add(strengthOf(evidence, 'place', 'home', 'house'), `alamat sama: ${a.homeShared(b)}`)
  } else if (places !== '') {
    add(strengthOf(evidence, 'place', 'names', 'spots', 'address'), `tempat sama: ${places}`)
  }
  if (parts.home === 0 && parts.house > 0) {
    add(strengthOf(evidence, 'house'), `nomor rumah sama: ${a.sharedMarks(b, ['house', 'any'])}`)
  }
  if (parts.block > 0)
    add(strengthOf(evidence, 'block'), `blok sama: ${a.sharedMarks(b, ['block'])}`)
  if (parts.paper > 0) add(strengthOf(evidence, 'paper'), `nomor sama: ${a.sharedMarks(b, ['id'])}`)
  if (subjects !== '') add(strengthOf(evidence, 'subjects', 'names') / 2, `nama sama: ${subjects}`)
  return reasons
}

function whatDiffers({ a, b }: Pair, evidence: Evidence): Reason[] {
  const { parts } = evidence
  const differs: [part: Part, label: string, words: () => string][] = [
    ['otherHouse', 'nomor rumah berbeda', () => a.otherMarks(b, ['house', 'any'])],
    ['otherLane', 'gang berbeda', () => a.otherMarks(b, ['lane', 'any'])],
    ['otherRt', 'RT/RW berbeda', () => a.otherMarks(b, ['rt', 'rw'])],
    ['otherBlock', 'blok berbeda', () => a.otherMarks(b, ['block'])],
    ['otherStreet', 'nama jalan berbeda', () => a.others(b, 'streets')],
    ['otherSide', 'arah berbeda', () => a.others(b, 'sides')],
    ['otherSpot', 'patokan berbeda', () => a.others(b, 'spots')],
    ['otherAddress', 'alamat berbeda', () => a.otherAddress(b)],
    ['otherNames', 'nama berbeda', () => a.others(b, 'names')],
    ['otherFirst', 'hal berbeda', () => a.otherThings(b).toLowerCase()],
  ]
  const reasons = differs.flatMap(([part, label, words]) => {
    if (parts[part] === 0) return []
    const said = words()
    // What contradicts stands first in a template: it is all that tells the two apart.
    const strength = strengthOf(evidence, part) + (part === 'otherNames' ? 0 : parts.template * 2)
    return said === '' ? [] : [{ strength, text: `${label}: ${said}` }]
  })
  if (parts.template >= 0.3) {
    const strength = IN_TEMPLATE * strengthOf(evidence, 'template')
    reasons.push({ strength, text: 'kalimat serupa tetapi tempat atau nama berbeda' })
  }
  return reasons
}

function facts({ first, second }: Pair, evidence: Evidence): Reason[] {
  const { parts } = evidence
  const days = daysApart(first, second)
  const reasons: Reason[] = []
  const add = (strength: number, text: string) => reasons.push({ strength, text })
  const level = parts.sameArea === 1 ? 'kelurahan' : 'kecamatan'
  if (parts.sameArea > 0) {
    add(strengthOf(evidence, 'sameArea'), `${level} sama${nameOf(first[level], ': ')}`)
  }
  if (parts.otherArea > 0) {
    const other = parts.otherArea === 1 ? 'kecamatan' : 'kelurahan'
    const names = two(nameOf(first[other], ''), nameOf(second[other], ''))
    add(
      strengthOf(evidence, 'otherArea') + 0.1,
      `${other} berbeda${names === '' ? '' : `: ${names}`}`,
    )
  }
  if (parts.sameCategory > 0) {
    add(strengthOf(evidence, 'sameCategory'), `kategori sama: ${first.category ?? ''}`)
  }
  if (parts.otherCategory > 0) {
    const names = two(first.category ?? '', second.category ?? '')
    add(strengthOf(evidence, 'otherCategory'), `kategori berbeda: ${names}`)
  }
  if (parts.sameWriter > 0) add(strengthOf(evidence, 'sameWriter') + 0.2, 'penulis sama')
  if (days !== null) add(strengthOf(evidence, 'days', 'event'), daysText(days))
  return reasons
}

/** Nothing for a code: people read names. */
const nameOf = (name: string | null | undefined, before: string): string =>
  name && !/^[\d.]+$/.test(name) ? `${before}${name}` : ''

const two = (a: string, b: string): string => (a === '' || b === '' ? '' : `${a} dan ${b}`)

function daysText(days: number): string {
  if (days < 1) return 'selisih kurang dari sehari'
  return days < 60 ? `selisih ${Math.round(days)} hari` : `selisih ${Math.round(days / 30.4)} bulan`
}
