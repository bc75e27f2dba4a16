/** The headline of a candidate: what, and where. Pure. */
import type { Reason } from '../read/reading.ts'
import { CATEGORY_NAMES, isCategory } from '../region/category.ts'
import { nameKey } from '../region/name-key.ts'
import type { Region } from '../region/region.ts'

const MAX_PROBLEM = 70
const MAX_PLACE = 60

/** A message, and what the machine read in it. */
type Told = {
  text: string
  title: string | null
  category: string | null
  kecamatanCode: string | null
  kelurahanCode: string | null
  place: string | null
  reasons: Reason[]
}

/** "Lampu jalan mati · Jl. Saranani, Lepo-Lepo"; without place words only the problem. */
export function makeTitle(region: Region, told: Told): string {
  const problem = capital(shorten(problemOf(told), MAX_PROBLEM))
  const place = placeOf(region, told)
  return place === '' ? problem : `${problem} · ${place}`
}

function problemOf(told: Told): string {
  const reason = told.reasons.find((one) => one.kind === 'category')
  const quoted = reason && /^[^:]+: '(.*)'$/su.exec(reason.text)?.[1]
  if (quoted) return oneLine(quoted)
  const name = told.category && isCategory(told.category) ? CATEGORY_NAMES[told.category].id : ''
  const words = oneLine(told.title ?? told.text)
  return words === '' ? name || 'Aduan tanpa teks' : words
}

function placeOf(region: Region, told: Told): string {
  const nameOf = (code: string | null) => region.areas.find((area) => area.code === code)?.name
  const area = nameOf(told.kelurahanCode) ?? nameOf(told.kecamatanCode) ?? ''
  const first = oneLine(told.place?.split(' | ')[0] ?? '').replace(/^(di|dari|ke)\s+/i, '')
  const words = shorten(first, MAX_PLACE)
  if (words === '') return area
  const isSaid = area === '' || nameKey(words).includes(nameKey(area))
  return isSaid ? words : `${words}, ${area}`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Shouted words are calmed; the first letter is a capital. */
function capital(text: string): string {
  const calm = text.length > 6 && text === text.toUpperCase() ? text.toLowerCase() : text
  return calm.charAt(0).toUpperCase() + calm.slice(1)
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most).toWellFormed()
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}
