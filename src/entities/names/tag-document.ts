/** The sequence tagger over a document: two passes of a CRF, the second with what the first found elsewhere. */

import { HearsayError } from '../../errors.ts'
import type { OpenData, Sentence } from '../../types.ts'
import { Decoder } from './crf.ts'
import { DocumentNames } from './document-names.ts'
import { countWords } from './document-words.ts'
import { Features } from './features.ts'
import { type Gazetteer, loadGazetteer } from './gazetteer.ts'
import { LABELS, type LabelledSpan, OUTSIDE, readSpans } from './labels.ts'
import { type NameModel, readNameModel } from './model.ts'
import type { RowSums } from './row-sums.ts'
import { type SentenceView, viewSentence } from './sentence-view.ts'
import { readWordClasses } from './word-classes.ts'
import { NameWords } from './words.ts'

export const MODEL_PATH = 'model/names.bin'
export const WORDS_PATH = 'model/name-words.bin'

/** What features look words and phrases up in. */
export interface NameLists {
  readonly words: NameWords
  readonly gazetteer: Gazetteer
}

/** Runs a reader of model bytes and tells the user what to do when it fails. */
function readOrExplain<T>(open: OpenData, path: string, read: (bytes: Uint8Array) => T): T {
  try {
    return read(open(path))
  } catch (cause) {
    throw new HearsayError(
      'names/model',
      path,
      `not a name model of this version (${cause instanceof Error ? cause.message : String(cause)})`,
      'Reinstall the package, or rebuild the model with scripts/train-names.ts.',
      { cause },
    )
  }
}

/** @throws HearsayError `names/model` when the table of word classes is missing or of another version */
export function loadNameLists(open: OpenData): NameLists {
  const gazetteer = loadGazetteer(open)
  return { gazetteer, words: new NameWords(readOrExplain(open, WORDS_PATH, readWordClasses), gazetteer) }
}

/** @throws HearsayError `names/model` when the model is missing or of another version */
export const loadNameModel = (open: OpenData): NameModel => readOrExplain(open, MODEL_PATH, readNameModel)

/** A span with the margin by which it beats every other reading of its words. */
export interface FoundSpan extends LabelledSpan {
  readonly margin: number
}

export class NameTagger {
  /** What 1 of the model's weights is. */
  private readonly unit: number
  private readonly lists: NameLists
  private readonly first: Decoder
  private readonly second: Decoder
  private readonly features = new Features()
  private readonly rows: RowSums

  constructor(model: NameModel, lists: NameLists, rows: RowSums) {
    this.unit = model.unit
    this.lists = lists
    this.rows = rows
    this.first = new Decoder(model.first, model.bias)
    this.second = new Decoder(model.second, model.bias)
  }

  /** By sentence the names in it, as spans of tokens that do not overlap. */
  tag(sentences: readonly Sentence[]): FoundSpan[][] {
    const views = sentences.map(sentence => viewSentence(sentence, this.lists.words, this.lists.gazetteer))
    const scores = this.score(views)
    const labels = this.decode(views, scores, this.first)
    const names = new DocumentNames(views, labels)
    views.forEach((_, s) => {
      names.read(s, (i, features, count) => this.addRows(features, count, scores[s]!, i))
    })
    const margins = views.map(view => new Float32Array(view.count))
    return this.decode(views, scores, this.second, margins).map((found, s) =>
      readSpans(found, views[s]!.count).map(span => ({
        margin: margins[s]!.subarray(span.from, span.to).reduce((least, margin) => Math.min(least, margin)),
        ...span,
      })),
    )
  }

  private score(views: readonly SentenceView[]): Float32Array[] {
    const counts = countWords(views)
    const { features } = this
    return views.map(view => {
      const scores = new Float32Array(view.count * LABELS)
      for (let i = 0; i < view.count; i++) {
        if (!view.open[i]) continue
        features.read(view, i, counts)
        this.addRows(features.ids, features.count, scores, i)
      }
      return scores
    })
  }

  /** Adds the weights of features to a token's scores. */
  private addRows(features: Int32Array, count: number, scores: Float32Array, token: number): void {
    const { unit } = this
    const { sums } = this.rows
    this.rows.add(features, count)
    const at = token * LABELS
    for (let label = 0; label < LABELS; label++) scores[at + label]! += sums[label]! * unit
  }

  private decode(
    views: readonly SentenceView[],
    scores: readonly Float32Array[],
    decoder: Decoder,
    margins?: readonly Float32Array[],
  ): Uint8Array[] {
    return views.map((view, s) => {
      const labels = new Uint8Array(view.count)
      for (let i = 0; i < view.count; i++) {
        if (!view.open[i]) continue
        let to = i + 1
        while (to < view.count && view.open[to]) to++
        decoder.decode(scores[s]!, i, to, labels)
        if (margins !== undefined && labels.subarray(i, to).some(label => label !== OUTSIDE)) {
          decoder.margins(scores[s]!, i, to, labels, margins[s]!)
        }
        i = to
      }
      return labels
    })
  }
}
