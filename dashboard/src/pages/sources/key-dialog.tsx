import { useQuery } from '@tanstack/react-query'
import { api, type Source } from '../../api.ts'
import { CopyField } from '../../copy-field.tsx'
import { Dialog } from '../../dialog.tsx'
import { Failed, Skeleton } from '../../states.tsx'
import { useUi } from '../../ui.tsx'

/** Where another system sends posts, and the secret with which it signs them. */
export function KeyDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useUi()
  const key = useQuery({
    queryKey: ['source-key', source.id],
    queryFn: () => api.sourceKey(source.id),
    // The server notes in the history that it was shown: once per look.
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  return (
    <Dialog title={`${t.sources.key}: ${source.name}`} onClose={onClose}>
      {key.isPending && <Skeleton />}
      {key.error && <Failed error={key.error} retry={() => void key.refetch()} />}
      {key.data && (
        <>
          <CopyField label={t.sources.keyUrl} value={key.data.url} />
          <CopyField label={t.sources.keySecret} value={key.data.secret} hint={t.sources.keyHint} />
        </>
      )}
    </Dialog>
  )
}
