import { describe, expect, it } from 'vitest'
import { LONGEST_SENTENCE, splitSentences } from '../../src/language/sentences.ts'
import { splitWords, type WordSpans } from '../../src/language/words.ts'

function sentences(text: string): string[] {
  const words: WordSpans = { starts: [], ends: [] }
  splitWords(text, 0, text.length, words)
  let from = 0
  return splitSentences(text, words).map(to => {
    const sentence = text.slice(words.starts[from]!, words.ends[to - 1]!)
    from = to
    return sentence
  })
}

describe('splitSentences', () => {
  it.each([
    ['Mr. Smith met Gen. Dostum in St. Petersburg.|They talked.'],
    ['He came to the U.S.|The visit was short.'],
    ['The U.S. Senate voted at 5 p.m. on Monday.|It failed.'],
    ['Sgt. J. K. Rowe fell on Jan. 5.|No. 10 was silent.'],
    ['Growth was 3.5 percent.|Prices fell 0.2 percent.'],
    ['“We must go.”|“Now.”|He left.'],
    ['“First.|Second,” he said.'],
    ['"Will you go?" he asked.'],
    ['"Will you go?" Smith asked.|Nobody answered.'],
    ['"It is over."|The minister left.'],
    ['It grew... in the third quarter.'],
    ['we left early.|it rained.'],
    ['It was good for planning. "'],
    ['He paused… and went on.|Then he stopped.'],
    ['Apple Inc. said so.|Apple Inc. is big.'],
    ['Why?!|Because.'],
    ['The deal (signed in 2015.) failed.'],
  ])('%s', marked => {
    expect(sentences(marked.replaceAll('|', ' '))).toEqual(marked.split('|'))
  })

  it('ends a sentence at an empty line and at a short line without a full stop', () => {
    expect(sentences('Aleppo falls\nThe army entered the city.\n\nIt was quiet')).toEqual([
      'Aleppo falls',
      'The army entered the city.',
      'It was quiet',
    ])
  })

  it('joins lines that were wrapped', () => {
    const wrapped = 'The foreign minister of Arnor said on Tuesday that the army of\nGondor had left the city.'
    expect(sentences(wrapped)).toEqual([wrapped])
  })

  it('cuts endless sentences at a comma', () => {
    const lengths = sentences(`${'word word, '.repeat(400)}end`).map(sentence => sentence.split(/[ ,]+/).length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_SENTENCE)
    expect(sentences(`${'word word, '.repeat(400)}end`)[0]!.endsWith(',')).toBe(true)
  })
})
