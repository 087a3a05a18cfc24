import type { Candidate, Chain } from './candidate.ts'
import { tailOf, withoutTime, wordsOf } from './description-tail.ts'
import { GOVERNMENT } from './find-nominals.ts'
import { isCode } from './qualifiers.ts'
import type { EntityResources } from './resources.ts'

/** Events of which every story has another, so that the bare word does not tell which. */
const ANY_EVENT = new Set(['agreement', 'talks', 'crisis', 'protest'])

/** Collectives and events that a story has one of: the bare word says which ("the rebels", "the ceasefire"). */
export const isOneInStory = ({ denotation, noun, definite }: Candidate): boolean =>
  denotation?.shared === true && !ANY_EVENT.has(denotation.denotes) && (definite || noun !== 'observer')

/** Times say when, not which. */
export const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|tonight|day|week|weekend|month|year|season|night|morning|afternoon|evening|hour|minute)s?$/i

/** Adjectives that say of what kind a thing is ("medical experts") end so; the others that do say how it is. */
const OF_KIND = /(?:al|ic|ary|ar|foreign|civil|public)$/
const NOT_OF_KIND =
  /^(?:real|several|usual|special|actual|final|initial|original|crucial|similar|particular|serious|typical|popular|total|potential|critical|substantial|dramatic|fantastic|enthusiastic|individual|additional|eventual|annual|historic|controversial|normal|traditional|sceptical|skeptical|cynical|loyal|equal|general|regular|partial|huge|unusual|ordinary|extraordinary|preliminary|temporary|necessary|realistic|optimistic|pessimistic|key|mutual|natural|ideal|vital|logical|successful|exceptional|emotional|tactical|spectacular|familiar|singular|casual|formal|informal|mental|moral|rival|oral|basic|classic|epic|tragic|heroic|legendary|fanatic|drastic|terrific|immediate|occasional|personal)$/

/** Crowds of everyday life and trade: a kind alone ("music fans", "insurance companies") makes no actor of them. */
const EVERYBODY = new Set([
  'band',
  'bank',
  'company',
  'consumers',
  'experts',
  'families',
  'fans',
  'investors',
  'people',
  'players',
  'prisoners',
  'school',
  'students',
  'suspects',
  'team',
  'victims',
])

/** Whom the lexicon of bodies lacks: "fee payers", "virus writers", "book readers", who do this or that; leaders lead somebody. */
const isOfTrade = ({ denotation, noun }: Candidate): boolean =>
  denotation?.denotes === `${noun}s` &&
  /(?:er|or|ist)$/.test(noun) &&
  !/^(?:commander|leader|minister|officer|organi[sz]er|director|fighter|soldier)$/.test(noun)

/** Who is for or against somebody may be anybody. */
const ANYBODY = /^(?:opponent|critic|rival|detractor|admirer|sceptic|skeptic|enemy|backer|follower|peer|counterpart)s?$/

/** A phrase behind a noun: most descriptions have none. */
const BEHIND = / (?:of|for|in|on|at|against|with|between|over|from|to|among|into) /

/**
 * Whether a description says which one or, of several, of what kind they are: by a country, a name, an owner, a noun of kind
 * ("security firms") or a phrase behind it. "The new deal" and "many people" do not.
 */
export function isDefined(candidate: Candidate, text: string): boolean {
  const { tree, head, start, qualifiers, type, number, denotation, definite } = candidate
  if (/^(?:no|any|only|every|each|which|whichever|more|fewer|enough|different) /i.test(text)) return false
  if (qualifiers.some(qualifier => qualifier !== GOVERNMENT && !TIME.test(qualifier))) return true
  if (
    BEHIND.test(text) &&
    /\p{L} (?:of|for|in|on|at|against|with|between|over|from|to|among|into) .*\p{Lu}\p{L}/u.test(withoutTime(text))
  )
    return true
  const everybody =
    denotation !== null &&
    !definite &&
    (EVERYBODY.has(denotation.denotes) || isOfTrade(candidate) || candidate.noun.endsWith('political party'))
  const kinds =
    (number === 'plural' && type === 'group' && !everybody) ||
    (number === 'plural' && /^(?:talk|negotiation|discussion)s?$/.test(tree.tokens[head]!.lemma))
  for (let i = head - 1; i >= 0 && tree.tokens[i]!.start >= start; i--) {
    const { form, upos, deprel, tag } = tree.tokens[i]!
    if (TIME.test(form) || tree.tokens[i + 1]!.tag === 'HYPH' || tree.tokens[i]!.tag === 'HYPH') continue
    // A capital tells nothing behind a quotation mark.
    const opens = i === 0 || !/[\p{L}\p{N}]/u.test(tree.tokens[i - 1]!.form)
    if (upos === 'PROPN' || (/^\p{Lu}\p{L}/u.test(form) && !opens)) return true
    // "The miners' strike" says whose; of "the company's board" nobody knows which company.
    if (deprel === 'nmod:poss' && upos === 'NOUN') return /S$/.test(tag)
    if (!kinds) continue
    if (upos === 'NOUN') return true
    if (upos === 'ADJ' && OF_KIND.test(form) && !NOT_OF_KIND.test(form)) return true
  }
  return false
}

/** What an article tells of: the classes of its descriptions, which say how its other words are meant. */
export type Story = ReadonlySet<string>

export const storyOf = (chains: readonly Chain[]): Story => {
  const story = new Set<string>()
  for (const { candidates } of chains)
    for (const { denotation, noun } of candidates)
      if (denotation !== null && !/^crowds?$/.test(noun)) story.add(denotation.denotes)
  return story
}

const FIGHTING = [
  'army',
  'air force',
  'navy',
  'rebels',
  'militia',
  'civilians',
  'attack',
  'truce',
  'refugees',
  'hostages',
]
const GAMES = ['match', 'tournament']
/** Words of war that sport, business and politics use of their own quarrels. */
const OF_WAR =
  /(?:^| )(?:advance|assault|battle|blockade|capture|combat|conflict|exodus|fight|fighting|offensive|onslaught|operation|pull-?out|rebellion|retreat|revolution|siege|uprising|war|withdrawal)$/
/** A story of war, or a place where it is waged: "the war in Osgil", "the Osgilian conflict". */
const isOfWar = ({ denotation, qualifiers, tree, head }: Candidate, story: Story): boolean =>
  FIGHTING.some(
    denotes =>
      denotes !== denotation?.denotes &&
      story.has(denotes) &&
      // Teams attack too.
      (denotes !== 'attack' || !GAMES.some(game => story.has(game))),
  ) ||
  qualifiers.some(isCode) ||
  // Whatever the parser hangs it on.
  /^ in (?:the )?(?:\p{Ll}+ )?\p{Lu}\p{L}/u.test(wordsOf(tree, head, Math.min(head + 4, tree.tokens.length - 1)))

const HARM = [...FIGHTING, 'police', 'suspects', 'victims', 'medics', 'rescuers', 'court']
/** What is attacked with words alone. */
const ABSTRACT =
  /^(?:budget|claims?|cost|credibility|handling|ideas?|leadership|plans?|polic(?:y|ies)|proposals?|record|reputation|spending|system|taxes)$/
/** "an attack on the government's plans": with words, where nobody tells of harm. */
const isOfWords = ({ tree: { tokens }, head, noun }: Candidate, story: Story): boolean =>
  /(?:^| )attack$/.test(noun) &&
  !/\b(?:acid|air|arson|bomb|bombing|chemical|cyber|drone|gas|grenade|gun|knife|missile|mortar|nerve|poison|rocket|suicide|terror|terrorist)\b/.test(
    noun,
  ) &&
  tokens[head + 1]?.form === 'on' &&
  (ABSTRACT.test(tokens[head + 2]?.form ?? '') ||
    ABSTRACT.test(tokens[head + 3]?.form ?? '') ||
    !HARM.some(denotes => denotes !== 'attack' && story.has(denotes)))

/** "a Test match": one of many such. */
const isAnyMatch = ({ denotation, text }: Candidate, whole: string): boolean =>
  denotation?.denotes === 'match' &&
  /^(?:an?|each|every|any) /i.test(text) &&
  !/ (?:with|against|between|at|in) /.test(whole)

const LABOUR = ['union', 'workers', 'protesters', 'activists', 'teachers', 'students', 'farmers']
/** A footballer's strike, a tennis player's rally, a manager's regime. */
const isOfSport = ({ noun }: Candidate, story: Story): boolean =>
  /(?:^|[ -])(?:strike|rally|regime)$/.test(noun) &&
  GAMES.some(denotes => story.has(denotes)) &&
  !LABOUR.some(denotes => story.has(denotes))

/** "a charity", "one rebel group": of a kind of which the story has others. */
const isOneOfMany = ({ text, number, type }: Candidate): boolean =>
  type === 'group' && number !== 'plural' && /^(?:an?|one|another|any|each|every|no) /i.test(text)

/** A body of onlookers, unless they protest. */
const isAudience = ({ noun }: Candidate, story: Story): boolean => /^crowds?$/.test(noun) && !story.has('protest')

/** Quarrels that are fought with words, money or votes. */
const FIGURE =
  /\b(?:boardroom|commercial|constant|custody|diplomatic|electoral|endless|ideological|personal|political|price|promotion|ratings|relegation|title|uphill|verbal|running)\b.* (?:assault|battle|fight|offensive|retreat|war)$/

/** Elections that are wished for or held anywhere. */
const ANY_ELECTION =
  /^(?:(?:free|fair|free and fair|democratic|open|multi-?party|new|fresh|early|snap) )*(?:elections|ballots|votes)$|\b(?:potential|possible|hypothetical|mock) (?:\p{L}+ )?elections?$|\b(?:two|three|four|five|six|\d|past|previous|several|successive) (?:\p{L}+ )?elections$/iu

/** "Local authorities must act": those of no place. */
const ANY_AUTHORITY =
  /^(?:some |many |most |other )?(?:local|regional|municipal|state|provincial) (?:authorities|authority|councils?|government)$/i

/** "a flood of calls", "a storm of protest": so much of it. */
const isMuchOf = ({ tree: { tokens }, head, denotation, noun }: Candidate): boolean =>
  (denotation?.denotes === 'disaster' || /(?:^| )(?:bout|round)$/.test(noun)) && tokens[head + 1]?.form === 'of'

/** More nouns that newspapers call somebody by whom they have named, or who is known by name. */
const KNOWN_BY_NAME =
  /(?:^|[ -])(?:boss|captain|champion|coach|flanker|footballer|full-?back|fly-?half|goalkeeper|hooker|keeper|manager|medallist|number eight|prop|scrum-?half|skipper|tycoon)$/

/** Whom a headline describes, or a new description of somebody who has a name: who it is was not found. */
const isKnownByName = ({ type, text, noun, sentence }: Candidate, { epithets }: EntityResources): boolean =>
  type === 'person' &&
  ((/^the /i.test(text) && (epithets.has(noun) || KNOWN_BY_NAME.test(noun))) ||
    (sentence === 0 && !/^(?:the|an?|one|two|\p{Lu}\S*['’]s?) /iu.test(text)))

/** "the Osgil-based firm" that was not found to be one with a name. */
const isKnownBody = ({ type, text, number, denotation, noun }: Candidate, candidates: readonly Candidate[]): boolean =>
  type === 'group' &&
  number !== 'plural' &&
  denotation !== null &&
  (/^(?:company|bank|band)$/.test(denotation.denotes) || /(?:^| )(?:charity|club)$/.test(noun)) &&
  /^the |^\p{Lu}[\p{L} ]*-(?:based|born) /iu.test(text) &&
  candidates.every(other => other.kind !== 'name' && !/^(?:an?|one) /i.test(other.text))

/** Whether no wording of an unnamed chain says which one it is ("analysts", "a spokesman", "the new deal"). */
export function isVague({ type, candidates }: Chain, resources: EntityResources, story: Story): boolean {
  if (type === 'place' || type === 'state') return false
  return candidates.every(candidate => {
    if (candidate.kind === 'name') return false
    if (candidate.kind === 'pronoun' || SURGERY.test(candidate.text)) return true
    const text = `${candidate.text}${isOneInStory(candidate) ? '' : tailOf(candidate)}`
    if (OF_WAR.test(candidate.noun) && !isOfWar(candidate, story)) return true
    if (isOfWords(candidate, story) || isAnyMatch(candidate, text)) return true
    if (FIGURE.test(candidate.noun) || ANY_ELECTION.test(candidate.text)) return true
    if (ANY_AUTHORITY.test(candidate.text)) return true
    if (isOfSport(candidate, story) || isMuchOf(candidate) || isAudience(candidate, story)) return true
    if (ANYBODY.test(candidate.noun)) return true
    if (isKnownByName(candidate, resources) || isKnownBody(candidate, candidates)) return true
    if (isOneInStory(candidate) && !areSeveralEvents(candidate) && !isOneOfMany(candidate)) return false
    if (isBodyOfStory(candidate)) return false
    // "The prime minister" is one, though not by name.
    if (type === 'person' && candidate.definite && resources.roleGroups.has(candidate.noun) && isOffice(candidate.noun))
      return false
    return (
      areSeveralEvents(candidate) ||
      OWN_GAME.test(candidate.text) ||
      SURGERY.test(candidate.text) ||
      !isDefined(candidate, text)
    )
  })
}

/** Of these each is an event of its own: several are no one event ("French film festivals", "games in France"). */
const SINGLE =
  /^(?:agreement|accord|compromise|contract|deal|memorandum|settlement|treaty|pact|match|game|race|fixture|tie|bout|festival|tournament|ceremony|exhibition|meeting|conference|debate|briefing|session|summit|takeover|acquisition|merger|buy-?out|bid|trial|lawsuit|inquest|appeal|inquiry|enquiry|investigation|probe|tour|trip|visit|wedding|funeral|launch|campaign|accident|crash|bill|directive|resolution|ruling|verdict|battle|fight|conflict|dispute|row|feud|victory)$/

/** "her postponed operation": a patient's, not an army's. */
const SURGERY = /^(?:his|her|my|your) (?:\p{L}+ )*operation\b/iu

/** How somebody plays, or one of the many games that he plays: "Oruz's game fell to pieces". */
const OWN_GAME = /['’]s? (?:game|match|race)$/

const areSeveralEvents = ({ type, number, noun }: Candidate): boolean =>
  type === 'event' && number === 'plural' && SINGLE.test(noun.split(' ').at(-1)!)

/** "The court", "MPs": bodies of which a story has one, though the next story has another. */
const isBodyOfStory = ({ denotation, definite, number, text, noun }: Candidate): boolean =>
  denotation !== null &&
  ((denotation.denotes === 'court' && definite && number !== 'plural') ||
    (denotation.denotes === 'legislators' && number === 'plural') ||
    (/^(?:cabinet|ministry)$/.test(denotation.denotes) &&
      definite &&
      number !== 'plural' &&
      !/department$/.test(noun))) &&
  !/^(?:many|some|several|any|few|other) /i.test(text)

/** Offices that a country has one of. */
export const isOffice = (noun: string): boolean =>
  /^(?:president|prime minister|premier|chancellor|taoiseach|king|queen|pope|monarch|home secretary|foreign secretary|secretary-general|secretary general|attorney general)$/.test(
    noun,
  )
