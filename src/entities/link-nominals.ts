import { antecedentOf } from './antecedents.ts'
import { isApposed } from './apposition.ts'
import { bodyByKind } from './body-by-kind.ts'
import type { Candidate, Chain } from './candidate.ts'
import { type Chains, namesOf } from './chains.ts'
import { GOVERNMENT } from './find-nominals.ts'
import { isCode } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'

const COUNTRY_NOUN = /^(?:country|nation|state|kingdom|republic|homeland)$/
const PROPER_KIND =
  /(?:city|town|village|province|state|region|county|island|governorate|prefecture|republic|kingdom|district)$/

/** What may follow a body's name without meaning another body: "the Islamic State group", "Lufthansa airline". */
const SELF_KIND =
  /(?:group|organi[sz]ation|movement|newspaper|magazine|network|airline|militia|party|website|channel|broadcaster|club|band|cartel|gang|news agency|company|firm|conglomerate|corporation|foundation|charity|institute|chain|label|think-?tank|football team)$/

/** "a Boeing subsidiary", "two Toyota companies". */
const isOneOfMany = ({ text, number }: Candidate): boolean => number === 'plural' || /^an? /i.test(text)

/**
 * Links descriptions: those that stand with a name to the name, those for persons to the person with that role, places
 * and bodies to the named one they can mean, collectives and events to what denotes the same; the rest begin chains.
 */
export function linkNominals(
  nominals: readonly Candidate[],
  names: readonly Candidate[],
  chains: Chains,
  resources: EntityResources,
): void {
  const all = chains.all()
  const country = governmentOf([...names, ...nominals])
  const home = country ?? mostNamed([...names, ...nominals])
  const known = nominals.map(nominal => withCountry(nominal, country))
  const link = (nominal: Candidate, given: Candidate) => {
    // A title that stands with a name is linked already.
    if (chains.of(given)) return
    const named = nameBeside(nominal, names, chains)
    const chain = named ?? bodyByKind(nominal, all, resources) ?? antecedentOf(nominal, all, home, resources)
    if (chain !== undefined && chain !== null) chains.join(chain, nominal)
    else if (nominal.type !== 'place' && !nominal.denotation?.joinsOnly) all.push(chains.begin(nominal))
  }
  // Collectives with a country first: whose the bare "forces" are is known only when all forces are.
  const told = (nominal: Candidate) => nominal.denotation?.shared === true && nominal.qualifiers.some(isCode)
  known.forEach((nominal, i) => {
    if (told(nominal)) link(nominal, nominals[i]!)
  })
  known.forEach((nominal, i) => {
    if (!told(nominal)) link(nominal, nominals[i]!)
  })
  joinInOneStory(all, chains)
}

/** The country whose government the article speaks of, when it is one. */
const governmentOf = (candidates: readonly Candidate[]): string | null =>
  mostNamed(
    candidates.filter(
      ({ denotation, qualifiers }) => denotation?.denotes === 'government' || qualifiers.includes(GOVERNMENT),
    ),
  )

/** The country that qualifies most names and descriptions; null where two do equally. */
function mostNamed(candidates: readonly Candidate[]): string | null {
  const counts = new Map<string, number>()
  for (const { qualifiers } of candidates) {
    for (const code of qualifiers.filter(isCode)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : null
}

function withCountry(nominal: Candidate, country: string | null): Candidate {
  if (!nominal.qualifiers.includes(GOVERNMENT)) return nominal
  const rest = nominal.qualifiers.filter(qualifier => qualifier !== GOVERNMENT)
  const known = country !== null && !rest.some(isCode) && nominal.denotation?.denotes === 'army'
  return { ...nominal, qualifiers: known ? [...rest, country] : rest }
}

/** "the city of Aleppo", "Idlib province", "news agency SANA": the description and the name are one phrase. */
function nameBeside(nominal: Candidate, names: readonly Candidate[], chains: Chains): Chain | undefined {
  const { tree, head } = nominal
  for (const name of names) {
    // A name of a caption or dateline counts to a sentence beside it, and stands in another tree.
    if (name.tree !== tree) continue
    const chain = chains.of(name)
    if (chain === undefined) continue
    if (isHouseOfName(nominal, name, chain)) chain.type = 'group'
    if (chain.type === 'person') continue
    if (nominal.type === 'group' && chain.type === 'group' && standsBeside(nominal, name)) return chain
    if (chain.type !== nominal.type && !(chain.type === 'state' && COUNTRY_NOUN.test(nominal.noun))) continue
    const token = tree.tokens[name.head]!
    if (token.head === head) {
      if (token.deprel === 'appos') return chain
      if (name.start > nominal.start && /^(?:flat|nmod:desc)$/.test(token.deprel)) return chain
      if (nominal.type === 'group' && name.head === head - 1 && SELF_KIND.test(nominal.noun) && !isOneOfMany(nominal)) {
        return chain
      }
      if (nominal.type === 'place' && PROPER_KIND.test(nominal.noun)) {
        const of = tree.children[name.head]!.some(child => tree.tokens[child]!.form === 'of')
        if (token.deprel === 'nmod' && of) return chain
        if (token.deprel === 'compound' && name.head === head - 1) return chain
      }
    }
    const beside =
      tree.tokens[head]!.head === name.head && /^(?:appos|compound|nmod:desc)$/.test(tree.tokens[head]!.deprel)
    if (beside && !isListedWith(name, nominal)) return chain
  }
  return undefined
}

/** Bodies that bear a person's name ("literary agency Ann Brown", "fashion house Marta Lind"). */
const NAMED_LIKE_PERSONS = new Set(['company', 'bank', 'agency', 'band', 'union', 'school'])

/** Whether what was taken for a person is the body that the words right before the name say. */
function isHouseOfName(nominal: Candidate, name: Candidate, chain: Chain): boolean {
  const { denotation, type } = nominal
  if (type !== 'group' || denotation === null || !NAMED_LIKE_PERSONS.has(denotation.denotes)) return false
  return chain.type === 'person' && chain.candidates.length === 1 && isBefore(nominal, name)
}

/** "security firm Osgil", "the lender, Osgil Bank,": beside a body's name by its place, whatever the parser makes of it. */
function standsBeside(nominal: Candidate, name: Candidate): boolean {
  const { tree, head, start } = nominal
  if (isPlural(nominal) || nominal.denotation?.shared === true) return false
  if (isBefore(nominal, name)) return true
  const first = tree.tokens.findIndex(token => token.start >= name.start)
  const last = tree.tokens.findIndex(token => token.end >= name.end)
  if (first < 0 || last < first) return false
  const own = tree.tokens.findIndex(token => token.start >= start)
  return isApposed(tree, own, head, [first, last])
}

/** A body's noun right before a name; with an article where no clause can begin there ("the firm Osgil bought"). */
function isBefore(nominal: Candidate, { start, end }: Candidate): boolean {
  const { tokens } = nominal.tree
  if (isPlural(nominal) || tokens[nominal.head + 1]?.start !== start) return false
  if (!nominal.definite) return true
  const next = tokens.find(token => token.start >= end)
  return next !== undefined && !/^(?:VERB|AUX|PRON|ADV|PART)$/.test(next.upos)
}

const isPlural = ({ tree, head }: Candidate): boolean => /S$/.test(tree.tokens[head]!.tag)

/** "the Lions and "Tiger" fighters": a conjunction makes two, however the parser hangs them. */
function isListedWith(name: Candidate, { tree, start, end }: Candidate): boolean {
  const [from, to] = name.start < start ? [name.end, start] : [end, name.start]
  return tree.tokens.some(token => token.start >= from && token.end <= to && token.upos === 'CCONJ')
}

/** Pairs of denotations that are one where a third tells of their story. */
const ONE_STORY: readonly { readonly into: string; readonly from: string; readonly where: readonly string[] }[] = [
  { into: 'rebels', from: 'opposition', where: ['battle', 'war', 'truce'] },
  { into: 'truce', from: 'agreement', where: ['battle', 'war', 'rebels'] },
]

/** Where an article tells of fighting, its opposition is the armed one and its agreement is the truce. */
function joinInOneStory(all: readonly Chain[], chains: Chains): void {
  const denoting = (denotes: string) =>
    all.filter(
      chain =>
        chain.candidates.length > 0 &&
        namesOf(chain).length === 0 &&
        chain.candidates.some(candidate => candidate.denotation?.denotes === denotes),
    )
  for (const { into, from, where } of ONE_STORY) {
    if (!where.some(denotes => denoting(denotes).length > 0)) continue
    const [ones, others] = [denoting(into), denoting(from)]
    if (ones.length === 1 && others.length === 1) chains.merge(ones[0]!, others[0]!)
  }
}
