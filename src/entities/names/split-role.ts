/** Parts what the tagger takes for one name: whose role, the role, and who holds it ("US Ambassador Samantha Power"). */

import type { Token } from '../../types.ts'
import { plainForm } from './gazetteer.ts'
import type { PlaceLists } from './place-type.ts'

/** Words that are roles by themselves. */
const ROLE =
  /^(?:president|premier|chancellor|minister|ambassador|envoy|secretary|secretary-general|senator|congressman|congresswoman|king|queen|prince|princess|emir|sultan|pope|spokesman|spokeswoman|spokesperson|representative|commissioner|coordinator|governor|mayor|negotiator|mediator|diplomat|lawmaker)$/i
/** Words that only belong to a role beside one of these. */
const ROLE_PART =
  /^(?:vice|deputy|prime|foreign|defen[cs]e|interior|finance|trade|justice|health|special|chief|press|first|former|acting|under|assistant|general|of|state|-|for|the|affairs|permanent|crown|high)$/i
const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{Lu}\.){2,5})$/u
const LONGEST_OWNER = 3

export interface RoleSplit {
  /** Tokens that name the state or group, with what they are; null for adjectives ("Turkish"). */
  readonly owner: { readonly from: number; readonly to: number; readonly type: 'state' | 'group' } | null
  /** Tokens of the person's name; null where nobody is named. */
  readonly person: { readonly from: number; readonly to: number } | null
}

/** Null where the tokens are not of the form owner + role (+ person). */
export function splitRole(
  tokens: readonly Token[],
  from: number,
  to: number,
  { states, adjectives }: PlaceLists,
): RoleSplit | null {
  for (let owned = Math.min(from + LONGEST_OWNER, to - 1); owned > from; owned--) {
    const words = tokens.slice(from, owned).map(token => token.form)
    const name = plainForm(words.join(' ')).replace(/ +/g, ' ')
    const type = states.has(name) ? 'state' : words.length === 1 && ACRONYM.test(words[0]!) ? 'group' : null
    if (!type && !adjectives.has(name)) continue
    let end = owned
    let roles = 0
    while (end < to && (ROLE.test(tokens[end]!.form) || ROLE_PART.test(tokens[end]!.form))) {
      if (ROLE.test(tokens[end]!.form)) roles++
      end++
    }
    if (roles === 0) continue
    return {
      owner: type && { from, to: owned, type },
      person: end < to ? { from: end, to } : null,
    }
  }
  return null
}

/** Shortest name that is taken for a role with its holder. */
const SHORTEST_ROLE = 4

/** The person at the end of a long role ("Emergency Relief Coordinator Stephen O'Brien"), where one is named. */
export function holderOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  isGivenName: (form: string) => boolean,
): { from: number; to: number } | null {
  if (to - from < SHORTEST_ROLE) return null
  for (const start of [to - 2, to - 3]) {
    if (start > from && ROLE.test(tokens[start - 1]!.form) && isGivenName(tokens[start]!.form)) {
      return { from: start, to }
    }
  }
  return null
}

const OFFICE_WITH_FIELD = /^(?:secretary|undersecretary|minister)$/i
const FIELD =
  /^(?:state|defen[cs]e|justice|finance|health|education|labou?r|commerce|energy|agriculture|transport|transportation|interior|treasury)$/i

/**
 * Where the name begins that a tagger reads together with the field of an office: "Secretary of [State Colin Powell]". Its
 * first token where no such field opens it.
 */
export function behindField(tokens: readonly Token[], from: number, to: number): number {
  if (to - from < 2 || !isFieldOfOffice(tokens, from)) return from
  let name = from + 1
  // "Secretary of State for Defence Ana Duarte"
  if (tokens[name]!.form === 'for') while (name < to - 1 && /^(?:for|the)$|^affairs$/i.test(tokens[name]!.form)) name++
  while (name < to - 1 && FIELD.test(tokens[name]!.form)) name++
  return name
}

/** Whether a token is the "State" of "Secretary of State". */
export const isFieldOfOffice = (tokens: readonly Token[], index: number): boolean =>
  FIELD.test(tokens[index]?.form ?? '') &&
  tokens[index - 1]?.form.toLowerCase() === 'of' &&
  OFFICE_WITH_FIELD.test(tokens[index - 2]?.form ?? '')
