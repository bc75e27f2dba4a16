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

/**
 * The key of a press, as commands name it. With Shift a letter is another one, whatever Caps Lock says; a key that
 * has a name is told apart by it. Pure.
 */
export function pressedKey({ key, shiftKey }: { key: string; shiftKey: boolean }): string {
  if (key.length > 1) return shiftKey ? `Shift+${key}` : key
  return shiftKey ? key.toUpperCase() : key.toLowerCase()
}
