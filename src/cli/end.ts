import { CommanderError } from 'commander'
import { HearsayError } from '../errors.ts'

/** Ends the program on an error: a user's mistake in one line, a fault of ours with its trace. */
export function endWith(error: unknown): void {
  if (error instanceof CommanderError) {
    // commander has printed its message; help and version are no errors.
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else if (error instanceof HearsayError) {
    process.stderr.write(`hearsay: ${error.message}\n`)
    process.exitCode = 2
  } else {
    process.stderr.write(
      `hearsay: a fault of ours, please report it.\n${error instanceof Error ? error.stack : error}\n`,
    )
    process.exitCode = 2
  }
}
