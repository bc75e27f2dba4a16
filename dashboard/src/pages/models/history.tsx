import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type Model, type Models, type Training } from '../../api.ts'
import { Moment } from '../../marks.tsx'
import { sentenceOf } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useUi } from '../../ui.tsx'
import { ScoreTable } from './score-table.tsx'

/** Every model that was ever proposed, the shipped one, and what the latest trainings came to. */
export function ModelHistory({ models }: { models: Models }) {
  const { t } = useUi()
  const decided = models.models.filter(({ status }) => status !== 'proposed')
  return (
    <>
      <h2>{t.models.history}</h2>
      <ul className="cards">
        {decided.map((model) => (
          <li key={model.id}>
            <ModelLine model={model} reads={models.reads.name} />
          </li>
        ))}
        <li>
          <ShippedLine models={models} />
        </li>
      </ul>
      <h2>{t.models.trainings}</h2>
      {models.trainings.length === 0 ? (
        <p className="hint">{t.models.noTrainings}</p>
      ) : (
        <ul className="cards">
          {models.trainings.map((training) => (
            <li key={training.id}>
              <TrainingLine training={training} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ModelLine({ model, reads }: { model: Model; reads: string }) {
  const { t } = useUi()
  const { status, decidedAt, decidedBy, note } = model
  return (
    <article className="card-line model" data-off={status === 'declined' || undefined}>
      <div className="card-main">
        <h3>{model.name}</h3>
        <p className={status === 'champion' ? 'state ok' : 'state'}>
          {t.models.statuses[status]}
          {decidedAt && (
            <span className="faint">
              {' '}
              <Moment at={decidedAt} /> {t.history.by(decidedBy?.name ?? t.history.system)}
            </span>
          )}
        </p>
        {note && <p className="hint">{note}</p>}
        <Scores card={model.card} />
      </div>
      {status === 'retired' && <ChooseButton id={model.id} name={model.name} reads={reads} />}
    </article>
  )
}

function ShippedLine({ models: { shipped, reads } }: { models: Models }) {
  const { t } = useUi()
  return (
    <article className="card-line model">
      <div className="card-main">
        <h3>{shipped}</h3>
        <p className={reads.id === null ? 'state ok' : 'state'}>
          {reads.id === null ? t.models.statuses.champion : t.models.isShipped}
        </p>
      </div>
      {reads.id !== null && <ChooseButton id={null} name={shipped} reads={reads.name} />}
    </article>
  )
}

function ChooseButton({ id, name, reads }: { id: number | null; name: string; reads: string }) {
  const { t } = useUi()
  const client = useQueryClient()
  const choose = useMutation({
    mutationFn: () => api.chooseModel(id, reads),
    onSuccess: (models) => {
      client.setQueryData(['models'], models)
      toast(t.models.accepted(name))
    },
    onError: (error) => {
      toastError(sentenceOf(error, t))
      void client.invalidateQueries({ queryKey: ['models'] })
    },
  })
  return (
    <div className="card-buttons">
      <button
        type="button"
        aria-label={t.models.chooseLabel(name)}
        disabled={choose.isPending}
        onClick={() => choose.mutate()}
      >
        {t.models.choose}
      </button>
    </div>
  )
}

function TrainingLine({ training }: { training: Training }) {
  const { t } = useUi()
  const { outcome, note, card, finishedAt, askedBy } = training
  const by = askedBy ? t.models.askedBy(askedBy.name) : t.models.byClock
  return (
    <article className="card-line model">
      <div className="card-main">
        <h3>
          {outcome && t.models.outcomes[outcome]}{' '}
          <span className="faint">
            {finishedAt && <Moment at={finishedAt} />}, {by}
          </span>
        </h3>
        {note && <p>{note}</p>}
        {card && outcome !== 'proposed' && <Scores card={card} />}
      </div>
    </article>
  )
}

function Scores({ card }: { card: Model['card'] }) {
  const { t } = useUi()
  return (
    <details>
      <summary>{t.models.table}</summary>
      <ScoreTable card={card} />
    </details>
  )
}
