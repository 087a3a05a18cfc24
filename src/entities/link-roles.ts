import type { Article, Token } from '../types.ts'
import { baseRelation, type Tree } from '../util/tree.ts'
import { isApposed } from './apposition.ts'
import type { Candidate, Chain } from './candidate.ts'
import type { Chains } from './chains.ts'
import { tokensWithin } from './find-name-candidates.ts'
import { qualifiersOf } from './find-nominals.ts'
import { phraseStart } from './noun-phrase.ts'
import type { EntityResources } from './resources.ts'

/** Forms of address are no roles. */
const HONORIFIC = /(?:^| )(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady)\.?$/i

/** A role ends after this many words. */
const LONGEST = 14

/**
 * Reads the titles and functions that stand with persons' names: before the name ("Russia's UN envoy Vitaly Churkin"),
 * beside it ("Monther Etaky, a resident of …"), behind "is", and under pull quotes. The description becomes a mention.
 */
export function linkRoles(
  article: Article,
  names: readonly Candidate[],
  nominals: readonly Candidate[],
  chains: Chains,
  resources: EntityResources,
): void {
  for (const name of names) {
    const chain = chains.of(name)
    if (chain?.type !== 'person') continue
    const span = tokensWithin(name.tree, name.start, name.end)
    if (span === null) continue
    const title = linkTitle(article, name, span[0], names, chain, chains, resources)
    for (const nominal of nominals) {
      if (nominal.tree !== name.tree || nominal.type !== 'person' || chains.of(nominal)) continue
      if (nominal.head === title) chains.join(chain, nominal)
      else if (beside(name, nominal, span) || standsBeside(nominal, span, chain)) {
        chains.join(chain, nominal)
        chain.roles.add(roleText(article, nominal.tree, nominal.head))
      }
    }
  }
  for (const nominal of nominals) {
    const chain =
      nominal.type === 'person' && chains.of(nominal) === undefined ? firstRole(nominal, nominals, chains) : undefined
    if (chain !== undefined) chains.join(chain, nominal)
  }
  for (const { name, role } of article.pullQuotes) {
    if (role === null) continue
    const bearer = names.find(candidate => candidate.start >= name[0] && candidate.end <= name[1])
    const chain = bearer && chains.of(bearer)
    if (chain?.type === 'person') chain.roles.add(article.document.text.slice(...role))
  }
}

/** Makes the words before a name whose last is a noun for persons a role; gives that noun's index. */
function linkTitle(
  article: Article,
  name: Candidate,
  first: number,
  names: readonly Candidate[],
  chain: Chain,
  chains: Chains,
  resources: EntityResources,
): number | null {
  const { tree } = name
  const last = titleBefore(tree, first, resources)
  if (last === null) return null
  const title = tree.tokens[last]!
  const start = nameAround(titleStart(tree, last), name, names)
  const text = article.document.text.slice(tree.tokens[start]!.start, tree.tokens[first - 1]!.end)
  const role = text.replace(HONORIFIC, '')
  if (role !== '') chain.roles.add(role)
  const noun = title.lemma.toLowerCase()
  const two = `${tree.tokens[last - 1]?.form.toLowerCase() ?? ''} ${noun}`
  chains.join(chain, {
    ...name,
    start: tree.tokens[start]!.start,
    end: tree.tokens[first - 1]!.end,
    kind: 'nominal',
    type: 'person',
    head: last,
    text,
    form: text.toLowerCase(),
    gender: resources.genders.get(noun) ?? name.gender,
    noun: resources.roleGroups.has(two) || resources.personNouns.has(two) ? two : noun,
    definite: false,
    qualifiers: qualifiersOf(tree, start, last, resources),
  })
  return last
}

/** What an office may be of or for; "Mr" begins another name. */
const isField = ({ upos, form }: Token): boolean => /^(?:NOUN|PROPN)$/.test(upos) && !HONORIFIC.test(form)

/** Offices whose field or house may stand between them and the name: "minister for women Ann Lee". */
const OFFICE =
  /^(?:ambassador|archbishop|bishop|chair|chairman|chairwoman|chief|commissioner|director|editor|founder|governor|head|leader|manager|mayor|minister|president|professor|secretary|vice-president)$/

/** The role noun before a name: right before it, or with its own phrase between ("Syrian Ambassador to the UN Bashar …"). */
function titleBefore({ tokens }: Tree, first: number, resources: EntityResources): number | null {
  for (let i = first - 1; i >= Math.max(0, first - LONGEST); i--) {
    const token = tokens[i]!
    // "minister for women"
    const isOfField = token.tag === 'NNS' && /^(?:for|of)$/.test(tokens[i - 1]?.form ?? '')
    if (/^(?:NOUN|PROPN|ADJ)$/.test(token.upos) && !isOfField && isRole(token.lemma.toLowerCase(), resources)) {
      if (i === first - 1 && HONORIFIC.test(token.form) && i > 0) {
        const before = tokens[i - 1]!
        return /^(?:NOUN|PROPN)$/.test(before.upos) && isRole(before.lemma.toLowerCase(), resources) ? i - 1 : null
      }
      if (i === first - 1) return i
      const isOffice = /^\p{Lu}/u.test(token.form) || (OFFICE.test(token.form) && isField(tokens[first - 1]!))
      if (isOffice && /^(?:to|of|for)$/.test(tokens[i + 1]!.form)) return i
    }
    const joined = /^(?:NOUN|PROPN|ADJ|ADP|DET|CCONJ)$/.test(token.upos) || /^(?:POS|HYPH)$/.test(token.tag)
    if (!joined || (i === first - 1 && /^(?:ADP|DET|CCONJ)$/.test(token.upos))) return null
  }
  return null
}

export const isRole = (lemma: string, { personNouns, roleGroups }: EntityResources): boolean =>
  personNouns.has(lemma) || roleGroups.has(lemma)

/** Walks left over what can belong to a title: nouns, adjectives, names, "of the", possessives, hyphens. */
function titleStart({ tokens }: Tree, last: number): number {
  let start = last
  while (start > 0 && last - start < LONGEST) {
    const before = tokens[start - 1]!
    const joined =
      /^(?:NOUN|PROPN|ADJ)$/.test(before.upos) ||
      before.tag === 'POS' ||
      before.tag === 'HYPH' ||
      /^(?:VBN|CD)$/.test(before.tag)
    if (!joined) break
    start--
  }
  while (start < last && /^(?:POS|HYPH|VBN|CD)$/.test(tokens[start]!.tag)) start++
  return start
}

/** A title does not begin within a name: "International Committee of the Red Cross spokeswoman". */
function nameAround(start: number, { tree, sentence }: Candidate, names: readonly Candidate[]): number {
  const at = tree.tokens[start]!.start
  const around = names.find(name => name.sentence === sentence && name.start < at && at < name.end)
  return around === undefined ? start : (tokensWithin(tree, around.start, around.end)?.[0] ?? start)
}

/** Apposition either way round, or a predicate noun. */
function beside(name: Candidate, { tree, head }: Candidate, [first, last]: [number, number]): boolean {
  const token = tree.tokens[head]!
  const within = (index: number) => first <= index && index <= last
  if (within(token.head)) return token.deprel === 'appos' || (token.deprel === 'list' && head > last)
  const own = tree.tokens[name.head]!
  if (own.head !== head) return false
  if (own.deprel === 'appos') return true
  if (/^(?:flat|nmod:desc|compound)$/.test(own.deprel)) return head < first
  return baseRelation(own) === 'nsubj' && tree.children[head]!.some(child => tree.tokens[child]!.deprel === 'cop')
}

/** "Ann Lee, vice president and [general manager] of Osgil": the person whose second role, without an article, it is. */
function firstRole(
  { tree, head, start, number }: Candidate,
  nominals: readonly Candidate[],
  chains: Chains,
): Chain | undefined {
  const token = tree.tokens[head]!
  if (token.deprel !== 'conj' || number !== 'singular') return undefined
  const first = tree.tokens.findIndex(each => each.start >= start)
  if (/^(?:DET|PRON|NUM)$/.test(tree.tokens[first]!.upos) || tree.tokens[first - 1]?.form !== 'and') return undefined
  const other = nominals.find(
    nominal => nominal.tree === tree && (nominal.head === token.head || nominal.head === first - 2),
  )
  const chain = other && chains.of(other)
  return chain?.type === 'person' ? chain : undefined
}

/** Apposition by commas alone, of one who may be of that gender. */
function standsBeside(
  { tree, start, head, gender, number, type }: Candidate,
  span: [number, number],
  chain: Chain,
): boolean {
  if (type !== 'person' || number !== 'singular') return false
  if (gender !== null && chain.candidates.some(other => other.gender !== null && other.gender !== gender)) return false
  const first = tree.tokens.findIndex(token => token.start >= start)
  return isApposed(tree, first, head, span)
}

/** A description's words without its article, up to the first clause or comma. */
export function roleText({ document: { text } }: Article, tree: Tree, head: number): string {
  let start = phraseStart(tree, head)
  while (start < head && /^(?:DET|PRON)$/.test(tree.tokens[start]!.upos)) start++
  let end = head
  while (end < tree.last[head]! && end - start < LONGEST) {
    const next = tree.tokens[end + 1]!
    if ((next.upos === 'PUNCT' && next.tag !== 'HYPH') || /^(?:VERB|AUX|SCONJ)$/.test(next.upos) || /^W/.test(next.tag))
      break
    end++
  }
  while (end > head && /^(?:ADP|CCONJ|DET|PART)$/.test(tree.tokens[end]!.upos)) end--
  return text.slice(tree.tokens[start]!.start, tree.tokens[end]!.end)
}
