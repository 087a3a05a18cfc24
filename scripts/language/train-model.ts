/** From treebank sentences to the bytes of a model. */

import type { Clusters } from '../../src/language/input.ts'
import { type WordType, WordTypes } from '../../src/language/input.ts'
import { writeModel } from '../../src/language/model.ts'
import { Tagger } from '../../src/language/tagger.ts'
import { packWeights } from './pack-weights.ts'
import { seededRandom } from './random.ts'
import { trainParser } from './train-parser.ts'
import { trainTagger } from './train-tagger.ts'
import type { GoldSentence } from './treebank.ts'

export interface TrainingOptions {
  readonly seed: number
  readonly taggerRounds: number
  readonly parserRounds: number
  /** The training set is tagged in this many parts, each by a tagger that did not see it. */
  readonly folds: number
  readonly minimumUpdates: number
  readonly taggerEntries: number
  readonly parserEntries: number
}

export const DEFAULT_OPTIONS: TrainingOptions = {
  seed: 1,
  taggerRounds: 8,
  parserRounds: 10,
  folds: 4,
  minimumUpdates: 2,
  taggerEntries: 700_000,
  parserEntries: 2_300_000,
}

const namesByCount = (names: readonly string[], minimum: number): string[] => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= minimum)
    .map(([name]) => name)
    .sort()
}

/** A label too rare to learn becomes its universal relation. */
const MINIMUM_LABEL_COUNT = 5

export function trainModel(
  sentences: readonly GoldSentence[],
  clusters: Clusters,
  options: TrainingOptions,
  log: (line: string) => void,
): Uint8Array {
  const types = new WordTypes(clusters)
  const tags = namesByCount(
    sentences.flatMap(s => s.words.map(w => w.tag)),
    1,
  )
  const labels = namesByCount(
    sentences.flatMap(s => s.words.map(w => w.relation)),
    MINIMUM_LABEL_COUNT,
  )
  const tagIndex = new Map(tags.map((tag, i) => [tag, i]))
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const label = (name: string) => labelIndex.get(name) ?? labelIndex.get(name.split(':')[0]!) ?? labelIndex.get('dep')!
  const data = sentences.map(sentence => {
    const words: WordType[] = sentence.words.map(word => types.get(word.form))
    const n = words.length
    const heads = new Int32Array(n + 1).fill(-1)
    sentence.words.forEach((word, i) => {
      heads[i] = word.head < 0 ? n : word.head
    })
    return {
      words,
      gold: Int32Array.from(sentence.words, word => tagIndex.get(word.tag)!),
      tags: new Int32Array(n),
      heads,
      relations: Int32Array.from(sentence.words, word => label(word.relation)),
    }
  })
  const { folds, taggerRounds, minimumUpdates } = options
  const random = seededRandom(options.seed)
  for (let fold = 0; fold < folds; fold++) {
    const rest = data.filter((_, i) => i % folds !== fold)
    const tagger = new Tagger(trainTagger(rest, tags.length, taggerRounds - 2, minimumUpdates, random).average())
    let right = 0
    let total = 0
    for (let i = fold; i < data.length; i += folds) {
      const sentence = data[i]!
      tagger.tag(sentence.words, sentence.tags)
      total += sentence.words.length
      sentence.tags.forEach((tag, j) => {
        if (tag === sentence.gold[j]) right++
      })
    }
    log(`tagger of fold ${fold + 1} of ${folds}: ${((100 * right) / total).toFixed(2)} on the part it did not see`)
  }
  const taggerRows = trainTagger(data, tags.length, taggerRounds, minimumUpdates, random).average()
  log('tagger trained')
  const parserRows = trainParser(data, labels.length, options.parserRounds, minimumUpdates, random, round =>
    log(`parser, round ${round + 1} of ${options.parserRounds}`),
  ).average()
  return writeModel(
    tags,
    labels,
    packWeights(taggerRows, options.taggerEntries),
    packWeights(parserRows, options.parserEntries),
  )
}
