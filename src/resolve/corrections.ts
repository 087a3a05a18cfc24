import type { EntityType, ResolvedRelation, ResolvedStatement } from '../types.ts'
import type { Dropping, Judgement } from './judgements.ts'
import type { Profile } from './profile.ts'

/** What people called the entities that some profiles belong to, and what they said these are. */
export interface Relabelled {
  readonly name: (members: readonly Profile[]) => string | undefined
  readonly type: (members: readonly Profile[]) => EntityType | undefined
}

/**
 * Reads the names and types that people gave. Of several for one entity the last in the order of `judgements` holds.
 *
 * @param meant the profiles that a reference means
 */
export function relabelled(
  judgements: readonly Judgement[],
  meant: (reference: string) => readonly Profile[],
): Relabelled {
  const names = new Map<Profile, string>()
  const types = new Map<Profile, EntityType>()
  for (const judgement of judgements) {
    if (judgement.verdict === 'name') for (const profile of meant(judgement.a)) names.set(profile, judgement.name)
    if (judgement.verdict === 'type') for (const profile of meant(judgement.a)) types.set(profile, judgement.type)
  }
  const lastOf =
    <Value>(given: ReadonlyMap<Profile, Value>) =>
    (members: readonly Profile[]) => {
      if (given.size === 0) return undefined
      // Maps keep the order of first setting, and so the order of the judgements.
      return [...given].filter(([profile]) => members.includes(profile)).at(-1)?.[1]
    }
  return { name: lastOf(names), type: lastOf(types) }
}

/** Claims that people took out, by {@link claimKey}. */
export type DroppedClaims = ReadonlySet<string>

const claimKey = (source: string, predicate: string, target: string, negated: boolean): string =>
  `${source}\n${predicate}\n${target}\n${negated}`

/** @param idsOf the resolved ids that a reference means */
export function droppedClaims(
  judgements: readonly Judgement[],
  idsOf: (reference: string) => readonly string[],
): DroppedClaims {
  const isDropping = (judgement: Judgement): judgement is Dropping => judgement.verdict === 'wrong'
  return new Set(
    judgements
      .filter(isDropping)
      .flatMap(({ a, predicate, b, negated }) =>
        idsOf(a).flatMap(source => idsOf(b).map(target => claimKey(source, predicate, target, negated))),
      ),
  )
}

/** The claims of a document without those that people took out; a statement keeps its words and loses whom it is about. */
export function withoutDropped<
  Claims extends { readonly statements: readonly ResolvedStatement[]; readonly relations: readonly ResolvedRelation[] },
>(claims: Claims, dropped: DroppedClaims): Claims {
  if (dropped.size === 0) return claims
  return {
    ...claims,
    statements: claims.statements.map(statement => withoutListeners(statement, dropped)),
    relations: claims.relations.filter(
      ({ subject, predicate, object, negated }) => !dropped.has(claimKey(subject, predicate, object, negated)),
    ),
  }
}

function withoutListeners(statement: ResolvedStatement, dropped: DroppedClaims): ResolvedStatement {
  const { speaker, addressee } = statement
  if (speaker === null) return statement
  const untold = addressee !== null && dropped.has(claimKey(speaker, 'told', addressee, false))
  return {
    ...statement,
    addressee: untold ? null : addressee,
    about: statement.about.filter(
      target => !dropped.has(claimKey(speaker, 'said', target, false)) && !(untold && target === addressee),
    ),
  }
}
