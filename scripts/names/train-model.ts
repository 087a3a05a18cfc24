/**
 * Trains the two passes of the name tagger. The second pass keeps the first's scores and learns only what the rest of
 * the document adds; so that it meets answers as good as they will be on new text, the first pass's scores of each
 * training document come from a model that has not seen it.
 */

import { Decoder } from '../../src/entities/names/crf.ts'
import { DocumentNames } from '../../src/entities/names/document-names.ts'
import { countWords } from '../../src/entities/names/document-words.ts'
import { Features } from '../../src/entities/names/features.ts'
import { IntTable } from '../../src/entities/names/int-table.ts'
import { canEnd, canStart, LABELS, OUTSIDE, typeIndex } from '../../src/entities/names/labels.ts'
import type { ModelParts } from '../../src/entities/names/model.ts'
import { type SentenceView, viewSentence } from '../../src/entities/names/sentence-view.ts'
import type { NameLists } from '../../src/entities/names/tag-document.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import type { LabelledDocument } from './examples.ts'
import { type Sequence, trainCrf, type Weights } from './train-crf.ts'

export interface TrainNamesOptions {
  /** By source; 1 where none is given. */
  readonly weights: Readonly<Record<string, number>>
  /** Added to the scores of all labels of a type when decoding, first those outside of names: precision for recall. */
  readonly bias: readonly number[]
  readonly rounds: number
  readonly foldRounds: number
  readonly secondRounds: number
  readonly folds: number
  readonly drop: number
  readonly noise: number
  readonly rate: number
  readonly decay: number
  /** A feature must occur so often to be learnt. */
  readonly least: number
  /** Weights below this (in nats) are dropped from the model. */
  readonly prune: number
  readonly log: (line: string) => void
}

/** Weight at which quantised weights end. */
const LARGEST_WEIGHT = 4

interface Prepared {
  readonly document: LabelledDocument
  readonly views: readonly SentenceView[]
  /** By sentence the feature rows of its open tokens. */
  readonly sentences: readonly PreparedSentence[]
  readonly weight: number
}

interface PreparedSentence {
  readonly rows: Int32Array
  /** By token where its rows begin; the last is where they end. */
  readonly offsets: Int32Array
  readonly kept: Int32Array
  readonly allowed: Int32Array
}

export function trainNames(
  documents: readonly LabelledDocument[],
  lists: NameLists,
  options: TrainNamesOptions,
): ModelParts {
  const { log } = options
  const table = new IntTable(1 << 20)
  const prepared = prepare(documents, lists, table, options)
  log(`${prepared.length} documents, ${table.size} features`)
  const train = (part: readonly Prepared[], rounds: number, seed: number) =>
    trainCrf(part.flatMap(sequencesOf), table.size, {
      rounds,
      drop: options.drop,
      noise: options.noise,
      rate: options.rate,
      decay: options.decay,
      random: seededRandom(seed),
      log,
    })
  const first = train(prepared, options.rounds, 1)
  const held: { document: Prepared; weights: Weights }[] = []
  for (let fold = 0; fold < options.folds; fold++) {
    const isHeld = (_: Prepared, i: number) => i % options.folds === fold
    const weights = train(
      prepared.filter((document, i) => !isHeld(document, i)),
      options.foldRounds,
      2 + fold,
    )
    for (const document of prepared.filter(isHeld)) held.push({ document, weights })
  }
  const secondTable = new IntTable(1 << 14)
  const sequences = held.flatMap(({ document, weights }) => secondSequences(document, weights, secondTable))
  log(`second pass: ${secondTable.size} features`)
  const second = trainCrf(sequences, secondTable.size, {
    rounds: options.secondRounds,
    drop: 0,
    noise: 0,
    rate: options.rate,
    decay: options.decay,
    random: seededRandom(99),
    transitions: first.transitions,
    log,
  })
  return pack(
    [
      { table, weights: first },
      { table: secondTable, weights: second },
    ],
    options,
  )
}

function prepare(
  documents: readonly LabelledDocument[],
  lists: NameLists,
  table: IntTable,
  options: TrainNamesOptions,
): Prepared[] {
  const views = documents.map(document =>
    document.sentences.map(({ sentence }) => viewSentence(sentence, lists.words, lists.gazetteer)),
  )
  const features = new Features()
  const counts = views.map(countWords)
  const seen = new IntTable(1 << 21)
  let occurrences = new Uint8Array(1 << 21)
  const each = (visit: (document: number, sentence: number, token: number) => void) => {
    views.forEach((sentences, d) => {
      sentences.forEach((view, s) => {
        for (let i = 0; i < view.count; i++) {
          if (!view.open[i]) continue
          features.read(view, i, counts[d]!)
          visit(d, s, i)
        }
      })
    })
  }
  each(() => {
    for (let k = 0; k < features.count; k++) {
      const at = seen.add(features.ids[k]!)
      if (at >= occurrences.length) {
        const larger = new Uint8Array(occurrences.length * 2)
        larger.set(occurrences)
        occurrences = larger
      }
      if (occurrences[at]! < 255) occurrences[at]!++
    }
  })
  const collected = views.map(sentences =>
    sentences.map(({ count }) => ({
      rows: [] as number[],
      offsets: new Int32Array(count + 1),
      kept: new Int32Array(count),
      last: 0,
    })),
  )
  each((d, s, i) => {
    const into = collected[d]![s]!
    into.offsets.fill(into.rows.length, into.last + 1, i + 1)
    for (let k = 0; k < features.count; k++) {
      if (k === features.lexical) into.kept[i] = into.rows.length
      const id = features.ids[k]!
      if (occurrences[seen.find(id)]! >= options.least) into.rows.push(table.add(id))
    }
    into.offsets[i + 1] = into.rows.length
    into.last = i + 1
  })
  return documents.map((document, d) => ({
    document,
    views: views[d]!,
    weight: options.weights[document.source] ?? 1,
    sentences: collected[d]!.map(({ rows, offsets, kept, last }, s) => {
      offsets.fill(rows.length, last + 1)
      return { rows: Int32Array.from(rows), offsets, kept, allowed: document.sentences[s]!.allowed }
    }),
  }))
}

/** The stretches of open tokens of a sentence, as `[from, to)`. */
function stretches({ open, count }: SentenceView): [number, number][] {
  const found: [number, number][] = []
  for (let i = 0; i < count; i++) {
    if (!open[i]) continue
    let to = i + 1
    while (to < count && open[to]) to++
    found.push([i, to])
    i = to
  }
  return found
}

/** Frees the labels of tokens whose name is cut by the ends of the stretch. */
function feasible(allowed: Int32Array): Int32Array {
  const bits = (test: (label: number) => boolean) => {
    let mask = 0
    for (let label = 0; label < LABELS; label++) if (test(label)) mask |= 1 << label
    return mask
  }
  const starts = bits(canStart)
  const ends = bits(canEnd)
  const all = bits(() => true)
  const freed = allowed.slice()
  for (let i = 0; i < freed.length && !(freed[i]! & starts); i++) freed[i] = all
  for (let i = freed.length - 1; i >= 0 && !(freed[i]! & ends); i--) freed[i] = all
  return freed
}

function sequencesOf({ views, sentences, weight }: Prepared): Sequence[] {
  return views.flatMap((view, s) => {
    const { rows, offsets, kept, allowed } = sentences[s]!
    return stretches(view).map(([from, to]) => {
      const start = offsets[from]!
      return {
        length: to - from,
        rows: rows.subarray(start, offsets[to]!),
        offsets: offsets.slice(from, to + 1).map(offset => offset - start),
        kept: kept.slice(from, to).map(offset => offset - start),
        allowed: feasible(allowed.subarray(from, to)),
        opens: from === 0,
        weight,
      }
    })
  })
}

/** Sequences of the second pass: the first's scores as given, and the features of what it found in the document. */
function secondSequences({ views, sentences, weight }: Prepared, weights: Weights, table: IntTable): Sequence[] {
  const decoder = new Decoder(weights.transitions, new Float32Array(LABELS))
  const scores = views.map((view, s) => scoresOf(view, sentences[s]!, weights.rows))
  const labels = views.map((view, s) => {
    const found = new Uint8Array(view.count)
    for (const [from, to] of stretches(view)) decoder.decode(scores[s]!, from, to, found)
    return found
  })
  const names = new DocumentNames(views, labels)
  return views.flatMap((view, s) => {
    const rows: number[] = []
    const offsets = new Int32Array(view.count + 1)
    names.read(s, (i, features, count) => {
      offsets[i] = rows.length
      for (let k = 0; k < count; k++) rows.push(table.add(features[k]!))
      offsets[i + 1] = rows.length
    })
    return stretches(view).map(([from, to]) => {
      const start = offsets[from]!
      const shifted = offsets.slice(from, to + 1).map(offset => offset - start)
      return {
        length: to - from,
        rows: Int32Array.from(rows.slice(start, offsets[to]!)),
        offsets: shifted,
        kept: shifted,
        allowed: feasible(sentences[s]!.allowed.subarray(from, to)),
        opens: from === 0,
        weight,
        base: scores[s]!.slice(from * LABELS, to * LABELS),
      }
    })
  })
}

function scoresOf(view: SentenceView, { rows, offsets }: PreparedSentence, weights: Float32Array): Float32Array {
  const scores = new Float32Array(view.count * LABELS)
  for (let i = 0; i < view.count; i++) {
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) {
      for (let label = 0; label < LABELS; label++) scores[i * LABELS + label]! += weights[rows[k]! * LABELS + label]!
    }
  }
  return scores
}

/** Quantises to whole numbers in ±127 and leaves out what weighs little. */
function pack(
  passes: readonly { table: IntTable; weights: Weights }[],
  { prune, bias }: TrainNamesOptions,
): ModelParts {
  const keys: number[] = []
  const weights: number[] = []
  const unit = LARGEST_WEIGHT / 127
  for (const { table, weights: learnt } of passes) {
    table.forEach((key, row) => {
      const values = learnt.rows.subarray(row * LABELS, (row + 1) * LABELS)
      if (!values.some(value => Math.abs(value) >= prune)) return
      keys.push(key)
      for (const value of values) {
        const rounded = Math.abs(value) < prune / 3 ? 0 : Math.round(value / unit)
        weights.push(Math.max(-127, Math.min(127, rounded)))
      }
    })
  }
  return {
    keys: Int32Array.from(keys),
    weights: Int8Array.from(weights),
    unit,
    first: passes[0]!.weights.transitions,
    second: passes[1]!.weights.transitions,
    bias: Float32Array.from({ length: LABELS }, (_, label) => bias[label === OUTSIDE ? 0 : 1 + typeIndex(label)]!),
  }
}
