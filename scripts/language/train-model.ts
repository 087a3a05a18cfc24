/** From treebank sentences to the bytes of a model. */
import type { Clusters, WordType } from '../../src/language/input.ts'
import { WordTypes } from '../../src/language/input.ts'
import { Kernel } from '../../src/language/kernel.ts'
import { writeModel } from '../../src/language/model.ts'
import { CODED_TABLES } from '../../src/language/network-file.ts'
import type { NetworkShape } from '../../src/language/network-shape.ts'
import { WORD_SHAPES } from '../../src/language/normalise.ts'
import { seededRandom } from '../../src/util/seeded-random.ts'
import { Network } from './network.ts'
import { codeTables, packNetwork, type RowUses } from './pack-network.ts'
import { packWeights } from './pack-weights.ts'
import { Tagger } from './tagger.ts'
import { adaptNetwork, trainNetwork } from './train-network.ts'
import { trainTagger } from './train-tagger.ts'
import type { GoldSentence } from './treebank.ts'

export interface TrainingOptions {
  readonly seed: number
  readonly taggerRounds: number
  /** The training set is tagged in this many parts, each by a tagger that did not see it. */
  readonly folds: number
  /** Features updated less often are left out of the tagger. */
  readonly minimumUpdates: number
  readonly taggerEntries: number
  readonly parserRounds: number
  /** Rounds in which the network's matrices learn to live with coarse tables. */
  readonly adaptingRounds: number
  /** Words between two steps of the network's training. */
  readonly batchWords: number
  readonly dropout: number
  readonly wordWidth: number
  readonly stateWidth: number
  readonly dilations: readonly number[]
}

export const DEFAULT_OPTIONS: TrainingOptions = {
  seed: 1,
  taggerRounds: 8,
  folds: 4,
  minimumUpdates: 2,
  taggerEntries: 700_000,
  parserRounds: 12,
  adaptingRounds: 3,
  batchWords: 500,
  dropout: 0.25,
  wordWidth: 96,
  stateWidth: 96,
  dilations: [1, 2, 4, 1],
}

export interface TrainingResources {
  readonly clusters: Clusters
  /** One row of `dimensions` a word of the clusters. */
  readonly vectors: Float32Array
  readonly dimensions: number
  readonly kernel: Uint8Array
}

/** A label too rare to learn becomes its universal relation. */
const MINIMUM_LABEL_COUNT = 5
/** Words seen this often get a row of their own beside their vector. */
const MINIMUM_WORD_COUNT = 3
/** Longer sentences (lists, tables) are left out of the parser's training. */
const LONGEST_TRAINED = 150
const SUFFIX_ROWS = 4096
const PREFIX_ROWS = 2048

export function trainModel(
  sentences: readonly GoldSentence[],
  resources: TrainingResources,
  options: TrainingOptions,
  log: (line: string) => void,
): Uint8Array {
  const { clusters } = resources
  const tags = namesByCount(
    sentences.flatMap(s => s.words.map(w => w.tag)),
    1,
  )
  const labels = namesByCount(
    sentences.flatMap(s => s.words.map(w => w.relation)),
    MINIMUM_LABEL_COUNT,
  )
  const data = prepare(sentences, new WordTypes(clusters), tags, labels)
  const random = seededRandom(options.seed)
  tagByFolds(data, tags.length, options, random, log)
  const tagger = trainTagger(data, tags.length, options.taggerRounds, options.minimumUpdates, random).average()
  log('tagger trained')

  const network = trainParser(data, resources, tags.length, labels.length, options, log)
  const packed = packParser(network, data, clusters, options, log)
  return writeModel(tags, labels, network.shape, packed, packWeights(tagger, options.taggerEntries))
}

/** The parser's network, learned from sentences whose `tags` are filled in. */
export function trainParser(
  data: readonly TrainingSentence[],
  resources: TrainingResources,
  tags: number,
  labels: number,
  options: TrainingOptions,
  log: (line: string) => void,
): Network {
  const { clusters } = resources
  const shape: NetworkShape = {
    wordWidth: options.wordWidth,
    stateWidth: options.stateWidth,
    dilations: options.dilations,
    vocabulary: clusters.size,
    suffixes: SUFFIX_ROWS,
    prefixes: PREFIX_ROWS,
    shapes: WORD_SHAPES,
    tags,
    labels,
    classes: 1 + 2 * labels,
  }
  const network = new Network(new Kernel(resources.kernel), shape)
  const seen = new Int32Array(clusters.size)
  for (const { words } of data) for (const { id } of words) seen[id]!++
  trainNetwork(
    network,
    parserSentences(data),
    {
      ...commonTraining(options),
      rounds: options.parserRounds,
      learningRate: 0.002,
      vectors: resources.vectors,
      dimensions: resources.dimensions,
      hasOwnRow: id => seen[id]! >= MINIMUM_WORD_COUNT,
      frozen: new Set(),
    },
    // A generator of its own: the parser's training does not depend on how often the tagger's drew.
    seededRandom(options.seed),
    (round, loss) => log(`parser, round ${round + 1} of ${options.parserRounds}: loss ${loss.toFixed(4)}`),
  )
  return network
}

function parserSentences(data: readonly TrainingSentence[]): TrainingSentence[] {
  return [...data, ...data.filter(({ isNews }) => isNews)].filter(({ words }) => words.length <= LONGEST_TRAINED)
}

const commonTraining = ({ batchWords, dropout }: TrainingOptions) => ({
  batchWords,
  dropout,
  wordDropout: 0.1,
  explore: 0.9,
})

/** Makes the network's large tables coarse, trains the rest on with them, and packs both. */
export function packParser(
  network: Network,
  data: readonly TrainingSentence[],
  clusters: Clusters,
  options: TrainingOptions,
  log: (line: string) => void,
): Uint8Array {
  const coded = codeTables(network, countUses(data, network.shape), clusters.fineOf, seededRandom(options.seed))
  log('tables coded')
  adaptNetwork(
    network,
    parserSentences(data),
    {
      ...commonTraining(options),
      rounds: options.adaptingRounds,
      learningRate: 0.0005,
      frozen: CODED_TABLES,
    },
    seededRandom(options.seed),
    (round, loss) => log(`parser, adapting round ${round + 1} of ${options.adaptingRounds}: loss ${loss.toFixed(4)}`),
  )
  return packNetwork(network, coded)
}

/** How often each row of the network's large tables is met in training. */
export function countUses(data: readonly TrainingSentence[], shape: NetworkShape): RowUses {
  const word = new Int32Array(shape.vocabulary)
  const suffix = new Int32Array(shape.suffixes)
  const prefix = new Int32Array(shape.prefixes)
  for (const { words } of data)
    for (const { id, suffix3, prefix3 } of words) {
      word[id]!++
      suffix[(suffix3 >>> 0) % shape.suffixes]!++
      prefix[(prefix3 >>> 0) % shape.prefixes]!++
    }
  return { word, suffix, prefix }
}

export interface TrainingSentence {
  readonly words: readonly WordType[]
  /** Gold tags, and those a tagger gives that did not see the sentence. */
  readonly gold: Int32Array
  readonly tags: Int32Array
  readonly heads: Int32Array
  readonly relations: Int32Array
  /** News counts twice: it is what most users read. */
  readonly isNews: boolean
}

export function prepare(
  sentences: readonly GoldSentence[],
  types: WordTypes,
  tags: readonly string[],
  labels: readonly string[],
): TrainingSentence[] {
  const tagIndex = new Map(tags.map((tag, i) => [tag, i]))
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const label = (name: string) => labelIndex.get(name) ?? labelIndex.get(name.split(':')[0]!) ?? labelIndex.get('dep')!
  return sentences.map(sentence => {
    const n = sentence.words.length
    const heads = new Int32Array(n + 1).fill(-1)
    sentence.words.forEach((word, i) => {
      heads[i] = word.head < 0 ? n : word.head
    })
    return {
      words: sentence.words.map(word => types.get(word.form)),
      gold: Int32Array.from(sentence.words, word => tagIndex.get(word.tag)!),
      tags: new Int32Array(n),
      heads,
      relations: Int32Array.from(sentence.words, word => label(word.relation)),
      isNews: sentence.document.startsWith('GUM_news_'),
    }
  })
}

/** Fills `tags`, so that the parser learns from tags as wrong as those it will meet. */
function tagByFolds(
  data: readonly TrainingSentence[],
  tags: number,
  { folds, taggerRounds, minimumUpdates }: TrainingOptions,
  random: () => number,
  log: (line: string) => void,
): void {
  for (let fold = 0; fold < folds; fold++) {
    const rest = data.filter((_, i) => i % folds !== fold)
    const tagger = new Tagger(trainTagger(rest, tags, taggerRounds - 2, minimumUpdates, random).average())
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
}

export function namesByCount(names: readonly string[], minimum: number): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= minimum)
    .map(([name]) => name)
    .sort()
}
