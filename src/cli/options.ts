import { InvalidArgumentError } from 'commander'
import type { HearsayError } from '../errors.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../read/limits.ts'

export function parseWorkers(value: string): number {
  const workers = Number(value)
  if (!Number.isInteger(workers) || workers < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return workers
}

/** `--limit fileBytes=50000000`, as often as wanted. */
export function collectLimit(value: string, earlier: Partial<ReadLimits>): Partial<ReadLimits> {
  const [name = '', number = ''] = value.split('=')
  if (!(name in DEFAULT_LIMITS) || !/^\d+$/.test(number)) {
    throw new InvalidArgumentError(
      `Give a name and a whole number; the names are ${Object.keys(DEFAULT_LIMITS).join(', ')}.`,
    )
  }
  return { ...earlier, [name]: Number(number) }
}

/** One line on stderr for an input that failed; the others go on. */
export function tellFailure(failure: HearsayError): void {
  process.stderr.write(`hearsay: ${failure.message}\n`)
}
