import { Fragment } from 'react'
import { cutHidden } from './hidden-marks.ts'
import { useUi } from './ui.tsx'

/**
 * What a stranger wrote, as it stands: never markup. Each hidden character is shown by a mark, and stands in an
 * isolate of its own, where it turns nothing around it.
 */
export function SafeText({ text }: { text: string }) {
  const { t } = useUi()
  const pieces = cutHidden(text)
  if (pieces.length === 1 && pieces[0]?.hidden === null) return <bdi>{text}</bdi>
  return (
    <bdi>
      {pieces.map(({ text: piece, start, hidden }) =>
        hidden === null ? (
          <Fragment key={start}>{piece}</Fragment>
        ) : (
          <bdi key={start} className="hidden-mark" data-hidden={hidden} title={t.evidence[hidden]}>
            {piece}
          </bdi>
        ),
      )}
    </bdi>
  )
}
