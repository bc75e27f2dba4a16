/** Sizes of files and disks in words. */
import type { Language } from '../../api.ts'

const UNITS = ['MB', 'GB', 'TB']
/** Less than a tenth, or than 2 GB, is too little to wait with. */
const LOW_SHARE = 0.1
const LOW_BYTES = 2e9

/** "38 MB", "1,4 GB": a million bytes is one MB, as disks are sold. */
export function sizeOf(bytes: number, language: Language): string {
  let size = bytes / 1e6
  let unit = 0
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  const digits = size < 10 && unit > 0 ? 1 : 0
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size)
  return `${number} ${UNITS[unit]}`
}

export const diskState = (free: number, total: number): 'fine' | 'low' =>
  free < total * LOW_SHARE || free < LOW_BYTES ? 'low' : 'fine'
