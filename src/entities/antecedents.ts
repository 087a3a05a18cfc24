import { formParts } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import { bodyFor, isFollowed, isNear, WINDOW } from './body-antecedents.ts'
import type { Candidate, Chain } from './candidate.ts'
import { mostSalient, namesOf } from './chains.ts'
import { collectiveFor } from './collectives.ts'
import { partyOf } from './party-of.ts'
import { isCode, sameCountry } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'
import { FORMER, isSaidBy, isSubject, isSubjectNear, mayBeCalled, topicOf } from './topics.ts'

/** Staff that speaks and acts for its house: "UN officials", "an AFP reporter". */
const STAFF = new Set(['officials', 'reporters', 'workers', 'delegates'])
const STAFF_ROLES = /^(?:reporter|journalist|correspondent|spokesman|spokeswoman|spokesperson|official|representative)$/

/** Who speaks for a whole body. */
const SPEAKS_FOR = /^(?:spokesman|spokeswoman|spokesperson)$/

const COUNTRY_NOUN = /^(?:country|nation|kingdom|republic|homeland)$/

/**
 * The chain that a description most likely speaks of again; null when it brings something new.
 *
 * @param home code of the country that the article speaks of most, null when there is none
 */
export function antecedentOf(
  nominal: Candidate,
  all: readonly Chain[],
  home: string | null,
  resources: EntityResources,
): Chain | null {
  const chains = all.filter(chain => chain.candidates.length > 0)
  if (nominal.type === 'person') return personFor(nominal, chains, home, resources)
  if (nominal.type === 'place') return placeFor(nominal, chains)
  return (
    houseOf(nominal, chains) ??
    partyOf(nominal, chains) ??
    (nominal.denotation?.shared ? collectiveFor(nominal, chains, home, resources) : bodyFor(nominal, chains, resources))
  )
}

/** The person who has the role, else the last one spoken of by the same noun. */
function personFor(
  nominal: Candidate,
  chains: readonly Chain[],
  home: string | null,
  resources: EntityResources,
): Chain | null {
  const { noun, definite, qualifiers } = nominal
  if (STAFF_ROLES.test(noun)) {
    const house = definite && !SPEAKS_FOR.test(noun) ? null : houseOf(nominal, chains)
    const known =
      house ??
      houseBehind(nominal, chains) ??
      houseBefore(nominal, chains, home, resources) ??
      (definite ? staffBefore(nominal, chains) : null)
    if (known !== null) return known
  }
  if (!definite && qualifiers.length === 0) return null
  const same = (a: string, b: string) =>
    a === b ||
    (!isOtherOffice(a, b, qualifiers) &&
      (resources.roleGroups.get(a)?.some(group => resources.roleGroups.get(b)?.includes(group)) ?? false))
  const described = (chain: Chain) =>
    chain.candidates.some(
      candidate =>
        candidate.kind === 'nominal' &&
        candidate.sentence <= nominal.sentence &&
        same(candidate.noun, noun) &&
        sameCountry(candidate.qualifiers, qualifiers) &&
        sharesTold(candidate, nominal),
    )
  const persons = chains.filter(
    chain =>
      chain.type === 'person' &&
      chain.candidates.every(({ gender }) => gender === null || nominal.gender === null || gender === nominal.gender) &&
      !besideInClause(chain, nominal),
  )
  const fitting = persons.filter(
    chain => described(chain) || (qualifiers.length > 0 && hasRole(chain, nominal, same, resources)),
  )
  const holder = mostSalient(fitting, nominal) ?? (qualifiers.length > 0 ? fitting[0] : undefined)
  if (holder) return holder
  if (isFollowed(nominal) && !/^the (?:ex-|former )/i.test(nominal.text)) return null
  const topic = isSubject(nominal) ? topicOf(nominal, persons) : null
  if (qualifiers.length === 0 && resources.epithets.has(noun)) {
    if (topic !== null && isSubjectNear(topic, nominal) && !isSaidBy(topic, nominal.start)) return topic
    const named = persons.filter(chain => namesOf(chain).length > 0 && isNear(chain, nominal))
    return mostSalient(named, nominal)
  }
  return topic !== null && mayBeCalled(topic, nominal, persons, resources) ? topic : null
}

/** A chancellor heads the government in few countries. */
const isOtherOffice = (a: string, b: string, qualifiers: readonly string[]): boolean =>
  (a === 'chancellor') !== (b === 'chancellor') && !qualifiers.some(code => code === 'DE' || code === 'AT')

/** What offices and sources are of: a "finance minister" is no foreign one, a "medical source" no judicial one. */
const FIELD =
  /\b(?:agriculture|business|culture|defen[cs]e|deputy|diplomatic|economy|education|energy|environment|finance|foreign|government|health|home|industry|interior|judicial|justice|labou?r|legal|medical|military|opposition|police|political|prime|security|shadow|sports?|tourism|trade|transport|vice)\b/gi
const fieldsOf = (text: string): string[] => [...text.matchAll(FIELD)].map(([field]) => field.toLowerCase())

/** "The former coach" is not the coach, and the Osgil captain not "the Tamar captain". */
function sharesTold(told: Candidate, { text, qualifiers, noun }: Candidate): boolean {
  if (FORMER.test(text) && !FORMER.test(told.text)) return false
  const [fields, toldFields] = [fieldsOf(text), fieldsOf(told.text)]
  if (fields.length > 0 && toldFields.length > 0 && !fields.some(field => toldFields.includes(field))) return false
  const others = told.qualifiers.filter(qualifier => !isCode(qualifier))
  const own = qualifiers.filter(qualifier => !isCode(qualifier))
  // A party's leader need not be the prime minister.
  if ((told.noun === 'leader') !== (noun === 'leader') && !/^(?:chief|boss|head|director)$/.test(told.noun)) {
    const ofParty = told.noun === 'leader' && !told.qualifiers.some(isCode) && /\p{Lu}\S* leader$/u.test(told.text)
    if (ofParty || (own.length + others.length > 0 && !own.some(qualifier => others.includes(qualifier)))) return false
  }
  // "The France manager" is not the Osgil manager.
  if (own.length === 0 && qualifiers.length > 0 && others.length > 0 && !told.qualifiers.some(isCode)) return false
  return own.length === 0 || others.length === 0 || own.some(qualifier => others.includes(qualifier))
}

/** Whether a role's words hold the noun and all that qualifies it: "Russia's ambassador to the UN" for "Russia's UN envoy". */
function hasRole(
  chain: Chain,
  { noun, qualifiers }: Candidate,
  same: (a: string, b: string) => boolean,
  { countries: { byAdjective, byName } }: EntityResources,
): boolean {
  return [...chain.roles].some(role => {
    const plain = role
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .replace(/[.,]/g, '')
    const words = formParts(plain)
    const pair = (i: number) => `${words[i]} ${words[i + 1] ?? ''}`
    if (!words.some((word, i) => same(word, noun) || same(pair(i), noun))) return false
    const codes = words.map((word, i) => byAdjective.get(word) ?? byName.get(word) ?? byName.get(pair(i)) ?? word)
    return qualifiers.every(qualifier => codes.includes(qualifier))
  })
}

/** A subject and an object of one verb are two. */
function besideInClause(chain: Chain, { tree, head }: Candidate): boolean {
  const verb = tree.tokens[head]!.head
  return chain.candidates.some(
    candidate =>
      candidate.tree === tree &&
      candidate.kind !== 'pronoun' &&
      candidate.head !== head &&
      tree.tokens[candidate.head]!.head === verb,
  )
}

function placeFor(nominal: Candidate, chains: readonly Chain[]): Chain | null {
  if (!nominal.definite || nominal.number === 'plural') return null
  if (COUNTRY_NOUN.test(nominal.noun)) {
    return mostSalient(
      chains.filter(chain => chain.type === 'state' && isNear(chain, nominal)),
      nominal,
    )
  }
  const named = chains.filter(chain => chain.type === 'place' && namesOf(chain).length > 0 && isNear(chain, nominal))
  const saysSo = named.filter(chain => chain.candidates.some(({ form }) => form.split(' ').includes(nominal.noun)))
  const city = nominal.denotation?.denotes === 'city' && nominal.noun !== 'capital'
  if (saysSo.length > 0) return mostSalient(saysSo, nominal)
  if (!city) {
    // "the center" of an organisation's name, "the university": houses are named as bodies.
    const bodies = chains.filter(
      chain => chain.type === 'group' && namesOf(chain).some(({ form }) => form.split(' ').includes(nominal.noun)),
    )
    return mostSalient(bodies, nominal)
  }
  return mainPlace(
    named.filter(chain => !isPartOfPlace(chain)),
    nominal,
  )
}

/** The city that an article is about is "the city" even where another was named last. */
function mainPlace(chains: readonly Chain[], nominal: Candidate): Chain | null {
  let best: Chain | null = null
  let most = 0
  for (const chain of chains) {
    const names = namesOf(chain).filter(name => name.start < nominal.start)
    const recent = names.reduce((sum, name) => sum + 1 / (1 + nominal.sentence - name.sentence), 0)
    const weight = names.length > 0 ? recent + Math.log2(1 + names.length) : 0
    if (weight > most) [best, most] = [chain, weight]
  }
  return best
}

/** "eastern Aleppo" is not "the city". */
const isPartOfPlace = (chain: Chain): boolean => namesOf(chain).every(({ text }) => /^\p{Ll}/u.test(text))

/** The named group whose staff a description means. */
function houseOf(nominal: Candidate, chains: readonly Chain[]): Chain | null {
  const isStaff = nominal.denotation !== null && STAFF.has(nominal.denotation.denotes)
  if (!isStaff && !STAFF_ROLES.test(nominal.noun)) return null
  for (const chain of chains) {
    if (chain.type !== 'group') continue
    for (const name of namesOf(chain)) {
      if (name.tree !== nominal.tree || name.end > nominal.end || name.start < nominal.start) continue
      if (name.tree.tokens[name.head]!.head === nominal.head) return chain
    }
  }
  return null
}

/** "a spokesman for the Home Office": the body that the phrase behind the noun names. */
function houseBehind({ tree, head, noun }: Candidate, chains: readonly Chain[]): Chain | null {
  if (!SPEAKS_FOR.test(noun)) return null
  return (
    chains.find(
      chain =>
        chain.type === 'group' &&
        namesOf(chain).some(name => {
          if (name.tree !== tree || name.head < head || tree.tokens[name.head]!.head !== head) return false
          return tree.children[name.head]!.some(child => /^(?:for|of|from|at)$/.test(tree.tokens[child]!.form))
        }),
    ) ?? null
  )
}

/** "a company spokesman": the body that its noun takes up. */
function houseBefore(
  nominal: Candidate,
  chains: readonly Chain[],
  home: string | null,
  resources: EntityResources,
): Chain | null {
  const { tree, head, noun, start } = nominal
  const before = tree.tokens[head - 1]
  if (!SPEAKS_FOR.test(noun) || before?.upos !== 'NOUN' || before.start < start) return null
  const lemma = before.lemma.toLowerCase()
  const denotation = denotationOf([lemma], resources.nominals)
  if (denotation?.type !== 'group') return null
  const body: Candidate = {
    ...nominal,
    type: 'group',
    head: head - 1,
    noun: lemma,
    number: null,
    definite: true,
    denotation,
  }
  return denotation.shared ? collectiveFor(body, chains, home, resources) : bodyFor(body, chains, resources)
}

/** "The spokesman" who was a body's before, where no person is called so since. */
function staffBefore({ noun, start, sentence, gender }: Candidate, chains: readonly Chain[]): Chain | null {
  let last: Candidate | null = null
  let house: Chain | null = null
  for (const chain of chains) {
    for (const candidate of chain.candidates) {
      if (candidate.kind !== 'nominal' || candidate.noun !== noun || candidate.start >= start) continue
      if (sentence - candidate.sentence > WINDOW || (last !== null && candidate.start < last.start)) continue
      if (candidate.gender !== null && gender !== null && candidate.gender !== gender) continue
      last = candidate
      house = chain.type === 'group' ? chain : null
    }
  }
  return house
}
