/**
 * What the first pass found in a document, as features of the second: the labels that a word, a phrase or the long
 * form of an acronym got elsewhere in the same document (after Krishnan & Manning 2006).
 */

import { addToPhrase, PHRASE_START } from './gazetteer.ts'
import { mix } from './hash.ts'
import { type LabelledSpan, NAME_TYPES, readSpans } from './labels.ts'
import type { SentenceView } from './sentence-view.ts'

const TYPES: number = NAME_TYPES.length
const NONE = TYPES
const UNSEEN = TYPES + 1
const LONGEST_NAME = 8

interface WordVotes {
  /** Occurrences by type, the last for occurrences outside of names. */
  readonly types: number[]
  /** Occurrences at the begin, inside, at the end of a name, and alone. */
  readonly places: number[]
  long: number
}

interface Vote {
  /** Index of a type, `NONE` or `UNSEEN`. */
  readonly type: number
  readonly confidence: number
  readonly place: number
  readonly long: number
}

const NO_VOTE: Vote = { type: UNSEEN, confidence: 0, place: 0, long: 0 }

/** Index of the largest count; the first of equals. */
function largest(counts: readonly number[]): number {
  let best = 0
  for (let k = 1; k < counts.length; k++) if (counts[k]! > counts[best]!) best = k
  return best
}

export class DocumentNames {
  private readonly votes = new Map<string, WordVotes>()
  private readonly phrases = new Map<number, number[]>()
  private readonly acronyms = new Map<string, number[]>()
  private readonly views: readonly SentenceView[]
  private readonly spans: readonly (readonly LabelledSpan[])[]

  constructor(views: readonly SentenceView[], labels: readonly ArrayLike<number>[]) {
    this.views = views
    this.spans = views.map((view, s) => readSpans(labels[s]!, view.count))
    views.forEach((view, s) => {
      const placeOf = this.placesOf(s)
      for (let i = 0; i < view.count; i++) {
        const word = view.words[i]!
        if (!word.capital) continue
        let votes = this.votes.get(word.plain)
        if (!votes)
          this.votes.set(word.plain, (votes = { types: new Array(TYPES + 1).fill(0), places: [0, 0, 0, 0], long: 0 }))
        const at = placeOf[i]
        if (at) {
          votes.types[at.type]!++
          votes.places[at.place]!++
          if (at.place < 3) votes.long++
        } else votes.types[NONE]!++
      }
      for (const span of this.spans[s]!) this.addSpan(view, span)
    })
  }

  private placesOf(s: number): ({ type: number; place: number } | undefined)[] {
    const places: ({ type: number; place: number } | undefined)[] = []
    for (const { from, to, type } of this.spans[s]!) {
      for (let i = from; i < to; i++) {
        places[i] = { type, place: to === from + 1 ? 3 : i === from ? 0 : i === to - 1 ? 2 : 1 }
      }
    }
    return places
  }

  private addSpan(view: SentenceView, { from, to, type }: LabelledSpan): void {
    let hash = PHRASE_START
    let initials = ''
    for (let i = from; i < to; i++) {
      const { plain, capital } = view.words[i]!
      hash = addToPhrase(hash, plain)
      if (capital) initials += plain[0] ?? ''
    }
    const count = (map: Map<number | string, number[]>, key: number | string) => {
      let types = map.get(key)
      if (!types) map.set(key, (types = new Array(TYPES).fill(0)))
      types[type]!++
    }
    count(this.phrases as Map<number | string, number[]>, hash)
    if (initials.length > 1) count(this.acronyms as Map<number | string, number[]>, initials)
  }

  /** Reads the features of every token of sentence `s`; `use` is called for each open token. */
  read(s: number, use: (i: number, features: Int32Array, count: number) => void): void {
    const view = this.views[s]!
    const places = this.placesOf(s)
    const phrases = this.phrasesOf(s)
    const votes: Vote[] = []
    for (let i = 0; i < view.count; i++) votes.push(this.vote(view, i, places[i]))
    const features = new Int32Array(40)
    let count = 0
    const add = (template: number, a: number, b: number) => {
      features[count++] = mix(mix(template, a), b)
    }
    for (let i = 0; i < view.count; i++) {
      if (!view.open[i]) continue
      count = 0
      const vote = votes[i]!
      const before = votes[i - 1] ?? NO_VOTE
      const after = votes[i + 1] ?? NO_VOTE
      const word = view.words[i]!
      add(220, vote.type, 0)
      add(221, vote.type, vote.confidence)
      add(222, vote.type, vote.place)
      add(223, vote.type, word.shortShape)
      add(224, vote.type, vote.place * 2 + vote.long)
      add(225, before.type, before.confidence)
      add(226, before.type, before.place)
      add(227, after.type, after.confidence)
      add(228, after.type, after.place)
      add(229, mix(vote.type, before.type), after.type)
      const phrase = phrases[i] ?? -1
      add(230, phrase, 0)
      add(231, phrase, vote.type)
      if (word.allCapitals && word.plain.length > 1 && word.plain.length < 7) {
        const long = this.acronyms.get(word.plain)
        add(232, long ? largest(long) : NONE, 0)
      }
      // the first pass's own answer here
      const at = places[i]
      add(233, at ? at.type * 4 + at.place : -1, vote.type)
      add(234, at ? at.type * 4 + at.place : -1, phrase)
      use(i, features, count)
    }
  }

  /** How the word is labelled elsewhere in the document. */
  private vote(view: SentenceView, i: number, at: { type: number; place: number } | undefined): Vote {
    const word = view.words[i]!
    const votes = word.capital ? this.votes.get(word.plain) : undefined
    if (!votes) return NO_VOTE
    const own = at ? at.type : NONE
    let total = 0
    let type = NONE
    let most = (votes.types[NONE]! - (own === NONE ? 1 : 0)) * 0.5
    for (let k = 0; k <= TYPES; k++) {
      const others = votes.types[k]! - (k === own ? 1 : 0)
      total += others
      if (k < TYPES && others > most) {
        most = others
        type = k
      }
    }
    if (total === 0) return NO_VOTE
    const share = (votes.types[type]! - (type === own ? 1 : 0)) / total
    const places = votes.places.map((count, k) => count - (at && k === at.place ? 1 : 0))
    const long = votes.long - (at && at.place < 3 ? 1 : 0)
    return {
      type,
      confidence: share > 0.8 ? (total > 2 ? 3 : 2) : 1,
      place: type === NONE ? 4 : largest(places),
      long: long > 0 ? 1 : 0,
    }
  }

  /** Names found elsewhere in the document that stand here word for word, as `type * 4 + place`. */
  private phrasesOf(s: number): number[] {
    const view = this.views[s]!
    const found: number[] = []
    const own = new Map(this.spans[s]!.map(span => [span.from * LONGEST_NAME * 2 + (span.to - span.from), span.type]))
    for (let i = 0; i < view.count; i++) {
      if (!view.open[i] || view.words[i]!.plain === '') continue
      let hash = PHRASE_START
      for (let to = i + 1; to <= view.count && to - i < LONGEST_NAME && view.open[to - 1]; to++) {
        const { plain } = view.words[to - 1]!
        hash = addToPhrase(hash, plain)
        const types = plain === '' ? undefined : this.phrases.get(hash)
        if (!types) continue
        const ownType = own.get(i * LONGEST_NAME * 2 + (to - i))
        const counts = ownType === undefined ? types : types.map((count, k) => count - (k === ownType ? 1 : 0))
        const type = largest(counts)
        if (counts[type]! <= 0) continue
        for (let k = i; k < to; k++) {
          const place = to === i + 1 ? 3 : k === i ? 0 : k === to - 1 ? 2 : 1
          // longer phrases and those that began before stand first
          if (found[k] === undefined || (k === i && to > i + 1) || found[i] === type * 4) found[k] = type * 4 + place
        }
      }
    }
    return found
  }
}
