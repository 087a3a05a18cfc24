/** A memory for functions of words: news repeats its words. */

/** So many strings are remembered, then all are forgotten. */
const MOST = 50_000
/** Longer strings are hardly ever met again, but for those of one odd article. */
const LONGEST = 80
const MOST_LONG = 100

/**
 * A copy that stands alone: engines keep a whole text alive for the sake of a longer piece of it. Joined and cut, the
 * piece is one of a string of its own size.
 */
export const ownCopy = (piece: string): string => ` ${piece}`.slice(1)

/** The same function of a string, which must depend on nothing else, with a memory of what it gave. */
export function remember<Result>(give: (text: string) => Result): (text: string) => Result {
  const short = new Map<string, Result>()
  const long = new Map<string, Result>()
  return text => {
    const known = text.length > LONGEST ? long : short
    const found = known.get(text)
    if (found !== undefined) return found
    const own = ownCopy(text)
    const result = give(own)
    if (known.size >= (known === long ? MOST_LONG : MOST)) known.clear()
    known.set(own, result)
    return result
  }
}
