/** Every failure that a user can cause or mend: what was given, why it failed, what to do next. */
export class HearsayError extends Error {
  /** Stable, for programs: `read/empty`, `judgements/invalid`, … */
  readonly code: string
  /** The file, option or value at fault. */
  readonly subject: string
  /** What is wrong with it. */
  readonly problem: string
  /** What the user can do about it. */
  readonly hint: string

  constructor(code: string, subject: string, problem: string, hint: string, options?: ErrorOptions) {
    super(`${subject}: ${problem}. ${hint}`, options)
    this.name = 'HearsayError'
    this.code = code
    this.subject = subject
    this.problem = problem
    this.hint = hint
  }
}
