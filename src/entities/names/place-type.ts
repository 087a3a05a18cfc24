/** Tells states from other places: by the list of countries, and capitals by what they do ("Moscow claimed"). */

import type { OpenData, Sentence, Token } from '../../types.ts'
import type { CountryRow } from '../../util/country-lexicon.ts'
import { readJsonData } from '../../util/read-json-data.ts'
import { plainForm } from './gazetteer.ts'

export interface PlaceLists {
  readonly states: ReadonlySet<string>
  readonly capitals: ReadonlySet<string>
  /** "syrian", "north korean". */
  readonly adjectives: ReadonlySet<string>
}

const STATEHOOD: ReadonlySet<string> = new Set(['sovereign', 'unrecognised', 'former', 'constituent'])

/** What governments do and towns do not. */
const ACTS: ReadonlySet<string> = new Set(
  (
    'say tell claim announce deny accuse blame condemn demand warn threaten promise pledge vow urge insist argue hint ' +
    'suggest propose offer agree refuse reject oppose back support welcome praise criticise criticize denounce call ' +
    'want seek hope fear believe think see view regard consider decide plan intend try expel summon recall sanction ' +
    'impose lift ban recognise recognize sign ratify withdraw negotiate broker mediate retaliate respond react reply ' +
    'send deploy supply arm fund finance provide approve order request ask appeal acknowledge admit confirm declare ' +
    'describe dismiss express voice signal stress add note maintain assert allege concede complain protest veto vote ' +
    'join leave help aid protect defend attack bomb invade annex choose comply abide breach violate renounce suspend ' +
    'sever dispute object intervene retreat relent cooperate tolerate brand'
  ).split(' '),
)

/** What governments may, must or would do; without such an auxiliary verb it is as often said of towns. */
const MOVES: ReadonlySet<string> = new Set(
  'allow build buy continue export give halt install keep make pay produce resume sell stop supply take use'.split(' '),
)

const ASKING = /^(?:ask|demand|insist|propose|recommend|request|urge)$/

/** What is done to governments and not to towns. */
const ADDRESSES: ReadonlySet<string> = new Set(
  (
    'accuse blame urge condemn criticise criticize denounce press pressure persuade anger infuriate sanction punish ' +
    'provoke reassure assure embarrass lobby implore'
  ).split(' '),
)

/** What one has with a government: "relations with Washington", "a pact between Paris and London". */
const TIES: ReadonlySet<string> = new Set(
  (
    'relation relationship tie partnership alliance deal agreement accord treaty pact cooperation talk negotiation ' +
    'tension confrontation dialogue dispute standoff truce rapprochement rift feud war conflict coordination'
  ).split(' '),
)

/** What comes from a government. */
const GIVEN: ReadonlySet<string> = new Set(
  'support backing pressure criticism approval condemnation independence threat protest objection'.split(' '),
)

/** What is put on a government. */
const IMPOSED: ReadonlySet<string> = new Set('pressure sanction'.split(' '))

/** What only governments have: "Tehran's ambassador". */
const OWNED: ReadonlySet<string> = new Set(
  (
    'ambassador envoy ally claim ambition stance policy aggression refusal insistence willingness readiness reluctance ' +
    'intention commitment sovereignty foe adversary interference meddling'
  ).split(' '),
)

/** Who stays with a government: "recalled its ambassador from Quito". */
const ENVOYS: ReadonlySet<string> = new Set('ambassador envoy'.split(' '))

const AFTER: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['with', TIES],
  ['between', TIES],
  ['from', new Set([...GIVEN, ...ENVOYS])],
  ['to', ENVOYS],
  ['on', IMPOSED],
  ['against', IMPOSED],
])

export function loadPlaceLists(open: OpenData): PlaceLists {
  const rows = readJsonData<CountryRow[]>(open, 'lexicon/countries.json')
  return {
    states: new Set(
      rows
        .filter(row => STATEHOOD.has(row.status))
        .flatMap(row => [row.name, row.official, ...row.aliases])
        .map(plainForm),
    ),
    capitals: new Set(rows.flatMap(row => row.capitals).map(plainForm)),
    adjectives: new Set(rows.flatMap(row => row.adjectives).map(plainForm)),
  }
}

/** `state` or `place` for the tokens from `from` to `to` of a sentence. */
export function placeType(
  { tokens }: Sentence,
  from: number,
  to: number,
  { states, capitals }: PlaceLists,
): 'state' | 'place' {
  const name = plainForm(
    tokens
      .slice(from, to)
      .map(token => token.form)
      .join(' '),
  )
    .replace(/^the /, '')
    .replace(/ +/g, ' ')
  if (states.has(name)) return 'state'
  return capitals.has(name) && standsForState(tokens, from, to) ? 'state' : 'place'
}

/** Whether the name does or has what only governments do or have, or something is done to it that is done to governments. */
function standsForState(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from
  for (let steps = from; steps < to; steps++) {
    const { head } = tokens[at]!
    if (head < from || head >= to) break
    at = head
  }
  // "London and Paris said": the relation of the first holds for all
  while (tokens[at]!.deprel === 'conj' && tokens[at]!.head >= 0 && tokens[at]!.head < at) at = tokens[at]!.head
  const { deprel, head } = tokens[at]!
  if (head < 0) return false
  const governor = tokens[head]!
  if (deprel === 'nsubj' || deprel === 'obl:agent') {
    if (governor.upos !== 'VERB') return false
    // "demanded that Washington halt the war"
    const asked = governor.deprel === 'ccomp' && ASKING.test(tokens[governor.head]?.lemma ?? '')
    return ACTS.has(governor.lemma) || (MOVES.has(governor.lemma) && (asked || hasModal(tokens, at, head)))
  }
  if (deprel === 'obj') return governor.upos === 'VERB' && ADDRESSES.has(governor.lemma)
  if (deprel === 'nmod:poss') return OWNED.has(governor.lemma)
  return deprel !== 'root' && followsTie(tokens, at)
}

function hasModal(tokens: readonly Token[], subject: number, verb: number): boolean {
  for (let i = subject + 1; i < verb; i++) if (tokens[i]!.head === verb && tokens[i]!.tag === 'MD') return true
  return false
}

/** "relations with Moscow": whatever the parser hangs the phrase on, the word before it tells. */
function followsTie(tokens: readonly Token[], at: number): boolean {
  let preposition = at - 1
  while (preposition > 0 && /^\p{Lu}/u.test(tokens[preposition]!.form)) preposition--
  const nouns = AFTER.get(tokens[preposition]?.form ?? '')
  const before = tokens[preposition - 1]
  if (before?.lemma === 'call' && tokens[preposition]!.form === 'on') return before.upos === 'VERB'
  return nouns !== undefined && before?.upos === 'NOUN' && nouns.has(before.lemma)
}
