/** The evidence: every post and filing that tells of one problem, exactly as it was written. */
import { useState } from 'react'
import type { Voice } from './api.ts'
import { More } from './more-voices.tsx'
import { useUi } from './ui.tsx'
import { useMoreVoices, type MoreVoices } from './use-more-voices.ts'
import { VoiceItem, type Split } from './voice-item.tsx'
import { MarkLegend } from './voice-text.tsx'

type VoicesProps = {
  voices: Voice[]
  /** How many there are, and how many of these are copies; more than are listed here. */
  counts?: { voices: number; copies: number }
  /** What the page after these comes after, and how it is asked for. */
  next?: number | null
  more?: MoreVoices | undefined
  /** Its reasons stand beside it already. */
  isAlone?: boolean
  /** Takes voices out; absent where nobody may. */
  onSplit?: ((ids: number[]) => void) | undefined
}

export function Voices({ next = null, more, isAlone = false, onSplit, ...shown }: VoicesProps) {
  const { t, times } = useUi()
  const ask = more && ((after: number) => more({ after }))
  const page = useMoreVoices({ items: shown.voices, next }, ask)
  const voices = page.items
  const listed = { voices: voices.length, copies: voices.filter(isCopy).length }
  const { voices: all, copies } = shown.counts ?? listed
  const { split, ids, clear } = usePicked(voices, onSplit)
  const known = new Set(voices.map(({ id }) => id))
  const originals = voices.filter((voice) => !isCopy(voice) || !known.has(voice.copyOf ?? 0))
  return (
    <section className="block">
      <h3>
        {t.detail.voices}{' '}
        <span className="faint">
          {times.whole(all - copies)}
          {copies > 0 && ` · ${t.queue.copies(times.whole(copies))}`}
        </span>
      </h3>
      <MarkLegend reasons={voices.flatMap(({ reading }) => reading?.reasons ?? [])} />
      {split && ids.length > 0 && (
        <p className="picked">
          <button type="button" onClick={() => split.take(ids)}>
            {t.detail.splitSome(times.whole(ids.length))}
          </button>
          <button type="button" className="quiet" onClick={clear}>
            {t.app.cancel}
          </button>
        </p>
      )}
      <ol className="voices">
        {originals.map((voice) => (
          <li key={voice.id}>
            <VoiceItem
              voice={voice}
              isAlone={isAlone}
              copies={voices.filter(({ copyOf }) => copyOf === voice.id)}
              more={more}
              // The last one stays: a candidate without a voice is none.
              split={originals.length > 1 ? split : undefined}
              splitCopies={split}
            />
          </li>
        ))}
      </ol>
      <More page={page} left={all - copies - originals.length} />
    </section>
  )
}

const isCopy = ({ copyOf }: Voice) => copyOf !== null

/** Which voices are chosen to be taken out. */
function usePicked(voices: Voice[], onSplit: VoicesProps['onSplit']) {
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const clear = () => setPicked(new Set())
  const split: Split | undefined = onSplit && {
    picked,
    pick: (id) => setPicked(toggled(picked, id)),
    take: (taken) => {
      clear()
      onSplit(taken)
    },
  }
  return { split, clear, ids: voices.map(({ id }) => id).filter((id) => picked.has(id)) }
}

function toggled(picked: ReadonlySet<number>, id: number): Set<number> {
  const next = new Set(picked)
  if (!next.delete(id)) next.add(id)
  return next
}
