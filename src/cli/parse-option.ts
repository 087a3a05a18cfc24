import { InvalidArgumentError } from 'commander'

/** A whole number from 1. */
export function parseCount(value: string): number {
  const count = Number(value)
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return count
}

/** A day of the calendar, `2016-12-13`. */
export function parseDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value)) {
    throw new InvalidArgumentError('Give a day as 2016-12-13.')
  }
  return value
}
