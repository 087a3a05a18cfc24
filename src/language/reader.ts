/**
 * Tags and parses a sentence. Where the tagger hesitates between two tags that would change the tree ("accused": past
 * tense or participle), the sentence is parsed both ways and the likelier tree wins.
 */

import type { WordType } from './input.ts'
import type { Parser } from './parser.ts'
import type { QuickTagger } from './quick-tagger.ts'

/** Score by which the tagger must prefer a tag, in its own units, for the runner-up not to be tried. */
const HESITATION = 15
/** Log-probability that one unit of the tagger's preference is worth against the parser's. */
const TAGGER_WEIGHT = 0.03
/** Tags of names, nouns, adjectives, numbers and signs: an exchange among them seldom moves an arc. */
const NOMINAL = /^(?:NN.*|JJ.*|CD|FW|GW|ADD|LS|NFP|SYM|UH|AFX|XX|[^A-Z].*)$/

export class Reader {
  private readonly tagger: QuickTagger
  private readonly parser: Parser
  private readonly nominal: readonly boolean[]

  constructor(tagger: QuickTagger, parser: Parser, tags: readonly string[]) {
    this.tagger = tagger
    this.parser = parser
    this.nominal = tags.map(tag => NOMINAL.test(tag))
  }

  /** Fills `tags`, `heads` (-1 for the root) and `relations` (indices into the model's lists). */
  read(words: readonly WordType[], tags: Int32Array, heads: Int32Array, relations: Int32Array): void {
    const { tagger, parser, nominal } = this
    const { scores } = tagger
    let doubtful = -1
    let otherTag = 0
    let margin = HESITATION
    for (let i = 0; i < words.length; i++) {
      const best = tagger.best(words, i, tags)
      tags[i] = best
      const most = scores[best]!
      let limit = most - margin
      for (let tag = 0; tag < scores.length; tag++) {
        const score = scores[tag]!
        if (score <= limit || tag === best || (nominal[tag] && nominal[best])) continue
        limit = score
        margin = most - score
        doubtful = i
        otherTag = tag
      }
    }
    if (doubtful < 0) {
      parser.parse(words, tags, heads, relations)
      return
    }
    const first = parser.parseScored(words, tags, heads, relations)
    const firstTag = tags[doubtful]!
    const otherHeads = new Int32Array(words.length)
    const otherRelations = new Int32Array(words.length)
    tags[doubtful] = otherTag
    const second = parser.parseAgain(words, tags, doubtful, otherHeads, otherRelations)
    if (second - margin * TAGGER_WEIGHT > first) {
      heads.set(otherHeads)
      relations.set(otherRelations)
    } else tags[doubtful] = firstTag
  }
}
