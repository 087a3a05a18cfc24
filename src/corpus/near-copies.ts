import { PrintIndex } from './print-index.ts'
import { countShared, type Sketch, sieve, sketchOf } from './sketch.ts'

/** Id of an article → id of the earliest article that has the same text; originals are not in it. */
export type Originals = ReadonlyMap<string, string>

interface Text {
  readonly id: string
  /** ISO 8601; '~', behind every date, where there is none. */
  readonly published: string
  readonly sketch: Sketch
}

/** Two texts are one story when this share of all that either says stands in both … */
const RESEMBLANCE = 0.5
const RESEMBLANCE_PRINTS = 4
/** … or this share of the shorter one stands in the longer, and that is more than a quotation. */
const CONTAINMENT = 0.5
const CONTAINMENT_PRINTS = 10

/** A run of words that so many different stories hold (an agency's boilerplate) is nobody's own. */
const COMMON = 24
/** One print in so many of a long text is indexed: enough to be found by, a quarter of the memory. */
const INDEXED = 16
/** Texts that are compared closely, those with most shared prints first. */
const CANDIDATES = 8
/** A copy that has more of its own than the rest of this share can itself be copied, and is indexed too. */
const FAITHFUL = 0.8

/**
 * Gathers articles and finds those that copy an earlier one: reprints of an agency's story with other headlines, small
 * edits or paragraphs left out. Keeps a few hundred bytes an article; time grows with their number, for a story is
 * indexed once, however many outlets carry it. The order of adding plays no part.
 */
export class NearCopies {
  readonly #texts: Text[] = []

  /**
   * @param published ISO 8601 date, which tells the original: the earliest, undated ones last
   * @param prose the article without the page around it, which would make all articles of a site alike
   */
  add(id: string, published: string | undefined, prose: string): void {
    this.#texts.push({ id, published: published ?? '~', sketch: sketchOf(prose) })
  }

  find(): Originals {
    const texts = [...this.#texts].sort((a, b) => order(a.published, b.published) || order(a.id, b.id))
    const story = Int32Array.from(texts, (_, number) => number)
    const index = new PrintIndex()
    const originals = new Map<string, string>()
    for (const [number, { id, sketch }] of texts.entries()) {
      const copied = mostAlike(sketch, candidates(sketch, index), texts)
      if (copied !== null) {
        story[number] = story[copied.text]!
        originals.set(id, texts[story[number]!]!.id)
        if (copied.share >= FAITHFUL) continue
      }
      for (const print of sketch.prints) if (!sketch.sieved || print % INDEXED === 0) index.add(print, number)
    }
    return originals
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The texts that share most prints, with those that are common left out. */
function candidates({ prints }: Sketch, index: PrintIndex): number[] {
  const shared = new Map<number, number>()
  for (const print of prints) {
    const holders = index.find(print, COMMON)
    if (holders.length === COMMON) continue
    for (const text of holders) shared.set(text, (shared.get(text) ?? 0) + 1)
  }
  const ranked = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return ranked.slice(0, CANDIDATES).map(([text]) => text)
}

/** The candidate that the text copies or holds, and which share of the text stands in it. */
function mostAlike(
  sketch: Sketch,
  numbers: readonly number[],
  texts: readonly Text[],
): { text: number; share: number } | null {
  let best: { text: number; share: number; alike: number } | null = null
  for (const text of numbers) {
    const other = texts[text]!.sketch
    const bothWhole = !sketch.sieved && !other.sieved
    const [a, b] = bothWhole ? [sketch.prints, other.prints] : [sieve(sketch), sieve(other)]
    const shared = countShared(a, b)
    const alike = shared / Math.min(a.length, b.length)
    const same = shared >= RESEMBLANCE_PRINTS && shared >= RESEMBLANCE * (a.length + b.length - shared)
    if (!same && !(shared >= CONTAINMENT_PRINTS && alike >= CONTAINMENT)) continue
    if (best === null || alike > best.alike) best = { text, alike, share: shared / a.length }
  }
  return best
}
