/**
 * Trains the parser's network: log-likelihood of the transitions that the dynamic oracle allows (Goldberg & Nivre 2013),
 * following the network's own choices; Adam; dropout.
 */
import type { Kernel } from '../../src/language/kernel.ts'
import { Adam } from './adam.ts'
import { layOut } from './batch.ts'
import type { Network, Parameter } from './network.ts'
import type { ParsedSentence } from './oracle.ts'
import { shuffle } from './shuffle.ts'
import { StateLayer } from './train-states.ts'
import { WordLayers } from './train-words.ts'

export interface NetworkTraining {
  readonly rounds: number
  readonly batchWords: number
  readonly learningRate: number
  readonly dropout: number
  /** Share of words whose form is hidden from the network. */
  readonly wordDropout: number
  /** Share of steps on which training goes on from the network's own choice, after the first round. */
  readonly explore: number
  /** Fixed vectors of the vocabulary, one row a word, projected by a learned matrix. */
  readonly vectors: Float32Array
  readonly dimensions: number
  /** Words seen often enough in training have a row of their own beside the projected vector. */
  readonly hasOwnRow: (id: number) => boolean
  /** Tables that stay as they are. */
  readonly frozen: ReadonlySet<string>
}

const SPARSE: ReadonlySet<string> = new Set(['word', 'suffix', 'prefix'])

export function trainNetwork(
  network: Network,
  sentences: readonly ParsedSentence[],
  options: NetworkTraining,
  random: () => number,
  report: (round: number, loss: number) => void,
): void {
  initialise(network, random)
  const projection = makeProjection(network, options.dimensions)
  fillRandom(network.kernel, projection, 1 / Math.sqrt(projection.columns), random)
  train(network, projection, sentences, options, random, report)
  mergeVectors(network, projection, options)
}

/** Trains on a network whose vectors have been merged into its words' rows. */
export function adaptNetwork(
  network: Network,
  sentences: readonly ParsedSentence[],
  options: Omit<NetworkTraining, 'vectors' | 'dimensions' | 'hasOwnRow'>,
  random: () => number,
  report: (round: number, loss: number) => void,
): void {
  // Vectors of zeros, as short as the kernel's products bear: each word is its row alone.
  const dimensions = 4
  const vectors = new Float32Array(network.shape.vocabulary * dimensions)
  const whole = { ...options, dimensions, vectors, hasOwnRow: () => true }
  train(network, makeProjection(network, dimensions), sentences, whole, random, report)
}

function makeProjection({ kernel, shape }: Network, rows: number): Parameter {
  const columns = shape.wordWidth
  return { name: 'projection', rows, columns, at: kernel.allocate(rows * columns) }
}

function train(
  network: Network,
  projection: Parameter,
  sentences: readonly ParsedSentence[],
  options: NetworkTraining,
  random: () => number,
  report: (round: number, loss: number) => void,
): void {
  const { kernel, padding, slotColumns } = network
  const { batchWords } = options
  const longest = Math.max(...sentences.map(({ words }) => words.length))
  const mostWords = batchWords + longest
  const totalWords = sentences.reduce((sum, { words }) => sum + words.length, 0)
  const plannedSteps = Math.ceil((totalWords / batchWords) * options.rounds)
  const isSparse = (name: string) => SPARSE.has(name)
  const adam = new Adam(kernel, [...network.parameters, projection], isSparse, options.learningRate, plannedSteps)
  const words = new WordLayers(network, projection, options, mostWords * (1 + padding) + padding, random)
  const states = new StateLayer(network, options.dropout, 2 * mostWords, random)

  const order = [...sentences]
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random)
    let loss = 0
    let scored = 0
    for (let from = 0; from < order.length; ) {
      const chosen: ParsedSentence[] = []
      for (let count = 0; from < order.length && count < batchWords; from++) {
        chosen.push(order[from]!)
        count += order[from]!.words.length
      }
      const batch = layOut(chosen, padding)
      words.forward(batch)
      chosen.forEach((sentence, s) => {
        const base = words.slotRows + batch.offsets[s]! * slotColumns
        loss += states.trainSentence(sentence, base, round > 0 ? options.explore : 0)
      })
      scored += states.count
      kernel.floats.fill(0, words.slotGradient, words.slotGradient + batch.rows * slotColumns)
      states.backward(words.slotRows, words.slotGradient, adam)
      words.backward(batch, adam)
      adam.step()
    }
    report(round, loss / scored)
  }
}

/** Adds the projected vectors to the words' own rows, so that the shipped table is all there is. */
function mergeVectors(network: Network, projection: Parameter, options: NetworkTraining): void {
  const { kernel, word } = network
  const width = word.columns
  const vector = kernel.allocate(options.dimensions)
  for (let id = 1; id < word.rows; id++) {
    const row = word.at + id * width
    if (!options.hasOwnRow(id)) kernel.floats.copyWithin(row, word.at, word.at + width)
    kernel.floats.set(options.vectors.subarray(id * options.dimensions, (id + 1) * options.dimensions), vector)
    kernel.multiplyAdd(vector, options.dimensions, projection.at, row, 1, options.dimensions, width)
  }
}

function fillRandom({ floats }: Kernel, { at, rows, columns }: Parameter, size: number, random: () => number): void {
  for (let i = 0; i < rows * columns; i++) floats[at + i] = (random() * 2 - 1) * size
}

const SMALL: ReadonlySet<string> = new Set(['suffix', 'prefix', 'shape', 'tag', 'special', 'tables'])
/** A state is the sum of about this many word rows that matter. */
const ACTIVE_SLOTS = 6

/** Uniform weights by fan-in (He et al. 2015); the words' own rows and the biases start at nothing. */
function initialise(network: Network, random: () => number): void {
  for (const parameter of network.parameters) {
    const { name } = parameter
    if (name === 'word' || name.startsWith('bias') || name === 'outputBias') continue
    const fanIn = name === 'slots' ? network.shape.wordWidth * ACTIVE_SLOTS : parameter.rows
    fillRandom(network.kernel, parameter, SMALL.has(name) ? 0.1 : Math.sqrt(3 / fanIn), random)
  }
}
