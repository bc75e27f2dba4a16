import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Source } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Ago } from '../../marks.tsx'
import { Empty, Failed, sentenceOf, Skeleton } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useNow, useTitle, useUi } from '../../ui.tsx'
import { AddSourceDialog } from './add-source.tsx'
import { KeyDialog } from './key-dialog.tsx'

const REFRESH_MS = 15_000
const MINUTE_MS = 60_000

/** What is being listened to, and how it is doing. */
export default function SourcesPage() {
  const { t, may } = useUi()
  useTitle(t.sources.title)
  const [isAdding, setAdding] = useState(false)
  const list = useQuery({
    queryKey: ['sources'],
    queryFn: api.sources,
    refetchInterval: REFRESH_MS,
  })
  const items = list.data?.items
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{t.sources.title}</h1>
          <p className="hint">{t.sources.intro}</p>
        </div>
        {may('sources.manage') && (
          <button type="button" className="primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t.sources.add}
          </button>
        )}
      </div>
      {items && items.length > 0 && (
        <ul className="cards">
          {items.map((source) => (
            <li key={source.id}>
              <SourceCard source={source} />
            </li>
          ))}
        </ul>
      )}
      {items?.length === 0 && (
        <Empty icon="antenna" title={t.sources.empty} why={t.sources.emptyWhy} />
      )}
      {list.isPending && <Skeleton />}
      {!items && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
      {isAdding && <AddSourceDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function SourceCard({ source }: { source: Source }) {
  const { t, times, may } = useUi()
  return (
    <article className="card-line source" data-off={!source.enabled || undefined}>
      <div className="card-main">
        <h2>{source.name}</h2>
        <p className="faint">
          {t.sources.kinds[source.kind] ?? source.kind} ·{' '}
          {t.channels[source.channel] ?? source.channel}
          {source.url && (
            <span className="address" title={source.url}>
              {source.url}
            </span>
          )}
        </p>
        <SourceState source={source} />
      </div>
      {may('sources.manage') && <SourceButtons source={source} />}
      <div className="source-facts">
        <SourceTimes source={source} />
        <dl className="counts">
          <div>
            <dt>{t.sources.posts}</dt>
            <dd>{times.whole(source.posts)}</dd>
          </div>
          <div>
            <dt>{t.sources.candidates}</dt>
            <dd>{times.whole(source.candidates)}</dd>
          </div>
        </dl>
      </div>
    </article>
  )
}

/** Fine, switched off, or failing with the server's own sentence. */
function SourceState({ source }: { source: Source }) {
  const { t, times } = useUi()
  if (!source.enabled) return <p className="state">{t.sources.disabled}</p>
  if (source.errorCount === 0) return <p className="state ok">{t.sources.ok}</p>
  return (
    <p className="state bad">
      <Icon name="alert" />
      {t.sources.failing(times.whole(source.errorCount))}
      {source.lastError && `: ${source.lastError}`}
    </p>
  )
}

function SourceTimes({ source }: { source: Source }) {
  const { t, times } = useUi()
  const now = useNow()
  const left = Date.parse(source.nextCheckAt) - now
  const isPolled = source.url !== ''
  return (
    <dl className="source-times">
      <div>
        <dt>{t.sources.last}</dt>
        <dd>{source.succeededAt ? <Ago at={source.succeededAt} /> : t.sources.never}</dd>
      </div>
      <div>
        <dt>{t.sources.next}</dt>
        <dd>
          {!isPolled && t.sources.pushed}
          {isPolled &&
            source.enabled &&
            (left > MINUTE_MS ? t.sources.inSpan(times.span(left)) : t.sources.now)}
          {isPolled && !source.enabled && '–'}
        </dd>
      </div>
      <div>
        <dt>{t.sources.lastPost}</dt>
        <dd>{source.lastPostAt ? <Ago at={source.lastPostAt} /> : t.sources.never}</dd>
      </div>
    </dl>
  )
}

function SourceButtons({ source }: { source: Source }) {
  const { t } = useUi()
  const [isShowingKey, setShowingKey] = useState(false)
  const client = useQueryClient()
  const after = {
    onError: (error: Error) => toastError(sentenceOf(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: ['sources'] }),
  }
  const toggle = useMutation({
    mutationFn: () => api.changeSource(source.id, { enabled: !source.enabled }),
    ...after,
  })
  const check = useMutation({
    mutationFn: () => api.checkSource(source.id),
    onSuccess: () => toast(t.sources.checking(source.name)),
    ...after,
  })
  const toggleName = source.enabled ? t.sources.disable : t.sources.enable
  return (
    <div className="card-buttons">
      {source.kind === 'webhook' && (
        <button
          type="button"
          aria-label={t.sources.keyLabel(source.name)}
          onClick={() => setShowingKey(true)}
        >
          {t.sources.key}
        </button>
      )}
      {source.url !== '' && (
        <button
          type="button"
          aria-label={t.sources.checkLabel(source.name)}
          disabled={check.isPending || !source.enabled}
          onClick={() => check.mutate()}
        >
          <Icon name="refresh" />
          {t.sources.check}
        </button>
      )}
      <button
        type="button"
        aria-label={`${toggleName} ${source.name}`}
        disabled={toggle.isPending}
        onClick={() => toggle.mutate()}
      >
        {toggleName}
      </button>
      {isShowingKey && <KeyDialog source={source} onClose={() => setShowingKey(false)} />}
    </div>
  )
}
