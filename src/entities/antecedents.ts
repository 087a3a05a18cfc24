import { formParts, nameForm } from '../util/name-form.ts'
import { denotationOf } from '../util/nominal-lexicon.ts'
import type { Candidate, Chain } from './candidate.ts'
import { mostSalient, namesOf } from './chains.ts'
import { collectiveFor } from './collectives.ts'
import { isCountedCrowd } from './counted.ts'
import { partyOf } from './party-of.ts'
import { isCode, qualifiersOf, sameCountry, sameTellingWords, sharesTellingWords } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'
import { mayBeSameEvent, partiesAmong } from './same-event.ts'
import { FORMER, isSaidBy, isSubject, isSubjectNear, mainOf, mayBeCalled, topicOf } from './topics.ts'

/** An unnamed thing is looked for this many sentences back. */
const WINDOW = 12

/** Staff that speaks and acts for its house: "UN officials", "an AFP reporter". */
const STAFF = new Set(['officials', 'reporters', 'workers', 'delegates'])
const STAFF_ROLES = /^(?:reporter|journalist|correspondent|spokesman|spokeswoman|spokesperson|official|representative)$/

/** Who speaks for a whole body. */
const SPEAKS_FOR = /^(?:spokesman|spokeswoman|spokesperson)$/

/** Classes whose nouns all may mean a body whose name does not say what it is: "the firm", "the carmaker", "the side". */
const NAMED_BODIES = new Set(['company', 'bank', 'team', 'band', 'union', 'parties', 'militia'])
/** Of other classes only these nouns do; "the office" and "the committee" mean one that is called so. */
const NAMED_BODY_NOUN =
  /^(?:agency|body|organi[sz]ation|institution|group|newspaper|paper|magazine|daily|tabloid|broadcaster|network|university|school|church)$/
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

const isNear = (chain: Chain, nominal: Candidate): boolean =>
  chain.candidates.some(({ start, sentence }) => start < nominal.start && nominal.sentence - sentence <= WINDOW)

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

/** A description that goes on ("the actress who …", "the star of …") may bring somebody new; ", who" only tells more. */
function isFollowed({ tree, head }: Candidate): boolean {
  return tree.children[head]!.some(
    child =>
      child > head &&
      /^(?:nmod|acl|appos)/.test(tree.tokens[child]!.deprel) &&
      !(tree.tokens[child]!.deprel === 'acl:relcl' && tree.tokens[head + 1]?.form === ','),
  )
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

/**
 * For a description of one body or event: what was called by the same words before; if it is definite also the one whose
 * name says so, was spoken of by the same noun, or can be such a body at all.
 */
function bodyFor(nominal: Candidate, chains: readonly Chain[], resources: EntityResources): Chain | null {
  const parties = partiesAmong(chains)
  const counted = isCountedCrowd(nominal)
  const fitting = chains.filter(
    chain =>
      chain.type === nominal.type &&
      sameCountry(qualifiersOf(chain), nominal.qualifiers) &&
      (counted || !isCrowdAlone(chain)) &&
      (nominal.type !== 'event' || mayBeSameEvent(chain, nominal, parties, resources)),
  )
  const near = fitting.filter(chain => isNear(chain, nominal))
  if (!nominal.definite) {
    const plural = nominal.number === 'plural'
    const telling = nominal.qualifiers.length > 0 || core(nominal).includes(' ')
    const worded = fitting.filter(
      chain =>
        chain.candidates.some(candidate => isWordedAlike(candidate, nominal)) &&
        (nominal.type === 'event' || chain.candidates.every(candidate => isSameCrowd(candidate, nominal))),
    )
    return plural || (telling && nominal.type === 'event') ? mostSalient(worded, nominal) : null
  }
  const noun = nominal.noun.split(' ').at(-1)!
  if (nominal.type === 'group' && isAnotherBody(nominal)) {
    const same = near.filter(({ candidates }) => candidates.some(candidate => core(candidate) === core(nominal)))
    return mostSalient(same, nominal)
  }
  const saysSo = near.filter(chain =>
    chain.candidates.some(
      candidate =>
        candidate.kind !== 'pronoun' &&
        candidate.noun.split(' ').at(-1) === noun &&
        (candidate.kind === 'name' ||
          (isPlural(candidate) === isPlural(nominal) &&
            sameTellingWords(chain, nominal) &&
            mayBeWordedSo(candidate, nominal))),
    ),
  )
  const found = mostSalient(
    RENAMED.has(nominal.denotation?.denotes ?? '') ? saysSo.filter(chain => !isOnlyCompared(chain)) : saysSo,
    nominal,
  )
  if (found !== null || nominal.number === 'plural') return found
  const denotes = nominal.denotation?.denotes
  const free = denotes !== undefined && (NAMED_BODIES.has(denotes) || NAMED_BODY_NOUN.test(noun))
  if (nominal.type === 'group' && !free) return null
  // "The insurer" is not the "insurers" told of before.
  const alike = near.filter(
    chain =>
      chain.candidates.some(
        candidate =>
          (nominal.type === 'event' || !isPlural(candidate)) &&
          candidate.denotation?.denotes === denotes &&
          mayBeWordedSo(candidate, nominal) &&
          isSameKind(candidate, nominal),
      ) &&
      sharesTellingWords(chain, nominal) &&
      !(RENAMED.has(denotes ?? '') && isOnlyCompared(chain)),
  )
  if (alike.length > 0) return mostSalient(alike, nominal)
  if (nominal.type !== 'group') return null
  const bodies = near.filter(
    chain =>
      namesOf(chain).length > 0 &&
      chain.candidates.every(
        ({ denotation, noun: other }) =>
          denotation === null || NAMED_BODIES.has(denotation.denotes) || NAMED_BODY_NOUN.test(other.split(' ').at(-1)!),
      ),
  )
  const owner = ownerOf(nominal)
  const superlative = /\b(?:most|best|only|\p{L}{3,}est) /iu.test(nominal.text)
  if (nominal.qualifiers.length === 0 && owner === null && !superlative) return mostSalient(bodies, nominal)
  // "The Osgil-based firm", "Europe's biggest carmaker": more is told of whom the text is about.
  if (!RENAMED.has(denotes ?? '') && !/^(?:broadcaster|network|group|organi[sz]ation)$/.test(noun)) return null
  if ((owner !== null && !owner.isPlace) || isFollowed(nominal) || isApposition(nominal)) return null
  if (!isSubject(nominal) || /^(?:his|her|its|their|our|my) /i.test(nominal.text)) return null
  return topicOf(nominal, bodies) ?? mainOf(bodies)
}

/** "Its business", "the rival bank", "his former club": beside the body that was told of. */
const isAnotherBody = ({ text, number }: Candidate): boolean =>
  number !== 'plural' &&
  (/^(?:its|their) |^(?:his|her|my|our) .*\b(?:ex-|former |old |new )/i.test(text) ||
    /\b(?:another|ex-?parent|other|parent|partner|rival|sister|subsidiary) /i.test(text))

/** "A record for a UK company": brought in beside what the sentence is about, and never named. */
const isOnlyCompared = ({ candidates }: Chain): boolean =>
  candidates.every(candidate => candidate.kind !== 'name' && /^an? /i.test(candidate.text) && !isSubject(candidate))

/** Bodies that are told more of under a new description. */
const RENAMED = new Set(['company', 'bank', 'team', 'band'])

/** Whose a body is, other than by a pronoun; those of a country or of the world are no parts of another body. */
function ownerOf({ tree, head, qualifiers }: Candidate): { isPlace: boolean } | null {
  const owner = tree.children[head]!.find(child => child < head && tree.tokens[child]!.deprel === 'nmod:poss')
  if (owner === undefined || tree.tokens[owner]!.upos === 'PRON') return null
  const { form } = tree.tokens[owner]!
  return {
    isPlace: qualifiers.some(isCode) || /^(?:world|country|nation|continent|region|Europe|Asia|Africa)$/.test(form),
  }
}

/** "American, the world's biggest airline, said": beside another name. */
const isApposition = (nominal: Candidate): boolean => {
  const { tree, start } = nominal
  const before = tree.tokens.findLast(token => token.end <= start)
  return before !== undefined && /^[,(–-]$/.test(before.form) && !isSubject(nominal)
}

/** What any body may be called. */
const ANY_BODY = /^(?:agency|body|group|organi[sz]ation|institution|association)$/

/** "The club" is none that plays for a country. */
const isClubAndTeam = (a: Candidate, b: Candidate): boolean =>
  /club$/.test(a.noun) && b.kind !== 'name' && /(?:squad|team)$/.test(b.noun) && b.qualifiers.some(isCode)

/** A council is no committee and no board, though each is a body. */
function isSameKind(a: Candidate, b: Candidate): boolean {
  if (isClubAndTeam(a, b) || isClubAndTeam(b, a)) return false
  if (a.denotation?.denotes !== 'agency' || a.kind === 'name') return true
  const [own, other] = [a.noun.split(' ').at(-1)!, b.noun.split(' ').at(-1)!]
  return own === other || ANY_BODY.test(own) || ANY_BODY.test(other)
}

/** A chain of nothing but a counted crowd ("three families"), which "families" elsewhere does not take up. */
const isCrowdAlone = ({ candidates }: Chain): boolean =>
  candidates.every(candidate => candidate.kind === 'pronoun' || isCountedCrowd(candidate))

const isPlural = ({ tree, head }: Candidate): boolean => /S$/.test(tree.tokens[head]!.tag)

/** Asked again for each pair that a candidate is in. */
const cores = new WeakMap<Candidate, string>()

/** The words up to the head: "an emergency meeting" of "an emergency meeting of the council on Tuesday". */
function core(candidate: Candidate): string {
  const known = cores.get(candidate)
  if (known !== undefined) return known
  const { tree, head, start, text } = candidate
  const words = nameForm(text.slice(0, tree.tokens[head]!.end - start))
  cores.set(candidate, words)
  return words
}

/**
 * Whether the words of two crowds of a kind go together: "EU member states" and "member states" do, "poor countries" and
 * "rich countries" do not, nor "people", who may be anybody, and "business people".
 */
function isSameCrowd(a: Candidate, b: Candidate): boolean {
  if (a.kind !== 'nominal' || a.noun.split(' ').at(-1) !== b.noun.split(' ').at(-1)) return true
  const [own, others] = [modifiersOf(a), modifiersOf(b)]
  if (own.length === 0 || others.length === 0) return own.length === others.length
  return own.every(word => others.includes(word)) || others.every(word => own.includes(word))
}

const modifiersOf = (candidate: Candidate): string[] => core(candidate).split(' ').slice(0, -1)

/**
 * Of several races or crowds each has its own words: "the men's race" is not "her second race". A single body may be called
 * by new words each time.
 */
function mayBeWordedSo(a: Candidate, b: Candidate): boolean {
  if (b.type !== 'event' && !isPlural(b)) return true
  const [own, others] = [modifiersOf(a), modifiersOf(b)]
  // Nobody was told of by "people" whom "the business people" could take up.
  if (own.length === 0 && others.length > 0) return b.type === 'event' || a.definite || a.kind === 'name'
  if (others.length === 0) return true
  if (b.type === 'event') return own.some(word => others.includes(word))
  return own.every(word => others.includes(word)) || others.every(word => own.includes(word))
}

const isWordedAlike = (a: Candidate, b: Candidate): boolean => {
  if (a.kind !== 'nominal' || a.noun.split(' ').at(-1) !== b.noun.split(' ').at(-1)) return false
  const [x, y] = [core(a), core(b)]
  return (
    x === y ||
    (isCountedCrowd(a) === isCountedCrowd(b) &&
      isPlural(a) === isPlural(b) &&
      (x.endsWith(` ${y}`) || y.endsWith(` ${x}`)))
  )
}
