/**
 * Features of one token for the first pass, as 32-bit hashes. After Ratinov & Roth 2009 (context, gazetteers, word
 * clusters) and Finkel et al. 2005 (shapes), with capital runs, parse and the document's habits of capitals.
 */

import type { WordCounts } from './document-words.ts'
import { mix } from './hash.ts'
import type { SentenceView } from './sentence-view.ts'
import type { NameWord } from './words.ts'

/** More than any token has. */
export const MOST_FEATURES = 600

const EDGE: NameWord = {
  lower: '',
  plain: '',
  capital: false,
  hasCapital: false,
  allCapitals: false,
  lowercase: false,
  digits: false,
  form: 71,
  word: 73,
  shape: 79,
  shortShape: 83,
  prefixes: [0, 0, 0],
  suffixes: [0, 0, 0, 0],
  fine: 1021,
  middle: 1021,
  top: 1021,
  steps: [],
  stepsHash: 97,
  kinds: 0,
  longest: 1,
}
const EDGE_TAG = 5

const step = (count: number): number => (count <= 1 ? Math.max(count, 0) : count < 4 ? 2 : 3)

export class Features {
  readonly ids = new Int32Array(MOST_FEATURES)
  count = 0
  /** Features up to here are those of the word itself, which training leaves out at random. */
  lexical = 0

  private add1(template: number, a: number): void {
    this.ids[this.count++] = mix(template, a)
  }
  private add2(template: number, a: number, b: number): void {
    this.ids[this.count++] = mix(mix(template, a), b)
  }
  private add3(template: number, a: number, b: number, c: number): void {
    this.ids[this.count++] = mix(mix(mix(template, a), b), c)
  }

  /** Replaces the features by those of token `i`. */
  read(view: SentenceView, i: number, counts: ReadonlyMap<string, WordCounts>): void {
    this.count = 0
    this.addWords(view, i)
    this.addShapes(view, i)
    this.addTags(view, i)
    this.addRun(view, i)
    this.addClusters(view, i)
    this.addKinds(view, i)
    this.addLists(view, i)
    this.addParse(view, i)
    this.addHabits(view, i, counts)
  }

  private addWords({ words }: SentenceView, i: number): void {
    const word = words[i]!
    const before = (words[i - 1] ?? EDGE).word
    const after = (words[i + 1] ?? EDGE).word
    const before2 = (words[i - 2] ?? EDGE).word
    const after2 = (words[i + 2] ?? EDGE).word
    this.add1(1, word.form)
    this.add1(2, word.word)
    this.add2(3, before, word.word)
    this.add2(4, word.word, after)
    this.add1(5, word.prefixes[2])
    this.add1(6, word.suffixes[3])
    this.lexical = this.count
    this.add1(7, before)
    this.add1(8, after)
    this.add1(9, before2)
    this.add1(10, after2)
    this.add2(11, before2, before)
    this.add2(12, after, after2)
    this.add1(13, 1)
  }

  private addShapes({ words, headline, shouted, glued }: SentenceView, i: number): void {
    const word = words[i]!
    const before = words[i - 1] ?? EDGE
    const after = words[i + 1] ?? EDGE
    const { shortShape: shape } = word
    this.add1(20, word.shape)
    this.add2(21, before.shortShape, shape)
    this.add2(22, shape, after.shortShape)
    this.add3(23, before.shortShape, shape, after.shortShape)
    this.add1(24, word.prefixes[0])
    this.add1(25, word.prefixes[1])
    this.add1(26, word.suffixes[0])
    this.add1(27, word.suffixes[1])
    this.add1(28, word.suffixes[2])
    this.add1(29, before.suffixes[2])
    this.add1(30, after.suffixes[2])
    this.add3(31, shape, i === 0 ? 1 : 0, after.capital ? 1 : 0)
    this.add2(32, before.word, shape)
    this.add2(33, after.word, shape)
    this.add2(34, headline ? 1 : 0, shape)
    this.add2(35, shouted ? 1 : 0, shape)
    this.add2(36, (words[i - 2] ?? EDGE).word, shape)
    this.add2(37, (words[i + 2] ?? EDGE).word, shape)
    this.add3(38, glued[i]!, glued[i + 1] ?? 0, shape)
    if (before.lower === '(') this.add2(39, shape, after.lower === ')' ? 1 : 0)
  }

  private addTags({ words, tags }: SentenceView, i: number): void {
    const tag = tags[i]!
    const before = tags[i - 1] ?? EDGE_TAG
    const after = tags[i + 1] ?? EDGE_TAG
    this.add1(50, tag)
    this.add1(51, before)
    this.add1(52, after)
    this.add2(53, before, tag)
    this.add2(54, tag, after)
    this.add3(55, before, tag, after)
    this.add2(56, tags[i - 2] ?? EDGE_TAG, before)
    this.add2(57, after, tags[i + 2] ?? EDGE_TAG)
    this.add2(58, tag, words[i]!.shortShape)
  }

  /** What stands around the run of capitalised words that the token is in, and at the run's ends. */
  private addRun({ words, runStart, runEnd }: SentenceView, i: number): void {
    const start = runStart[i]!
    if (start < 0 || !words[i]!.capital) {
      this.add1(70, 0)
      return
    }
    const end = runEnd[i]!
    const before = words[start - 1] ?? EDGE
    const after = words[end + 1] ?? EDGE
    const place = i === start ? (i === end ? 3 : 0) : i === end ? 2 : 1
    this.add2(71, before.word, place)
    this.add2(72, after.word, place)
    this.add3(73, Math.min(end - start, 5), place, start === 0 ? 1 : 0)
    this.add3(74, before.word, after.word, place)
    this.add2(75, before.middle, place)
    this.add2(76, after.middle, place)
    this.add2(77, before.fine, place)
    this.add2(78, after.fine, place)
    this.add2(79, before.kinds, place)
    this.add2(80, (words[start - 2] ?? EDGE).middle, place)
    this.add2(81, (words[end + 2] ?? EDGE).middle, place)
    if (i !== end) {
      const last = words[end]!
      this.add2(82, last.word, place)
      this.add2(83, last.middle, place)
      this.add2(84, last.kinds, place)
      this.add2(85, last.stepsHash, place)
    }
    if (i !== start) {
      const first = words[start]!
      this.add2(86, first.word, place)
      this.add2(87, first.middle, place)
      this.add2(88, first.kinds, place)
      this.add2(89, first.stepsHash, place)
    }
  }

  private addClusters({ words, tags }: SentenceView, i: number): void {
    const word = words[i]!
    const before = words[i - 1] ?? EDGE
    const after = words[i + 1] ?? EDGE
    const capital = word.capital ? 1 : 0
    const { shortShape: shape } = word
    this.add2(100, word.fine, capital)
    this.add2(101, word.middle, capital)
    this.add2(102, word.top, shape)
    this.add1(103, before.fine)
    this.add1(104, after.fine)
    this.add1(105, before.middle)
    this.add1(106, after.middle)
    this.add2(107, (words[i - 2] ?? EDGE).middle, capital)
    this.add2(108, (words[i + 2] ?? EDGE).middle, capital)
    this.add3(109, before.top, word.top, shape)
    this.add3(110, word.top, after.top, shape)
    this.add2(111, before.fine, shape)
    this.add2(112, after.fine, shape)
    this.add2(113, word.middle, tags[i]!)
    this.add3(114, before.middle, word.middle, capital)
    this.add3(115, word.middle, after.middle, capital)
  }

  /** Kinds of words as their vectors suggest them (given name, city, title, …). */
  private addKinds({ words, tags, runStart, runEnd }: SentenceView, i: number): void {
    const word = words[i]!
    const before = words[i - 1] ?? EDGE
    const after = words[i + 1] ?? EDGE
    const capital = word.capital ? 1 : 0
    for (const value of word.steps) {
      this.add2(130, value, capital)
      this.add2(131, value, word.shortShape)
      this.add3(132, value, capital, tags[i - 1] ?? EDGE_TAG)
    }
    this.add2(133, word.stepsHash, capital)
    this.add3(134, word.stepsHash, before.stepsHash, capital)
    this.add3(135, word.stepsHash, after.stepsHash, capital)
    for (const value of before.steps) this.add2(136, value, capital)
    for (const value of after.steps) this.add2(137, value, capital)
    const start = runStart[i]!
    if (start >= 0 && word.capital) {
      const end = runEnd[i]!
      this.add3(138, words[start]!.stepsHash, words[end]!.stepsHash, i === start ? 0 : i === end ? 2 : 1)
    }
  }

  private addLists({ words, tags, listed }: SentenceView, i: number): void {
    const word = words[i]!
    const capital = word.capital ? 1 : 0
    const { shortShape: shape } = word
    const after = (words[i + 1] ?? EDGE).word
    for (const value of listed[i]!) {
      this.add1(150, value)
      this.add2(151, value, shape)
      if (i === 0) this.add1(152, value)
      this.add2(153, value, after)
    }
    if (i > 0) for (const value of listed[i - 1]!) this.add2(154, value, capital)
    const next = listed[i + 1]
    if (next) for (const value of next) this.add2(155, value, capital)
    this.add1(156, word.kinds)
    this.add2(157, word.kinds, words[i - 1]?.kinds ?? -1)
    this.add2(158, word.kinds, words[i + 1]?.kinds ?? -1)
    this.add3(159, word.kinds, tags[i - 1] ?? EDGE_TAG, tags[i + 1] ?? EDGE_TAG)
  }

  private addParse({ words, heads, relations, runStart, runEnd, count }: SentenceView, i: number): void {
    let top = i
    if (words[i]!.capital) {
      // climb to the word of the run that hangs on a word outside of it
      const start = runStart[i]!
      const end = runEnd[i]!
      for (let steps = 0; steps < 8; steps++) {
        const head = heads[top]!
        if (head < start || head > end) break
        top = head
      }
    }
    const head = heads[top]!
    const relation = relations[top]!
    const above = head >= 0 && head < count ? words[head]! : EDGE
    const self = top === i ? 1 : 0
    this.add2(170, relation, self)
    this.add3(171, relation, above.word, self)
    this.add3(172, relation, above.middle, self)
    this.add3(173, relation, above.fine, self)
    this.add2(174, relations[i]!, words[i]!.shortShape)
  }

  private addHabits({ words, headline }: SentenceView, i: number, counts: ReadonlyMap<string, WordCounts>): void {
    const word = words[i]!
    const entry = counts.get(word.lower)
    if (!entry) return
    if (word.capital) {
      const others = entry.capital - (i > 0 && !headline ? 1 : 0)
      this.add3(190, step(others), step(entry.lower), i === 0 ? 1 : 0)
      this.add2(191, entry.lower > entry.capital ? 1 : 0, word.shortShape)
      this.add2(192, step(entry.all - 1), word.shortShape)
    } else this.add1(193, step(entry.capital))
  }
}
