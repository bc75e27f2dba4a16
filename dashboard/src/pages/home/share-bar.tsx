/** A share as a bar, where the words beside it tell the numbers; red where more is worse. */
export function ShareBar({ share, isBad = false }: { share: number; isBad?: boolean }) {
  const filled = Math.min(1, Math.max(0, share)) * 100
  return (
    <svg className="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="6" data-part="whole" />
      <rect width={filled} height="6" data-part={isBad ? 'bad' : 'share'} />
    </svg>
  )
}
