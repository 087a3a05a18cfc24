import type { Article, Statement } from '../types.ts'
import { childrenBy } from '../util/tree.ts'
import { actorsOf } from './actors.ts'
import { doer } from './clause.ts'
import { lemmaAt, type Scene } from './scene.ts'

/** Who claims what stands at an offset, and whether the claim is a denial. */
export interface Assertion {
  readonly speaker: string | null
  readonly denied: boolean
  /** All statements of that content; several speakers may share one. */
  readonly statements: readonly Statement[]
}

export type AssertionAt = (offset: number) => Assertion

const NOBODY: Assertion = { speaker: null, denied: false, statements: [] }

/** Finds the innermost statement around an offset: what stands inside a statement's content is its speaker's claim. */
export function assertions(
  article: Article,
  statements: readonly Statement[],
  denials: ReadonlySet<string>,
): AssertionAt {
  const pieces = statements
    .flatMap(statement => statement.content.map(([start, end]) => ({ start, end, statement })))
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  const denying = new Set(statements.filter(({ cue }) => cue !== null && denials.has(lemmaOf(article, cue[0]) ?? '')))
  return offset => {
    const piece = pieces.find(({ start, end }) => start <= offset && offset < end)
    if (piece === undefined) return NOBODY
    const same = pieces.filter(other => other.start === piece.start && other.end === piece.end)
    return {
      speaker: piece.statement.speaker,
      denied: denying.has(piece.statement),
      statements: same.map(({ statement }) => statement),
    }
  }
}

/** Lemma of the word at an offset. */
export function lemmaOf(article: Article, offset: number): string | undefined {
  const sentence = article.sentences.find(({ start, end }) => start <= offset && offset < end)
  return sentence?.tokens.find(token => token.start <= offset && offset < token.end)?.lemma.toLowerCase()
}

/**
 * "A accused B of shelling C": the deed is A's claim even where no statement was read.
 *
 * @returns null where nobody that is named accuses ("a case accusing B"), undefined where nobody accuses at all
 */
export function accuserOf(scene: Scene, anchor: number): string | null | undefined {
  const { tree } = scene
  for (let i = anchor, steps = 0; i >= 0 && steps < 6; i = tree.tokens[i]!.head, steps++) {
    const { head, deprel } = tree.tokens[i]!
    if (head < 0) return undefined
    if (!/^(?:advcl|acl|obl|nmod)$/.test(deprel)) continue
    const marks = childrenBy(tree, i, 'mark', 'case').map(mark => lemmaAt(scene, mark))
    if (!marks.includes('of') && !marks.includes('for')) continue
    // The parser may hang the deed from the accused.
    const verb = tree.tokens[head]!.deprel === 'obj' ? tree.tokens[head]!.head : head
    if (!blames(scene, verb)) continue
    const accuser = doer(scene, verb)
    return (accuser === undefined ? undefined : actorsOf(scene, accuser, 'organ')[0]?.entity) ?? null
  }
  return undefined
}

const blames = (scene: Scene, verb: number): boolean =>
  (scene.ontology.triggers.get(lemmaAt(scene, verb)) ?? []).some(
    ({ kind, row }) => kind === 'verb' && row.predicate === 'accused',
  )
