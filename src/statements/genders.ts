import type { Mention } from '../types.ts'

export type Gender = 'male' | 'female'

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
])

export const genderOfPronoun = (pronoun: string): Gender | null => PRONOUNS.get(pronoun.toLowerCase()) ?? null

/**
 * Tells the gender of a document's persons: by a title or given name of one of their mentions, else by the pronouns that
 * stand for them. Null where nothing tells.
 *
 * @param words given names, titles and nouns, in lower case
 */
export function readGenders(
  text: string,
  mentions: readonly Mention[],
  words: ReadonlyMap<string, Gender>,
): (entity: string) => Gender | null {
  const known = new Map<string, Gender>()
  const balance = new Map<string, number>()
  for (const { start, end, entity, kind, type } of mentions) {
    if (type !== 'person') continue
    const form = text.slice(start, end)
    if (kind === 'pronoun') {
      const gender = genderOfPronoun(form)
      if (gender !== null) balance.set(entity, (balance.get(entity) ?? 0) + (gender === 'male' ? 1 : -1))
      continue
    }
    if (known.has(entity)) continue
    const title = /(\p{L}+)\.?\s$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1] ?? ''
    const parts = form.toLowerCase().split(/[\s.]+/)
    const telling = kind === 'nominal' ? parts.slice(-1) : parts.length > 1 ? parts.slice(0, 1) : []
    const gender = [title.toLowerCase(), ...telling].map(word => words.get(word)).find(each => each !== undefined)
    if (gender !== undefined) known.set(entity, gender)
  }
  return entity => {
    const votes = balance.get(entity) ?? 0
    return known.get(entity) ?? (votes === 0 ? null : votes > 0 ? 'male' : 'female')
  }
}
