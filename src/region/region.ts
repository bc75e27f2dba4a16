import type { Category } from './category.ts'
import { checkRegion } from './check.ts'
import type {
  AgencyKind,
  AreaLevel,
  ClockUnit,
  HolidayKind,
  PlaceKind,
  RegionLevel,
} from './kinds.ts'
import type { Theme } from './theme.ts'

export type { AgencyKind, AreaLevel, ClockUnit, HolidayKind, PlaceKind, RegionLevel }

/**
 * The government that runs this installation, as data. Nothing in the code knows a particular
 * city: what differs between governments is in `regions/<id>/` and arrives here.
 */
export type Region = RegionSettings & {
  areas: Area[]
  places: Place[]
  agencies: Agency[]
  routes: Route[]
  sources: SourceRow[]
  watchWords: WatchWord[]
  holidays: Holiday[]
  /** The colours and the logo of this government, where it has its own. */
  theme: Theme
}

/** What `region.json` says. */
export type RegionSettings = {
  id: string
  name: string
  level: RegionLevel
  /** Official code of the region, which every area code begins with ("74.71"). */
  code: string
  province: string
  timezone: string
  locale: string
  /** What case numbers begin with ("KDI"). */
  casePrefix: string
  office: Office
  /** Ways to name the region itself. */
  names: string[]
  /** Places that put a post outside the region. */
  elsewhere: string[]
  emergency: EmergencyNumber[]
  clocks: ClockRule[]
  workingHours: WorkingHours
  /** How many posts of what the machine set aside a person judges each day; more give closer figures. */
  samplesPerDay: number
  /** The rules that this government answers to, cited on what it prints. */
  legal: string[]
  /** What citizens read on the portal; `portalTitle` and `portalIntro` are always there. */
  texts: RegionTexts
  /** Where the facts of the pack come from, and what a person must still confirm. */
  provenance: string[]
}

/** The words this government uses for its own offices. */
export type Office = {
  desk: string
  reviewer: string
  agency: string
  agencyLong: string
  head: string
}

export type EmergencyNumber = { number: string; name: string }

/** One time limit: when `amount` of `unit` has passed in `stage`, `rung` is what happens. */
export type ClockRule = {
  stage: string
  rung: string
  amount: number
  unit: ClockUnit
  what: string
  source: string
}

/** Office hours in the region's time zone; days are 1 (Monday) to 7 (Sunday), hours "HH:MM". */
export type WorkingHours = { days: number[]; start: string; end: string }

export type RegionTexts = { portalTitle: string; portalIntro: string } & Record<string, string>

export type Area = {
  code: string
  level: AreaLevel
  name: string
  aliases: string[]
  /** If not empty, the plain name is a place only after one of these words. */
  needs: string[]
  /** An indicative point inside the area. */
  point: Point | null
  /** Cell on the tile map, counted from the north-west; kecamatan only. */
  tile: { x: number; y: number } | null
}

/** Degrees, WGS 84. */
export type Point = { lat: number; lng: number }

export type Place = {
  name: string
  kind: PlaceKind
  aliases: string[]
  kecamatanCode: string | null
  kelurahanCode: string | null
  point: Point | null
}

export type Agency = {
  code: string
  name: string
  short: string
  kind: AgencyKind
  /** A body that does not belong to this government. */
  isOutside: boolean
  areaCode: string | null
  /** Words and phrases for what it is responsible for. */
  owns: string[]
  /** How people name it. */
  aliases: string[]
}

/** A row without words is the default of its category; any one of the words makes it apply. */
export type Route = { category: Category; agencyCode: string; words: string[] }

export type SourceRow = {
  kind: string
  name: string
  /** Empty for what is pushed to us. */
  url: string
  tier: string
  intervalMinutes: number
  isEnabled: boolean
}

export type WatchWord = { word: string; category: Category; note: string }

/** A day off; `date` is a calendar day (YYYY-MM-DD) in the region's time zone. */
export type Holiday = { date: string; name: string; kind: HolidayKind; source: string }

/**
 * Reads and checks the region pack in `folder`.
 * Throws one Error whose message lists every problem found, each with its file and line.
 */
export async function loadRegion(folder: string): Promise<Region> {
  const { region, problems } = await checkRegion(folder)
  if (!region) {
    const list = problems.map((problem) => `  ${problem}`).join('\n')
    throw new Error(`region: the pack in ${folder} cannot be used; correct these:\n${list}`)
  }
  return region
}
