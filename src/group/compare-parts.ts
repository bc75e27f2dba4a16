/** What agrees and what contradicts between two messages: a number for each named part. Pure. */
import { weighFacts } from './compare-facts.ts'
import { weighMarks } from './compare-marks.ts'
import type { Prepared } from './compare.ts'
import { cosine } from './embed.ts'
import type { Fingerprint } from './fingerprint.ts'
import { countShared, weighOverlap, type Overlap } from './hash-set.ts'
import { isManyThing, isSpotThing, isWideThing } from './object-words.ts'
import { weightOf } from './word-weights.ts'

/** Speak for one problem; each 0..1. */
export const FOR = [
  'told',
  'thing',
  'words',
  'meaning',
  'copied',
  'place',
  'home',
  'house',
  'block',
  'located',
  'there',
  'names',
  'subjects',
  'spots',
  'address',
  'paper',
  'counts',
  'sameArea',
  'sameCategory',
  'sameAgency',
  'sameWriter',
  'event',
] as const
/** Speak against it; each 0..1, `days` for each doubling. */
export const AGAINST = [
  'template',
  'otherThing',
  'otherFirst',
  'otherLocated',
  'otherNames',
  'otherSubjects',
  'otherStreet',
  'otherSide',
  'otherSpot',
  'otherAddress',
  'otherHouse',
  'otherLane',
  'otherRt',
  'otherBlock',
  'otherCounts',
  'otherArea',
  'otherCategory',
  'otherAgency',
  'otherOwner',
  'denied',
  'vague',
  'past',
  'again',
  'short',
  'days',
] as const
export const PARTS = [...FOR, ...AGAINST] as const
export type Part = (typeof PARTS)[number]
/** `conflict`: 1 when a place, a number of it or a landmark contradicts; `wholly`: share of all that is copied. */
export type Parts = Record<Part, number> & { conflict: number; wholly: number; allAddress: number }

/** Weighs every part; the same both ways. */
export function weighParts(a: Prepared, b: Prepared): Parts {
  const p = a.print
  const q = b.print
  const words = weighOverlap(p.words, q.words, weightOf)
  const what = weighOverlap(p.what, q.what, weightOf)
  const places = weighPlaces(p, q)
  const marks = weighMarks(p.marks, q.marks)
  const counts = weighOverlap(p.counts, q.counts, one)
  const { copied, wholly } = weighCopied(p, q)
  const conflict = Math.max(
    marks.otherHouse,
    marks.otherLane,
    marks.otherRt,
    marks.otherBlock,
    places.otherStreet,
    places.otherSide,
    isNone(places.ofSpots),
  )
  // "gang Salak" and "gang Jambu" in the same sentence: what was swapped is what it is about.
  const swapped = 1 - (1 - conflict) * places.unswapped
  const home =
    Math.max(bothHave(places.ofStreets), places.address) * marks.house * (1 - marks.otherLane)
  const { ofStreets: _, ofSpots: __, unswapped: ___, streets, ...ofPlaces } = places
  const things = weighThings(p, q)
  const { apart: daysApart, ...facts } = weighFacts(a.told, b.told)
  const isWide = isOfArea(a) && isOfArea(b)
  const place =
    Math.max(home, streets, places.names, places.spots, places.address, places.located) *
    (1 - conflict)
  const least = words.shared + Math.min(words.onlyA, words.onlyB)
  return {
    ...things,
    there: place * alikeness(things, facts.sameCategory),
    told: saturate(what.shared / 2),
    words: saturate(words.shared / 2),
    meaning: Math.max(0, cosine(a.vector, b.vector)),
    copied: copied * (1 - swapped),
    template: Math.max(copied, wholly) * swapped,
    place,
    home,
    ...ofPlaces,
    ...marks,
    counts: bothHave(counts),
    otherCounts: isNone(counts),
    otherOwner: p.isOwn === q.isOwn ? 0 : 1,
    again: p.isAgain || q.isAgain ? Math.max(0, facts.days - 2) : 0,
    short: Math.exp(-least / 2),
    denied: Math.max(sharedWeight(p.denied, q.words), sharedWeight(q.denied, p.words)),
    vague: !isWide && isVague(p, q) ? 1 : 0,
    ...facts,
    past: isWide ? 1 - Math.exp(-Math.max(0, daysApart - OUTAGE_DAYS) / OUTAGE_DAYS) : 0,
    event: isWide ? facts.event * alikeness(things, facts.sameCategory) : 0,
    conflict,
    wholly: wholly * (1 - swapped),
  }
}

/** An area is seldom without water or power for longer. */
const OUTAGE_DAYS = 5
/** Fewer words in a row are alike by chance. */
const FEWEST_TELLINGS = 4

const one = (): number => 1
const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)
/** Many words say little more than a few: 0 for none, 0.5 for one rare word, 0.9 for three or four. */
const saturate = (sum: number): number => 1 - Math.exp(-sum / 1.5)
/** Which share of what the poorer side has the other has, too. */
const bothHave = (o: Overlap): number => ratio(o.shared, o.shared + Math.min(o.onlyA, o.onlyB))
/** Which share of what the richer side has the other has, too: two streets of a list are not the list. */
const mostHave = (o: Overlap): number => ratio(o.shared, o.shared + Math.max(o.onlyA, o.onlyB))
const isNone = (o: Overlap): number => (o.shared === 0 && o.onlyA > 0 && o.onlyB > 0 ? 1 : 0)
/** Each side names what the other does not. */
const apart = (o: Overlap): number => saturate(Math.min(o.onlyA, o.onlyB))
const unswapped = (o: Overlap): number => Math.exp(-Math.min(o.onlyA, o.onlyB) / 0.7)

function weighPlaces(p: Fingerprint, q: Fingerprint) {
  const names = weighOverlap(p.names, q.names, weightOf)
  const subjects = weighOverlap(p.subjects, q.subjects, weightOf)
  const ofStreets = weighOverlap(p.streets, q.streets, weightOf)
  const ofSpots = weighOverlap(p.spots, q.spots, weightOf)
  const located = weighOverlap(p.located, q.located, weightOf)
  const address = weighOverlap(p.address, q.address, weightOf)
  return {
    ofStreets,
    ofSpots,
    unswapped: unswapped(ofStreets) * unswapped(ofSpots) * unswapped(names) * unswapped(subjects),
    streets: saturate(ofStreets.shared),
    otherStreet: isNone(ofStreets),
    otherSide: isNone(weighOverlap(p.sides, q.sides, one)),
    spots: saturate(ofSpots.shared),
    otherSpot: apart(ofSpots),
    located: saturate(located.shared),
    otherLocated: apart(located),
    names: saturate(names.shared),
    otherNames: apart(names),
    subjects: saturate(subjects.shared),
    otherSubjects: apart(subjects),
    address: bothHave(address),
    allAddress: mostHave(address),
    otherAddress: isNone(address),
  }
}

/** How surely two messages from one place speak of one matter there. */
const alikeness = ({ thing, otherThing }: Things, sameCategory: number): number =>
  otherThing > 0 ? 0 : thing > 0 ? 0.5 + thing / 2 : 0.6 * sameCategory

/** Which share of the shorter one's words in a row the other has: of those that say more than where, and of all. */
function weighCopied(p: Fingerprint, q: Fingerprint) {
  const least = Math.min(p.tellings.length, q.tellings.length)
  return {
    copied: ratio(countShared(p.tellings, q.tellings), Math.max(FEWEST_TELLINGS, least)),
    wholly: ratio(
      countShared(p.shingles, q.shingles),
      Math.min(p.shingles.length, q.shingles.length),
    ),
  }
}

const sharedWeight = (a: Uint32Array, b: Uint32Array): number =>
  a.length === 0 ? 0 : saturate(weighOverlap(a, b, weightOf).shared)

/** Services that fail for a whole area: there the area, the thing and the day are the event. */
const WIDE = new Set<string | null | undefined>(['listrik', 'air', 'telekomunikasi'])

/** Here what it speaks of must say so: a flood, or no word of which service it is. */
const MAY_BE_WIDE = new Set<string | null | undefined>(['drainase', 'lainnya', null, undefined])

const isOfArea = ({ told, print }: Prepared): boolean =>
  !print.things.some(isSpotThing) &&
  (WIDE.has(told.category) || (MAY_BE_WIDE.has(told.category) && print.things.some(isWideThing)))

/** It says more of where than the name of the area. */
const isFine = (p: Fingerprint): boolean =>
  p.located.length > 0 || p.streets.length > 0 || p.spots.length > 0 || p.address.length > 0

/** What an area has many of, and not both say which. */
const isVague = (p: Fingerprint, q: Fingerprint): boolean =>
  !(isFine(p) && isFine(q)) && (p.things.some(isManyThing) || q.things.some(isManyThing))

/** Both speak of one thing, as far as both speak of few; or of nothing in common; or each begins with another. */
type Things = { thing: number; otherThing: number; otherFirst: number }

function weighThings(p: Fingerprint, q: Fingerprint): Things {
  if (p.things.length === 0 || q.things.length === 0)
    return { thing: 0, otherThing: 0, otherFirst: 0 }
  const shared = countShared(p.things, q.things)
  const known =
    Number(countShared(p.first, q.things) > 0) + Number(countShared(q.first, p.things) > 0)
  return {
    thing: shared / (p.things.length + q.things.length - shared),
    otherThing: shared === 0 ? 1 : 0,
    otherFirst: 1 - known / 2,
  }
}
