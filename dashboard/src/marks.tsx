/** Small facts on rows: urgency, chance, time, due. Colour always comes with words. */
import type { CaseStatus } from './api.ts'
import { Icon } from './icons.tsx'
import { dueTone } from './times.ts'
import { useNow, useUi } from './ui.tsx'

const HOUR = 3_600_000

type Urgency = { urgent: boolean; emergency?: boolean; calls?: string[] }

export function UrgentMark({ urgent, emergency, calls = [] }: Urgency) {
  const { t } = useUi()
  if (emergency) {
    return (
      <span className="mark emergency">
        <Icon name="siren" />
        {calls.length > 0 ? t.queue.emergencyCall(calls.join(', ')) : t.queue.emergency}
      </span>
    )
  }
  if (!urgent) return null
  return (
    <span className="mark urgent">
      <Icon name="alert" />
      {t.queue.urgent}
    </span>
  )
}

export function FiledMark({ filed }: { filed: boolean }) {
  const { t } = useUi()
  if (!filed) return null
  return (
    <span className="mark filed" title={t.queue.filedTitle}>
      <Icon name="file" />
      {t.queue.filed}
    </span>
  )
}

export function ConfidentialMark({ confidential }: { confidential: boolean }) {
  const { t } = useUi()
  if (!confidential) return null
  return (
    <span className="mark">
      <Icon name="lock" />
      {t.queue.confidential}
    </span>
  )
}

const STEPS = [0.9, 0.7, 0.5, 0.3]

type ChanceProps = { probability: number; isShort?: boolean }

/** The machine's probability, in words and as a number. */
export function Chance({ probability, isShort }: ChanceProps) {
  const { t, times } = useUi()
  const step = STEPS.findIndex((atLeast) => probability >= atLeast)
  const [long, short] = t.queue.chances[step < 0 ? STEPS.length : step] ?? ['', '']
  const words = isShort ? short : long
  return (
    <span className="chance" title={t.queue.chance}>
      {words} {times.percent(probability)}
    </span>
  )
}

/** A moment as an age, with the full date in the region's zone as its title. */
export function Ago({ at }: { at: string }) {
  const { t, times } = useUi()
  const now = useNow()
  return (
    <time dateTime={at} title={times.full(at)}>
      {t.time.ago(times.age(at, now))}
    </time>
  )
}

export function Moment({ at }: { at: string }) {
  const { times } = useUi()
  return (
    <time dateTime={at} title={times.full(at)}>
      {times.short(at)}
    </time>
  )
}

/** A limit: how much is left or how late it is; amber in the last `soonHours`, red after. */
export function Due({ at, soonHours = 24 }: { at: string; soonHours?: number }) {
  const { t, times } = useUi()
  const now = useNow()
  const tone = dueTone(at, now, soonHours * HOUR)
  const span = times.span(Date.parse(at) - now)
  return (
    <time className="due" data-tone={tone} dateTime={at} title={times.full(at)}>
      <Icon name={tone === 'late' ? 'alert' : 'clock'} />
      {tone === 'late' ? t.time.late(span) : t.time.left(span)}
    </time>
  )
}

export function CaseStatusMark({ status }: { status: CaseStatus }) {
  const { t } = useUi()
  return (
    <span className="status" data-status={status}>
      {t.caseStatus[status]}
    </span>
  )
}
