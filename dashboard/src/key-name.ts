const SHOWN: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  'Shift+ArrowDown': 'Shift ↓',
  'Shift+ArrowUp': 'Shift ↑',
  Escape: 'Esc',
  J: 'Shift j',
  K: 'Shift k',
}

/** How a key is written on screen. Pure. */
export const keyName = (key: string) => SHOWN[key] ?? key
