/** A source could not be polled: what collect must know to keep its manners. */
export class SourceError extends Error {
  /** It asked to be left alone until then. */
  readonly notBefore: Date | undefined
  /** It is gone for good (410) and is switched off. */
  readonly gone: boolean
  /** It does not want us (401, 403): asking often would make it worse. */
  readonly unwelcome: boolean

  constructor(
    message: string,
    facts: { notBefore?: Date | undefined; gone?: boolean; unwelcome?: boolean } = {},
  ) {
    super(message)
    this.notBefore = facts.notBefore
    this.gone = facts.gone ?? false
    this.unwelcome = facts.unwelcome ?? false
  }
}
