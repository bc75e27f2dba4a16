/** Readings for tests that measure what is said, not how it is found. */
import type { Reading } from '../../src/read/reading.ts'

export const emptyReading: Reading = {
  complaint: false,
  probability: 0,
  category: null,
  categories: [],
  agency: null,
  agencies: [],
  kecamatan: null,
  kelurahan: null,
  place: null,
  outside: false,
  urgent: false,
  emergency: false,
  call: null,
  point: null,
  lapor: null,
  modus: [],
  reasons: [],
  model: 'uji',
}
