import type { Candidate } from './candidate.ts'

/** Who plays for a team and for nothing else, as the words right behind its name have it: "Osgil striker Ian Orme". */
const PLAYER =
  /^(?:['’]s?)? (?:(?:former|new|young|veteran|star|skipper|caretaker|first-team|reserve) )?(?:(?:attacking|central|defensive|holding) )?(?:back-row|centre-back|centre-half|defender|fly-half|full-?back|goalkeeper|keeper|left-back|left-winger|linebacker|midfielder|number eight|prop|quarterback|right-back|right-winger|scrum-half|scrum half|fly half|shortstop|skipper|striker|striking|team-?mates?|winger)\b/
/** Who leads a team, and much else beside ("the Osgil coach crash"): only before a name, or as the end of the phrase. */
const LEADER = /^(?:['’]s)? (?:assistant |head |first-team )?(?:boss|captain|coach|manager)(?=[,.]| \p{Lu})/u
/** "Osgil 2-1 Porto", "Osgil v Porto" */
const SCORE = String.raw` (?:\d{1,2}(?: ?\(\d+\))?[-–]\d{1,2}(?: ?\(\d+\))?|vs?\.?) `
const SCORE_BEHIND = new RegExp(String.raw`^${SCORE}(?:The )?\p{Lu}\p{Ll}`, 'u')
const SCORE_BEFORE = new RegExp(String.raw`\p{L}\.?${SCORE}$`, 'u')
/** "a 2-1 win over Osgil", "the cup tie against Osgil" */
const RESULT =
  /\b(?:\d{1,2}[-–]\d{1,2}(?: [\p{Ll}-]+)? (?:defeat|draw|loss|stalemate|victory|win) (?:against|by|over|to|with)|(?:[Cc]up|league|home|away|round|-final) (?:clash|draw|game|match|tie) (?:against|with)) $/u
/** Where a team's town is meant, also in sport: "the final in Osgil". */
const LOCATIVE = /\b(?:around|in|near|outside) $/
/** What may come before the subject of a clause: in "flights to east Osgil have", the town is none. */
const OPENS = /^(?:["“‘'.:;!?–—]+|but|champions|leaders|holders|rivals|neighbours)$/i
const WIDTH = 40
/** "M Orme (Osgil), I Dee (Porto)": squads name the club behind each player. */
const OF_PLAYER = /(?:^|[\s,;:])\p{Lu}{1,2} (?:[\p{Ll}'’]{1,3} )?\p{Lu}[\p{L}'’-]+ \($/u
/** A squad has at least so many. */
const SQUAD = 4

/**
 * Types names of towns, and lone names that were taken for persons, as groups where the article speaks of teams (or bands) so
 * called: by a player or coach, a result, or a verb in the plural ("Osgil have signed"). One such place holds for the article.
 */
export function typeTeams(text: string, candidates: readonly Candidate[]): Candidate[] {
  const teams = new Set<string>()
  const persons = new Set<string>()
  for (const candidate of candidates) {
    const { form, type } = candidate
    if (type === 'person' && form.includes(' ')) for (const part of form.split(' ')) persons.add(part)
    if (isOpen(candidate) && !teams.has(form) && isTeamHere(text, candidate)) teams.add(form)
  }
  const clubs = candidates.filter(
    ({ start, end }) => text[end] === ')' && OF_PLAYER.test(text.slice(Math.max(0, start - WIDTH), start)),
  )
  if (clubs.length >= SQUAD) for (const club of clubs) if (isOpen(club)) teams.add(club.form)
  return candidates.map(candidate => {
    const { form, type, start } = candidate
    if (!teams.has(form) || !isOpen(candidate)) return candidate
    if (type === 'person' && persons.has(form)) return candidate
    if (LOCATIVE.test(text.slice(Math.max(0, start - 10), start))) return candidate
    return { ...candidate, type: 'group' as const, number: null, gender: 'neuter' as const }
  })
}

const isOpen = ({ type, form }: Candidate): boolean => type === 'place' || (type === 'person' && !form.includes(' '))

function isTeamHere(text: string, candidate: Candidate): boolean {
  const { start, end, type } = candidate
  const behind = text.slice(end, end + WIDTH)
  if (PLAYER.test(behind) || LEADER.test(behind) || takesPlural(candidate)) return true
  if (type === 'person') return false
  const before = text.slice(Math.max(0, start - WIDTH), start)
  return SCORE_BEHIND.test(behind) || SCORE_BEFORE.test(before) || RESULT.test(before)
}

/** One name, in the singular, with a verb in the plural: "Osgil are third". Towns and persons go with the singular. */
function takesPlural({ tree: { tokens, children }, head, form, start, type }: Candidate): boolean {
  const name = tokens[head]!
  if (!/^nsubj/.test(name.deprel) || name.head <= head || (type === 'place' && form.endsWith('s'))) return false
  // "Osgil and Porto have", "the people of Osgil have"
  if (children[head]!.some(child => /^(?:conj|cc|det|case|appos|nmod|list)/.test(tokens[child]!.deprel))) return false
  let first = head
  while (first > 0 && tokens[first - 1]!.start >= start) first--
  const before = tokens[first - 1]
  if (before !== undefined && !OPENS.test(before.form) && !/^(?:SCONJ|ADV)$/.test(before.upos)) return false
  if (/^(?:and|or|,|-|\/|&)$/.test(tokens[head + 1]?.form ?? '')) return false
  const verb = name.head
  const isPluralForm = (at: number) => at > head && /^(?:are|were|have)$/.test(tokens[at]!.form)
  const aux = children[verb]!.find(child => child > head && /^(?:aux|cop)/.test(tokens[child]!.deprel))
  // "Had Osgil been", "would Osgil have": what stands before turns the sentence round
  if (children[verb]!.some(child => child < head && /^aux/.test(tokens[child]!.deprel))) return false
  return isPluralForm(aux ?? verb)
}
