import { type Command, InvalidArgumentError, Option } from 'commander'
import type { HearsayError } from '../errors.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../read/limits.ts'

export function parseWorkers(value: string): number {
  const workers = Number(value)
  if (!Number.isInteger(workers) || workers < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return workers
}

const LIMITS = Object.keys(DEFAULT_LIMITS) as (keyof ReadLimits)[]

/** Adds `--limit fileBytes=50000000`, as often as wanted; `which` says in the help what can be raised. */
export function withLimits(command: Command, which: string, names = LIMITS): Command {
  const collect = (value: string, earlier: Partial<ReadLimits>): Partial<ReadLimits> => {
    const [name = '', number = ''] = value.split('=')
    if (!names.includes(name as keyof ReadLimits) || !/^\d+$/.test(number))
      throw new InvalidArgumentError(`Give a name and a whole number; the names are ${names.join(', ')}.`)
    return { ...earlier, [name]: Number(number) }
  }
  return command.addOption(
    new Option('--limit <name=number>', `raise ${which}`).argParser(collect).default({}, 'none raised'),
  )
}

/** One line on stderr for an input that failed; the others go on. */
export function tellFailure(failure: HearsayError): void {
  process.stderr.write(`hearsay: ${failure.message}\n`)
}
