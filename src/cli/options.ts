import { InvalidArgumentError } from 'commander'
import type { HearsayError } from '../errors.ts'

export function parseWorkers(value: string): number {
  const workers = Number(value)
  if (!Number.isInteger(workers) || workers < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return workers
}

/** One line on stderr for an input that failed; the others go on. */
export function tellFailure(failure: HearsayError): void {
  process.stderr.write(`hearsay: ${failure.message}\n`)
}
