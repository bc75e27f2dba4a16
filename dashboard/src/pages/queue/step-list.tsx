import { Icon } from '../../icons.tsx'
import { Moment } from '../../marks.tsx'
import { useStore } from '../../store.ts'
import { useUi } from '../../ui.tsx'
import { steps, type Step } from './steps.ts'

/** What this officer has done lately, newest first; any of it can be taken back. */
export default function StepList({ onPick }: { onPick: (step: Step) => void }) {
  const { t } = useUi()
  const all = useStore(steps).toReversed()
  return (
    <>
      <h2>{t.desk.steps}</h2>
      {all.length === 0 && <p className="faint">{t.desk.stepsNone}</p>}
      <ol className="step-list">
        {all.map((step, index) => (
          <li key={step.at + step.id}>
            <span>
              {step.what}{' '}
              <span className="faint">
                <Moment at={new Date(step.at).toISOString()} />
              </span>
            </span>
            <button
              type="button"
              className="quiet"
              aria-label={t.desk.undoStep(step.what)}
              onClick={() => onPick(step)}
            >
              <Icon name="undo" />
              {t.acts.undo}
              {index === 0 && <kbd>z</kbd>}
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
