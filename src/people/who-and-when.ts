/**
 * "Sari pada 22 Nov 14.03": how a refusal names the person who was faster. The time is the region's.
 * A change without an officer was made by the machine.
 */
export function whoAndWhen(name: string | null, at: Date, timezone: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('id-ID', { ...options, timeZone: timezone }).format(at)
  const day = part({ day: 'numeric', month: 'short' })
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${name ?? 'sistem'} pada ${day} ${time}`
}
