import type { WordType } from '../../src/language/input.ts'
import { Parser, SHIFT } from '../../src/language/parser.ts'
import type { ParserState } from '../../src/language/parser-state.ts'
import { shuffle } from './random.ts'
import { TrainingRows } from './training-rows.ts'

export interface ParsedSentence {
  readonly words: readonly WordType[]
  readonly tags: Int32Array
  /** The root's head is the number of words. */
  readonly heads: Int32Array
  readonly relations: Int32Array
}

/** How often training goes on from a wrong guess rather than from the best right move. */
const EXPLORE = 0.9

/** The moves that lose no gold arc that can still be made (arc-hybrid dynamic oracle): bits 1 shift, 2 right, 4 left. */
export function goldMoves(state: ParserState, gold: Int32Array): number {
  const { stack, depth, next, words: n } = state
  const canShift = state.canShift()
  if (depth === 0) return 1
  const top = stack[depth - 1]!
  if (canShift && gold[next] === top) return 1
  if (gold[top] === next && state.canLeft()) return 4
  let shift = canShift
  let right = state.canRight()
  let left = state.canLeft()
  if (right && gold[top] === stack[depth - 2]) left = false
  if (shift) {
    for (let s = 0; s < depth && shift; s++) {
      const word = stack[s]!
      if (gold[word] === next || (s < depth - 1 && gold[next] === word)) shift = false
    }
  }
  for (let word = next; word <= n && (right || left); word++) {
    if ((word > next && gold[top] === word) || (word < n && gold[word] === top)) {
      right = false
      left = false
    }
  }
  return (shift ? 1 : 0) | (right ? 2 : 0) | (left ? 4 : 0)
}

/** Trains an averaged perceptron over transitions, exploring from its own mistakes. */
export function trainParser(
  sentences: readonly ParsedSentence[],
  labels: number,
  rounds: number,
  minimumUpdates: number,
  random: () => number,
  report: (round: number) => void,
): TrainingRows {
  const rows = new TrainingRows(1 + 2 * labels, minimumUpdates, 22)
  const parser = new Parser(rows, labels)
  const order = [...sentences]
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const sentence of order) trainSentence(parser, rows, sentence, random)
    report(round)
  }
  return rows
}

function trainSentence(parser: Parser, rows: TrainingRows, sentence: ParsedSentence, random: () => number): void {
  const { state, scores, labels } = parser
  const { heads, relations } = sentence
  state.start(sentence.words, sentence.tags)
  while (!state.finished()) {
    const count = parser.scoreState()
    rows.step++
    const guess = parser.bestClass()
    const moves = goldMoves(state, heads)
    const top = state.depth > 0 ? state.stack[state.depth - 1]! : -1
    let good = -1
    let guessIsGood = false
    const consider = (candidate: number) => {
      if (candidate === guess) guessIsGood = true
      if (good < 0 || scores[candidate]! > scores[good]!) good = candidate
    }
    if (moves & 1) consider(SHIFT)
    // An arc that is lost already has no right label: the best-scored one will do.
    if (moves & 2) {
      const rightHead = state.stack[state.depth - 2]!
      consider(heads[top] === rightHead ? 1 + relations[top]! : parser.bestRight())
    }
    if (moves & 4) consider(heads[top] === state.next ? 1 + labels + relations[top]! : parser.bestLeft())
    if (good < 0) guessIsGood = true
    if (!guessIsGood) rows.update(parser.features, count, good, guess)
    parser.apply(guessIsGood || random() < EXPLORE ? guess : good)
  }
}
