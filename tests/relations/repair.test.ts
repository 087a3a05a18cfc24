import { expect, test } from 'vitest'
import { repairSentence } from '../../src/relations/repair.ts'
import type { Sentence, Token } from '../../src/types.ts'

/** A sentence of `form/tag/upos/head/deprel`, heads counted from 0, -1 for the root. */
function sentence(words: string): Sentence {
  let at = 0
  const tokens = words.split(' ').map((word): Token => {
    const [form, tag, upos, head, deprel] = word.split('/') as [string, string, string, string, string]
    const token = {
      start: at,
      end: at + form.length,
      form,
      lemma: form.toLowerCase(),
      tag,
      upos,
      head: Number(head),
      deprel,
    }
    at += form.length + 1
    return token
  })
  return { start: 0, end: at - 1, tokens, block: 0 }
}

const hung = (words: string): string[] =>
  repairSentence(sentence(words)).tokens.map(({ form, head, deprel }) => `${form} ${head} ${deprel}`)

test('two subjects with a conjunction are coordinated', () => {
  const found = hung('Ana/NNP/PROPN/3/nsubj and/CC/CCONJ/2/cc Karl/NNP/PROPN/3/nsubj met/VBD/VERB/-1/root')
  expect(found).toContain('Karl 0 conj')
})

test('what hangs from an auxiliary hangs from its verb', () => {
  const found = hung('Rebels/NNS/NOUN/1/nsubj had/VBD/AUX/2/aux fled/VBN/VERB/-1/root')
  expect(found).toContain('Rebels 2 nsubj')
})

test('a participle with its agent modifies the noun before it', () => {
  const found = hung(
    'They/PRP/PRON/1/nsubj signed/VBD/VERB/-1/root pacts/NNS/NOUN/1/obj brokered/VBN/VERB/1/xcomp by/IN/ADP/5/case Ana/NNP/PROPN/3/obl:agent',
  )
  expect(found).toContain('brokered 2 acl')
})

test('a finite verb finds its subject behind the preposition it was hung from', () => {
  const found = hung(
    'It/PRP/PRON/1/nsubj ended/VBD/VERB/-1/root after/IN/ADP/3/case rebels/NNS/NOUN/1/obl opened/VBD/VERB/1/xcomp fire/NN/NOUN/4/obj',
  )
  expect(found).toContain('rebels 4 nsubj')
  expect(found).toContain('after 4 mark')
})

test('of two subjects the one before "that" was spoken to', () => {
  const found = hung(
    'Ana/NNP/PROPN/1/nsubj told/VBD/VERB/-1/root Reuters/NNP/PROPN/5/nsubj that/IN/SCONJ/5/mark forces/NNS/NOUN/5/nsubj fired/VBD/VERB/1/ccomp',
  )
  expect(found).toContain('Reuters 1 iobj')
})

test('"rebel-held" modifies its noun, whose clause keeps its predicate', () => {
  const found = hung(
    'rebel/NN/NOUN/2/nsubj -/HYPH/PUNCT/0/punct held/VBN/VERB/-1/root towns/NNS/NOUN/2/obj were/VBD/AUX/5/cop quiet/JJ/ADJ/2/conj',
  )
  expect(found).toContain('held 3 amod')
  expect(found).toContain('rebel 2 compound')
})

test('a sound tree stays as it is', () => {
  const sound = sentence('Rebels/NNS/NOUN/1/nsubj fled/VBD/VERB/-1/root')
  expect(repairSentence(sound)).toBe(sound)
})

test('what a passive verb is done by belongs to it, unless the noun between has words of its own', () => {
  const charged = 'was/VBD/AUX/1/aux:pass charged/VBN/VERB/-1/root'
  expect(
    hung(`${charged} with/IN/ADP/3/case fraud/NN/NOUN/1/obl by/IN/ADP/5/case prosecutors/NNS/NOUN/3/nmod`),
  ).toContain('prosecutors 1 obl:agent')
  expect(
    hung(`${charged} with/IN/ADP/4/case the/DT/DET/4/det attack/NN/NOUN/1/obl by/IN/ADP/6/case rebels/NNS/NOUN/4/nmod`),
  ).toContain('rebels 4 nmod')
  expect(
    hung(
      'charged/VBD/VERB/-1/root A/NNP/PROPN/0/obj with/IN/ADP/3/case fraud/NN/NOUN/0/obl by/IN/ADP/5/case rebels/NNS/NOUN/3/nmod',
    ),
  ).toContain('rebels 3 nmod')
})
