/** Whether the numbers of two places agree or contradict: houses, lanes, RT and RW, blocks, papers. Pure. */
import { KINDS, kindOf, valueOf, type Kind } from './fingerprint-marks.ts'

const maskOf = (...kinds: Kind[]): number =>
  kinds.reduce((mask, kind) => mask | (1 << KINDS.indexOf(kind)), 0)
const HOUSE = maskOf('house')
const LANE = maskOf('lane')
const HOUSE_OR_ANY = maskOf('house', 'any')
const LANE_OR_ANY = maskOf('lane', 'any')
const EITHER = maskOf('house', 'lane', 'any')
const RT = maskOf('rt')
const RW = maskOf('rw')
const BLOCK = maskOf('block')
const PAPER = maskOf('id')

/** Each 1 or 0; a kind contradicts when both sides have some of it and share none. */
export function weighMarks(a: Uint32Array, b: Uint32Array) {
  const house = agree(a, b, HOUSE_OR_ANY)
  const lane = agree(a, b, LANE_OR_ANY)
  const isOtherNumber = agree(a, b, EITHER) < 0
  const block = agree(a, b, BLOCK)
  return {
    house: house > 0 ? 1 : 0,
    otherHouse: agree(a, b, HOUSE) < 0 || (house < 0 && isOtherNumber) ? 1 : 0,
    otherLane: agree(a, b, LANE) < 0 || (lane < 0 && isOtherNumber) ? 1 : 0,
    otherRt: agree(a, b, RT) < 0 || agree(a, b, RW) < 0 ? 1 : 0,
    block: block > 0 ? 1 : 0,
    otherBlock: block < 0 ? 1 : 0,
    paper: agree(a, b, PAPER) > 0 ? 1 : 0,
  }
}

/** Numbers of these kinds: 1 one is shared, -1 both have some and share none, 0 one side has none. */
function agree(a: Uint32Array, b: Uint32Array, mask: number): number {
  let hasA = false
  let hasB = false
  for (const x of a) {
    if ((mask & (1 << kindOf(x))) === 0) continue
    hasA = true
    for (const y of b) {
      if ((mask & (1 << kindOf(y))) === 0) continue
      hasB = true
      if (valueOf(x) === valueOf(y)) return 1
    }
    if (!hasB) return 0
  }
  return hasA && hasB ? -1 : 0
}
