/** Where a message was said: how often a message of that kind is a complaint, never what it means. */

/** Citizens wrote it to their government. */
const FILED = new Set(['filed', 'form', 'sms', 'email', 'open311'])
const GROUPS: Record<string, string> = {
  ig: 'instagram',
  fb: 'facebook',
  app: 'app-review',
  apps: 'app-review',
  article: 'news',
  feed: 'news',
  twitter: 'x',
}

/** True for what a citizen sent to the government. */
export const isFiled = (channel: string | undefined): boolean =>
  channel !== undefined && FILED.has(channel)

/** The channel as it is called, and its kind: "ig-comments" -> ig-comments, kind:instagram. */
export function channelKeys(channel: string | undefined): string[] {
  if (channel === undefined || channel === '' || channel === 'import') return []
  const kind = kindOf(channel)
  return kind === channel ? [`kind:${kind}`] : [channel, `kind:${kind}`]
}

function kindOf(channel: string): string {
  if (FILED.has(channel)) return 'filed'
  if (channel === 'app-review') return channel
  const first = channel.split('-', 1)[0] ?? channel
  return GROUPS[first] ?? first
}
