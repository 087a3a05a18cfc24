import { z } from 'zod'
import { HearsayError } from '../errors.ts'
import type { EntityType } from '../types.ts'

/**
 * A decision on whether two references mean one thing. A reference is `<type letter>:<form>`, where the form is the
 * name in lower case without accents, articles and honorifics (`p:vitaly churkin`), followed by `@<document id>` when
 * it means the name in that document only (`p:smith@2005-03-01/17`).
 */
export interface IdentityJudgement {
  readonly verdict: 'same' | 'different'
  readonly a: string
  readonly b: string
  /** Decisions by a person are honoured before anything else; those by rule are found anew in every build. */
  readonly by: 'rule' | 'person'
  /** The features that decided, or the person's words. */
  readonly why: string
  /** Sum of the features' weights; null for a person's decision. */
  readonly score: number | null
}

/** What every correction by a person has; `a` is a reference to the whole entity, under whichever of its names. */
interface ByPerson {
  readonly a: string
  readonly by: 'person'
  readonly why: string
  readonly score: null
}

/** "This is what it is called." */
export interface Renaming extends ByPerson {
  readonly verdict: 'name'
  readonly name: string
}

/** "This is what it is." */
export interface Retyping extends ByPerson {
  readonly verdict: 'type'
  readonly type: EntityType
}

/** "No article says this": the claim that `a` did so to `b` is left out, with all its evidence. */
export interface Dropping extends ByPerson {
  readonly verdict: 'wrong'
  readonly b: string
  readonly predicate: string
  readonly negated: boolean
}

export type Correction = Renaming | Retyping | Dropping

/** One line of `judgements.json`. */
export type Judgement = IdentityJudgement | Correction

export const isIdentity = (judgement: Judgement): judgement is IdentityJudgement =>
  judgement.verdict === 'same' || judgement.verdict === 'different'

const reference = z.string().regex(/^[psgle]:\S.*$/u)
const byPerson = { a: reference, by: z.literal('person'), why: z.string(), score: z.null() }

const judgement = z.discriminatedUnion('verdict', [
  z.strictObject({
    verdict: z.enum(['same', 'different']),
    a: reference,
    b: reference,
    by: z.enum(['rule', 'person']),
    why: z.string(),
    score: z.number().nullable(),
  }),
  z.strictObject({ verdict: z.literal('name'), ...byPerson, name: z.string().trim().min(1).max(200) }),
  z.strictObject({
    verdict: z.literal('type'),
    ...byPerson,
    type: z.enum(['person', 'state', 'group', 'place', 'event']),
  }),
  z.strictObject({
    verdict: z.literal('wrong'),
    ...byPerson,
    b: reference,
    predicate: z.string().min(1),
    negated: z.boolean(),
  }),
])

const file = z.strictObject({ judgements: z.array(judgement) })

/**
 * Reads `judgements.json`.
 *
 * @param text the file's content
 * @param path the file's name, for errors
 * @throws HearsayError `judgements/invalid` when it is not JSON or a decision is not well formed, naming the decision
 */
export function parseJudgements(text: string, path: string): Judgement[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new HearsayError(
      'judgements/invalid',
      path,
      `is not JSON (${error instanceof Error ? error.message : String(error)})`,
      'Restore it from an earlier version, or delete it to start anew.',
      { cause: error },
    )
  }
  const parsed = file.safeParse(value)
  if (parsed.success) return parsed.data.judgements
  const issue = parsed.error.issues[0]
  throw new HearsayError(
    'judgements/invalid',
    path,
    `does not hold at ${issue?.path.join('.') || 'the top'} (${issue?.message ?? 'unknown'})`,
    'docs/resolution.md shows a decision of each kind and what it needs.',
  )
}

const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)
const second = (judgement: Judgement): string => ('b' in judgement ? judgement.b : '')

/** The order of the file: people's decisions first, then by reference, so that two builds differ only where they decide differently. */
export function sortJudgements<Each extends Judgement>(judgements: readonly Each[]): Each[] {
  return [...judgements].sort(
    (x, y) =>
      compare(x.by, y.by) ||
      compare(x.a, y.a) ||
      compare(second(x), second(y)) ||
      compare(x.verdict, y.verdict) ||
      (x.verdict === 'wrong' && y.verdict === 'wrong'
        ? compare(x.predicate, y.predicate) || Number(x.negated) - Number(y.negated)
        : 0),
  )
}

/** `judgements.json` in chunks, one decision a line so that a change of one decision is a change of one line. */
export function* judgementChunks(judgements: readonly Judgement[]): Generator<string> {
  yield '{\n  "judgements": ['
  let separator = '\n'
  for (const each of sortJudgements(judgements)) {
    yield `${separator}    ${JSON.stringify(each)}`
    separator = ',\n'
  }
  yield judgements.length > 0 ? '\n  ]\n}\n' : ']\n}\n'
}

/** {@link judgementChunks} as one string. */
export function writeJudgements(judgements: readonly Judgement[]): string {
  return [...judgementChunks(judgements)].join('')
}
