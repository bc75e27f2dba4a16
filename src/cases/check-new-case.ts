import { invalid } from '../errors.ts'
import { checkAreaPair } from '../region/check-area-pair.ts'
import { type Category, isCategory } from '../region/category.ts'
import type { Region } from '../region/region.ts'
import type { NewCase } from './open.ts'

export type CheckedCase = Omit<NewCase, 'category' | 'dispose' | 'now'> & { category: Category }

const MOST = { title: 200, description: 10_000, place: 300 }

/** Pure. Throws 422 with a sentence for each field that is wrong; fills in a kelurahan's kecamatan. */
export function checkNewCase(region: Region, input: NewCase): CheckedCase {
  const fields: Record<string, string> = {}
  const title = input.title.trim().replace(/\s+/g, ' ')
  const description = input.description.trim()
  const place = input.place?.trim() || null
  const { category, agencyCode, kelurahanCode, urgent, confidential } = input

  if (title.length < 3 || title.length > MOST.title) {
    fields['title'] = `Judul harus 3 sampai ${MOST.title} huruf.`
  }
  if (description.length < 3 || description.length > MOST.description) {
    fields['description'] = `Uraian harus 3 sampai ${MOST.description} huruf.`
  }
  if (place !== null && place.length > MOST.place) {
    fields['place'] = `Lokasi paling panjang ${MOST.place} huruf.`
  }
  if (agencyCode !== null && !region.agencies.some(({ code }) => code === agencyCode)) {
    fields['agencyCode'] = `${region.office.agency} ${agencyCode} tidak dikenal.`
  }
  if (agencyCode === null && input.dispose) {
    fields['agencyCode'] = `Pilih ${region.office.agency} tujuan disposisi.`
  }
  const areas = checkAreaPair(region, input.kecamatanCode, kelurahanCode)
  if (areas.problem) fields[areas.problem.field] = areas.problem.sentence
  if (!isCategory(category)) {
    throw invalidFields({ ...fields, category: `Kategori "${category}" tidak dikenal.` })
  }
  if (Object.keys(fields).length > 0) throw invalidFields(fields)
  const { kecamatanCode } = areas
  return {
    title,
    description,
    category,
    agencyCode,
    kecamatanCode,
    kelurahanCode,
    place,
    urgent,
    confidential,
  }
}

const invalidFields = (fields: Record<string, string>) =>
  invalid(Object.values(fields)[0] ?? 'Isian belum benar.', fields)
