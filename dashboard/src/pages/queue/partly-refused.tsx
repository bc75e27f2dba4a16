import { ahead } from '../../ahead.tsx'
import { useStore } from '../../store.ts'
import { partly } from './deeds.ts'

const PartlyDialog = ahead(() => import('./partly-dialog.tsx'))

/** Says which of many were refused and why; nothing when all were taken. */
export function PartlyRefused() {
  const told = useStore(partly)
  if (!told) return null
  return <PartlyDialog {...told} onClose={() => partly.set(null)} />
}
