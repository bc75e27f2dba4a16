/** Addresses that are sent to people. */

/** Where an invited officer chooses a password; a page of the staff app. */
export const invitationUrl = (publicUrl: string, token: string): string =>
  `${publicUrl}/petugas/undangan/${token}`
