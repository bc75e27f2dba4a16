import type { ComponentProps } from 'react'
import type { WatchWord } from '../../api.ts'
import { useNames, useWords } from '../../ui.tsx'
import { watchWordsTexts } from './words.ts'

type Category = WatchWord['category']
type Props = Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
  category: Category
  onPick: (category: Category) => void
  /** A word of the pack always has a category; an own one may only be counted. */
  mayBeNone: boolean
}

export function CategorySelect({ category, onPick, mayBeNone, ...rest }: Props) {
  const w = useWords(watchWordsTexts)
  const { data, category: nameOf } = useNames()
  return (
    <select
      {...rest}
      value={category ?? ''}
      onChange={(event) => onPick((event.target.value || null) as Category)}
    >
      {data.categories.map(({ code }) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ))}
      {mayBeNone && <option value="">{w.onlyCount}</option>}
    </select>
  )
}
