import { useEffect, useRef } from 'react'
import type { PracticeItem, Role } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { useNames, useUi, useWords } from '../../ui.tsx'
import type { Result } from './scores.ts'
import { practiceWords } from './words.ts'

type Props = { item: PracticeItem; result: Result; isLast: boolean; next: () => void }

/** What was decided then, beside the own choice, at once. */
export function PracticeAnswerView({ item, result, isLast, next }: Props) {
  const { t, times } = useUi()
  const w = useWords(practiceWords)
  const names = useNames()
  const { answer, choice } = result
  const { agrees, points, made, role, note, category, agency } = answer
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const facts: [string, string | null | undefined][] = [
    [w.case, answer.case && `${answer.case.number} · ${answer.case.title}`],
    [w.category, names.category(category)],
    [w.agency, agency?.name],
    [w.note, note],
  ]
  return (
    <section className="panel practice-answer" data-agrees={agrees} aria-live="polite">
      <h2>
        <Icon name={agrees === 'whole' ? 'check' : agrees === 'act' ? 'target' : 'close'} />
        {w.agrees[agrees]} <span className="count">{w.points(times.whole(points))}</span>
      </h2>
      <dl className="practice-facts">
        <div>
          <dt>{w.yours}</dt>
          <dd>{useSaid(choice, item, answer)}</dd>
        </div>
        <div>
          <dt>{w.made}</dt>
          <dd>
            {useSaid(made, item, answer)}
            {role && <span className="faint"> {w.by(t.roles[role as Role] ?? role)}</span>}
          </dd>
        </div>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {agrees !== 'whole' && <p className="hint">{w.reminder}</p>}
      <button type="button" className="primary" ref={button} onClick={next}>
        {isLast ? w.finish : w.next}
        <kbd>Enter</kbd>
      </button>
    </section>
  )
}

/** A decision in words: the act with its reason or the number of its case. */
function useSaid(
  choice: Result['choice'],
  item: PracticeItem,
  { case: found }: Result['answer'],
): string {
  const { t } = useUi()
  const w = useWords(practiceWords)
  if (choice.act === 'dismiss') return `${w.acts.dismiss}: ${t.reasons[choice.reason]}`
  if (choice.act === 'open') return w.acts.open
  const known = item.cases.find(({ id }) => id === choice.caseId)
  return `${w.acts.merge}: ${known?.number ?? found?.number ?? ''}`
}
