/** Errors a caller can act on. `web/app.ts` turns `status` into the HTTP answer. */
export class DomainError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
  /** Field name -> sentence, for forms. */
  readonly fields: Record<string, string>

  constructor(status: DomainError['status'], message: string, fields: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.fields = fields
  }
}

export const notFound = (what: string, id: number | string) =>
  new DomainError(404, `${what} ${id} tidak ditemukan`)
export const conflict = (message: string) => new DomainError(409, message)
export const forbidden = (message: string) => new DomainError(403, message)
export const invalid = (message: string, fields: Record<string, string> = {}) =>
  new DomainError(422, message, fields)
