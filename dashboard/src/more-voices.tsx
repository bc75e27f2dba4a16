import { sentenceOf } from './states.tsx'
import { useUi } from './ui.tsx'
import type { Paged } from './use-more-voices.ts'

/** The button for the rest, and why it did not come. */
export function More({ page, left }: { page: Paged; left: number }) {
  const { t, times } = useUi()
  if (!page.hasMore) return null
  return (
    <p className="picked">
      <button type="button" aria-disabled={page.isAsking} onClick={page.more}>
        {page.isAsking ? t.app.loading : t.evidence.moreVoices(times.whole(Math.max(1, left)))}
      </button>
      <span role="status" className="error">
        {page.error !== null && sentenceOf(page.error, t)}
      </span>
    </p>
  )
}
