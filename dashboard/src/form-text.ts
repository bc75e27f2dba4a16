/** What stands in a text field of a sent form; empty when the form has no such field. */
export function rawText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** The same without white space around it. */
export const textOf = (form: FormData, name: string) => rawText(form, name).trim()
