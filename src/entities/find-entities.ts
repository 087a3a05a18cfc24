import type { Article, Entity, Mention } from '../types.ts'
import { buildEntities } from './build-entities.ts'
import type { Candidate } from './candidate.ts'
import { Chains } from './chains.ts'
import { findNameCandidates } from './find-name-candidates.ts'
import { findNominals } from './find-nominals.ts'
import { findPronouns } from './find-pronouns.ts'
import { linkLead } from './link-lead.ts'
import { linkNames } from './link-names.ts'
import { linkNominals } from './link-nominals.ts'
import { linkPronouns } from './link-pronouns.ts'
import { linkRoles } from './link-roles.ts'
import { quotedStretches } from './quoted-stretches.ts'
import type { EntityResources } from './resources.ts'

/**
 * Finds who and what one article speaks of, and every mention of it: names, descriptions and third-person pronouns.
 * Candidates are linked by sieves, the surest first (after Lee et al. 2013, "Deterministic coreference resolution based on
 * entity-centric, precision-ranked rules"), pronouns by ranking.
 *
 * @returns entities in the order of first mention and mentions in text order; mentions may be nested
 */
export function findEntities(
  article: Article,
  resources: EntityResources,
): { entities: Entity[]; mentions: Mention[] } {
  const quoted = quotedStretches(article)
  const tagged = findNameCandidates(article, resources, quoted)
  const described = findNominals(article, tagged, resources, quoted)
  // "the UN security council" is a name however it is written.
  const isName = (candidate: Candidate) => candidate.type === 'group' && resources.organisations.has(candidate.form)
  const names = [...tagged, ...described.filter(isName).map(candidate => ({ ...candidate, kind: 'name' as const }))]
  const nominals = described.filter(candidate => !isName(candidate))
  const pronouns = findPronouns(article, resources, quoted)
  const chains = new Chains()
  linkNames(names, chains, resources)
  linkRoles(article, names, nominals, chains, resources)
  linkLead(article, names, nominals, chains)
  linkNominals(nominals, names, chains, resources)
  linkPronouns(pronouns, [...names, ...nominals], chains, resources.ranking)
  return buildEntities(chains.all(), resources)
}
