import '../../styles/settings.css'
import { useState } from 'react'
import { useSearch, useLocation } from 'wouter'
import type { WatchWords } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { Empty, Failed, Skeleton } from '../../states.tsx'
import { useNames, useTitle, useUi, useWords } from '../../ui.tsx'
import { AddWord } from './add-word.tsx'
import { countShown, FILTERS, shownWords, type Filter } from './shown-words.ts'
import { useWatchActs, useWatchWords } from './use-watch-words.ts'
import { WordRow } from './word-row.tsx'
import { watchWordsTexts } from './words.ts'

/** The words that are watched for: those of the region pack, and those that officers added. */
export default function WatchWordsPage() {
  const { times, may } = useUi()
  const w = useWords(watchWordsTexts)
  useTitle(w.title)
  const list = useWatchWords()
  const acts = useWatchActs()
  const { data } = list
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1>{w.title}</h1>
          <p className="hint measure">{w.intro}</p>
        </div>
      </div>
      {may('sources.manage') && data && <AddWord took={acts.took} />}
      {data && data.items.length > 0 && (
        <>
          <WordList list={data} acts={acts} />
          <p className="faint">
            {data.since
              ? w.counted(times.whole(data.messages), times.short(data.since))
              : w.countedNone}
          </p>
        </>
      )}
      {data?.items.length === 0 && <Empty icon="eye" title={w.none} why={w.noneWhy} />}
      {list.isPending && <Skeleton />}
      {!data && list.error && <Failed error={list.error} retry={() => void list.refetch()} />}
    </div>
  )
}

function WordList({ list, acts }: { list: WatchWords; acts: ReturnType<typeof useWatchActs> }) {
  const { times } = useUi()
  const w = useWords(watchWordsTexts)
  const names = useNames()
  const [search, setSearch] = useState('')
  const filter = useFilter()
  const groups = shownWords(list.items, { filter, search })
  return (
    <>
      <div className="filters-line settings-filters">
        <div className="search">
          <Icon name="search" />
          <input
            type="search"
            aria-label={w.search}
            placeholder={w.search}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <Filters list={list} filter={filter} />
      </div>
      {groups.map(({ category, words }) => (
        <section key={category} className="panel word-group">
          <h2>
            {names.category(category) || w.onlyCount}{' '}
            <span className="faint">{w.of(times.whole(words.length))}</span>
          </h2>
          <ul className="word-rows">
            {words.map((word) => (
              <li key={word.word}>
                <WordRow word={word} acts={acts} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <Empty icon="search" title={w.empty} why={w.emptyWhy} />}
    </>
  )
}

const PARAMETER = 'tampil'

/** The filter stands in the address, so that a link shows the same. */
function useFilter(): Filter {
  const asked = new URLSearchParams(useSearch()).get(PARAMETER)
  return FILTERS.find((each) => each === asked) ?? 'all'
}

function Filters({ list, filter }: { list: WatchWords; filter: Filter }) {
  const { times } = useUi()
  const w = useWords(watchWordsTexts)
  const [path, go] = useLocation()
  const counts = countShown(list.items)
  return (
    <div className="tabs" role="group" aria-label={w.show}>
      {FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === filter}
          onClick={() => go(each === 'all' ? path : `${path}?${PARAMETER}=${each}`)}
        >
          {w.filters[each]} {times.whole(counts[each])}
        </button>
      ))}
    </div>
  )
}
