/** A kecamatan and a kelurahan as a person names them. Pure. */
import type { Region } from './region.ts'

/**
 * Whether both exist and belong together: the code of a kelurahan begins with the code of its kecamatan.
 * @returns the kecamatan, filled in where only the kelurahan is told, and what is wrong of which field
 */
export function checkAreaPair(
  region: Pick<Region, 'areas'>,
  kecamatanCode: string | null,
  kelurahanCode: string | null,
) {
  const kelurahan = region.areas.find((a) => a.level === 'kelurahan' && a.code === kelurahanCode)
  const kecamatan = region.areas.find(
    ({ level, code }) =>
      level === 'kecamatan' &&
      (kecamatanCode === null ? kelurahan?.code.startsWith(`${code}.`) : code === kecamatanCode),
  )
  const found = { kecamatanCode: kecamatan?.code ?? null, problem: null }
  const wrong = (field: string, sentence: string) => ({ ...found, problem: { field, sentence } })
  if (kecamatanCode !== null && !kecamatan) {
    return wrong('kecamatanCode', `Kecamatan ${kecamatanCode} tidak dikenal.`)
  }
  if (kelurahanCode !== null && !kelurahan) {
    return wrong('kelurahanCode', `Kelurahan ${kelurahanCode} tidak dikenal.`)
  }
  if (kelurahan && kecamatan && !kelurahan.code.startsWith(`${kecamatan.code}.`)) {
    return wrong('kelurahanCode', `Kelurahan ${kelurahan.name} tidak di ${kecamatan.name}.`)
  }
  return found
}
