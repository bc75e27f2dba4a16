/** "a, b c" -> ['a', 'b c']: word lists stay readable as prose and diff by line. */
export function list(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}
