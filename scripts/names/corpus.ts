/** What the readers of annotated corpora give: documents of sentences as text with labelled spans. */

import type { NameType } from '../../src/entities/names/labels.ts'

export interface GoldSpan {
  readonly start: number
  readonly end: number
  /** `misc`: the corpus does not tell events from other names. `loose`: a name of no type of ours, or none at all. */
  readonly type: NameType | 'misc' | 'loose'
}

export interface GoldSentence {
  readonly text: string
  readonly spans: readonly GoldSpan[]
}

export interface GoldDocument {
  readonly id: string
  readonly source: string
  readonly sentences: readonly GoldSentence[]
}

export interface Word {
  readonly form: string
  /** Whether a space follows. */
  readonly space: boolean
}

/** Joins words to text and turns spans of word indices into spans of characters. */
export function joinWords(
  words: readonly Word[],
  spans: readonly { readonly from: number; readonly to: number; readonly type: GoldSpan['type'] }[],
): GoldSentence {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const word of words) {
    starts.push(text.length)
    text += word.form
    ends.push(text.length)
    if (word.space) text += ' '
  }
  return {
    text,
    spans: spans.map(({ from, to, type }) => ({ start: starts[from]!, end: ends[to - 1]!, type })),
  }
}

const NO_SPACE_BEFORE = /^(?:[,.;:!?%)\]}’”]|'s|’s|'|n't|n’t|'(?:re|ve|ll|d|m)|…|\.\.\.)$/
const NO_SPACE_AFTER = /^[([{“‘$£€]$/

/** Guesses where corpora of bare words had spaces. Straight double quotes alternate between opening and closing. */
export function guessSpaces(forms: readonly string[]): Word[] {
  let quoted = false
  const opens = forms.map(form => {
    if (form !== '"' && form !== '``' && form !== "''") return false
    quoted = form === '``' ? true : form === "''" ? false : !quoted
    return quoted
  })
  const closes = forms.map((form, i) => (form === '"' || form === "''") && !opens[i])
  return forms.map((form, i) => {
    const next = forms[i + 1]
    const space = next !== undefined && !NO_SPACE_AFTER.test(form) && !opens[i] && !NO_SPACE_BEFORE.test(next)
    return { form: form === '``' || form === "''" ? '"' : form, space: space && !closes[i + 1] }
  })
}
