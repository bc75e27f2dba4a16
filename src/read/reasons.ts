/** Why the machine says so, as short phrases that quote the words of the message. */
import type { CueHit, Evidence } from './cues.ts'
import type { CueName } from './lexicon/cues.ts'
import { WEIGHTS } from './lexicon/weights.ts'
import type { ModusFound } from './modus.ts'
import { quote, type Normalized } from './normalize.ts'
import type { PlaceFound } from './place.ts'
import type { Span } from './place-spans.ts'
import type { Modus, Reason } from './reading.ts'
import type { Topics } from './topics.ts'
import type { Urgency } from './urgency.ts'

const CUE_LABELS: Record<CueName, string> = {
  request: 'permintaan tindakan',
  address: 'menyapa pejabat atau instansi',
  ask: 'mempertanyakan layanan',
  unmet: 'belum dilayani',
  duration: 'sudah lama atau berulang',
  now: 'terjadi sekarang',
  harm: 'dampak atau bahaya',
  upset: 'ungkapan kecewa',
  self: 'dialami sendiri atau warga sekitar',
  relayed: 'keluhan warga yang diteruskan',
  letter: 'bahasa surat aduan',
  news: 'gaya berita',
  announce: 'gaya pengumuman instansi',
  reply: 'jawaban akun instansi',
  advert: 'promosi atau jualan',
  praise: 'pujian atau terima kasih',
  past: 'sudah selesai atau masa lalu',
  idiom: 'kiasan, cerita, atau candaan',
  politics: 'pendapat politik',
  private: 'urusan pribadi atau swasta',
  foreign: 'bukan bahasa Indonesia',
  inquiry: 'bertanya informasi',
}
/** Cues that a person takes for signs of a complaint; the others speak against one. */
const SPEAKS_FOR = new Set<CueName>([
  'request',
  'address',
  'ask',
  'unmet',
  'duration',
  'now',
  'harm',
  'upset',
  'self',
  'relayed',
  'letter',
])
const MODUS_LABELS: Record<Modus, string> = {
  pungli: 'pungutan liar',
  suap: 'suap',
  percaloan: 'percaloan',
  diskriminasi: 'diskriminasi',
  penundaan_berlarut: 'penundaan berlarut',
  penyalahgunaan_wewenang: 'penyalahgunaan wewenang',
  tidak_kompeten: 'tidak kompeten',
  nepotisme: 'nepotisme',
}
const MAX_QUOTE = 80

export type Findings = {
  message: Normalized
  topics: Topics
  evidence: Evidence
  place: PlaceFound
  urgency: Urgency
  modus: ModusFound[]
}

/** At most a dozen reasons, the weightiest of each kind first. */
export function giveReasons(findings: Findings): Reason[] {
  const { message, topics, evidence, place, urgency, modus } = findings
  const make = (kind: Reason['kind'], label: string, span: Span): Reason =>
    reason(message, kind, label, span)
  const problems = topics.problems.toSorted((a, b) => b.weight - a.weight).slice(0, 2)
  const weight = (hit: CueHit): number => WEIGHTS[hit.cue] ?? 0
  const cues = [...new Map(evidence.hits.map((hit) => [hit.cue, hit])).values()].toSorted(
    (a, b) => Math.abs(weight(b)) - Math.abs(weight(a)),
  )
  return [
    ...problems.map((problem) => make('category', 'masalah', problem)),
    // A cue whose fitted weight contradicts its meaning would explain nothing to a person.
    ...cues
      .filter((hit) => weight(hit) > 0.05 && SPEAKS_FOR.has(hit.cue))
      .slice(0, 3)
      .map((hit) => make('complaint', CUE_LABELS[hit.cue], hit)),
    ...cues
      .filter((hit) => weight(hit) < -0.05 && !SPEAKS_FOR.has(hit.cue))
      .slice(0, 3)
      .map((hit) => make('not_complaint', CUE_LABELS[hit.cue], hit)),
    ...place.spans.slice(0, 2).map((span) => make('place', 'tempat', span)),
    ...urgency.emergency.slice(0, 1).map((span) => make('urgent', 'keadaan darurat', span)),
    ...urgency.urgent.slice(0, 1).map((span) => make('urgent', 'membahayakan', span)),
    ...modus.slice(0, 2).map((one) => make('modus', MODUS_LABELS[one.modus], one)),
  ]
}

function reason(message: Normalized, kind: Reason['kind'], label: string, span: Span): Reason {
  const words = quote(message, span.from, span.to)
  const short = words.length > MAX_QUOTE ? `${words.slice(0, MAX_QUOTE)}…` : words
  const text = `${label}: '${short.replace(/\s+/g, ' ').toWellFormed()}'`
  const first = message.tokens[span.from]
  const last = message.tokens[span.to]
  if (!first || !last || first.inTitle || last.inTitle) return { kind, text }
  return { kind, text, start: first.start, end: last.end }
}
