/** Finds the words whose lemma the rules get wrong. */
import { type LemmaExceptions, lemmaByRule, lemmaClass } from '../../src/language/lemmatise.ts'
import { normaliseForm } from '../../src/language/normalise.ts'
import type { GoldSentence } from './treebank.ts'

/** Words seen with one lemma at least this share of the time are taken as that. */
const AGREEMENT = 0.6

/** Verbs that the treebank gives a wrong lemma, or none, and that the rules cannot know. */
const VERBS: Readonly<Record<string, string>> = {
  fled: 'flee',
  bled: 'bleed',
  sped: 'speed',
  bred: 'breed',
  shed: 'shed',
  wed: 'wed',
  misled: 'mislead',
  pled: 'plead',
}

export function lemmaExceptions(sentences: readonly GoldSentence[], known: (word: string) => boolean): LemmaExceptions {
  const counts = new Map<string, Map<string, number>>()
  for (const { words } of sentences) {
    for (const { form, tag, lemma } of words) {
      const key = `${lemmaClass(tag)}\t${normaliseForm(form)}`
      if (/[\s!]/.test(key.slice(2)) || lemma === '_') continue
      const lemmas = counts.get(key) ?? new Map<string, number>()
      const rule = lemmaByRule(form, tag, known)
      // Counted as "the rule is right" or as the other lemma.
      const name = lemma === rule ? '' : lemma
      lemmas.set(name, (lemmas.get(name) ?? 0) + 1)
      counts.set(key, lemmas)
    }
  }
  const exceptions: Record<string, Record<string, string>> = {}
  for (const key of [...counts.keys()].sort()) {
    const lemmas = counts.get(key)!
    const total = [...lemmas.values()].reduce((sum, count) => sum + count, 0)
    const [lemma, count] = [...lemmas].sort((a, b) => b[1] - a[1])[0]!
    const [group, form] = key.split('\t') as [string, string]
    if (lemma !== '' && count >= AGREEMENT * total && group !== 'p') (exceptions[group] ??= {})[form] = lemma
  }
  Object.assign((exceptions.v ??= {}), VERBS)
  return exceptions
}
