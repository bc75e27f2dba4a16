/** What each filter can be set to, in words. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useNames, useSession, useUi } from '../../ui.tsx'
import type { ListName, SwitchName } from './filters.ts'

type Choice = { name: ListName; label: string; options: { code: string; name: string }[] }

const CONFIDENCES = ['high', 'middle', 'low'] as const
const HOUR = 3_600_000
const AGES = [24, 72, 168]

/** The filters that are lists. What the server must be asked for is asked when this is drawn. */
export function useChoices(): Choice[] {
  const { t, language, times } = useUi()
  const { region } = useSession()
  const { data } = useNames()
  const asked = useAsked()
  const areas = data.areas.filter(({ level }) => level === 'kecamatan')
  return [
    {
      name: 'category',
      label: t.queue.category,
      options: data.categories.map((each) => ({ code: each.code, name: each[language] })),
    },
    {
      name: 'agency',
      label: region.office.agency,
      options: data.agencies.map(({ code, short }) => ({ code, name: short })),
    },
    { name: 'kecamatan', label: t.queue.kecamatan, options: areas },
    { name: 'source', label: t.queue.source, options: asked.sources },
    { name: 'assigned', label: t.queue.assigned, options: asked.officers },
    { name: 'label', label: t.queue.label, options: asked.labels },
    {
      name: 'modus',
      label: t.queue.modus,
      options: Object.entries(t.modus).map(([code, name]) => ({ code, name })),
    },
    {
      name: 'confidence',
      label: t.queue.confidence,
      options: CONFIDENCES.map((code) => ({ code, name: t.queue.confidences[code] })),
    },
    {
      name: 'age',
      label: t.queue.age,
      options: AGES.map((hours) => ({
        code: String(hours),
        name: t.queue.ages(times.span(hours * HOUR)),
      })),
    },
  ]
}

function useAsked() {
  const { t, may } = useUi()
  const sources = useQuery({
    queryKey: ['sources'],
    queryFn: api.sources,
    enabled: may('sources.read'),
  })
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: api.colleagues })
  const labels = useQuery({ queryKey: ['labels'], queryFn: api.labels })
  const others = colleagues.data?.items ?? []
  return {
    sources: (sources.data?.items ?? []).map(({ id, name }) => ({ code: String(id), name })),
    officers: [
      { code: 'me', name: t.queue.assignedMe },
      { code: 'none', name: t.queue.assignedNone },
      ...others.map(({ id, name }) => ({ code: String(id), name })),
    ],
    labels: (labels.data?.items ?? []).map(({ label }) => ({ code: label, name: label })),
  }
}

/** The filters that are on or off. */
export function useSwitches(): { name: SwitchName; label: string }[] {
  const { t } = useUi()
  return [
    { name: 'urgent', label: t.queue.onlyUrgent },
    { name: 'overdue', label: t.queue.onlyOverdue },
    { name: 'filed', label: t.queue.onlyFiled },
    { name: 'confidential', label: t.queue.onlyConfidential },
    { name: 'snoozed', label: t.queue.onlySnoozed },
  ]
}
