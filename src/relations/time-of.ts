import type { Modality, Statement } from '../types.ts'
import { isUnder } from '../util/tree.ts'
import { isVerb } from './clause.ts'
import type { FoundDate } from './dates.ts'
import type { Scene } from './scene.ts'

/**
 * When a predicate takes place: the nearest date of its own clause or of a clause around it, but not the date on which
 * a speaker said so ("said on Tuesday that …").
 */
export function timeOf(
  scene: Scene,
  anchor: number,
  dates: readonly FoundDate[],
  modality: Modality,
  statement: Statement | undefined,
): string | null {
  const { tokens } = scene.tree
  let best: FoundDate | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const date of dates) {
    const at = tokens.findIndex(token => token.end > date.start)
    if (at < 0 || isComparison(tokens[at]!.form, tokens[at - 1]?.form)) continue
    if (statement?.cue && isBeside(scene, statement.cue[1], at)) continue
    const verb = governingVerb(scene, at)
    if (!shareClause(scene, verb, anchor)) continue
    if (statement?.cue && tokens[verb]!.start >= statement.cue[0] && tokens[verb]!.end <= statement.cue[1]) continue
    if (Math.abs(at - anchor) < distance) {
      distance = Math.abs(at - anchor)
      best = date
    }
  }
  return best === undefined ? null : modality === 'actual' ? best.past : best.future
}

/** "the first since 1948", "more than in 2003", "until May": not when it happened. */
const isComparison = (first: string, before: string | undefined): boolean =>
  /^(?:since|than|until|till)$/i.test(first) || /^(?:since|than|until|till)$/i.test(before ?? '')

/** "said on Tuesday the army …": a date right after the cue is the cue's. */
function isBeside({ tree: { tokens } }: Scene, cueEnd: number, date: number): boolean {
  const before = tokens[date - 1]
  const last = before !== undefined && before.upos === 'ADP' ? date - 2 : date - 1
  return tokens[last]?.end === cueEnd
}

function governingVerb(scene: Scene, index: number): number {
  const { tokens } = scene.tree
  let at = index
  for (let steps = 0; steps < 8 && tokens[at]!.head >= 0; steps++) {
    at = tokens[at]!.head
    if (isVerb(scene, at)) return at
  }
  return at
}

const shareClause = (scene: Scene, a: number, b: number): boolean =>
  isUnder(scene.tree, b, a) || isUnder(scene.tree, a, b)
