/** What stays of a name when spelling habits are taken away: "Wua-Wua", "wua wua" -> "wuawua". */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
