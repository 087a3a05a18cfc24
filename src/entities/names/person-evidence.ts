/** Signs right beside a name that it is a person's: an age, or a role in apposition. */

import type { Token } from '../../types.ts'

/** People that news introduces by no title. */
const SOMEBODY =
  /^(?:resident|witness|farmer|student|pupil|shopkeeper|trader|driver|worker|mother|father|wife|husband|son|daughter|brother|sister|grandmother|grandfather|woman|man|boy|girl|teenager|survivor|refugee|migrant|volunteer|medic|paramedic|fisherman|veteran|retiree|pensioner|housewife|engineer|professor|expert|specialist|official|politician|lawmaker|diplomat|administrator|organiser|organizer|supporter|fan|member|native|citizen)$/i
const ARTICLE = /^(?:a|an|the|his|her|its|their)$/i
/** Words that may stand between the article and the role: "a senior foreign policy adviser". */
const LONGEST_DESCRIPTION = 4

/** Whether ", 34," or ", a nurse and activist" follows the token before `to`. */
export function isPersonByContext(tokens: readonly Token[], to: number, isTitle: (form: string) => boolean): boolean {
  if (tokens[to]?.form !== ',') return false
  const next = tokens[to + 1]
  if (!next) return false
  if (/^\d{2}$/.test(next.form)) return tokens[to + 2]?.form === ','
  if (!ARTICLE.test(next.form)) return false
  for (let i = to + 2; i < tokens.length && i <= to + 2 + LONGEST_DESCRIPTION; i++) {
    const { form, tag } = tokens[i]!
    if (tag === 'NN' && (SOMEBODY.test(form) || isTitle(form))) return true
    // the description's own noun has come without a person in it
    if (!/^(?:JJ|NN|NNP|VBN|VBG|HYPH|CD|RB)/.test(tag)) return false
  }
  return false
}
