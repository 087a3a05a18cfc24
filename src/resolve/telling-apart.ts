import type { Profile } from './profile.ts'

/** Words that tell apart what else is named alike: "eastern Aleppo" is not Aleppo, "Under-21" not the first team. */
const DISTINGUISHING =
  /^(?:\d[\w-]*|[ivx]+|north|south|east|west|northern|southern|eastern|western|central|new|old|upper|lower|greater|deputy|former|junior|under-\d+|women|womens|women's|ladies)$/

/** "the UN Security Council" is a part of the UN, not the UN. */
export const isPart = ({ parts }: Profile): boolean =>
  /^(?:council|assembly|committee|commission|office|secretariat|mission|department|ministry|court|agency|branch|division|unit)$/.test(
    parts.at(-1)!,
  )

/** The number that a description opens with: "80" of "80 civilians"; null where it counts nothing. */
export const countOf = ([first = '']: readonly string[]): string | null =>
  /^\d[\d,.]*$|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundreds?|thousands?|dozens?|million)$/.test(
    first,
  )
    ? first
    : null

/** A word of one form alone that makes it another thing; null when there is none. */
export function distinguishing(a: readonly string[], b: readonly string[]): string | null {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const part of x) if (DISTINGUISHING.test(part) && !y.includes(part)) return part
  }
  return null
}
