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
    'join leave help aid protect defend attack bomb invade annex'
  ).split(' '),
)

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
  return capitals.has(name) && acts(tokens, from, to) ? 'state' : 'place'
}

/** Whether the name is the subject of a verb that only governments go with. */
function acts(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from
  for (let steps = from; steps < to; steps++) {
    const { head } = tokens[at]!
    if (head < from || head >= to) break
    at = head
  }
  // "London and Paris said": the relation of the first holds for all
  while (tokens[at]!.deprel === 'conj' && tokens[at]!.head >= 0 && tokens[at]!.head < at) at = tokens[at]!.head
  const { deprel, head } = tokens[at]!
  if (deprel !== 'nsubj' || head < 0) return false
  return tokens[head]!.upos === 'VERB' && ACTS.has(tokens[head]!.lemma)
}
