import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { api, type SampleDesk, type SampleVerdict } from '../../api.ts'
import { useCommands } from '../../commands.ts'
import { Icon, type IconName } from '../../icons.tsx'
import { Moment } from '../../marks.tsx'
import { Empty, Failed, sentenceOf, Skeleton } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useTitle, useUi } from '../../ui.tsx'
import { VoiceText } from '../../voice-text.tsx'

const KEY = ['samples', 'next']
const WAITING = ['samples', 'waiting']

/** The keys of the queue where the act is the same. */
const ACTS: { verdict: SampleVerdict; icon: IconName; shortcut: string }[] = [
  { verdict: 'complaint', icon: 'check', shortcut: 'o' },
  { verdict: 'not_complaint', icon: 'close', shortcut: 'd' },
  { verdict: 'skipped', icon: 'skip', shortcut: 's' },
]

/** One post at a time, by its words alone: nothing here tells what the machine made of it. */
export default function SamplesPage() {
  const { t } = useUi()
  useTitle(t.samples.title)
  const desk = useQuery({
    queryKey: KEY,
    queryFn: api.nextSample,
    staleTime: 0,
    refetchOnMount: 'always',
    // What one reads does not change under one's eyes.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const { decide, undo, isBusy } = useVerdicts(desk.data)
  useCommands('samples', t.samples.title, [
    ...ACTS.map(({ verdict, shortcut }) => ({
      keys: [shortcut],
      label: t.samples.acts[verdict],
      run: () => decide(verdict),
    })),
    { keys: ['z'], label: t.samples.undoLast, run: undo },
  ])
  return (
    <div className="page samples">
      <div className="page-head">
        <h1>{t.samples.title}</h1>
        {desk.data?.last && (
          <button type="button" className="quiet" aria-keyshortcuts="z" onClick={undo}>
            <Icon name="undo" />
            {t.samples.undoLast}
            <kbd>z</kbd>
          </button>
        )}
      </div>
      {desk.data?.sample && <Judging desk={desk.data} decide={decide} isBusy={isBusy} />}
      {desk.data && !desk.data.sample && <NothingLeft desk={desk.data} />}
      {!desk.data && desk.error && <Failed error={desk.error} retry={() => void desk.refetch()} />}
      {desk.isPending && <Skeleton rows={4} />}
    </div>
  )
}

/** Sends verdicts one after the other: a key that is pressed too early judges nothing unread. */
function useVerdicts(desk: SampleDesk | undefined) {
  const { t } = useUi()
  const client = useQueryClient()
  const sending = useRef(false)
  const [isBusy, setBusy] = useState(false)

  async function send(ask: () => Promise<SampleDesk>, done: string, isUndone = false) {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    try {
      const next = await ask()
      client.setQueryData(KEY, next)
      client.setQueryData(WAITING, next.waiting)
      toast(done, isUndone ? undefined : { label: t.acts.undo, run: () => undoOf(next) })
    } catch (error) {
      toastError(sentenceOf(error, t))
      await client.invalidateQueries({ queryKey: KEY })
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  function undoOf({ last }: SampleDesk) {
    if (last) void send(() => api.undoSample(last.id), t.samples.undone, true)
    else toast(t.samples.nothingToUndo)
  }
  return {
    isBusy,
    decide: (verdict: SampleVerdict) => {
      const id = desk?.sample?.id
      if (id !== undefined) {
        void send(() => api.decideSample(id, verdict), t.samples.done[verdict])
      }
    },
    undo: () => desk && undoOf(desk),
  }
}

type JudgingProps = {
  desk: SampleDesk
  decide: (verdict: SampleVerdict) => void
  isBusy: boolean
}

function Judging({ desk, decide, isBusy }: JudgingProps) {
  const { t, times } = useUi()
  const { sample, day, handled, total, waiting } = desk
  if (!sample) return null
  const progress = t.samples.progress(times.whole(handled + 1), times.whole(total))
  return (
    <>
      <p className="hint">{t.samples.intro}</p>
      <div className="sample-progress">
        <p role="status">
          {t.samples.ofDay(times.day(day))} · <strong>{progress}</strong>
          {waiting > total - handled && ` · ${t.samples.waiting(times.whole(waiting))}`}
        </p>
        <progress aria-label={progress} max={total} value={handled} />
      </div>
      <div className="acts">
        {ACTS.map(({ verdict, icon, shortcut }) => (
          <button
            key={verdict}
            type="button"
            aria-keyshortcuts={shortcut}
            onClick={() => decide(verdict)}
          >
            <Icon name={icon} />
            {t.samples.acts[verdict]}
            <kbd>{shortcut}</kbd>
          </button>
        ))}
      </div>
      <article className="voice sample" key={sample.id} aria-busy={isBusy}>
        <header className="voice-head">
          <strong>{sample.sourceName}</strong>
          <span>{t.channels[sample.channel] ?? sample.channel}</span>
          <Moment at={sample.at} />
        </header>
        {sample.title && sample.title !== sample.text && <h2>{sample.title}</h2>}
        <VoiceText text={sample.text} reasons={[]} />
      </article>
    </>
  )
}

function NothingLeft({ desk: { handled } }: { desk: SampleDesk }) {
  const { t, times } = useUi()
  const isDone = handled > 0
  return (
    <Empty
      icon={isDone ? 'check' : 'dice'}
      title={isDone ? t.samples.finished(times.whole(handled)) : t.samples.empty}
      why={isDone ? t.samples.finishedWhy : t.samples.emptyWhy}
    >
      <Link href="/ketepatan">{t.samples.toAccuracy}</Link>
    </Empty>
  )
}
