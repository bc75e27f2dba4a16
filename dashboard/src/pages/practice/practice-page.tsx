import '../../styles/home.css'
import '../../styles/practice.css'
import { useState } from 'react'
import { Link } from 'wouter'
import { DISMISS_REASONS, type PracticeChoice, type PracticeItem } from '../../api.ts'
import { useCommands } from '../../commands.ts'
import { Icon, type IconName } from '../../icons.tsx'
import { Empty, Failed, Skeleton } from '../../states.tsx'
import { toast } from '../../toast.tsx'
import { useTitle, useUi, useWords } from '../../ui.tsx'
import { ChoiceDialog } from './choice-dialog.tsx'
import { PracticeAnswerView } from './practice-answer.tsx'
import { PracticeItemView } from './practice-item.tsx'
import { PracticeSummary } from './practice-summary.tsx'
import { sumOf } from './scores.ts'
import { usePractice } from './use-practice.ts'
import { practiceWords } from './words.ts'

/** The keys of the queue. */
const ACTS: { act: PracticeChoice['act']; icon: IconName; shortcut: string }[] = [
  { act: 'open', icon: 'folder', shortcut: 'o' },
  { act: 'merge', icon: 'merge', shortcut: 'm' },
  { act: 'dismiss', icon: 'close', shortcut: 'd' },
]

/** Past decisions to decide again. Nothing of it reaches the server's tables. */
export default function PracticePage() {
  const { times } = useUi()
  const w = useWords(practiceWords)
  useTitle(w.title)
  const practice = usePractice()
  const { drawn, items, results } = practice
  const points = drawn.data?.points
  return (
    <div className="page practice">
      <div className="page-head">
        <h1>{w.title}</h1>
        {points && results.length > 0 && (
          <p>{w.score(times.whole(sumOf(results)), times.whole(results.length * points.whole))}</p>
        )}
      </div>
      {points && practice.index === 0 && items.length > 0 && (
        <p className="hint">
          {w.intro}{' '}
          {w.rule(times.whole(points.whole), times.whole(points.act), times.whole(points.none))}
        </p>
      )}
      {drawn.isPending && <Skeleton rows={4} />}
      {!drawn.data && drawn.error && (
        <Failed error={drawn.error} retry={() => void drawn.refetch()} />
      )}
      {drawn.data && items.length === 0 && <TooFew {...drawn.data} />}
      {practice.item && (
        <Deciding key={practice.item.id} item={practice.item} practice={practice} />
      )}
      {items.length > 0 && !practice.item && points && (
        <PracticeSummary {...practice} most={items.length * points.whole} />
      )}
    </div>
  )
}

function TooFew({ available, least }: { available: number; least: number }) {
  const { times } = useUi()
  const w = useWords(practiceWords)
  return (
    <Empty
      icon="target"
      title={w.fewTitle}
      why={w.fewWhy(times.whole(available), times.whole(least))}
    >
      <Link href="/antrean">{w.toQueue}</Link>
    </Empty>
  )
}

type DecidingProps = { item: PracticeItem; practice: ReturnType<typeof usePractice> }

function Deciding({ item, practice }: DecidingProps) {
  const { t, times } = useUi()
  const w = useWords(practiceWords)
  const [asks, setAsks] = useState<'merge' | 'dismiss' | null>(null)
  const { index, items, result, decide, next } = practice
  const progress = w.progress(times.whole(index + 1), times.whole(items.length))

  function start(act: PracticeChoice['act']) {
    if (result) return
    if (act === 'open') void decide({ act })
    else if (act === 'merge' && item.cases.length === 0) toast(w.noCases)
    else setAsks(act)
  }
  function pick(choice: PracticeChoice) {
    setAsks(null)
    void decide(choice)
  }
  // A name of its own: the item before takes its commands away after this one has brought its own.
  useCommands(`practice ${item.id}`, w.title, [
    ...ACTS.map(({ act, shortcut }) => ({
      keys: [shortcut],
      label: w.acts[act],
      run: () => start(act),
    })),
    { keys: ['Enter', 'j'], label: t.commands.next, run: next },
  ])
  return (
    <>
      <div className="sample-progress">
        <p role="status">
          <strong>{progress}</strong>
        </p>
        <progress aria-label={progress} max={items.length} value={index} />
      </div>
      {result ? (
        <PracticeAnswerView
          item={item}
          result={result}
          isLast={index + 1 === items.length}
          next={next}
        />
      ) : (
        <ActButtons start={start} />
      )}
      <PracticeItemView item={item} />
      {asks === 'dismiss' && (
        <ChoiceDialog
          title={w.whyTitle}
          options={DISMISS_REASONS.map((reason) => ({ value: reason, label: t.reasons[reason] }))}
          onPick={(reason) => pick({ act: 'dismiss', reason })}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === 'merge' && <MergeChoice item={item} onPick={pick} onClose={() => setAsks(null)} />}
    </>
  )
}

function ActButtons({ start }: { start: (act: PracticeChoice['act']) => void }) {
  const w = useWords(practiceWords)
  return (
    <div className="acts">
      {ACTS.map(({ act, icon, shortcut }) => (
        <button key={act} type="button" aria-keyshortcuts={shortcut} onClick={() => start(act)}>
          <Icon name={icon} />
          {w.acts[act]}
          <kbd>{shortcut}</kbd>
        </button>
      ))}
    </div>
  )
}

type MergeProps = {
  item: PracticeItem
  onPick: (choice: PracticeChoice) => void
  onClose: () => void
}

function MergeChoice({ item, onPick, onClose }: MergeProps) {
  const w = useWords(practiceWords)
  const options = item.cases.map(({ id, number, title }) => ({
    value: id,
    label: `${number} · ${title}`,
  }))
  return (
    <ChoiceDialog
      title={w.mergeTitle}
      options={options}
      onPick={(caseId) => onPick({ act: 'merge', caseId })}
      onClose={onClose}
    />
  )
}
