/** The words of a message as they are compared and embedded: the title once, then the text. Pure. */
export const toldText = ({ title, text }: { title: string | null; text: string }): string =>
  title !== null && title !== '' && !text.startsWith(title) ? `${title}\n${text}` : text
