import type { Candidate, Chain } from './candidate.ts'
import { mostSalient } from './chains.ts'
import { isCode, qualifiersOf, sameCountry, sameTellingWords } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'
import { mayBeSameEvent, partiesAmong } from './same-event.ts'

/** What every country has one of, so that the bare word means the one of the country spoken of. */
const OF_STATES = new Set(['army', 'air force', 'navy', 'police', 'government', 'cabinet', 'parliament'])

/** Events of which the plural means others. */
const OF_ONE_NUMBER = new Set(['agreement', 'crisis', 'protest', 'strike'])

const TO_END_WARS = new Set(['agreement', 'talks'])
const isAtWar = (chains: readonly Chain[]): boolean =>
  chains.some(({ candidates }) =>
    candidates.some(
      ({ denotation }) => denotation !== null && /^(?:truce|battle|war|rebels)$/.test(denotation.denotes),
    ),
  )

/**
 * The chain that denotes the same collective or event. One of the same country comes before one without, and a bare "the
 * army" goes to the army of the country that the article speaks of most, never to another country's beside it.
 */
export function collectiveFor(
  nominal: Candidate,
  chains: readonly Chain[],
  home: string | null,
  resources: EntityResources,
): Chain | null {
  const { denotes } = nominal.denotation!
  const codes = nominal.qualifiers.filter(isCode)
  const bare = codes.length === 0 && OF_STATES.has(denotes)
  if (bare && isNewForce(nominal)) return null
  const parties = partiesAmong(chains)
  // In a war an agreement and talks are those that are to end it.
  const apart = nominal.type === 'event' && !(TO_END_WARS.has(denotes) && isAtWar(chains))
  const fitting = chains.filter(
    chain =>
      chain.type === nominal.type &&
      chain.candidates.some(({ denotation }) => denotation?.shared && denotation.denotes === denotes) &&
      sameCountry(qualifiersOf(chain), nominal.qualifiers) &&
      sameTellingWords(chain, nominal) &&
      // "Contracts" are others than the deal that the article is about.
      (!OF_ONE_NUMBER.has(denotes) || chain.candidates.some(({ number }) => number === nominal.number)) &&
      (!apart || mayBeSameEvent(chain, nominal, parties, resources)) &&
      (!OF_STATES.has(denotes) || isOfSameTerm(chain, nominal)),
  )
  const wanted = bare && home !== null ? [home] : codes
  const own = wanted.length > 0 ? fitting.filter(chain => codesOf(chain).some(code => wanted.includes(code))) : []
  if (own.length > 0) return mostSalient(own, nominal) ?? own[0]!
  const unqualified = fitting.filter(chain => qualifiersOf(chain).length === 0)
  // "The rebels" are those called so before rather than the Houthi fighters beside them.
  const plain = nominal.qualifiers.length === 0 && unqualified.length > 0
  const pool = plain
    ? unqualified
    : bare && home !== null
      ? fitting.filter(chain => codesOf(chain).length === 0)
      : fitting
  return mostSalient(pool, nominal) ?? pool[0] ?? null
}

/** Which government it is, other than the one in office: the next one, a local one, any responsible one. */
const TERM =
  /\b(?:alternative|city|county|district|former|future|last|local|municipal|next|outgoing|previous|provincial|regional|shadow|state|successive|then)\b/i
const ANY = /^(?:an?|any|another|each|every|no|one|successive) /i

/** The last government is not the government, nor is a local one; any government is none in particular. */
function isOfSameTerm({ candidates }: Chain, { text, noun }: Candidate): boolean {
  // "The Lind administration" is the administration, but the government that of today.
  const isHis = ({ qualifiers }: Candidate) => qualifiers.length > 0 && !qualifiers.some(isCode)
  const onlyHis = candidates.some(isHis) && candidates.every(other => /(?:administration|regime)$/.test(other.noun))
  if (onlyHis && /government$/.test(noun)) return false
  if (/\b(?:new|interim|transitional) /i.test(text) && candidates.every(({ noun }) => /(?:regime|junta)$/.test(noun)))
    return false
  const own = TERM.exec(text)?.[0].toLowerCase()
  const terms = candidates.map(candidate => TERM.exec(candidate.text)?.[0].toLowerCase())
  if (own !== undefined) return terms.includes(own)
  if (ANY.test(text)) return candidates.some(candidate => candidate.text === text)
  return (
    terms.includes(undefined) && candidates.some((candidate, i) => terms[i] === undefined && !ANY.test(candidate.text))
  )
}

const codesOf = (chain: Chain): string[] => qualifiersOf(chain).filter(isCode)

/** "the forces that backed the plot", "forces from other countries": what follows says which, and so brings others. */
const isNewForce = ({ tree, head, noun }: Candidate): boolean =>
  /(?:forces?|troops?|soldiers?)$/.test(noun) &&
  (tree.tokens[head + 1]?.form === 'from' ||
    (/forces?$/.test(noun) &&
      tree.children[head]!.some(child => child > head && tree.tokens[child]!.deprel === 'acl:relcl')))
