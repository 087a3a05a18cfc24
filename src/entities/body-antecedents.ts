import type { Candidate, Chain } from './candidate.ts'
import { mostSalient, namesOf } from './chains.ts'
import { core } from './core.ts'
import { isCountedCrowd } from './counted.ts'
import { isCode, qualifiersOf, sameCountry, sameTellingWords, sharesTellingWords } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'
import { mayBeSameEvent, partiesAmong } from './same-event.ts'
import { isSubject, mainOf, topicOf } from './topics.ts'

/** An unnamed thing is looked for this many sentences back. */
export const WINDOW = 12

/** Classes whose nouns all may mean a body whose name does not say what it is: "the firm", "the carmaker", "the side". */
const NAMED_BODIES = new Set(['company', 'bank', 'team', 'band', 'union', 'parties', 'militia'])
/** Of other classes only these nouns do; "the office" and "the committee" mean one that is called so. */
const NAMED_BODY_NOUN =
  /^(?:agency|body|organi[sz]ation|institution|group|newspaper|paper|magazine|daily|tabloid|broadcaster|network|university|school|church)$/
export const isNear = (chain: Chain, nominal: Candidate): boolean =>
  chain.candidates.some(({ start, sentence }) => start < nominal.start && nominal.sentence - sentence <= WINDOW)

/** A description that goes on ("the actress who …", "the star of …") may bring somebody new; ", who" only tells more. */
export function isFollowed({ tree, head }: Candidate): boolean {
  return tree.children[head]!.some(
    child =>
      child > head &&
      /^(?:nmod|acl|appos)/.test(tree.tokens[child]!.deprel) &&
      !(tree.tokens[child]!.deprel === 'acl:relcl' && tree.tokens[head + 1]?.form === ','),
  )
}

/**
 * For a description of one body or event: what was called by the same words before; if it is definite also the one whose
 * name says so, was spoken of by the same noun, or can be such a body at all.
 */
export function bodyFor(nominal: Candidate, chains: readonly Chain[], resources: EntityResources): Chain | null {
  const parties = nominal.type === 'event' ? partiesAmong(chains) : null
  const counted = isCountedCrowd(nominal)
  const ofCountry = nominal.qualifiers.some(isCode)
  // Only what is near can be taken up: the cheapest question comes first.
  const fitting = chains.filter(
    chain =>
      chain.type === nominal.type &&
      (!nominal.definite || isNear(chain, nominal)) &&
      (!ofCountry || sameCountry(qualifiersOf(chain), nominal.qualifiers)) &&
      (counted || !isCrowdAlone(chain)) &&
      (parties === null || mayBeSameEvent(chain, nominal, parties, resources)),
  )
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
    const same = fitting.filter(({ candidates }) => candidates.some(candidate => core(candidate) === core(nominal)))
    return mostSalient(same, nominal)
  }
  const saysSo = fitting.filter(chain =>
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
  const alike = fitting.filter(
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
  const bodies = fitting.filter(
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
