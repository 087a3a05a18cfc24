import { z } from 'zod'
import { HearsayError } from '../errors.ts'

/**
 * One decision on whether two references mean one thing. A reference is `<type letter>:<form>`, where the form is the
 * name in lower case without accents, articles and honorifics (`p:vitaly churkin`), followed by `@<document id>` when
 * it means the name in that document only (`p:smith@2005-03-01/17`).
 */
export interface Judgement {
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

const REFERENCE = /^[psgle]:\S.*$/u

const judgement = z.strictObject({
  verdict: z.enum(['same', 'different']),
  a: z.string().regex(REFERENCE),
  b: z.string().regex(REFERENCE),
  by: z.enum(['rule', 'person']),
  why: z.string(),
  score: z.number().nullable(),
})

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
    'Each decision needs verdict, a, b, by, why and score; docs/resolution.md shows one.',
  )
}

const compare = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

/** The order of the file: people's decisions first, then by reference, so that two builds differ only where they decide differently. */
export function sortJudgements(judgements: readonly Judgement[]): Judgement[] {
  return [...judgements].sort(
    (x, y) => compare(x.by, y.by) || compare(x.a, y.a) || compare(x.b, y.b) || compare(x.verdict, y.verdict),
  )
}

/** Writes `judgements.json`, one decision a line so that a change of one decision is a change of one line. */
export function writeJudgements(judgements: readonly Judgement[]): string {
  const lines = sortJudgements(judgements).map(each => `    ${JSON.stringify(each)}`)
  return `{\n  "judgements": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`
}
