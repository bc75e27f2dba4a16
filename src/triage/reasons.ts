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

/**
 * Reasons that say the reading was wrong: an advertisement and a private matter are no complaints that a
 * public body could act on. The others (unclear, elsewhere, a copy, solved) do not judge that.
 */
export const NO_COMPLAINT_REASONS: readonly DismissReason[] = ['not_complaint', 'spam', 'private']

/** True when the text is one of the seven reasons. */
export const isDismissReason = (text: string): text is DismissReason =>
  (DISMISS_REASONS as readonly string[]).includes(text)
