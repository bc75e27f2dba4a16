import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Source } from '../../api.ts'
import { Icon } from '../../icons.tsx'
import { sentenceOf } from '../../states.tsx'
import { toast, toastError } from '../../toast.tsx'
import { useUi, useWords } from '../../ui.tsx'
import { EditSourceDialog } from './edit-source.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { sourcesTexts } from './words.ts'

/** Check now, change, pause or resume, and the key of what is pushed. */
export function SourceButtons({ source }: { source: Source }) {
  const { t } = useUi()
  const w = useWords(sourcesTexts)
  const [open, setOpen] = useState<'key' | 'edit' | null>(null)
  const { toggle, check } = useSourceActs(source)
  const toggleName = source.enabled ? w.pause : w.resume
  return (
    <div className="card-buttons">
      {source.kind === 'webhook' && (
        <button
          type="button"
          aria-label={t.sources.keyLabel(source.name)}
          onClick={() => setOpen('key')}
        >
          {t.sources.key}
        </button>
      )}
      {source.url !== '' && (
        <button
          type="button"
          aria-label={t.sources.checkLabel(source.name)}
          disabled={check.isPending || !source.enabled}
          onClick={() => check.mutate()}
        >
          <Icon name="refresh" />
          {t.sources.check}
        </button>
      )}
      <button type="button" aria-label={w.editOf(source.name)} onClick={() => setOpen('edit')}>
        {w.edit}
      </button>
      <button
        type="button"
        aria-label={`${toggleName} ${source.name}`}
        disabled={toggle.isPending}
        onClick={() => toggle.mutate(!source.enabled)}
      >
        {toggleName}
      </button>
      {open === 'key' && <KeyDialog source={source} onClose={() => setOpen(null)} />}
      {open === 'edit' && <EditSourceDialog source={source} onClose={() => setOpen(null)} />}
    </div>
  )
}

function useSourceActs({ id, name }: Source) {
  const { t } = useUi()
  const w = useWords(sourcesTexts)
  const client = useQueryClient()
  const after = {
    onError: (error: Error) => toastError(sentenceOf(error, t)),
    onSettled: () => client.invalidateQueries({ queryKey: ['sources'] }),
  }
  const toggle = useMutation({
    mutationFn: (enabled: boolean) => api.changeSource(id, { enabled }),
    onSuccess: (_source, enabled) =>
      toast(enabled ? w.resumed(name) : w.paused(name), {
        label: w.undo,
        run: () => toggle.mutate(!enabled),
      }),
    ...after,
  })
  const check = useMutation({
    mutationFn: () => api.checkSource(id),
    onSuccess: () => toast(t.sources.checking(name)),
    ...after,
  })
  return { toggle, check }
}
