/** Text from files and arguments on its way to a terminal. */

/** Without what a terminal obeys: a file must not be able to colour, move or hide our own words. */
export const printable = (text: string): string =>
  text.replace(/[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '?')
