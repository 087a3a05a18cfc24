import type { Tree } from '../util/tree.ts'
import type { Candidate } from './candidate.ts'
import { endOfName, phraseEnd } from './noun-phrase.ts'

/** What opens a phrase that says whose or which. */
const TAIL = /^ (?:of|for|in|on|at|against|with|between|over|from|to|among|into) /
const LONGEST_TAIL = 7
/** Where the tale goes on behind what names the thing. */
const STORY = / (?:about|after|before|during|because|since|which|what|who|that|when|whether|if|how|by|as)(?: .*)?$/

const DAY_OR_MONTH =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter)s?'
/** " on Sunday", " in early May 2004", " for Monday night" */
const WHEN = new RegExp(
  ` (?:on|in|for|from|until|till|since|by|at|during|over) (?:(?:[a-z]+|\\d{1,2}(?:st|nd|rd|th)?) ){0,3}?${DAY_OR_MONTH}(?:,? (?:\\d{1,4}|night|morning|evening|afternoon|last|next|year|this))*$`,
)

/** Words without the phrase at their end that says when. */
export const withoutTime = (words: string): string => words.replace(WHEN, '')

/** " of the Law Council", " between Volvo and the unions": the phrase behind a head that names whose or which it is. */
export function tailOf(candidate: Candidate): string {
  const { tree, head } = candidate
  let last = phraseEnd(tree, head)
  if (last === head) return ''
  // No phrase ends within a name ("a meeting with Ann | Lee").
  while (tree.tokens[last]!.upos === 'PROPN' && /^\p{Lu}/u.test(tree.tokens[last + 1]?.form ?? '')) last++
  if (tree.tokens[last]!.upos === 'PROPN') last = endOfName(tree, last)
  const tail = wholePair(withoutTime(wordsOf(tree, head, last).replace(STORY, '')))
  const fits = TAIL.test(tail) && /\p{Lu}\p{L}/u.test(tail) && tail.trim().split(' ').length <= LONGEST_TAIL
  return fits ? bareTail(tail) : ''
}

/** " between Volvo" of "between Volvo and the unions" says too little. */
const wholePair = (tail: string): string => (/ between /.test(tail) && !/ and /.test(tail) ? '' : tail)

const bareTail = (tail: string): string => tail.replace(/['’]s?$|[\s,;:]+$/g, '')

/** What stands behind a token up to another one, spaces as they are. */
export function wordsOf({ tokens }: Tree, after: number, last: number): string {
  let words = ''
  for (let i = after + 1; i <= last; i++)
    words += `${tokens[i]!.start > tokens[i - 1]!.end ? ' ' : ''}${tokens[i]!.form}`
  return words
}
