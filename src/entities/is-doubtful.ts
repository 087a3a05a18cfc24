import type { Candidate, Chain } from './candidate.ts'
import type { NameKinds } from './name-kinds.ts'
import type { EntityResources } from './resources.ts'

/**
 * A name whose reading leads the next best by less is right in about two cases of three (span and type, newswire); over all
 * names it is four of five.
 */
const DOUBT = 2.5
/** The same for persons named once or twice whose first word is no given name: imperatives and surnames as nouns pass for them. */
const DOUBT_OF_ODD_PERSON = 3.5
/** The same for bodies that nothing around the name tells to be one: products, works and headings pass for them. */
const DOUBT_OF_BARE_BODY = 4

/** The same for what ends as bodies do and as titles and programmes do: "the Brains Trust", "House of Flying Daggers". */
const DOUBT_OF_TITLE = 1.5
const ALSO_IN_TITLES =
  / (?:club|company|house|press|project|show|trust|tv)$|^(?:company|house|project) of |(?:boy|girl|hero|king|knight|people|pirate|prisoner|prince|queen|soldier|warrior|woman|women|men)s?(?: of .*)?$/

/** A name given oftener is no slip. */
const OFTEN = 4
const SELDOM = 3

/** A rare name that the tagger is nowhere sure of, and that neither a list, its own words nor its neighbours make a body's. */
export function isDoubtful({ type, candidates }: Chain, resources: EntityResources): boolean {
  const { kinds } = resources
  const names = candidates.filter(({ kind }) => kind === 'name')
  if (names.length === 0 || type === 'state') return false
  let margin = 0
  for (const name of names) margin = Math.max(margin, name.margin ?? Number.POSITIVE_INFINITY)
  if (margin >= DOUBT_OF_BARE_BODY) return false
  if (type === 'person' && names.length < SELDOM && !names.some(({ text }) => opensAsPerson(text, resources)))
    return margin < DOUBT_OF_ODD_PERSON
  if (type !== 'group') return margin < DOUBT && names.length < OFTEN
  if (names.some(({ text }) => kinds.isListedBody(text))) return false
  const ending = names.filter(({ form }) => endsAsBody(form, kinds))
  if (ending.some(({ form }) => !ALSO_IN_TITLES.test(form))) return false
  if (ending.length > 0) return margin < DOUBT_OF_TITLE && !names.some(name => isShownAsBody(name, resources))
  // "Orme and Dee Motors": as like as not two
  if (names.every(({ form }) => form.includes(' and ')) && names.length < OFTEN) return true
  if (margin < DOUBT && names.length < OFTEN) return true
  return (margin < DOUBT || names.length < OFTEN) && !names.some(name => isShownAsBody(name, resources))
}

/** "Ann Lee", "J Lee", "JK Lee", but not "Get Lee" or "Lee". */
function opensAsPerson(text: string, { kinds }: EntityResources): boolean {
  const [first, ...rest] = text.split(' ')
  return rest.length > 0 && (kinds.isGivenName(first!) || /^(?:\p{Lu}\.?){1,3}$/u.test(first!))
}

/** What a body of several fields ends in: "the Food and Drug Administration". */
const COVERS = / (?:administration|agency|association|authority|commission|committee|council|department|ministry)$/
/** "Reserve Bank of Australia", "Directors Guild": but not one word alone, nor "Brown and Associates". */
function endsAsBody(form: string, { isGroupWord }: NameKinds): boolean {
  const words = form.split(/ (?:of|for) /)[0]!.split(' ')
  if (!form.includes(' ') || !isGroupWord(words.at(-1)!)) return false
  return !words.includes('and') || (COVERS.test(form) && !form.includes(' and the '))
}

/** Whoever has to do with a work or a product, which has no staff. */
const FOLLOWERS =
  /^(?:actor|actress|artist|author|buyer|character|consumer|creator|customer|designer|developer|director|driver|fan|follower|gamer|host|inventor|listener|maker|narrator|owner|player|presenter|producer|reader|star|subscriber|user|viewer|writer)s?$/
const AT = /^(?:at|from|of|with)$/

/**
 * Whether the sentence shows a name to be a body's: by its kind ("telecoms firm Orme", "Orme, a drugs maker", "the Orme
 * newspaper"), its staff ("Orme's chairman", "an analyst at Orme", "Ian Dee of Orme"), its acronym in brackets, or by what it
 * does that no thing does ("Orme agreed").
 */
export function isShownAsBody(
  { tree, head, start, end }: Candidate,
  { kinds, acts, roleGroups }: EntityResources,
): boolean {
  const { tokens, children } = tree
  const isKind = (at: number | undefined) => {
    const token = at === undefined ? undefined : tokens[at]
    if (token === undefined || !/^\p{Ll}/u.test(token.form) || FOLLOWERS.test(token.lemma)) return false
    return kinds.isBody(token.lemma.toLowerCase())
  }
  const isStaff = (lemma: string) => (kinds.isPersonNoun(lemma) || roleGroups.has(lemma)) && !FOLLOWERS.test(lemma)
  let first = head
  while (first > 0 && tokens[first - 1]!.start >= start) first--
  let last = head
  while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last++
  if (isKind(first - 1) || isKind(last + 1)) return true
  if (tokens[last + 1]?.form === '(' && /^\p{Lu}{2,}$/u.test(tokens[last + 2]?.form ?? '')) return true
  const { deprel, head: over } = tokens[head]!
  if (children[head]!.some(child => tokens[child]!.deprel === 'appos' && isKind(child))) return true
  const governor = tokens[over]
  if (governor === undefined) return false
  const lemma = governor.lemma.toLowerCase()
  if (deprel === 'appos') return isKind(over)
  if (deprel === 'nsubj' || deprel === 'obl:agent') return governor.upos === 'VERB' && acts.has(lemma)
  if (deprel === 'nmod:poss' || deprel === 'compound') return isStaff(lemma)
  if (deprel !== 'nmod') return false
  const staffed = children[head]!.some(child => tokens[child]!.deprel === 'case' && AT.test(tokens[child]!.form))
  return staffed && (governor.upos === 'PROPN' || isStaff(lemma))
}
