/** What a page shows when it has nothing to show: loading, empty, failed, crashed. */
import { Component, type ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { ApiError } from './request.ts'
import { useUi } from './ui.tsx'
import type { Words } from './words.ts'

/** The sentence for a failed request: the server's own where it gave one. */
export function sentenceOf(error: unknown, t: Words): string {
  if (!(error instanceof ApiError)) return t.app.failed
  if (error.status === 0) return t.app.unreachable
  return error.message || t.app.failed
}

export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useUi()
  return (
    <div className="skeleton" role="status" aria-label={t.app.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} />
      ))}
    </div>
  )
}

export function Empty(props: {
  icon: IconName
  title: string
  why?: string
  children?: ReactNode
  /** It stands in place of the page, so its title is the page's. */
  isPage?: boolean
}) {
  const Title = props.isPage ? 'h1' : 'p'
  return (
    <div className="empty">
      <Icon name={props.icon} />
      <Title className="empty-title">{props.title}</Title>
      {props.why && <p>{props.why}</p>}
      {props.children}
    </div>
  )
}

export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useUi()
  const requestId = error instanceof ApiError ? error.requestId : null
  return (
    <div className="empty" role="alert">
      <Icon name="alert" />
      <p className="empty-title">{sentenceOf(error, t)}</p>
      {requestId && <p className="faint">{t.app.requestId(requestId)}</p>}
      <button type="button" onClick={retry}>
        <Icon name="refresh" />
        {t.app.retry}
      </button>
    </div>
  )
}

function Crashed() {
  const { t } = useUi()
  return (
    <Empty icon="alert" title={t.app.crashed}>
      <button type="button" onClick={() => location.reload()}>
        {t.app.reload}
      </button>
    </Empty>
  )
}

/** A page that throws shows a sentence; the rest of the app stays. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false }
  static getDerivedStateFromError() {
    return { crashed: true }
  }
  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children
  }
}
