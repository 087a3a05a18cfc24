import type { EntityType } from '../types.ts'
import { formParts } from '../util/name-form.ts'
import { agree, givenNamesAgree, oneSlip, personName } from '../util/person-names.ts'
import type { Candidate, Chain } from './candidate.ts'
import type { Chains } from './chains.ts'
import { linkBodies, linkExplainedAcronyms } from './link-bodies.ts'
import type { EntityResources } from './resources.ts'

/**
 * Links names of one article: equal forms first, then short forms to the fuller names they are short for. Within an
 * article a short form nearly always means the fuller name that stands in it ("one sense per discourse", Gale et al. 1992).
 */
export function linkNames(names: readonly Candidate[], chains: Chains, resources: EntityResources): void {
  const byForm = new Map<string, Candidate[]>()
  for (const name of names) {
    const key = formKey(name, resources)
    const list = byForm.get(key)
    if (list) list.push(name)
    else byForm.set(key, [name])
  }
  const started: Chain[] = []
  for (const list of byForm.values()) {
    const chain = chains.begin(list[0]!, knownType(list[0]!, resources) ?? majorityType(list))
    for (const name of list.slice(1)) chains.join(chain, name)
    started.push(chain)
  }
  linkExplainedAcronyms(names, chains)
  linkPersons(started, chains, resources)
  linkBodies(started, chains, resources)
}

/** Countries by their code, whichever way they are written; capitals that act for their state too. */
function formKey(name: Candidate, { countries, organisations, acts }: EntityResources): string {
  const { form, type } = name
  if (isKnownState(name, countries)) return `state:${countries.byName.get(form)}`
  if (type === 'state' || (type === 'place' && countries.byCapital.has(form))) {
    const code =
      countries.byName.get(form) ?? (type === 'state' || acting(name, acts) ? countries.byCapital.get(form) : undefined)
    if (code !== undefined) return `state:${code}`
    return `${type}:${form}`
  }
  if (isKnownOrganisation(name, organisations)) return `group:${organisations.get(form)}`
  return type === 'place' ? placeKey(form) : form
}

/** Acronyms and long names that every newspaper knows are what they are, whatever the tagger took them for. */
const isKnownOrganisation = (
  { form, text, type }: Candidate,
  organisations: EntityResources['organisations'],
): boolean =>
  organisations.has(form) &&
  (type === 'group' || form.includes(' ') || form.includes('-') || /^(?:\p{Lu}\.?){2,}$/u.test(text))

/** "UK", "U.S.": acronyms of countries, and countries' names that were taken for groups. */
const isKnownState = ({ form, text, type }: Candidate, { byName }: EntityResources['countries']): boolean =>
  byName.has(form) && (type === 'state' || type === 'group' || /^(?:\p{Lu}\.?){2,}$/u.test(text))

function knownType(name: Candidate, { organisations, countries }: EntityResources): EntityType | null {
  if (isKnownState(name, countries)) return 'state'
  return isKnownOrganisation(name, organisations) ? 'group' : null
}

/** "east Aleppo" is "eastern Aleppo". */
const placeKey = (form: string): string =>
  form.replace(/^((?:north|south)?-?(?:east|west)|north|south)(?:ern)? (?=\p{L})/u, '$1ern ')

function acting({ tree, head }: Candidate, acts: ReadonlySet<string>): boolean {
  const token = tree.tokens[head]!
  return token.deprel === 'nsubj' && token.head >= 0 && acts.has(tree.tokens[token.head]!.lemma.toLowerCase())
}

function majorityType(names: readonly Candidate[]): EntityType {
  const votes = new Map<EntityType, number>()
  for (const { type } of names) votes.set(type, (votes.get(type) ?? 0) + 1)
  return [...votes].sort((a, b) => b[1] - a[1])[0]![0]
}

/** Two names of one list are two: "George W Bush, Bill Clinton, George Bush". */
function areListed(a: Chain, b: Chain): boolean {
  const top = ({ tree, head }: Candidate) => (tree.tokens[head]!.deprel === 'conj' ? tree.tokens[head]!.head : head)
  return a.candidates.some(one => b.candidates.some(other => one.tree === other.tree && top(one) === top(other)))
}

function linkPersons(started: readonly Chain[], chains: Chains, { givenNames, countries }: EntityResources): void {
  const partsOf = (chain: Chain) => formParts(chain.candidates[0]!.form)
  const fulls = started
    // A chain that another has taken in is empty.
    .filter(chain => chain.type === 'person' && chain.candidates.length > 0 && partsOf(chain).length > 1)
    .sort((a, b) => partsOf(b).length - partsOf(a).length || a.candidates[0]!.start - b.candidates[0]!.start)
  const merged: Chain[] = []
  for (const chain of fulls) {
    const own = personName(partsOf(chain))
    const same = merged.find(other => {
      const { given, family } = personName(partsOf(other))
      if (areListed(other, chain)) return false
      if (family === own.family) return givenNamesAgree(given, own.given, givenNames)
      return oneSlip(family, own.family) && given.join(' ') === own.given.join(' ')
    })
    if (same) chains.merge(same, chain)
    else merged.push(chain)
  }
  for (const chain of started) {
    if (chain.candidates.length === 0 || merged.includes(chain)) continue
    const parts = partsOf(chain)
    if (chain.type !== 'person' && (parts.length > 1 || isKnownPlace(chain, countries))) continue
    const { family } = personName(parts)
    if (personName(parts).given.length > 0) continue
    const bearers = merged.filter(other => {
      const name = personName(partsOf(other))
      return (
        name.family === family ||
        (isWhole(name.given[0]) && agree(name.given[0], family, givenNames)) ||
        (oneSlip(name.family, family) && !isEnumerated(chain))
      )
    })
    const bearer =
      bearers.find(other => personName(partsOf(other)).family === family && bearers.length === 1) ??
      nearest(bearers, chain)
    if (bearer !== undefined) chains.merge(bearer, chain)
  }
}

/** Between two commas in a roll of surnames: Browne is not Brown there. */
const isEnumerated = ({ candidates }: Chain): boolean =>
  candidates.every(({ tree: { tokens }, head }) => tokens[head - 1]?.form === ',' && tokens[head + 1]?.form === ',')

/** A given name that is more than an initial, which any name with that letter would fit. */
const isWhole = (given: string | undefined): given is string => given !== undefined && /^\p{L}{2}/u.test(given)

function isKnownPlace(chain: Chain, { byName, byCapital }: EntityResources['countries']): boolean {
  const { form } = chain.candidates[0]!
  return chain.type !== 'group' && (byName.has(form) || byCapital.has(form) || chain.type === 'state')
}

/** The chain that was named last before another begins, else the first that comes after. */
function nearest(chains: readonly Chain[], to: Chain): Chain | undefined {
  const { start } = to.candidates[0]!
  const last = (chain: Chain) =>
    Math.max(-1, ...chain.candidates.filter(name => name.start < start).map(name => name.start))
  return [...chains].sort((a, b) => last(b) - last(a) || a.candidates[0]!.start - b.candidates[0]!.start)[0]
}
