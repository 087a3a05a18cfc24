/**
 * The parser's network: which weights it has, and in which order. Each word is the sum of learned rows for its form,
 * suffix, prefix, shape and tag; dilated convolutions let it see its neighbours (Strubell et al. 2017); a state is the
 * rectified sum of a few words' rows, each multiplied in advance by the matrix of its place (Chen & Manning 2014), and of
 * rows for labels and distances; one matrix turns that into scores of transitions. `network-runner.ts` computes it.
 */

import { SLOTS, STATE_TABLES } from './parser-slots.ts'

export interface NetworkShape {
  /** Width of a word's vector and of a state's. Multiples of 8. */
  readonly wordWidth: number
  readonly stateWidth: number
  /** How far each convolution looks to either side. */
  readonly dilations: readonly number[]
  readonly vocabulary: number
  readonly suffixes: number
  readonly prefixes: number
  readonly shapes: number
  readonly tags: number
  readonly classes: number
  readonly labels: number
}

/** Size of a table or matrix of weights. */
export interface ParameterSize {
  readonly name: string
  readonly rows: number
  readonly columns: number
}

export const INPUT_TABLES = ['word', 'suffix', 'prefix', 'shape', 'tag'] as const
/** Columns of the output matrix. */
export const scoreColumnsOf = ({ classes }: NetworkShape): number => (classes + 3) & ~3

/** All weights of a network, in the order in which they stand in the file. */
export function parametersOf(shape: NetworkShape): ParameterSize[] {
  const { wordWidth: width, stateWidth } = shape
  const slotColumns = SLOTS * stateWidth
  const scoreColumns = scoreColumnsOf(shape)
  const size = (name: string, rows: number, columns: number): ParameterSize => ({ name, rows, columns })
  return [
    size('word', shape.vocabulary, width),
    size('suffix', shape.suffixes, width),
    size('prefix', shape.prefixes, width),
    size('shape', shape.shapes, width),
    size('tag', shape.tags, width),
    ...shape.dilations.flatMap((_, layer) => [
      size(`convolution${layer}`, 3 * width, width),
      size(`bias${layer}`, 1, width),
    ]),
    size('slots', width, slotColumns),
    // Rows that stand for the root and for "nothing there" in each place.
    size('special', 2, slotColumns),
    size('tables', STATE_TABLES * 64, stateWidth),
    size('output', stateWidth, scoreColumns),
    size('outputBias', 1, scoreColumns),
  ]
}
