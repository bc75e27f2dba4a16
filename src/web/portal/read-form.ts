import type { Context } from 'hono'

/**
 * Reads a posted form. @returns a function that gives a field's text, trimmed, with the line ends that
 * browsers send made single; empty for a missing field or a file
 */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody()
  return (name) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
  }
}
