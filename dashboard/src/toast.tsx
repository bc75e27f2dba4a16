import { Icon } from './icons.tsx'
import { createStore, useStore } from './store.ts'
import { useUi } from './ui.tsx'

type Toast = {
  text: string
  tone: 'ok' | 'error'
  action?: { label: string; run: () => void } | undefined
}

const shown = createStore<Toast | null>(null)
const VISIBLE_MS = 10_000
let timer = 0

/** Shows one sentence at the edge of the screen. Refusals stay until they are closed. */
export function toast(text: string, action?: Toast['action'], tone: Toast['tone'] = 'ok') {
  clearTimeout(timer)
  shown.set({ text, tone, action })
  if (tone === 'ok') timer = window.setTimeout(() => shown.set(null), VISIBLE_MS)
}

/** Shows a refusal. */
export const toastError = (text: string) => toast(text, undefined, 'error')

/** The two live regions exist from the start, so that screen readers notice the text. */
export function Toasts() {
  const { t } = useUi()
  const current = useStore(shown)
  return (
    <div className="toasts">
      <div role="status">
        {current?.tone === 'ok' && <ToastBox toast={current} close={t.app.close} />}
      </div>
      <div role="alert">
        {current?.tone === 'error' && <ToastBox toast={current} close={t.app.close} />}
      </div>
    </div>
  )
}

function ToastBox({ toast: { text, tone, action }, close }: { toast: Toast; close: string }) {
  return (
    <div className="toast" data-tone={tone}>
      <span>{text}</span>
      {action && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            shown.set(null)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        className="quiet square"
        aria-label={close}
        onClick={() => shown.set(null)}
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
