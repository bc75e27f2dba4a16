import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Models } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Ago, Moment } from '../../marks.tsx'
import { Failed, sentenceOf, Skeleton } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useTitle, useUi } from '../../ui.tsx'
import { ModelHistory } from './history.tsx'
import { Proposal } from './proposal.tsx'

const KEY = ['models']
const REFRESH_MS = 60_000
/** While a training is wanted or under way. */
const SOON_MS = 3000

/** Which model reads, what is proposed instead, and what was tried. */
export default function ModelsPage() {
  const { t } = useUi()
  useTitle(t.models.title)
  const list = useQuery({
    queryKey: KEY,
    queryFn: api.models,
    refetchInterval: ({ state }) => (state.data?.training ? SOON_MS : REFRESH_MS),
  })
  const { data } = list
  return (
    <div className="page models">
      <div className="page-head">
        <div>
          <h1>{t.models.title}</h1>
          <p className="hint">{t.models.intro}</p>
        </div>
        {data && <TrainButton models={data} />}
      </div>
      {list.isPending && <Skeleton rows={4} />}
      {!data && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
      {data && (
        <>
          <TrainingState models={data} />
          <ReadsNow models={data} />
          {data.proposal ? (
            <Proposal proposal={data.proposal} reads={data.reads.name} />
          ) : (
            <NoProposal models={data} />
          )}
          <ModelHistory models={data} />
        </>
      )}
    </div>
  )
}

function TrainButton({ models }: { models: Models }) {
  const { t } = useUi()
  const client = useQueryClient()
  const train = useMutation({
    mutationFn: api.trainModel,
    onSuccess: (made) => {
      client.setQueryData(KEY, made)
      toast(t.models.asked)
    },
    onError: (error) => toastError(sentenceOf(error, t)),
  })
  const isUnderWay = Boolean(models.training?.startedAt)
  return (
    <button
      type="button"
      disabled={train.isPending || isUnderWay || models.missing !== null}
      onClick={() => train.mutate()}
    >
      <Icon name="refresh" />
      {t.models.train}
    </button>
  )
}

/** The region exists from the start, so that screen readers notice when a training begins or ends. */
function TrainingState({ models: { training } }: { models: Models }) {
  const { t } = useUi()
  return (
    <div role="status">
      {training && (
        <p className="panel training">
          <Icon name="clock" />
          <span>
            {training.startedAt
              ? t.models.running
              : t.models.wanted(training.askedBy?.name ?? t.history.system)}{' '}
            <Ago at={training.startedAt ?? training.askedAt} />
          </span>
        </p>
      )}
    </div>
  )
}

function ReadsNow({ models: { reads, shipped } }: { models: Models }) {
  const { t } = useUi()
  return (
    <section className="panel">
      <h2>{t.models.readsNow}</h2>
      <p className="model-name">{reads.name}</p>
      <p className="hint">
        {reads.name === shipped ? t.models.isShipped : t.models.isLearned}{' '}
        {reads.since ? (
          <>
            {t.models.since} <Moment at={reads.since} />
            {reads.by && ` ${t.history.by(reads.by.name)}`}.
          </>
        ) : (
          t.models.fromStart
        )}
      </p>
    </section>
  )
}

/** What there is to learn from, and what is missing. */
function NoProposal({ models: { labels, needed, missing } }: { models: Models }) {
  const { t } = useUi()
  return (
    <section className="panel">
      <h2>{t.models.noProposal}</h2>
      <p>{missing ?? t.models.enough}</p>
      <p className="hint">{t.models.learnsFrom}</p>
      <div className="labels">
        <Progress name={t.models.decisions} have={labels.decisions} need={needed.decisions} />
        <Progress name={t.models.complaints} have={labels.complaints} need={needed.ofEachKind} />
        <Progress name={t.models.others} have={labels.others} need={needed.ofEachKind} />
      </div>
      <p className="hint">{t.models.weekly}</p>
    </section>
  )
}

function Progress({ name, have, need }: { name: string; have: number; need: number }) {
  const { t, times } = useUi()
  const isEnough = have >= need
  return (
    <label className="label-count">
      <span>{name}</span>
      <progress value={Math.min(have, need)} max={need} />
      <span className={isEnough ? 'ok' : 'faint'}>
        {isEnough
          ? t.models.haveEnough(times.whole(have))
          : t.models.have(times.whole(have), times.whole(need))}
      </span>
    </label>
  )
}
