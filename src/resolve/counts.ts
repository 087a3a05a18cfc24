import type { Counts } from './profile.ts'

/** What nothing has been counted in yet: most profiles have no roles, and an empty map of their own would cost more than all they hold. */
export const NONE: ReadonlyMap<string, never> = new Map<string, never>()

/** Adds to a count; gives the map to keep, a new one in place of {@link NONE}. */
export function addTo(counts: Counts, key: string, times: number): Counts {
  const own = counts === NONE ? new Map<string, number>() : (counts as Map<string, number>)
  own.set(key, (own.get(key) ?? 0) + times)
  return own
}

export function total(maps: readonly Counts[]): Map<string, number> {
  const all = new Map<string, number>()
  for (const map of maps) for (const [key, count] of map) all.set(key, (all.get(key) ?? 0) + count)
  return all
}
