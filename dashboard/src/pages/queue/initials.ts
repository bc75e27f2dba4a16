/** Two letters for a name: of the first and the last word, titles such as "dr." aside. Pure. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word) && !word.endsWith('.'))
  const [first = name.trim(), ...rest] = words
  const last = rest.at(-1) ?? ''
  return (
    [first, last]
      .map((word) => /^./u.exec(word)?.[0] ?? '')
      .join('')
      .toUpperCase() || '?'
  )
}
