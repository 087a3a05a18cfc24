/** What of a text is kept for finding its copies. */
export interface Sketch {
  /** Hashes of runs of five words, ascending and without repeats: all of them, or those that the sieve lets through. */
  readonly prints: Uint32Array
  /** Whether only prints divisible by {@link SIEVE} are kept. */
  readonly sieved: boolean
}

/** One print in so many is kept of a long text, always the same ones, so that sketches of two texts can be compared. */
export const SIEVE = 4

/** Texts of up to so many words keep all prints: a sample of a few would say nothing. */
const SHORT = 200

/** Words in a run: shorter runs recur by chance, longer ones break at every edit. */
const RUN = 5

const WORD = /[\p{L}\p{N}]+/gu

/**
 * Samples the runs of five words of a text. Case, punctuation and white space play no part.
 *
 * Source: A. Broder, On the resemblance and containment of documents (1997), "modulo" sketches, which tell containment
 * as well as resemblance.
 */
export function sketchOf(text: string): Sketch {
  const words = [...text.toLowerCase().matchAll(WORD)].map(([word]) => hashWord(word))
  const sieved = words.length > SHORT
  const prints: number[] = []
  for (let end = RUN; end <= words.length; end++) {
    let hash = 0
    for (let at = end - RUN; at < end; at++) hash = Math.imul(hash ^ words[at]!, 0x9e3779b1) + 0x7f4a7c15
    hash = mix(hash)
    if (!sieved || hash % SIEVE === 0) prints.push(hash)
  }
  return { prints: withoutRepeats(Uint32Array.from(prints).sort()), sieved }
}

/** The prints that a sieved sketch would have kept. */
export function sieve({ prints, sieved }: Sketch): Uint32Array {
  return sieved ? prints : prints.filter(print => print % SIEVE === 0)
}

/** How many numbers two ascending lists share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

function withoutRepeats(sorted: Uint32Array): Uint32Array {
  return sorted.filter((print, index) => index === 0 || print !== sorted[index - 1])
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

/** MurmurHash3's last step: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
