/** Lemmas by rule, with the exceptions that training found. */

import { HearsayError } from '../errors.ts'
import type { OpenData } from '../types.ts'
import { normaliseForm } from './normalise.ts'

export const LEMMAS_PATH = 'model/language-lemmas.json'

/** By tag class (`v` verb, `n` noun, `a` adjective or adverb, `*` anything): form in lower case → lemma. */
export type LemmaExceptions = Readonly<Record<string, Readonly<Record<string, string>>>>

export type Lemmatise = (form: string, tag: string) => string

export const lemmaClass = (tag: string): string =>
  tag.startsWith('VB') || tag === 'MD'
    ? 'v'
    : tag === 'NNS' || tag === 'NN'
      ? 'n'
      : /^(?:JJ|RB)/.test(tag)
        ? 'a'
        : tag.startsWith('NNP')
          ? 'p'
          : '*'

/**
 * The lemma that the rules alone give.
 *
 * @param known whether a lower-case word is in the vocabulary: tells "hope" from "hop" in "hoping"
 */
export function lemmaByRule(form: string, tag: string, known: (word: string) => boolean): string {
  const lower = normaliseForm(form)
  switch (tag) {
    case 'NNS':
      return lower.startsWith('!') ? form.toLowerCase() : singular(lower, known)
    case 'NNPS':
      return form.length > 3 ? form[0]! + singular(form.toLowerCase(), known).slice(1) : form
    case 'VBZ':
      return singular(lower, known)
    case 'VBG':
      return lower.endsWith('ing') && lower.length > 4 ? stem(lower.slice(0, -3), known) : lower
    case 'VBD':
    case 'VBN':
      if (lower.endsWith('ied') && lower.length > 4) return `${lower.slice(0, -3)}y`
      return lower.endsWith('ed') && lower.length > 3 ? stem(lower.slice(0, -2), known) : lower
    case 'JJR':
    case 'RBR':
      return graded(lower, 'er', known)
    case 'JJS':
    case 'RBS':
      return graded(lower, 'est', known)
    case 'NNP':
    case 'CD':
    case 'ADD':
    case 'FW':
    case 'GW':
      return form
    default:
      return lower.startsWith('!') ? form : lower
  }
}

function singular(word: string, known: (word: string) => boolean): string {
  if (!word.endsWith('s') || word.length < 3 || word.endsWith('ss')) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (word.endsWith('es')) {
    const bare = word.slice(0, -2)
    if (/(?:ss|sh|ch|x|zz|o)$/.test(bare)) return known(`${bare}e`) && !known(bare) ? `${bare}e` : bare
    if (/[sz]$/.test(bare)) return known(bare) && !known(`${bare}e`) ? bare : `${bare}e`
  }
  return word.slice(0, -1)
}

function stem(base: string, known: (word: string) => boolean): string {
  const withE = `${base}e`
  if (!/[aeiouy]/.test(base)) return withE
  const last = base.at(-1)!
  if (base.length > 2 && last === base.at(-2) && !/[aeiou]/.test(last)) {
    if (known(base) || /[sz]/.test(last)) return base
    return base.slice(0, -1)
  }
  const bareKnown = known(base)
  const longKnown = known(withE)
  if (bareKnown !== longKnown) return bareKnown ? base : withE
  // Both or neither: a single consonant after a single vowel would have been doubled, so the "e" was dropped.
  if (/[^aeiou](?:[aiou])[^aeiouwxy]$/.test(base) && base.length < 6) return withE
  return /(?:[^aeiou]l|[cgvszu]|at|iz|ar|or|ur|ir|uc)$/.test(base) && !bareKnown ? withE : base
}

function graded(word: string, ending: string, known: (word: string) => boolean): string {
  if (!word.endsWith(ending) || word.length < ending.length + 3) return word
  const base = word.slice(0, -ending.length)
  if (base.endsWith('i')) return `${base.slice(0, -1)}y`
  return stem(base, known)
}

/** @throws HearsayError `language/lemmas` when the file of exceptions cannot be read. */
export function loadLemmatiser(open: OpenData, known: (word: string) => boolean): Lemmatise {
  let exceptions: Record<string, Map<string, string>>
  try {
    const data = JSON.parse(new TextDecoder().decode(open(LEMMAS_PATH))) as LemmaExceptions
    exceptions = Object.fromEntries(Object.entries(data).map(([name, table]) => [name, new Map(Object.entries(table))]))
  } catch (cause) {
    throw new HearsayError('language/lemmas', LEMMAS_PATH, 'not readable as JSON', 'Reinstall the package.', { cause })
  }
  return (form, tag) => exceptions[lemmaClass(tag)]?.get(normaliseForm(form)) ?? lemmaByRule(form, tag, known)
}
