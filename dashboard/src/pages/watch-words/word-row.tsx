import { useState, type FormEvent } from 'react'
import type { WatchWord } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { Field } from '../../form.tsx'
import { useNames, useNow, useUi, useWords } from '../../ui.tsx'
import { CategorySelect } from './category-select.tsx'
import type { WatchActs } from './use-watch-words.ts'
import { watchWordsTexts } from './words.ts'

/** One word: how often it was heard, whose it is, and what may be done with it. */
export function WordRow({ word, acts }: { word: WatchWord; acts: WatchActs }) {
  const { may } = useUi()
  const w = useWords(watchWordsTexts)
  const [isChanging, setChanging] = useState(false)
  return (
    <div className="word-row" data-off={word.off || undefined}>
      <div className="card-main">
        <p className="word-text">
          {word.word} {word.off && <span className="status">{w.isOff}</span>}
        </p>
        <Origin word={word} />
      </div>
      <Heard word={word} />
      {may('sources.manage') && (
        <div className="card-buttons">
          <button
            type="button"
            className="quiet"
            aria-label={w.named(w.change, word.word)}
            onClick={() => setChanging(true)}
          >
            {w.change}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={w.named(word.off ? w.on : w.off, word.word)}
            onClick={() => acts.turn(word)}
          >
            {word.off ? w.on : w.off}
          </button>
          {!word.isFromPack && (
            <button
              type="button"
              className="quiet"
              aria-label={w.named(w.remove, word.word)}
              onClick={() => acts.remove(word)}
            >
              {w.remove}
            </button>
          )}
        </div>
      )}
      {isChanging && (
        <ChangeDialog word={word} give={acts.give} onClose={() => setChanging(false)} />
      )}
    </div>
  )
}

function Origin({ word }: { word: WatchWord }) {
  const { times } = useUi()
  const w = useWords(watchWordsTexts)
  const names = useNames()
  const { isFromPack, packCategory, category, note, changedBy, changedAt } = word
  const parts = [
    isFromPack && w.pack,
    packCategory !== null && packCategory !== category && w.moved(names.category(packCategory)),
    note,
    changedBy && changedAt && w.by(changedBy.name, times.short(changedAt)),
  ]
  return <p className="faint">{parts.filter(Boolean).join(' · ')}</p>
}

function Heard({ word: { heard } }: { word: WatchWord }) {
  const { t, times } = useUi()
  const w = useWords(watchWordsTexts)
  const now = useNow()
  if (heard.count === 0) return <p className="word-heard faint">{w.never}</p>
  return (
    <p className="word-heard">
      {w.heard(times.whole(heard.count))}
      {heard.lastAt && (
        <span className="faint"> {w.last(t.time.ago(times.age(heard.lastAt, now)))}</span>
      )}
    </p>
  )
}

type ChangeProps = { word: WatchWord; give: WatchActs['give']; onClose: () => void }

function ChangeDialog({ word, give, onClose }: ChangeProps) {
  const { t } = useUi()
  const w = useWords(watchWordsTexts)
  const [category, setCategory] = useState(word.category)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (category !== word.category) give(word, category)
    onClose()
  }
  return (
    <Dialog title={w.named(w.change, word.word)} onClose={onClose}>
      <form onSubmit={submit}>
        <Field label={w.category}>
          {(ids) => (
            <CategorySelect
              {...ids}
              category={category}
              onPick={setCategory}
              mayBeNone={!word.isFromPack}
            />
          )}
        </Field>
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="primary">
            {w.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
