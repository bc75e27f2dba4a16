import type { PracticeItem } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { FiledMark, Moment, UrgentMark } from '../../marks.tsx'
import { useNames, useUi, useWords } from '../../ui.tsx'
import { VoiceText } from '../../voice-text.tsx'
import { practiceWords } from './words.ts'

/** A candidate as it stood before it was decided: what was said, what the machine thought, what was open. */
export function PracticeItemView({ item }: { item: PracticeItem }) {
  const { t, times } = useUi()
  const w = useWords(practiceWords)
  const names = useNames()
  const { title, category, kecamatan, kelurahan, place, urgent, emergency, filed } = item
  const where = [place, kelurahan?.name, kecamatan?.name].filter(Boolean).join(', ')
  return (
    <article className="practice-item">
      <h2>{title}</h2>
      <p className="row-facts" aria-label={w.facts}>
        <UrgentMark urgent={urgent} emergency={emergency} />
        <FiledMark filed={filed} />
        <span>{names.category(category) || t.queue.noCategory}</span>
        <span>
          <Icon name="pin" />
          {where || t.queue.noPlace}
        </span>
        <span>
          <Icon name="voices" />
          {w.voices(times.whole(item.voices.length), times.whole(item.voiceCount))}
        </span>
      </p>
      {item.voices.map((voice) => (
        <section key={voice.id} className="voice">
          <header className="voice-head">
            <strong>{voice.sourceName ?? t.queue.filed}</strong>
            <span>{t.channels[voice.channel] ?? voice.channel}</span>
            <Moment at={voice.at} />
          </header>
          {voice.title && voice.title !== voice.text && <h3>{voice.title}</h3>}
          <VoiceText text={voice.text} reasons={voice.reasons} />
        </section>
      ))}
      <CasesThen cases={item.cases} />
    </article>
  )
}

function CasesThen({ cases }: { cases: PracticeItem['cases'] }) {
  const { times } = useUi()
  const w = useWords(practiceWords)
  const names = useNames()
  return (
    <section className="practice-cases">
      <h3>{w.cases}</h3>
      {cases.length === 0 && <p className="faint">{w.noCases}</p>}
      <ul className="home-facts">
        {cases.map((each) => (
          <li key={each.id}>
            <span className="case-number">{each.number}</span> <strong>{each.title}</strong>
            <span className="row-facts">
              <span>{names.category(each.category)}</span>
              {each.kecamatan && <span>{each.kecamatan.name}</span>}
              <span>{w.openedOn(times.short(each.openedAt))}</span>
              {each.score !== null && <span>{w.likeness(times.percent(each.score))}</span>}
            </span>
            <p className="practice-description">{each.description}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
