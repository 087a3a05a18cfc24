/**
 * Scores our own words and sentences against gold trees, as the CoNLL 2018 shared task did: words are aligned by their
 * characters, whitespace apart; F1 of words, sentences, and of words with the right tag, head, and head and universal
 * relation; punctuation counts.
 */
import type { Sentence } from '../../src/types.ts'
import type { GoldSentence } from './treebank.ts'

export interface RawScores {
  readonly words: number
  readonly sentences: number
  readonly tag: number
  readonly uas: number
  readonly las: number
}

/** The running text of the sentences: paragraphs apart by an empty line. */
export function rawText(sentences: readonly GoldSentence[]): string {
  let text = ''
  for (const { newParagraph, surface } of sentences) {
    if (newParagraph && text !== '') text = `${text.trimEnd()}\n\n`
    for (const { form, spaceAfter } of surface) text += spaceAfter ? `${form} ` : form
  }
  return text.trimEnd()
}

interface Word {
  readonly key: string
  readonly tag: string
  readonly headKey: string
  readonly relation: string
}

const universal = (relation: string) => relation.split(':')[0]!

export function scoreRaw(
  sentences: readonly GoldSentence[],
  analyse: (text: string) => readonly Sentence[],
): RawScores {
  const text = rawText(sentences)
  const gold = goldWords(sentences)
  const ours = ourWords(text, analyse(text))
  const f1 = (right: number) => (200 * right) / (gold.words.length + ours.words.length)
  const byKey = new Map(gold.words.map(word => [word.key, word]))
  let aligned = 0
  let tag = 0
  let uas = 0
  let las = 0
  for (const word of ours.words) {
    const match = byKey.get(word.key)
    if (!match) continue
    aligned++
    if (match.tag === word.tag) tag++
    if (match.headKey !== word.headKey) continue
    uas++
    if (universal(match.relation) === universal(word.relation)) las++
  }
  const goldSentences = new Set(gold.sentences)
  const rightSentences = ours.sentences.filter(key => goldSentences.has(key)).length
  return {
    words: f1(aligned),
    sentences: (200 * rightSentences) / (gold.sentences.length + ours.sentences.length),
    tag: f1(tag),
    uas: f1(uas),
    las: f1(las),
  }
}

function withHeads(
  keys: readonly string[],
  words: readonly { readonly head: number; readonly tag: string; readonly relation: string }[],
): Word[] {
  return words.map(({ head, tag, relation }, i) => ({
    key: keys[i]!,
    tag,
    relation,
    headKey: head < 0 ? 'root' : keys[head]!,
  }))
}

function goldWords(sentences: readonly GoldSentence[]) {
  const words: Word[] = []
  const spans: string[] = []
  let at = 0
  for (const sentence of sentences) {
    const keys: string[] = []
    const start = at
    let index = 0
    for (const { form, words: count } of sentence.surface) {
      const length = form.replace(/\s/g, '').length
      const parts = sentence.words.slice(index, index + count)
      index += count
      // Parts that do not spell the printed token share its whole span, told apart by their number.
      const spelled = parts.map(part => part.form).join('') === form
      let from = at
      parts.forEach((part, i) => {
        keys.push(spelled ? `${from}-${from + part.form.length}` : `${at}-${at + length}#${i}`)
        from += part.form.length
      })
      at += length
    }
    words.push(...withHeads(keys, sentence.words))
    spans.push(`${start}-${at}`)
  }
  return { words, sentences: spans }
}

function ourWords(text: string, sentences: readonly Sentence[]) {
  // Offsets without whitespace.
  const bare = new Int32Array(text.length + 1)
  for (let i = 0; i < text.length; i++) bare[i + 1] = bare[i]! + (/\s/.test(text[i]!) ? 0 : 1)
  const words: Word[] = []
  const spans: string[] = []
  for (const { start, end, tokens } of sentences) {
    const keys = tokens.map(token => `${bare[token.start]}-${bare[token.end]}`)
    words.push(
      ...withHeads(
        keys,
        tokens.map(({ head, tag, deprel }) => ({ head, tag, relation: deprel })),
      ),
    )
    spans.push(`${bare[start]}-${bare[end]}`)
  }
  return { words, sentences: spans }
}
