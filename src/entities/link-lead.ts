import type { Article } from '../types.ts'
import { nameForm } from '../util/name-form.ts'
import { baseRelation } from '../util/tree.ts'
import type { Candidate, Chain } from './candidate.ts'
import { type Chains, namesOf } from './chains.ts'

/** Bodies that a lead describes before it names them. */
const BODIES = new Set(['company', 'bank', 'team', 'band', 'union', 'parties', 'agency', 'church', 'school'])

const SPEECH = /^(?:say|tell|add|warn|claim|insist|explain|argue|announce|state|admit|believe|think|report)$/

/**
 * News often describes in its first sentence whom it names in the second ("delayed identification": "A former teacher has
 * left the party. Ann Lee said …"). Links the one to the other where the second sentence's subject is a name that the prose
 * has not given before, and the first has one description that it can be.
 */
export function linkLead(
  article: Article,
  names: readonly Candidate[],
  nominals: readonly Candidate[],
  chains: Chains,
): void {
  const lead = article.sentences.findIndex(
    ({ block }) => article.blocks[block]?.kind === 'text' && isProse(article, block),
  )
  const second = lead + 1
  if (lead < 0) return
  linkHeadline(lead, names, nominals, chains)
  if (article.sentences[second] === undefined) return
  const subject = names.find(name => name.sentence === second && isSubject(name))
  const chain = subject && chains.of(subject)
  if (subject === undefined || chain === undefined || (chain.type !== 'person' && chain.type !== 'group')) return
  if (namesOf(chain).some(name => name.sentence === lead)) return
  const described = nominals.filter(
    nominal => nominal.sentence === lead && chains.of(nominal) === undefined && mayBe(nominal, chain),
  )
  const subjects = described.filter(isSubject)
  const found = subjects.length === 1 ? subjects[0]! : described.length === 1 ? described[0]! : null
  if (found === null || isOfficial(subject, chain, found)) return
  chains.join(chain, found)
}

/** Whom the first sentences name are those of the headline. */
const FIRST_SENTENCES = 3

/**
 * "Osgil chief resigns": whom a headline describes the first sentences name. Of several it is the one who bears that role
 * there, or the only subject.
 */
function linkHeadline(lead: number, names: readonly Candidate[], nominals: readonly Candidate[], chains: Chains): void {
  for (const nominal of nominals) {
    const { type, denotation } = nominal
    if (nominal.sentence >= lead || nominal.number === 'plural') continue
    const isBody = type === 'group' && denotation !== null && BODIES.has(denotation.denotes)
    // Of two bodies of a deal only the one that acts is sure to be the one that acts in the lead.
    if (type !== 'person' && !(isBody && isSubject(nominal))) continue
    if (nominal.tree.tokens[nominal.head + 1]?.upos === 'NOUN') continue
    if (chains.of(nominal) !== undefined || /^(?:an?|one|any|every|another|no) /i.test(nominal.text)) continue
    const first = names.filter(
      name => name.sentence >= lead && name.sentence < lead + FIRST_SENTENCES && !name.quoted && name.type === type,
    )
    const named = [...new Set(first.map(name => chains.of(name)!))].filter(
      chain => chain.type === type && agreesInGender(nominal, chain),
    )
    const roles = named.filter(({ roles }) => [...roles].some(role => isRoleOf(role, nominal)))
    const subjects = named.filter(chain =>
      first.some(name => chains.of(name) === chain && isSubject(name) && (type === 'person' || name.sentence === lead)),
    )
    const found = roles.length > 0 ? roles : subjects.filter(({ roles }) => roles.size === 0)
    if (found.length === 1 && (roles.length > 0 || subjects.length === 1)) chains.join(found[0]!, nominal)
  }
}

const agreesInGender = ({ gender }: Candidate, { candidates }: Chain): boolean =>
  gender === null || candidates.every(other => other.gender === null || other.gender === gender)

/** Whether a role's words hold the noun and one that tells whose, or all of the description's. */
function isRoleOf(role: string, { noun, form }: Candidate): boolean {
  const words = nameForm(role).split(' ')
  const own = form.split(' ')
  return own.every(word => words.includes(word)) || (own.length > 1 && words.includes(own[0]!) && noun !== own[0])
}

/** The headline, alone in its block before the prose, is no lead. */
function isProse({ sentences, document: { text } }: Article, block: number): boolean {
  const own = sentences.filter(sentence => sentence.block === block)
  return own.length > 0 && /[.!?]["'”’]?\s*$/.test(text.slice(own[0]!.start, own[0]!.end))
}

const isSubject = ({ tree, head }: Candidate): boolean => {
  const token = tree.tokens[head]!
  return baseRelation(token) === 'nsubj' && token.head >= 0 && tree.tokens[token.head]!.deprel === 'root'
}

function mayBe(described: Candidate, chain: Chain): boolean {
  const { type, number, denotation, noun, text } = described
  if (type !== chain.type || /^(?:one|any|every|another|no) /i.test(text)) return false
  if (type === 'group') return denotation !== null && BODIES.has(denotation.denotes) && !/s$/.test(noun)
  if (number !== 'singular' || /^(?:spokesman|spokeswoman|spokesperson|official|source|judge|lawyer|court)$/.test(noun))
    return false
  return agreesInGender(described, chain)
}

/** "A man was jailed. Detective Lee said …": with a title of another kind, and speaking of what the lead tells, it is another. */
function isOfficial(subject: Candidate, chain: Chain, described: Candidate): boolean {
  const verb = subject.tree.tokens[subject.tree.tokens[subject.head]!.head]
  if (verb === undefined || !SPEECH.test(verb.lemma)) return false
  const leadToken = described.tree.tokens[described.head]!
  const leadVerb = leadToken.head >= 0 ? described.tree.tokens[leadToken.head]! : undefined
  if (leadVerb !== undefined && SPEECH.test(leadVerb.lemma) && isSubject(described)) return false
  return chain.roles.size > 0
}
