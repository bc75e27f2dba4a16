/** The closed word lists of a region pack; types and checks both come from these arrays. */
export const REGION_LEVELS = ['city', 'regency', 'province'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

export const AREA_LEVELS = ['kecamatan', 'kelurahan'] as const
export type AreaLevel = (typeof AREA_LEVELS)[number]

export const PLACE_KINDS = [
  'street',
  'landmark',
  'market',
  'hospital',
  'school',
  'office',
  'bridge',
  'area',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const AGENCY_KINDS = [
  'opd',
  'kecamatan',
  'kelurahan',
  'hospital',
  'utility',
  'police',
  'province',
  'national',
  'oversight',
] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

export const CLOCK_UNITS = ['hours', 'working_days'] as const
export type ClockUnit = (typeof CLOCK_UNITS)[number]

export const HOLIDAY_KINDS = ['national', 'cuti_bersama', 'regional'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]
