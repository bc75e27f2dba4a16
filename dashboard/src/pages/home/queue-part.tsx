import type { Home } from '../../api.ts'
import { useNow, useUi, useWords } from '../../ui.tsx'
import { Tile, Tiles } from './tile.tsx'
import { homeWords } from './words.ts'

type Props = {
  queue: NonNullable<Home['queue']>
  samples?: Home['samples']
  /** Whoever only watches has nothing assigned and snoozes nothing. */
  isOwn: boolean
}

/** What waits for triage; each number opens the queue with these rows. */
export function QueuePart({ queue, samples, isOwn }: Props) {
  const { times } = useUi()
  const w = useWords(homeWords)
  const now = useNow()
  const { waiting, urgent, overdue, mine, snoozed, oldestAt, backAt } = queue
  const oldest = oldestAt ? w.oldest(times.age(oldestAt, now)) : undefined
  return (
    <Tiles title={w.queue}>
      <Tile label={w.waiting} count={waiting} href="/antrean" note={oldest} />
      <Tile label={w.urgent} count={urgent} href="/antrean?urgent=1" isBad />
      <Tile label={w.overdue} count={overdue} href="/antrean?overdue=1" isBad />
      {isOwn && (
        <>
          <Tile label={w.mine} count={mine} href="/antrean?assigned=me" />
          <Tile
            label={w.snoozed}
            count={snoozed}
            href="/antrean?snoozed=1"
            note={backAt ? w.backAt(times.short(backAt)) : undefined}
          />
        </>
      )}
      {samples && (
        <Tile
          label={w.samples}
          count={samples.waiting}
          href="/sampel"
          note={
            samples.total > 0
              ? w.samplesOf(times.whole(samples.handled), times.whole(samples.total))
              : w.noSamples
          }
        />
      )}
    </Tiles>
  )
}

const KINDS = ['opened', 'merged', 'dismissed', 'samples'] as const

export function TodayPart({ today }: { today: NonNullable<Home['today']> }) {
  const { may } = useUi()
  const w = useWords(homeWords)
  const kinds = KINDS.filter((kind) => kind !== 'samples' || may('sample.decide'))
  return (
    <Tiles title={w.today}>
      {kinds.map((kind) => (
        <Tile key={kind} label={w.decided[kind]} count={today[kind]} />
      ))}
    </Tiles>
  )
}
