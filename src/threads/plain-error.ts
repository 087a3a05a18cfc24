import { HearsayError } from '../errors.ts'

/** A HearsayError as plain data: what crosses threads keeps no class. */
export interface PlainError {
  readonly code: string
  readonly subject: string
  readonly problem: string
  readonly hint: string
}

export const toPlain = ({ code, subject, problem, hint }: HearsayError): PlainError => ({
  code,
  subject,
  problem,
  hint,
})

export const fromPlain = ({ code, subject, problem, hint }: PlainError): HearsayError =>
  new HearsayError(code, subject, problem, hint)
