export type Tile = {
  code: string
  name: string
  x: number
  y: number
  /** A few letters that stand on the tile. */
  short: string
}

type Placed = { code: string; name: string; tileX: number | null; tileY: number | null }

/** The kecamatan that have a place on the tile map, each with a short name that no other one has. Pure. */
export function tilesOf(areas: Placed[]): Tile[] {
  const placed = areas.flatMap(({ code, name, tileX, tileY }) =>
    tileX === null || tileY === null ? [] : [{ code, name, x: tileX, y: tileY }],
  )
  const taken = new Set<string>()
  return placed.map((area) => {
    const short = shortName(area.name, taken)
    taken.add(short)
    return { ...area, short }
  })
}

/** "Kendari Barat" is KB, "Mandonga" is Man; where that is taken, a later letter tells them apart. */
function shortName(name: string, taken: ReadonlySet<string>): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [name]
  const letters = Array.from(words.join(''))
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('')
  const first = words.length > 1 ? initials.slice(0, 3) : letters.slice(0, 3).join('')
  const others = letters.slice(2).map((letter) => `${letters[0]}${letters[1] ?? ''}${letter}`)
  return [first, ...others].find((short) => !taken.has(short)) ?? first
}
