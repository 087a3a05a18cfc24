import { formParts } from '../util/name-form.ts'
import type { Candidate, Chain } from './candidate.ts'
import { type Chains, namesOf, salience } from './chains.ts'
import type { EntityResources } from './resources.ts'

/** An unnamed thing is looked for this many sentences back. */
const WINDOW = 12

/** Staff that speaks and acts for its house: "UN officials", "an AFP reporter". */
const STAFF = new Set(['officials', 'reporters', 'workers', 'delegates'])
const STAFF_ROLES = /^(?:reporter|journalist|correspondent|spokesman|spokeswoman|spokesperson|official|representative)$/

/** Bodies that a bare "the company", "the agency" may mean although their names do not say what they are. */
const NAMED_BODIES = new Set([
  'company',
  'agency',
  'bank',
  'team',
  'band',
  'school',
  'union',
  'parties',
  'rebels',
  'militia',
  'reporters',
  'church',
  'agency',
])
const COUNTRY_NOUN = /^(?:country|nation|state|kingdom|republic|homeland)$/

/**
 * Links descriptions: those for persons to the person with that role, places and bodies to the named one they can mean,
 * collectives and events to what denotes the same, and starts chains for the rest.
 */
export function linkNominals(nominals: readonly Candidate[], chains: Chains, resources: EntityResources): void {
  for (const nominal of nominals) {
    if (chains.of(nominal)) continue
    const named = nameBeside(nominal, chains)
    if (named !== undefined) {
      chains.join(named, nominal)
      continue
    }
    const antecedent = antecedentOf(nominal, chains.all(), resources)
    if (antecedent !== null) chains.join(antecedent, nominal)
    else if (nominal.type !== 'place') chains.begin(nominal)
  }
  joinOppositionAndRebels(chains)
}

/** "the city of Aleppo", "Idlib province", "news agency SANA": the description and the name are one phrase. */
function nameBeside(nominal: Candidate, chains: Chains): Chain | undefined {
  const { tree, head } = nominal
  for (const chain of chains.all()) {
    for (const name of namesOf(chain)) {
      if (name.tree !== tree || chain.type === 'person') continue
      const token = tree.tokens[name.head]!
      const fits = chain.type === nominal.type || (chain.type === 'state' && COUNTRY_NOUN.test(nominal.noun))
      if (!fits) continue
      if (token.head === head) {
        if (token.deprel === 'appos' || (name.start > nominal.start && /^(?:flat|nmod:desc)$/.test(token.deprel)))
          return chain
        const of = tree.children[name.head]!.some(child => tree.tokens[child]!.form === 'of')
        if (nominal.type === 'place' && token.deprel === 'nmod' && of && isProperKind(nominal)) return chain
        if (nominal.type === 'place' && token.deprel === 'compound' && name.head === head - 1 && isProperKind(nominal))
          return chain
      }
      if (tree.tokens[head]!.head === name.head && /^(?:appos|compound|nmod:desc)$/.test(tree.tokens[head]!.deprel))
        return chain
    }
  }
  return undefined
}

const isProperKind = ({ noun }: Candidate): boolean =>
  /(?:city|town|village|province|state|region|county|island|governorate|prefecture|republic|kingdom)$/.test(noun)

function antecedentOf(nominal: Candidate, all: readonly Chain[], resources: EntityResources): Chain | null {
  if (nominal.type === 'person') return personFor(nominal, all, resources)
  if (nominal.type === 'place') return placeFor(nominal, all)
  const staffed = houseOf(nominal, all)
  if (staffed !== null) return staffed
  return nominal.denotation?.shared ? collectiveFor(nominal, all) : bodyFor(nominal, all)
}

const before = (chain: Chain, nominal: Candidate): boolean => {
  const last = chain.candidates.filter(candidate => candidate.start < nominal.start).at(-1)
  return last !== undefined && nominal.sentence - last.sentence <= WINDOW
}

function mostSalient(chains: readonly Chain[], nominal: Candidate): Chain | null {
  let best: Chain | null = null
  let most = 0
  for (const chain of chains) {
    const present = salience(chain, nominal.start, nominal.sentence)
    if (present > most) [best, most] = [chain, present]
  }
  return best
}

/** The person who has the role, else the last one spoken of by the same noun. */
function personFor(nominal: Candidate, all: readonly Chain[], resources: EntityResources): Chain | null {
  const { tree, head, noun, definite } = nominal
  if (STAFF_ROLES.test(noun)) {
    const house = definite ? null : houseOf(nominal, all)
    if (house !== null) return house
  }
  const persons = all.filter(chain => chain.type === 'person' && chain.candidates.length > 0)
  const qualified = nominal.qualifiers.length > 0
  if (!definite && !qualified) return null
  const same = (a: string, b: string) =>
    a === b || (resources.roleGroups.get(a)?.some(group => resources.roleGroups.get(b)?.includes(group)) ?? false)
  const withRole = persons.filter(
    chain =>
      chain.candidates.some(
        candidate =>
          candidate.kind === 'nominal' &&
          candidate.sentence <= nominal.sentence &&
          same(candidate.noun, noun) &&
          compatible(candidate.qualifiers, nominal.qualifiers) &&
          !clashes(candidate, nominal),
      ) ||
      (qualified && [...chain.roles].some(role => roleMatches(role, nominal, same, resources))),
  )
  const fitting = withRole.filter(chain => !inSameClause(chain, tree, head))
  return mostSalient(fitting, nominal) ?? (qualified ? (fitting[0] ?? null) : null)
}

/** Whether a role's words hold the noun and all that qualifies it: "Russia's ambassador to the UN" for "Russia's UN envoy". */
function roleMatches(
  role: string,
  { noun, qualifiers }: Candidate,
  same: (a: string, b: string) => boolean,
  { countries }: EntityResources,
): boolean {
  const words = formParts(
    role
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .replace(/[.,]/g, ''),
  )
  if (!words.some((word, i) => same(word, noun) || same(`${word} ${words[i + 1] ?? ''}`, noun))) return false
  const codes = words.map(
    (word, i) =>
      countries.byAdjective.get(word) ??
      countries.byName.get(word) ??
      countries.byName.get(`${word} ${words[i + 1] ?? ''}`) ??
      word,
  )
  return qualifiers.every(qualifier => codes.includes(qualifier))
}

const clashes = (a: Candidate, b: Candidate): boolean => a.gender !== null && b.gender !== null && a.gender !== b.gender

const compatible = (a: readonly string[], b: readonly string[]): boolean => {
  const [x, y] = [a.filter(isCode), b.filter(isCode)]
  return x.length === 0 || y.length === 0 || x.some(code => y.includes(code))
}
const isCode = (qualifier: string): boolean => /^[A-Z]{2}$/.test(qualifier)

/** A subject and an object of one verb are two. */
function inSameClause(chain: Chain, tree: Candidate['tree'], head: number): boolean {
  return chain.candidates.some(
    candidate =>
      candidate.tree === tree &&
      candidate.kind !== 'pronoun' &&
      tree.tokens[candidate.head]!.head === tree.tokens[head]!.head &&
      candidate.head !== head,
  )
}

function placeFor(nominal: Candidate, all: readonly Chain[]): Chain | null {
  if (!nominal.definite || nominal.number === 'plural') return null
  const country = COUNTRY_NOUN.test(nominal.noun)
  const kinds = all.filter(
    chain => (country ? chain.type === 'state' : chain.type === 'place') && before(chain, nominal),
  )
  if (country) return nominal.noun === 'state' ? null : mostSalient(kinds, nominal)
  const { denotes } = nominal.denotation!
  const named = kinds.filter(chain => namesOf(chain).length > 0)
  const saysSo = named.filter(chain =>
    chain.candidates.some(candidate => candidate.form.split(' ').includes(nominal.noun)),
  )
  if (denotes === 'city')
    return mostSalient(saysSo.length > 0 ? saysSo : named.filter(chain => !isPartOfPlace(chain)), nominal)
  return mostSalient(saysSo, nominal)
}

/** "eastern Aleppo" is not "the city". */
const isPartOfPlace = (chain: Chain): boolean => namesOf(chain).every(({ text }) => /^\p{Ll}/u.test(text))

/** The named group whose staff a description means. */
function houseOf(nominal: Candidate, all: readonly Chain[]): Chain | null {
  const isStaff = nominal.denotation !== null && STAFF.has(nominal.denotation.denotes)
  if (!isStaff && !STAFF_ROLES.test(nominal.noun)) return null
  for (const chain of all) {
    if (chain.type !== 'group') continue
    for (const name of namesOf(chain)) {
      if (name.tree !== nominal.tree || name.end > nominal.end || name.start < nominal.start) continue
      if (name.tree.tokens[name.head]!.head === nominal.head) return chain
    }
  }
  return null
}

/** The chain that denotes the same collective or event, one of the same country before one without. */
function collectiveFor(nominal: Candidate, all: readonly Chain[]): Chain | null {
  const { denotes } = nominal.denotation!
  const fitting = all.filter(
    chain =>
      chain.type === nominal.type &&
      chain.candidates.some(candidate => candidate.denotation?.shared && candidate.denotation.denotes === denotes) &&
      compatible(qualifiersOf(chain), nominal.qualifiers) &&
      agreeInNames(chain, nominal),
  )
  const codes = nominal.qualifiers.filter(isCode)
  const own = fitting.filter(chain => codes.length > 0 && qualifiersOf(chain).some(code => codes.includes(code)))
  const pool = own.length > 0 ? own : fitting
  return mostSalient(pool, nominal) ?? pool[0] ?? null
}

const qualifiersOf = (chain: Chain): string[] => [
  ...new Set(chain.candidates.flatMap(candidate => candidate.qualifiers)),
]

/** Telling words other than countries must not differ: Kurdish fighters are not Houthi fighters. */
function agreeInNames(chain: Chain, nominal: Candidate): boolean {
  const own = nominal.qualifiers.filter(qualifier => !isCode(qualifier))
  if (own.length === 0) return true
  const others = qualifiersOf(chain).filter(qualifier => !isCode(qualifier))
  return others.length === 0 || own.some(qualifier => others.includes(qualifier))
}

/** For a definite description of one body: the named one whose name says so, else the one spoken of by the same noun. */
function bodyFor(nominal: Candidate, all: readonly Chain[]): Chain | null {
  if (!nominal.definite) return null
  const same = all.filter(
    chain =>
      chain.type === nominal.type && before(chain, nominal) && compatible(qualifiersOf(chain), nominal.qualifiers),
  )
  const noun = nominal.noun.split(' ').at(-1)!
  const saysSo = same.filter(chain =>
    chain.candidates.some(candidate => candidate.kind !== 'pronoun' && candidate.noun.split(' ').at(-1) === noun),
  )
  const found = mostSalient(saysSo, nominal)
  if (found !== null) return found
  if (nominal.number === 'plural') return null
  const denotes = nominal.denotation?.denotes
  const alike = same.filter(chain => chain.candidates.some(candidate => candidate.denotation?.denotes === denotes))
  if (alike.length > 0) return mostSalient(alike, nominal)
  if (denotes === undefined || nominal.type !== 'group' || !NAMED_BODIES.has(denotes) || nominal.qualifiers.length > 0)
    return null
  const bodies = same.filter(
    chain =>
      namesOf(chain).length > 0 &&
      chain.candidates.every(
        candidate => candidate.denotation === null || NAMED_BODIES.has(candidate.denotation.denotes),
      ),
  )
  return mostSalient(bodies, nominal)
}

/** Where an article tells of fighting, its opposition is the armed one. */
function joinOppositionAndRebels(chains: Chains): void {
  const all = chains.all()
  const denoting = (denotes: string) =>
    all.filter(
      chain =>
        chain.candidates.length > 0 &&
        namesOf(chain).length === 0 &&
        chain.candidates.some(candidate => candidate.denotation?.denotes === denotes),
    )
  const fighting = ['battle', 'war', 'truce'].some(event => denoting(event).length > 0)
  const [rebels, opposition] = [denoting('rebels'), denoting('opposition')]
  if (fighting && rebels.length === 1 && opposition.length === 1) chains.merge(rebels[0]!, opposition[0]!)
}
