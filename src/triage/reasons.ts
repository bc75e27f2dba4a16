/** Why a candidate is set aside by a person; the screens have the Indonesian words. */
export const DISMISS_REASONS = [
  'not_complaint',
  'unclear',
  'elsewhere',
  'private',
  'spam',
  'duplicate_source',
  'solved',
] as const
export type DismissReason = (typeof DISMISS_REASONS)[number]

/** True when the text is one of the seven reasons. */
export const isDismissReason = (text: string): text is DismissReason =>
  (DISMISS_REASONS as readonly string[]).includes(text)
